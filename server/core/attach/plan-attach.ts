import type { Analysis } from '../engine/analyse';
import { digestOfContent, type EvidenceFile } from '../evidence/evidence-file';
import type { Finding } from '../findings/finding';
import { textOf } from '../fixes/manifest-text';
import type { Dossier } from '../dossier/dossier';
import { safePiecePath } from '../evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { Locale } from '../messages/say';
import { rules } from '../rules/registry';
import { brokenManifest, type BrokenManifest } from './broken-manifest';
import { captureDay, type CaptureDay } from './capture-day';
import { Destinations, type Destination, type Standing } from './destination';
import { Draft, type EditedFile } from './draft';
import { emptyEntry, namedSlot, wantedSlot, type SlotChoice } from './find-slot';
import { placeStep, type WrittenProof } from './make-place';
import { ownPiece } from './own-piece';
import type { FilePiece, Piece } from './piece';
import { pieceFields, type PieceField } from './piece-fields';
import { addPiece } from './piece-text';
import { evidenceOf, writeFingerprint } from './first-evidence';
import { keyOf, slotsOf, type Slot } from './slots';

export interface AttachInput {
  /** The dossier, with what is known of its evidence. */
  readonly analysis: Analysis;
  readonly pieces: readonly Piece[];
  /** Language of the comments of entries that have to be written. */
  readonly locale: Locale;
  readonly standing: Standing;
}

/** What becomes of one piece. */
export interface Attachment {
  /** Which of the pieces. */
  readonly piece: number;
  readonly slot: Slot;
  /** Of a file. */
  readonly destination?: Destination;
  readonly captured?: CaptureDay;
  /** Whoever attaches it said its date. */
  readonly isDateSaid?: true;
  /** The slot cites it already: nothing is written. */
  readonly alreadyCited?: true;
}

/** A piece whose slot is not known: the user says it. */
export interface Unplaced {
  readonly piece: number;
  readonly choice: Exclude<SlotChoice, { readonly kind: 'one' }>;
}

export interface AttachPlan {
  readonly kind: 'planned';
  readonly attachments: readonly Attachment[];
  /** The manifests that change. */
  readonly files: readonly EditedFile[];
  /** What a check would find of these pieces; places are those of the texts as they become. */
  readonly warnings: readonly Finding[];
}

export type AttachOutcome =
  | AttachPlan
  /** At least one piece has no slot yet: nothing is planned, so that all go in one gesture. */
  | { readonly kind: 'unplaced'; readonly placed: readonly Attachment[]; readonly unplaced: readonly Unplaced[] }
  | AttachRefusal;

/** Nothing is attached, whatever the user would say of it. */
export type AttachRefusal =
  /** The manifest is written in a way that nothing can be added to there. */
  | { readonly kind: 'unwritable'; readonly piece: number; readonly slot: Slot; readonly uri: string }
  | BrokenManifest
  /** A file in which the tool keeps the dossier, or a package made of it. */
  | { readonly kind: 'own'; readonly piece: number };

