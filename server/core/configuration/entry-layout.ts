import { groupOf } from '../text/group-of';
import type { Sentence } from '../messages/say';
import { collisionKey, listedName } from './entry-names';

/** What a layout may name, in braces. */
const placeholders = ['ordre', 'chapitre', 'exigence', 'scenario', 'preuve', 'nom'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands for each placeholder; an empty text where there is nothing: core-business scenarios have no requirement. */
export type EntryWords = Readonly<Record<Placeholder, string>>;

/** How the evidence of a package is named: folders, then the file, as literal texts and placeholders in turn. */
export interface EntryLayout {
  readonly folders: readonly Segment[];
  readonly file: Segment;
}

type Segment = readonly (string | { readonly placeholder: Placeholder })[];

/** The layout of a package for which none is chosen. */
export const defaultLayoutText = '{ordre} {chapitre}/{exigence}/{scenario}/{preuve} – {nom}';

/** Many Windows programs take paths of 260 characters at most, the folder that a package is unpacked in included. */
const longestFolder = 45;
const longestFolders = 3 * longestFolder;
const longestFile = 80;
/** With fewer folders than usual, there is room for a longer name. */
const longestFileAlone = 100;
const mostFolders = 6;

/** Folders of a package that hold something else than evidence. */
const reservedFolders = new Set(['dossier', 'catalogue'].map(collisionKey));

/** Paths of a package's payload that are taken before any evidence is named. */
export const reservedNames = ['BROUILLON.txt', 'depot.json', 'depot.xlsx', 'index.html', 'dossier', 'catalogue'];

const faults = {
  empty: { fr: 'le modèle est vide', en: 'the layout is empty' },
  absolute: {
    fr: 'le modèle doit être relatif : ni « / » au début, ni lecteur',
    en: 'the layout must be relative: no “/” at its start, no drive',
  },
  backslash: { fr: 'séparez les dossiers par « / »', en: 'separate folders with “/”' },
  step: { fr: 'un dossier ne peut être ni vide, ni « . », ni « .. »', en: 'a folder can not be empty, “.” or “..”' },
  depth: { fr: `${mostFolders} dossiers au plus`, en: `${mostFolders} folders at most` },
  brace: { fr: 'une accolade est seule', en: 'a brace stands alone' },
  name: {
    fr: '{nom} doit y être une fois, à la fin : il porte l’extension du fichier',
    en: '{nom} must be in it once, at the end: it bears the extension of the file',
  },
} satisfies Record<string, Sentence>;

const inFolder = `(?:[^{}/\\\\]|\\{(?:${placeholders.filter((name) => name !== 'nom').join('|')})\\})`;

/**
 * The layouts that can be read, as a pattern for other editors (JSON Schema).
 * @public the schema's generator reads it
 */
export const layoutPattern = `^(?![A-Za-z]:)(?:(?!\\s*\\.{0,2}\\s*/)${inFolder}+/){0,${mostFolders}}${inFolder}*\\{nom\\}$`;

/** Reads a layout, or says what is wrong with it. */
export function parseLayout(text: string): { readonly layout: EntryLayout } | { readonly fault: Sentence } {
  if (text.trim() === '') return { fault: faults.empty };
  if (/^(?:\/|[A-Za-z]:)/.test(text)) return { fault: faults.absolute };
  if (text.includes('\\')) return { fault: faults.backslash };
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find((match) => !isPlaceholder(groupOf(match, 1)));
  if (unknown) return { fault: unknownPlaceholder(unknown[0]) };
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return { fault: faults.brace };
  const parts = text.split('/');
  if (parts.some((part) => /^\.{0,2}$/.test(part.trim()))) return { fault: faults.step };
  if (parts.length > mostFolders + 1) return { fault: faults.depth };
  if (text.indexOf('{nom}') !== text.length - '{nom}'.length) return { fault: faults.name };
  return {
    layout: { folders: parts.slice(0, -1).map(segmentOf), file: segmentOf(text.slice(text.lastIndexOf('/') + 1)) },
  };
}

function unknownPlaceholder(written: string): Sentence {
  const known = placeholders.map((name) => `{${name}}`).join(', ');
  return { fr: `${written} est inconnu (${known})`, en: `${written} is unknown (${known})` };
}

const parsedDefault = parseLayout(defaultLayoutText);
if ('fault' in parsedDefault) throw new Error(parsedDefault.fault.en);
export const defaultLayout: EntryLayout = parsedDefault.layout;

/**
 * The path of a piece of evidence in a package's payload: portable names, `/` separated. A folder of which every
 * placeholder is empty is left out.
 */
export function entryPath({ folders, file }: EntryLayout, words: EntryWords): string {
  const folderLength = folders.length <= 3 ? longestFolder : Math.floor(longestFolders / folders.length);
  const fileLength = folders.length < 3 ? longestFileAlone : longestFile;
  const names = folders
    .filter((segment) => !isEmpty(segment, words))
    .map((segment) => listedName(filled(segment, words), folderLength));
  const [first, ...others] = names;
  const path = first !== undefined && reservedFolders.has(collisionKey(first)) ? [`_${first}`, ...others] : names;
  return [...path, listedName(filled(file, words), fileLength)].join('/');
}

function segmentOf(part: string): Segment {
  return part.split(/(\{[^{}]*\})/).flatMap((piece): Segment => {
    const name = piece.slice(1, -1);
    if (piece.startsWith('{') && isPlaceholder(name)) return [{ placeholder: name }];
    return piece === '' ? [] : [piece];
  });
}

function isEmpty(segment: Segment, words: EntryWords): boolean {
  const named = segment.filter((piece) => typeof piece !== 'string');
  return named.length > 0 && named.every(({ placeholder }) => words[placeholder] === '');
}

function filled(segment: Segment, words: EntryWords): string {
  return segment.map((piece) => (typeof piece === 'string' ? piece : words[piece.placeholder])).join('');
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}
