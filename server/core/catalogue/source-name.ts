import type { Catalogue } from './catalogue';

/**
 * What a catalogue was made from, as it may be told to others: the name of the imported file, else its source; never
 * a folder of the machine. Undefined when neither is known.
 */
export function sourceName({ imported, source }: Pick<Catalogue, 'imported' | 'source'>): string | undefined {
  if (imported) return fileName(imported.file);
  return source === undefined ? undefined : withoutFolders(source);
}

/** A source as it is written; of a path of the machine, the file's name alone. */
export function withoutFolders(source: string): string {
  return /^\s*(?:[a-z]:[\\/]|[\\/~]|file:)/i.test(source) ? fileName(source) : source;
}

/** The last part of a path, whatever system it is of. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