/** Works out where pieces go and what the manifests become. Writes nothing. */
export async function planAttach(input: AttachInput): Promise<AttachOutcome> {
  const { analysis, pieces } = input;
  const own = ownPiece(pieces, analysis.dossier);
  const refusal = own === undefined ? brokenManifest(analysis) : { kind: 'own' as const, piece: own };
  if (refusal) return refusal;
  const slots = slotsOf(analysis.dossier);
  const unplaced: Unplaced[] = [];
  const placed: { readonly index: number; readonly piece: Piece; readonly slot: Slot }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const choice = orEmpty(slotOf(piece, slots), piece, analysis.dossier);
    if (choice.kind === 'one') placed.push({ index, piece, slot: choice.slot });
    else unplaced.push({ piece: index, choice });
  }
  if (unplaced.length > 0)
    return { kind: 'unplaced', placed: placed.map(({ index, slot }) => ({ piece: index, slot })), unplaced };
  const draft = new Draft(analysis);
  const digestOf = (path: string) => digestOfContent(analysis.evidenceFile(path));
  const destinations = new Destinations(analysis.dossier, analysis.configuration.pieceLayout, digestOf, input.standing);
  const attachments: Attachment[] = [];
  const fresh = new Map<string, EvidenceFile>();
  for (const { index, piece, slot } of placed) {
    const isFile = piece.kind === 'file' || piece.kind === 'declaration';
    const destination = isFile ? await destinationOf(piece, slot, destinations) : undefined;
    const captured = isFile && piece.said?.date === undefined ? captureDay(piece, analysis.context.today) : undefined;
    const attachment = {
      piece: index,
      slot,
      ...(destination ? { destination } : {}),
      ...(captured ? { captured } : {}),
      ...(piece.said?.date === undefined ? {} : ({ isDateSaid: true } as const)),
    };
    if (isFile && destination) fresh.set(destination.path, piece.content);
    const outcome = writePiece(piece, attachment, draft, input.locale);
    if (outcome === 'unwritable')
      return { kind: 'unwritable', piece: index, slot, uri: uriOf(slot, draft, input.locale) };
    attachments.push(outcome === 'cited' ? { ...attachment, alreadyCited: true } : attachment);
  }
  return {
    kind: 'planned',
    attachments,
    files: draft.files(),
    warnings: warningsOf(draft, pieces, attachments, fresh),
  };
}

/** Of an id that leads to no proof, whether the catalogue knows it all the same, and what stands in for it. */
function orEmpty(choice: SlotChoice, { wanted }: Piece, { catalogue }: Dossier): SlotChoice {
  if (choice.kind !== 'none' || !wanted) return choice;
  if (catalogue.kind !== 'loaded') return { kind: 'noCatalogue' };
  return emptyEntry(wanted.proof, catalogue.catalogue) ?? choice;
}

function slotOf(piece: Piece, slots: readonly Slot[]): SlotChoice {
  const isFile = piece.kind === 'file' || piece.kind === 'declaration';
  if (!piece.wanted) return isFile ? namedSlot(piece.name, slots) : { kind: 'none', near: [] };
  const choice = wantedSlot(piece.wanted, slots);
  if (!isFile || choice.kind !== 'several') return choice;
  // Of those that may be meant, the one that its name says.
  const named = namedSlot(piece.name, choice.slots);
  return named.kind === 'one' ? named : choice;
}

async function destinationOf(
  { kind, name, inside, content }: FilePiece,
  slot: Slot,
  destinations: Destinations,
): Promise<Destination> {
  return inside === undefined ? destinations.of(slot, kind, name, content.sha256) : { path: inside, isThere: true };
}

/** Writes a piece, the entries above it, and for which text the first evidence of an entry is accepted. */
function writePiece(
  piece: Piece,
  attachment: Attachment,
  draft: Draft,
  locale: Locale,
): 'written' | 'cited' | 'unwritable' {
  // It may stand in the fragment that was not read: written elsewhere too, it would be there twice.
  if (draft.dossier.unread.length > 0 && placeStep(attachment.slot, draft.dossier, locale).kind !== 'there')
    return 'unwritable';
  const place = placeOf(attachment.slot, draft, locale);
  if (!place) return 'unwritable';
  if (place.proof.facts.evidence.some((item) => isSame(item, piece, attachment.destination))) return 'cited';
  const { uri, entry, path } = place;
  const isFirst = evidenceOf(place.top) === 0;
  const fields = fieldsOf(piece, attachment, draft);
  const change = addPiece({ uri, text: textOf(draft.dossier, uri) ?? '', entry, path, fields });
  const before = place.proof.facts.evidence.length;
  if (!change || !draft.apply([change])) return 'unwritable';
  const after = placeOf(attachment.slot, draft, locale);
  // Whatever the text looked like: the piece is there now, beside all the others.
  if (after?.proof.facts.evidence.length !== before + 1) return 'unwritable';
  if (isFirst) writeFingerprint(after, draft);
  return 'written';
}

