import { groupOf } from '../text/group-of';

/** Why nobody outside reaches a host. */
export type Unreachable =
  /** The machine itself. */
  | 'machine'
  /** An address of a private network (RFC 1918, 4193, 6598), or one of a link (RFC 3927, 4291). */
  | 'private'
  /** A name that no public server answers for (RFC 6761, 6762, 8375, ICANN `.internal`), or one of a single word. */
  | 'name';

const machine = /^(?:localhost|.+\.localhost)$/;
const closedNames = /\.(?:local|localdomain|lan|intranet|intra|internal|corp|home|home\.arpa|test|invalid|example)$/;

/** @param host of a web address, in lower case; nothing is looked up */
export function unreachable(host: string): Unreachable | undefined {
  const name = host.replace(/(?<!\.)\.+$/, '');
  if (machine.test(name)) return 'machine';
  const address = name.startsWith('[') ? mappedAddress(name) : numberOf(name);
  if (address !== undefined) return ofNumber(address);
  if (/^\[[0:]*:0{0,3}[01]?\]$/.test(name)) return 'machine';
  if (/^\[f[cd][0-9a-f]{2}:/.test(name) || /^\[fe[89ab][0-9a-f]:/.test(name)) return 'private';
  return closedNames.test(name) || /^[a-z0-9_-]+$/.test(name) ? 'name' : undefined;
}

/** What stands behind an IPv4 address of 32 bits. */
function ofNumber(address: number): Unreachable | undefined {
  const first = Math.floor(address / 2 ** 24);
  if (first === 127 || address === 0) return 'machine';
  return isPrivate(first, Math.floor(address / 2 ** 16) % 256) ? 'private' : undefined;
}

/**
 * An IPv4 address in any of the forms that browsers take (WHATWG URL, IPv4 parser): one to four numbers, each decimal, octal
 * or hexadecimal, the last of which fills what the others leave.
 */
function numberOf(name: string): number | undefined {
  const parts = name.split('.');
  const numbers = parts.map((part) => {
    if (/^0x[0-9a-f]*$/.test(part)) return Number.parseInt(part.slice(2) || '0', 16);
    if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
    return /^\d+$/.test(part) ? Number(part) : undefined;
  });
  const last = numbers.at(-1);
  if (numbers.length > 4 || last === undefined || last >= 256 ** (5 - numbers.length)) return undefined;
  let address = last;
  for (const [index, number] of numbers.slice(0, -1).entries()) {
    if (number === undefined || number > 255) return undefined;
    address += number * 256 ** (3 - index);
  }
  return address;
}

/** The IPv4 address that an IPv6 one is made of (RFC 4291, 2.5.5.2): `[::ffff:10.0.0.1]`, `[::ffff:a00:1]`. */
function mappedAddress(name: string): number | undefined {
  const match = /^\[(?:0{0,4}:){2,6}ffff:(?:([\d.]+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))\]$/.exec(name);
  if (match === null) return undefined;
  const dotted = match[1];
  if (dotted !== undefined) return numberOf(dotted);
  return Number.parseInt(groupOf(match, 2), 16) * 2 ** 16 + Number.parseInt(groupOf(match, 3), 16);
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
