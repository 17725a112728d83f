import { withoutHidden } from '../text/hidden-characters';

/** Longest name of one folder or file in a package, unless said otherwise. */
const maxLength = 100;

/**
 * A name that every file system can hold, and that reads as it is: Unicode NFC, no reserved, control or hidden character,
 * no trailing dot or space.
 * `/` (as in `INS/va1.56`) becomes a space.
 * @param length most UTF-16 units; 100 is what every common file system takes
 */
export function portableName(text: string, length = maxLength): string {
  const plain = text
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are among what is replaced
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = cut(withoutHidden(plain).trim(), length).replace(/(?<![. ])[. ]+$/, '');
  if (name === '') return '_';
  return /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?: *\.|$)/i.test(name) ? `_${name}` : name;
}

/**
 * A portable name for what a package's list of digests names. It holds no `%`: RFC 8493 (2.1.3) has it written `%25`
 * there, which `sha256sum` and the validator of the Library of Congress look for under that very name.
 */
export function listedName(text: string, length = maxLength): string {
  return portableName(text.replaceAll('%', ' '), length);
}

/** The same for each part of a `/` separated path. */
export function listedPath(path: string): string {
  return path
    .split('/')
    .map((part) => listedName(part))
    .join('/');
}

/**
 * The key under which two names are the same file on some system: macOS composes accents, Windows and macOS ignore
 * case.
 */
export function collisionKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** Shortens a name before its extension. */
function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const stem = name.slice(0, length - extension.length);
  // Half a character is no text.
  return stem.replace(/[\ud800-\udbff]$/, '').trim() + extension;
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
    for (let n = 2; this.#taken.has(collisionKey(candidate)); n++)
      candidate = `${path.slice(0, cutAt)} (${n})${path.slice(cutAt)}`;
    this.#taken.add(collisionKey(candidate));
    return candidate;
  }
}
