import { fileURLToPath } from 'node:url';
import type { Locale, Sentence } from '../../core/messages/say';
import { readAspMapping } from '../../core/parcours/asp/asp-mapping';
import { fillAspModel, type Json } from '../../core/parcours/asp/fill-asp-model';
import type { FinancingRequest } from '../../core/parcours/asp/financing-request';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { normalisePath, pathFault } from '../../core/evidence/evidence-path';
import type { ArchiveEntry } from '../archive/stored-zip-writer';
import { writeArchive } from '../archive/write-archive';
import { Locator } from '../evidence/locate';
import { ArchiveError } from '../archive/archive-error';
import { dvcPointer, lfsPointerAt } from '../evidence/pointer-files';
import { readUtf8 } from '../operations/rewrite-text';
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
  /**
   * Written in spite of what would have it refused: `notice` goes into the archive, where everything then stands in a folder of
   * that name, and documents that are not there are left out. ASP's own model has no place for it: the caller names the file.
   */
  readonly draft?: { readonly notice: string; readonly locale: Locale };
  readonly cancellation: Cancellation;
}

/** Folder of a draft's archive, and its notice. */
const draftFolder = 'BROUILLON';

const words = {
  leftOut: { fr: 'Pièces absentes de cette archive :', en: 'Documents that are not in this archive:' },
} satisfies Record<string, Sentence>;

export type FinancingOutcome =
  | { readonly kind: 'refused'; readonly problems: readonly Sentence[] }
  | {
      readonly kind: 'written';
      readonly documents: number;
      /** Paths of documents that a draft was made without. */
      readonly leftOut: readonly string[];
      readonly unmapped: readonly string[];
      readonly untouched: readonly string[];
    };

/**
 * Writes a request: ASP's blank model filled (or the neutral model), and the archive of its documents. Nothing is written
 * when a value does not fit the model or a document is missing.
 * @throws ArchiveError, UnreadableFile, CancelledError, the system's errors; the targets are then as they were
 */
export async function writeFinancingRequest(files: FinancingFiles): Promise<FinancingOutcome> {
  const { asp, cancellation, draft } = files;
  const request: FinancingRequest = draft ? { ...files.request, brouillon: true } : files.request;
  let json: unknown = request;
  let left: { unmapped: readonly string[]; untouched: readonly string[] } = { unmapped: [], untouched: [] };
  if (asp) {
    const [model, written] = [await readModel(asp.model), await readUtf8(asp.mapping.path, asp.mapping.within)];
    const { mapping, problems } = readAspMapping(written);
    const all = [...problems, ...(model === undefined ? [notJson(asp.model.path)] : [])];
    if (all.length > 0 || model === undefined) return { kind: 'refused', problems: all };
    const result = fillAspModel(model, mapping, request);
    if (result.problems.length > 0) return { kind: 'refused', problems: result.problems };
    json = result.filled;
    left = result;
  }
  throwIfCancelled(cancellation);
  const { entries, leftOut } = await documents(files);
  const count = entries.length;
  if (draft) entries.unshift(noticeEntry(draft, leftOut));
  // The archive first: it is the one that may fail, and a request without its documents is worth nothing.
  if (entries.length > 0)
    await writeArchive({ target: files.archive, entries, timestamp: new Date(Date.UTC(1980, 0, 1)), cancellation });
  await writeText(files.target, `${JSON.stringify(json, null, 2)}\n`);
  return { kind: 'written', documents: count, leftOut, unmapped: left.unmapped, untouched: left.untouched };
}

function noticeEntry(
  { notice, locale }: NonNullable<FinancingFiles['draft']>,
  leftOut: readonly string[],
): ArchiveEntry {
  const list =
    leftOut.length === 0 ? '' : `\n${words.leftOut[locale]}\n${leftOut.map((path) => `  ${path}\n`).join('')}`;
  return { name: `${draftFolder}.txt`, source: { kind: 'bytes', bytes: Buffer.from(`${notice}${list}`, 'utf8') } };
}

async function readModel({ path, within }: AspFile): Promise<Json | undefined> {
  const text = await readUtf8(path, within);
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
async function documents({ rootUri, request, draft }: FinancingFiles): Promise<Documents> {
  const root = fileURLToPath(rootUri);
  const locator = new Locator(root);
  const entries = new Map<string, ArchiveEntry>();
  const leftOut: string[] = [];
  for (const [index, { reference, client, pieces }] of request.commandes.entries()) {
    const folder = `${draft ? `${draftFolder}/` : ''}${index + 1}-${safeName(reference ?? client ?? 'commande')}`;
    for (const { genre, chemin } of pieces) {
      const found = await documentAt(chemin, root, locator);
      if (found instanceof ArchiveError) {
        // A draft is made of what is there.
        if (!draft) throw found;
        leftOut.push(chemin);
        continue;
      }
      const name = freeName(entries, `${folder}/${genre}-${safeName(chemin.slice(chemin.lastIndexOf('/') + 1))}`);
      entries.set(name, { name, source: { kind: 'file', ...found } });
    }
  }
  return { entries: [...entries.values()], leftOut };
}

interface Documents {
  readonly entries: ArchiveEntry[];
  readonly leftOut: readonly string[];
}

/** Where a document is on disk, or why it cannot go into the archive. */
async function documentAt(
  path: string,
  root: string,
  locator: Locator,
): Promise<{ path: string; within: string } | ArchiveError> {
  if (pathFault(path) !== undefined) return missingEvidence(path, { state: 'outside' });
  const normal = normalisePath(path);
  const location = await locator.locate(normal);
  if (location.kind === 'not') {
    const stub = location.fact.state === 'absent' ? await dvcPointer(root, normal) : undefined;
    return stub ? new ArchiveError('evidence-not-fetched', stub.fetch, { path }) : missingEvidence(path, location.fact);
  }
  const lfs = await lfsPointerAt(location.realPath, location.identity.size, location.realRoot);
  return lfs
    ? new ArchiveError('evidence-not-fetched', lfs.pointer.fetch, { path })
    : { path: location.realPath, within: location.realRoot };
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
