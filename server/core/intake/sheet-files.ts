import { foldedPath } from '../evidence/evidence-path';
import { fileNameOf } from '../text/file-name';

/** A file that a row may name. */
export interface FoundFile {
  /** What tells it from the others: its whole path, parts joined by `/`. */
  readonly path: string;
  /** Relative to the folder that was searched. */
  readonly inside: string;
  /** Digest of its content, where that was asked for. */
  readonly sha256?: string;
}

export type FileSought =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'several'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'none' };

/** Finds files by what a sheet says of them: a path of whatever machine, a name, a name without its extension. */
export class SheetFiles {
  readonly #byName = new Map<string, FoundFile[]>();
  readonly #byStem = new Map<string, FoundFile[]>();

  constructor(readonly files: readonly FoundFile[]) {
    for (const file of files) {
      const name = fileNameOf(seenPath(file.inside));
      add(this.#byName, name, file);
      add(this.#byStem, stemOf(name), file);
    }
  }

  find(written: string): FileSought {
    const found = this.#find(written);
    const plain = found.kind === 'none' ? percentDecoded(written) : written;
    return plain === written ? found : this.#find(plain);
  }

  #find(written: string): FileSought {
    const path = seenPath(
      written
        .trim()
        .replaceAll('\\', '/')
        .replace(/^(?:\.\/|file:\/+)/i, ''),
    );
    const parts = path.split('/').filter((part) => part !== '');
    const name = parts.at(-1) ?? '';
    const named = this.#byName.get(name) ?? [];
    if (named.length > 0) return chosen(nearest(named, parts));
    return chosen(nearest(this.#byStem.get(name) ?? [], parts.slice(0, -1)));
  }
}

/** As notes and pages on the web write a name: `ecran%20un.png`. The text itself where it is no such. */
function percentDecoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign of a name.
    return text;
  }
}

/** As it is seen: what is pasted from a page often has characters without width. */
function seenPath(path: string): string {
  return foldedPath(path.replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')).trim();
}

/** Of files of one name, those that share most of the folders that were written before it. */
function nearest(files: readonly FoundFile[], parts: readonly string[]): readonly FoundFile[] {
  const shared = files.map(({ path }) => {
    const own = seenPath(path).split('/');
    let count = 0;
    while (count < parts.length && own.at(-1 - count) === parts.at(-1 - count)) count++;
    return count;
  });
  const most = Math.max(0, ...shared);
  return files.filter((_, index) => shared[index] === most);
}

function chosen(files: readonly FoundFile[]): FileSought {
  const [only, ...others] = files;
  if (only === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'file', file: only } : { kind: 'several', files };
}

function add(map: Map<string, FoundFile[]>, key: string, file: FoundFile): void {
  const list = map.get(key);
  if (list) list.push(file);
  else map.set(key, [file]);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

/**
 * The files and links that a cell names.
 * @param isFile whether a text is the name of a file as a whole: then nothing in it separates
 */
export function piecesIn(cell: string, isFile: (text: string) => boolean): string[] {
  // `[text](target)`, as notebooks export what is attached.
  const whole = cell.trim().replace(/!?\[[^[\]\n]{0,200}\]\(([^()\s]{1,500})\)/gu, '$1');
  if (whole === '' || /^[-–—]+$/.test(whole)) return [];
  if (isFile(whole)) return [whole];
  const lines = whole.split(/[\n;|]+/).flatMap((line) => {
    const text = line.trim().replace(/^(?:[-•*–]\s+|\d+[.)]\s+)/, '');
    if (text === '' || isFile(text)) return text === '' ? [] : [text];
    // A comma separates names only where each part is one: it stands in names as well.
    const parts = text.split(/,|\s(?:\+|et|and|&)(?=\s)/).map((part) => part.trim());
    if (parts.length > 1 && parts.every((part) => isFile(part) || looksWhole.test(part))) return parts;
    // A space or slash is in names more often than between them: only files that are there tell.
    const spaced = [text.split(/\s\/(?=\s)/).map((part) => part.trim()), text.split(/\s+/)];
    return spaced.find((names) => names.length > 1 && names.every(isFile)) ?? [text];
  });
  return [...new Set(lines)];
}

/** What can be nothing but a link or the name of a file. */
export const looksWhole = /^(?:https?:\/\/\S+|[^\s,][^,]*\.[a-z][a-z0-9]{1,4})$/i;
