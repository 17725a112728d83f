import { foldedPath } from '../evidence/evidence-path';
import { fileNameOf } from '../text/file-name';
import { looksWhole, piecesIn } from './sheet-files';

/** What a cell names, by what it shows and where it leads. */
export interface NamedPieces {
  readonly parts: readonly string[];
  /** It shows one thing and leads to another: the second is here, and is not among the parts. */
  readonly other?: string;
}

/**
 * A link of a workbook as a cell would write it: an address of the web, or a path.
 * @returns undefined for what leads to neither: a mail, a place of the workbook
 */
export function linkedText(target: string): string | undefined {
  const text = target.trim();
  if (/^https?:\/\//i.test(text)) return text;
  // One letter before the colon is a drive.
  if (text === '' || text.startsWith('#') || (/^[a-z][a-z+.-]+:/i.test(text) && !/^file:/i.test(text)))
    return undefined;
  const path = text.replace(/^file:\/*/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A « % » of its own: the name is written as it is.
    return path;
  }
}

/**
 * The files and addresses that a cell of such a column names. One that only says « voir » names what it leads to.
 * @param isFile whether a text is the name of a file that was found
 */
export function namedPieces(cell: string, target: string | undefined, isFile: (text: string) => boolean): NamedPieces {
  const shown = piecesIn(cell, isFile);
  const linked = target === undefined ? undefined : linkedText(target);
  if (linked === undefined) return { parts: shown };
  const same = shown.findIndex((part) => isSame(part, linked));
  // The link tells the folder as well, and the end of an address that is shown cut off.
  if (same >= 0)
    return {
      parts: shown.map((part, index) =>
        index === same && (!isWeb(part) || cutAddress(part) !== undefined) ? linked : part,
      ),
    };
  const names = shown.filter((part) => isFile(part) || looksWhole.test(part));
  if (names.length === 0) return { parts: [linked] };
  // What it shows is nowhere, where it leads is there.
  if (names.length === 1 && !isWeb(linked) && isFile(linked) && !names.some((name) => isWeb(name) || isFile(name)))
    return { parts: [linked] };
  return { parts: shown, other: linked };
}

function isWeb(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function isSame(part: string, linked: string): boolean {
  if (isWeb(linked)) {
    const plain = (url: string) => url.replace(/(?<!\/)\/+$/, '').toLowerCase();
    const cut = cutAddress(part);
    return plain(part) === plain(linked) || (cut !== undefined && plain(linked).startsWith(plain(cut)));
  }
  const [shown, led] = [nameIn(part), nameIn(linked)];
  return shown === led || shown === led.replace(/\.[^.]*$/, '');
}

/** What is left of an address that is shown cut off: « https://exemple.fr/r… ». */
function cutAddress(part: string): string | undefined {
  return /^(https?:\/\/.+?)(?:…|\.\.\.)$/i.exec(part)?.[1];
}

/**
 * Whether some of an address is left out, as mail and spreadsheet programs shorten it. Three points between two names belong
 * to addresses (`/compare/v1...v2`): they count at the end, or where a part of the path would stand.
 */
export function isCutAddress(address: string): boolean {
  return /…|%e2%80%a6|&hellip;|(?<!\.)\.{3,}(?:[)\]?#&]|%5d|$)|\/\.{3,}(?:\/|$)/i.test(address);
}

function nameIn(path: string): string {
  return fileNameOf(foldedPath(path.replaceAll('\\', '/')));
}
