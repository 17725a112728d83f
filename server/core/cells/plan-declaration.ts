import { brokenManifest, type BrokenManifest } from '../attach/broken-manifest';
import type { EditedFile } from '../attach/draft';
import { Destinations, type Destination, type Standing } from '../attach/destination';
import { writtenEntry, type EntryIds } from '../attach/make-place';
import { ownPiece } from '../attach/own-piece';
import type { FilePiece } from '../attach/piece';
import type { Analysis } from '../engine/analyse';
import { digestOfContent } from '../evidence/evidence-file';
import type { Locale } from '../messages/say';
import type { Cell } from './cell';
import { writeCells, type CellsOutcome } from './write-cells';

export type DeclarationOutcome =
  | { readonly kind: 'planned'; readonly destination: Destination; readonly files: readonly EditedFile[] }
  /** The entry is not set aside. */
  | { readonly kind: 'applies' }
  /** The document is a file of the dossier's own: a manifest, a catalogue, a package. */
  | { readonly kind: 'own' }
  | { readonly kind: 'notWritten'; readonly why: Exclude<CellsOutcome, { readonly kind: 'planned' }> }
  | BrokenManifest;

export interface DeclarationInput {
  readonly analysis: Analysis;
  readonly entry: EntryIds;
  readonly document: FilePiece;
  readonly locale: Locale;
  readonly standing: Standing;
}

/**
 * Works out where the document goes that says why an entry does not apply, and what the manifests become when the entry cites
 * it. One that lies in the dossier is cited there; another goes where statements lie, by the name of the entry. Writes nothing.
 */
export async function planDeclaration(input: DeclarationInput): Promise<DeclarationOutcome> {
  const { analysis, entry, document, locale, standing } = input;
  const { dossier } = analysis;
  if (ownPiece([document], dossier) !== undefined) return { kind: 'own' };
  const broken = brokenManifest(analysis);
  if (broken) return broken;
  if (!writtenEntry(entry, dossier)?.entry.facts.notApplicable) return { kind: 'applies' };
  const { requirement, scenario } = entry;
  const own = requirement === undefined ? {} : { requirement };
  const id = scenario ?? requirement ?? '';
  const slot = { proof: id, scenario: scenario ?? '', ...own, pieces: 0 };
  const digestOf = (path: string) => digestOfContent(analysis.evidenceFile(path));
  const { inside, name, content } = document;
  const destinations = new Destinations(dossier, analysis.configuration.pieceLayout, digestOf, standing);
  const destination =
    inside === undefined
      ? await destinations.of(slot, 'declaration', name, content.sha256)
      : { path: inside, isThere: true };
  const cell: Cell = {
    kind: 'entry',
    slot: { proof: '', ...own, ...(scenario === undefined ? {} : { scenario }) },
    level: scenario === undefined ? 'requirement' : 'scenario',
    field: 'non_applicable.declaration',
    value: destination.path,
  };
  const outcome = writeCells(analysis, [cell], locale);
  if (outcome.kind !== 'planned') return { kind: 'notWritten', why: outcome };
  return { kind: 'planned', destination, files: outcome.files };
}
