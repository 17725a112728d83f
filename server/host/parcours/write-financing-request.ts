import { fileURLToPath } from 'node:url';
import type { Sentence } from '../../core/messages/language';
import { readAspMapping } from '../../core/parcours/asp-mapping';
import { fillAspModel, type Json } from '../../core/parcours/fill-asp-model';
import type { FinancingRequest } from '../../core/parcours/financing-request';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { normalisePath, pathFault } from '../../core/workspace/evidence-path';
import type { ArchiveEntry } from '../archive/stored-zip-writer';
import { writeArchive } from '../archive/write-archive';
import { Locator } from '../evidence/locate';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { missingEvidence } from '../operations/missing-evidence';
import { writeText } from '../operations/write-text';

/** A file that a request is made with. */
export interface AspFile {
  readonly path: string;
  /** Folder, past all links, that it has to be in; absent for one that the user names by hand. */
  readonly within?: string;
}

export interface FinancingFiles {
  /** Folder of the main manifest, as a URI: documents are found under it. */
  readonly rootUri: string;
  readonly request: FinancingRequest;
  /** ASP's blank model and the mapping. Without them the neutral model is written. */
  readonly asp?: { readonly model: AspFile; readonly mapping: AspFile };
  /** JSON file to write. */
  readonly target: string;
  /** Archive of the documents. */
  readonly archive: string;
  readonly cancellation: Cancellation;
}

export type FinancingOutcome =
  | { readonly kind: 'refused'; readonly problems: readonly Sentence[] }
  | {
      readonly kind: 'written';
      readonly documents: number;
      readonly unmapped: readonly string[];
      readonly untouched: readonly string[];
    };

/**
 * Writes a request: ASP's blank model filled (or the neutral model), and the archive of its documents. Nothing is written
 * when a value does not fit the model or a document is missing.
 * @throws ArchiveError, UnreadableFile, CancelledError, the system's errors; the targets are then as they were
 */
export async function writeFinancingRequest(files: FinancingFiles): Promise<FinancingOutcome> {
  const { request, asp, cancellation } = files;
  let json: unknown = request;
  let left: { unmapped: readonly string[]; untouched: readonly string[] } = { unmapped: [], untouched: [] };
  if (asp) {
    const model = await readModel(asp.model);
    const { mapping, problems } = readAspMapping(await textOf(asp.mapping));
    const all = [...problems, ...(model === undefined ? [notJson(asp.model.path)] : [])];
    if (all.length > 0 || model === undefined) return { kind: 'refused', problems: all };
    const result = fillAspModel(model, mapping, request);
    if (result.problems.length > 0) return { kind: 'refused', problems: result.problems };
    json = result.filled;
    left = result;
  }
  throwIfCancelled(cancellation);
  const entries = await documents(files);
  // The archive first: it is the one that may fail, and a request without its documents is worth nothing.
  if (entries.length > 0)
    await writeArchive({ target: files.archive, entries, timestamp: new Date(Date.UTC(1980, 0, 1)), cancellation });
  await writeText(files.target, `${JSON.stringify(json, null, 2)}\n`);
  return { kind: 'written', documents: entries.length, unmapped: left.unmapped, untouched: left.untouched };
}

async function textOf({ path, within }: AspFile): Promise<string> {
  const { bytes } = await readGuarded(path, {
    ...(within === undefined ? {} : { within }),
    mostBytes: mostTextBytes,
  });
  return bytes.toString('utf8');
}

async function readModel(file: AspFile): Promise<Json | undefined> {
  const text = await textOf(file);
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function notJson(path: string): Sentence {
  return { fr: `${path} n’est pas un fichier JSON`, en: `${path} is no JSON file` };
}

/** One entry for each document, named after its order and what it is. */
async function documents({ rootUri, request }: FinancingFiles): Promise<ArchiveEntry[]> {
  const locator = new Locator(fileURLToPath(rootUri));
  const entries = new Map<string, ArchiveEntry>();
  for (const [index, { reference, client, pieces }] of request.commandes.entries()) {
    const folder = `${index + 1}-${safeName(reference ?? client ?? 'commande')}`;
    for (const { genre, chemin } of pieces) {
      if (pathFault(chemin) !== undefined) throw missingEvidence(chemin, { state: 'outside' });
      const location = await locator.locate(normalisePath(chemin));
      if (location.kind === 'not') throw missingEvidence(chemin, location.fact);
      const name = freeName(entries, `${folder}/${genre}-${safeName(chemin.slice(chemin.lastIndexOf('/') + 1))}`);
      entries.set(name, { name, source: { kind: 'file', path: location.realPath, within: location.realRoot } });
    }
  }
  return [...entries.values()];
}

/** Two documents of the same name both go in: the second one is numbered. */
function freeName(taken: ReadonlyMap<string, unknown>, name: string): string {
  if (!taken.has(name)) return name;
  const point = name.lastIndexOf('.');
  const [stem, extension] = point > name.lastIndexOf('/') ? [name.slice(0, point), name.slice(point)] : [name, ''];
  for (let number = 2; ; number++) {
    const free = `${stem}-${number}${extension}`;
    if (!taken.has(free)) return free;
  }
}

/** Letters, digits, point and hyphen: what every system and portal takes. */
function safeName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80);
}