/** Where the proof is written, after the entries that lead to it were. */
function placeOf(slot: Slot, draft: Draft, locale: Locale): WrittenProof | undefined {
  // A requirement, its scenario, the proof: no more steps than levels.
  for (let steps = 0; steps <= 3; steps++) {
    const step = placeStep(slot, draft.dossier, locale);
    if (step.kind === 'there') return step.place;
    if (!draft.apply(step.changes)) return undefined;
  }
  return undefined;
}

function uriOf(slot: Slot, draft: Draft, locale: Locale): string {
  const step = placeStep(slot, draft.dossier, locale);
  if (step.kind === 'there') return step.place.uri;
  return draft.dossier.unread[0]?.uri ?? step.changes[0]?.uri ?? draft.dossier.main.uri;
}

function isSame(item: EvidenceItem, piece: Piece, destination: Destination | undefined): boolean {
  switch (piece.kind) {
    case 'link':
      return item.link?.value === piece.url;
    case 'execution':
      return item.execution?.value.replace(/^0+(?=\d)/, '') === piece.number.replace(/^0+(?=\d)/, '');
    case 'file':
    case 'declaration':
      return destination !== undefined && safePiecePath(evidencePath(item)?.value ?? '') === destination.path;
  }
}

function fieldsOf(piece: Piece, { destination, captured }: Attachment, draft: Draft): readonly PieceField[] {
  const { parsed } = draft.dossier.main;
  const { said } = piece;
  if (piece.kind === 'link' || piece.kind === 'execution') return pieceFields(piece, parsed, said);
  const { kind, content } = piece;
  const cited = { kind, path: destination?.path ?? '', sha256: content.sha256, day: captured?.day };
  return pieceFields(cited, parsed, said);
}

/** What rules find of the pieces that they did not find before. */
function warningsOf(
  draft: Draft,
  pieces: readonly Piece[],
  attachments: readonly Attachment[],
  fresh: ReadonlyMap<string, EvidenceFile>,
): readonly Finding[] {
  const { analysis } = draft;
  if (draft.files().length === 0) return [];
  const found = draft.findings(rules, (path) => fresh.get(path) ?? analysis.evidenceFile(path));
  const known = new Map<string, number>();
  for (const finding of [...analysis.findings, ...analysis.accepted.map((one) => one.finding)]) {
    const key = sayingOf(finding);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  const paths = new Set(attachments.flatMap(({ destination }) => destination?.path ?? []));
  // Of two pieces that should differ the finding may stand at the other, and name this one.
  const values = new Set<unknown>([...paths, ...pieces.map(valueOf)]);
  const slots = new Set(attachments.map(({ slot }) => keyOf(slot)));
  return found.filter((finding) => {
    const key = sayingOf(finding);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    if (left > 0 || finding.severity === 'hint') return false;
    const { target } = finding;
    if (Object.values(finding.args).some((value) => values.has(value))) return true;
    if (target?.path !== undefined && paths.has(safePiecePath(target.path) ?? target.path)) return true;
    if (target?.proof !== undefined && target.scenario !== undefined)
      return slots.has(keyOf({ ...target, proof: target.proof, scenario: target.scenario }));
    return (
      attachments.some(({ slot }) => target?.requirement !== undefined && target.requirement === slot.requirement) &&
      finding.rule.startsWith('exigence/non-applicable')
    );
  });
}

function valueOf(piece: Piece): string | undefined {
  if (piece.kind === 'link') return piece.url;
  return piece.kind === 'execution' ? piece.number : piece.inside;
}

function sayingOf({ rule, message, args, target }: Finding): string {
  return JSON.stringify([rule, message, args, target]);
}
