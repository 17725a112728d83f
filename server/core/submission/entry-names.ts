/** Longest name of one folder or file in a package: below what every common file system and Windows' own limits accept. */
const maxLength = 100;

/**
 * A name that every file system can hold: Unicode NFC, no reserved or control character, no trailing dot or space.
 * `/` (as in `INS/va1.56`) becomes a space.
 */
export function portableName(text: string): string {
  const plain = text
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are among what is replaced
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = cut(plain, maxLength).replace(/[. ]+$/, '');
  if (name === '') return '_';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `_${name}` : name;
}

/** Shortens a name before its extension. */
function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  return name.slice(0, length - extension.length).trim() + extension;
}

/** Gives names that stay different where upper and lower case, or composed and decomposed accents, are the same. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** The path itself, or with ` (2)` before its extension, and so on. */
  take(path: string): string {
    const slash = path.lastIndexOf('/');
    const dot = path.lastIndexOf('.');
    const cutAt = dot > slash + 1 ? dot : path.length;
    let candidate = path;
    for (let n = 2; this.#taken.has(fold(candidate)); n++)
      candidate = `${path.slice(0, cutAt)} (${n})${path.slice(cutAt)}`;
    this.#taken.add(fold(candidate));
    return candidate;
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
