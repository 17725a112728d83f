import { say, type Locale, type Sentence } from '../messages/say';
import { statusWords } from '../status/status-words';
import { comparableProofs, type HeadChange } from './compare-states';
import { headWords, slotName } from './comparison-text';
import { proofKey, type FiledPiece, type FiledProof, type FiledState } from './filed-state';

const words = {
  chapters: { fr: 'Chapitres : {chapters}', en: 'Chapters: {chapters}' },
  unknown: { fr: 'inconnu', en: 'unknown' },
  noEvidence: { fr: 'aucune pièce', en: 'no evidence' },
  fichier: { fr: 'fichier', en: 'file' },
  declaration: { fr: 'déclaration', en: 'statement' },
  lien: { fr: 'lien', en: 'link' },
  execution: { fr: 'exécution', en: 'execution' },
  noDigest: { fr: 'contenu non lu', en: 'content not read' },
  labelled: { fr: '{label} : {value}', en: '{label}: {value}' },
  size: { fr: '{size} octets', en: '{size} bytes' },
} satisfies Record<string, Sentence>;

/** Two states as texts that a comparison of texts can be made of. */
export interface StateTexts {
  readonly before: string;
  readonly after: string;
}

/**
 * What two packages or dossiers file, as two texts side by side: head, then proof by proof with its status and its pieces,
 * a fact on each line. Both have their proofs in the same order, and pieces sorted, so that only what differs does: the same
 * that `compareStates` finds.
 */
export function stateTexts(before: FiledState, after: FiledState, locale: Locale): StateTexts {
  const [first, second] = [comparableProofs(before, after), comparableProofs(after, before)];
  const order = commonOrder(first, second);
  const chapters = before.chapters ?? after.chapters;
  const text = (state: FiledState, proofs: readonly FiledProof[]) =>
    [...headLines(state, chapters, locale), ...proofLines(inOrder(proofs, order), locale), ''].join('\n');
  return { before: text(before, first), after: text(after, second) };
}

const fields: readonly HeadChange['field'][] = ['dispositif', 'software', 'softwareVersion', 'catalogueVersion'];

function headLines(state: FiledState, chapters: readonly string[] | undefined, locale: Locale): string[] {
  const unknown = words.unknown[locale];
  const lines = fields.map((field) =>
    say(words.labelled, locale, { label: headWords[field][locale], value: oneLine(state[field] ?? unknown) }),
  );
  if (chapters) lines.push(say(words.chapters, locale, { chapters: chapters.map(oneLine).join(', ') }));
  return lines;
}

function proofLines(proofs: readonly FiledProof[], locale: Locale): string[] {
  const lines: string[] = [];
  let chapter: string | undefined;
  for (const proof of proofs) {
    if (proof.chapter !== chapter) lines.push('', oneLine(proof.chapter));
    chapter = proof.chapter;
    const name = oneLine(slotName(proof, locale));
    const status = proof.status && statusWords[proof.status][locale];
    lines.push(`  ${status ? say(words.labelled, locale, { label: name, value: status }) : name}`);
    const pieces = proof.pieces.map((piece) => pieceLines(piece, locale));
    // The order of pieces does not count.
    for (const piece of pieces.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1))) lines.push(...piece);
    if (pieces.length === 0) lines.push(`    ${words.noEvidence[locale]}`);
  }
  return lines;
}

function pieceLines({ kind, value, sha256, size }: FiledPiece, locale: Locale): string[] {
  const lines = [`    ${words[kind][locale]} ${oneLine(value.normalize('NFC'))}`];
  if (kind !== 'fichier' && kind !== 'declaration') return lines;
  lines.push(`      ${sha256 === undefined ? words.noDigest[locale] : `SHA-256 ${sha256}`}`);
  if (size !== undefined) {
    lines.push(`      ${say(words.size, locale, { size: new Intl.NumberFormat(locale).format(size) })}`);
  }
  return lines;
}

/** A line of the text must stay one, whatever a name contains. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Place of each slot: those of the later state in its order, each slot that only the earlier one has after its neighbour there. */
function commonOrder(before: readonly FiledProof[], after: readonly FiledProof[]): ReadonlyMap<string, number> {
  const later = after.map(proofKey);
  const known = new Set(later);
  const followers = new Map<string, string[]>();
  let neighbour = '';
  for (const key of before.map(proofKey)) {
    if (known.has(key)) {
      neighbour = key;
      continue;
    }
    const behind = followers.get(neighbour);
    if (behind) behind.push(key);
    else followers.set(neighbour, [key]);
  }
  const order = ['', ...later].flatMap((key) => [key, ...(followers.get(key) ?? [])]);
  return new Map(order.map((key, index) => [key, index]));
}

function inOrder(proofs: readonly FiledProof[], order: ReadonlyMap<string, number>): FiledProof[] {
  const place = (proof: FiledProof) => order.get(proofKey(proof)) ?? order.size;
  return [...proofs].sort((a, b) => place(a) - place(b));
}
