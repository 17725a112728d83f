/** Why nobody outside reaches a host. */
export type Unreachable =
  /** The machine itself. */
  | 'machine'
  /** An address of a private network (RFC 1918, 4193, 6598), or one of a link (RFC 3927, 4291). */
  | 'private'
  /** A name that no public server answers for (RFC 6761, 6762, 8375, ICANN `.internal`), or one of a single word. */
  | 'name';

const machine = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/;
const closedNames = /\.(?:local|localdomain|lan|intranet|intra|internal|corp|home|home\.arpa|test|invalid|example)$/;

/** @param host of a web address, in lower case; nothing is looked up */
export function unreachable(host: string): Unreachable | undefined {
  const name = host.replace(/\.$/, '');
  if (machine.test(name)) return 'machine';
  const numbers = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(name);
  if (numbers) return isPrivate(Number(numbers[1]), Number(numbers[2])) ? 'private' : undefined;
  if (/^\[f[cd][0-9a-f]{2}:/.test(name) || /^\[fe[89ab][0-9a-f]:/.test(name)) return 'private';
  return closedNames.test(name) || /^[a-z0-9_-]+$/.test(name) ? 'name' : undefined;
}

function isPrivate(first: number, second: number): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127)
  );
}
