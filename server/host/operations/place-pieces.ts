import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { configurationFile } from '../../core/configuration/configuration';
import { parseLayout } from '../../core/configuration/entry-layout';
import { pieceFolder } from '../../core/configuration/piece-folder';
import { defaultPieceLayoutText } from '../../core/configuration/piece-layout';
import { readConfiguration } from '../../core/configuration/read-configuration';
import { lineEnding } from '../../core/fixes/manifest-text';
import { scalarText } from '../../core/manifest/scalar-text';
import type { Sentence } from '../../core/messages/say';
import { decodeBytes } from '../files/decode-bytes';
import { readIfThere } from './read-catalogue-file';
import type { MadeFolders } from './made-folders';
import { writeText } from './write-text';

/** What has to be written so that evidence goes to a folder. */
export type PiecesPlace =
  | {
      readonly kind: 'placed';
      /** Folder to be made, relative to the dossier. */
      readonly start: string;
      /** The dossier's own `segur.config.yaml`, when it has to say so. */
      readonly configuration?: {
        readonly path: string;
        readonly before: Uint8Array | undefined;
        readonly after: string;
      };
    }
  | { readonly kind: 'bad'; readonly fault: Sentence }
  /** A `segur.config.yaml` says something else already, or stands above the dossier, where others depend on it. */
  | { readonly kind: 'configured'; readonly path: string };

/**
 * @param folder absolute path of the dossier
 * @param written relative to it, `/` separated
 */
export async function placePieces(folder: string, written: string): Promise<PiecesPlace> {
  const wanted = pieceFolder(written);
  if ('fault' in wanted) return { kind: 'bad', fault: wanted.fault };
  const { noms, start } = wanted;
  const found = await nearestConfiguration(folder);
  const read = found && decodeBytes(found.bytes);
  if (isSameLayout(read?.text, noms)) return { kind: 'placed', start };
  const own = join(folder, configurationFile);
  const lines = ['pieces:', `  noms: ${scalarText(noms)}`, ''];
  if (found === undefined || read === undefined) {
    const after = ['version: 1', ...lines].join('\n');
    return { kind: 'placed', start, configuration: { path: own, before: undefined, after } };
  }
  const eol = lineEnding(read.text);
  const after = `${read.text}${/(?:^|\n)$/.test(read.text) ? '' : eol}${lines.join(eol)}`;
  const isSafe = !read.fault && !/^[^\S\r\n\u2028\u2029]*["']?pieces\b/m.test(read.text) && isSameLayout(after, noms);
  if (found.path !== own || !isSafe) return { kind: 'configured', path: found.path };
  return { kind: 'placed', start, configuration: { path: own, before: found.bytes, after } };
}

/** Whether a configuration, or the absence of one, names pieces like this already. */
function isSameLayout(configuration: string | undefined, noms: string): boolean {
  const present =
    configuration === undefined
      ? undefined
      : readConfiguration({ text: configuration }, 'file:///', new Set()).pieceLayout;
  const [usual, wanted] = [defaultPieceLayoutText, noms].map((text) => {
    const layout = parseLayout(text);
    return 'layout' in layout ? layout.layout : undefined;
  });
  return isDeepStrictEqual(present ?? usual, wanted);
}

/**
 * Writes it.
 * @param folders takes note of those that are made
 * @returns how to take the rest back
 * @throws the system's error
 */
export async function writePieces(
  folder: string,
  { start, configuration }: PiecesPlace & { readonly kind: 'placed' },
  folders: MadeFolders,
): Promise<() => Promise<void>> {
  await folders.make(join(folder, start));
  if (!configuration) return () => Promise.resolve();
  const { path, before, after } = configuration;
  await writeText(path, after, { exclusive: before === undefined });
  return async () => {
    if (before === undefined) await rm(path, { force: true });
    else await writeText(path, before);
  };
}

/** The configuration of a dossier in that folder: the nearest one, upwards. */
async function nearestConfiguration(
  folder: string,
): Promise<{ readonly path: string; readonly bytes: Buffer } | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, configurationFile);
    const bytes = await readIfThere(path);
    if (bytes) return { path, bytes };
    if (dirname(at) === at) return undefined;
  }
}
