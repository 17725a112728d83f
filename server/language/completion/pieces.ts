import { CompletionItemKind } from 'vscode-languageserver-types';
import { captureDay } from '../../core/attach/capture-day';
import { blockPiece, flowFields, pieceFields, versionField, type PieceField } from '../../core/attach/piece-fields';
import { insertUnder } from '../../core/fixes/insert-under';
import type { TextChange } from '../../core/fixes/fix';
import { fingerprintStub } from '../../core/fixes/stub';
import { evidenceShape } from '../../core/manifest/manifest-shape';
import type { EvidenceItem } from '../../core/manifest/facts';
import type { Shape } from '../../core/manifest/shape';
import { say, type Locale } from '../../core/messages/say';
import { shift } from '../../core/text/offset-range';
import type { WrittenIds } from '../cursor/place';
import { loadedCatalogue, type FileView } from '../file-view';
import { fingerprintAt } from './ids';
import { caret, rankOf, type Offer } from './offer';

/** How a piece stands in the text: under the dash at a column, or in braces. */
export type PieceStyle =
  | { readonly kind: 'block'; readonly column: number; readonly newline: string }
  | { readonly kind: 'braces'; readonly list: boolean };

export function isPiece(shape: Shape): boolean {
  return shape === evidenceShape;
}

/** One offer for each kind of piece, then one for each file: whoever takes that has the piece whole. */
export function pieceOffers(
  ids: WrittenIds,
  offset: number,
  paths: readonly Offer[],
  view: FileView,
  style: PieceStyle,
): Offer[] {
  const version = view.dossier ? versionField(view.dossier.main) : [];
  const besides = fingerprintBesides(ids, offset, view);
  const kind = (key: string, asksNext: boolean, rest: readonly PieceField[]): Offer => ({
    label: style.kind === 'block' ? `- ${key}` : key,
    text: inStyle([[key, caret], ...rest], style),
    kind: CompletionItemKind.Property,
    documentation: say(evidenceShape.keys[key]?.doc ?? { fr: '', en: '' }, view.locale),
    asksNext,
    // Of a file it is written with the path, when the file is known.
    ...(asksNext ? {} : { besides }),
  });
  const files = paths.map((path): Offer => ({
    ...path,
    text: inStyle(fileFields('fichier', path.label, view), style),
    rank: rankOf(path) + 1,
    besides,
    ...noteOf(path, view),
  }));
  return [
    kind('fichier', true, []),
    kind('lien', false, version),
    kind('execution', false, version),
    kind('declaration', true, []),
    ...files,
  ];
}

/** A path, and on the lines below it what is known of the file and is not written yet. */
export function withFacts(
  offer: Offer,
  kind: 'fichier' | 'declaration',
  { written, ids, offset, flow, column, newline, noted }: PathPlace,
  view: FileView,
): Offer {
  const rest = fileFields(kind, offer.label, view)
    .slice(1)
    .filter(([key]) => !written.has(key));
  const lines = rest.map(([key, source]) => `${newline}${' '.repeat(column)}${key}: ${source}`);
  const inBraces = rest.length === 0 ? '' : `, ${flowFields(rest)}`;
  const besides = fingerprintBesides(ids, offset, view);
  // A comment stays on the line of the path.
  const isBelow = !flow && noted !== undefined && lines.length > 0;
  const below: readonly TextChange[] = isBelow
    ? [{ uri: view.uri, range: { start: noted, end: noted }, text: lines.join('') }]
    : [];
  return {
    ...offer,
    text: offer.text + (flow ? inBraces : isBelow ? '' : lines.join('')),
    besides: [...besides, ...below],
    ...(written.has('sha256') ? {} : noteOf(offer, view)),
  };
}

export interface PathPlace {
  /** Keys that stand beside the path. */
  readonly written: ReadonlyMap<string, string>;
  readonly ids: WrittenIds;
  /** Of the cursor. */
  readonly offset: number;
  readonly flow: boolean;
  /** Of the key that the path belongs to. */
  readonly column: number;
  readonly newline: string;
  /** The end of the line, where a comment stands behind the path. */
  readonly noted: number | undefined;
}

/** Whether the digest of the file is not known yet. */
export function lacksFacts(path: string, view: FileView): boolean {
  return view.evidence(path) === undefined;
}

function noteOf(offer: Offer, view: FileView): Pick<Offer, 'detail'> {
  const parts = [offer.detail, factsNote(offer.label, view, view.locale)].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { detail: parts.join(' · ') };
}

function factsNote(path: string, view: FileView, locale: Locale): string | undefined {
  const file = view.evidence(path);
  if (file?.state === 'file') return undefined;
  return file === undefined
    ? say({ fr: 'empreinte pas encore connue, non écrite', en: 'digest not known yet, not written' }, locale)
    : say({ fr: 'fichier illisible, empreinte non écrite', en: 'file not readable, digest not written' }, locale);
}

function fileFields(kind: 'fichier' | 'declaration', path: string, view: FileView): readonly PieceField[] {
  const file = view.evidence(path);
  const content = file?.state === 'file' ? file : undefined;
  const modified = view.lastWritten(path);
  const captured = content && captureDay({ content, ...(modified === undefined ? {} : { modified }) }, view.today)?.day;
  const main = view.dossier?.main ?? view.parsed;
  return pieceFields({ kind: kind === 'fichier' ? 'file' : kind, path, sha256: content?.sha256, day: captured }, main);
}

function inStyle(fields: readonly PieceField[], style: PieceStyle): string {
  if (style.kind === 'block') {
    const lines = blockPiece(fields, style.column);
    return lines.join(style.newline).trimStart();
  }
  const braces = `{ ${flowFields(fields)} }`;
  return style.list ? `[${braces}]` : braces;
}

/** For which text the first evidence of an entry is accepted, as attaching a piece writes it. */
function fingerprintBesides(ids: WrittenIds, offset: number, view: FileView): readonly TextChange[] {
  const catalogue = loadedCatalogue(view);
  if (!catalogue) return [];
  const { requirement, coreScenario } = ids;
  const known = fingerprintAt(ids, catalogue.index);
  const entry =
    requirement === undefined
      ? view.parsed.coreScenarios.find(({ facts }) => facts.id.value === coreScenario)
      : view.parsed.requirements.find(({ facts }) => facts.id.value === requirement);
  if (known === undefined || !entry || entry.facts.fingerprint || entry.facts.notApplicable) return [];
  const scenarios = 'scenarios' in entry.facts ? entry.facts.scenarios : [entry.facts];
  // The one that is being typed does not count.
  const isHere = ({ range }: EvidenceItem) => offset >= entry.base + range.start && offset <= entry.base + range.end;
  const isFirst = scenarios.every(
    ({ notApplicable, proofs }) => !notApplicable && proofs.every(({ evidence }) => evidence.every(isHere)),
  );
  if (!isFirst) return [];
  const change = insertUnder({
    uri: view.uri,
    text: view.parsed.text,
    entry: shift(entry.facts.range, entry.base),
    path: [],
    stub: fingerprintStub(known),
  });
  return change ? [change] : [];
}
