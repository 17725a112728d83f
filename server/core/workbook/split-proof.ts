import { groupOf } from '../text/group-of';
import { cleanText, cleanWord } from './cell-text';
import type { ProofDraft } from './drafts';
import type { Doubts } from './import-report';
import { holdsSeveralIds, idRange, type IdRange } from './id-range';
import { looksLikeId } from './requirement-id';

/**
 * The proofs that one pair of cells holds: several where the id cell names several, or where lines of the text begin with
 * ids. Words go with their id only where they can be told apart; otherwise each proof has the whole text, which is told.
 * @param rawId the id cell word for word
 */
export function splitProof(proof: ProofDraft, rawId: string, doubts: Doubts): ProofDraft[] {
  const range = idRange(rawId);
  if (range !== undefined) return ofRange(proof, rawId, range, doubts);
  const ids = idsOf(rawId);
  const numbered = numberedTexts(proof.expected);
  if (ids.length < 2) {
    if (holdsSeveralIds(rawId)) doubts.add('plusieurs-numeros', proof.place, rawId, { id: proof.id ?? '' });
    if (proof.id !== undefined || numbered.length < 2) return [proof];
    doubts.add('preuves-dans-une-cellule', proof.place, proof.expected, {
      ids: numbered.map(({ id }) => id).join(', '),
    });
    return numbered.map(({ id, text }) => ({ ...proof, id, expected: text }));
  }
  const parts = textsOf(proof.expected, ids);
  const code = parts === undefined ? 'preuves-melees' : 'preuves-dans-une-cellule';
  doubts.add(code, proof.place, `${rawId} ${proof.expected}`, { ids: ids.join(', ') });
  return ids.map((id, at) => ({ ...proof, id, expected: parts?.[at] ?? proof.expected }));
}

/** What each id has of the text; undefined where the words cannot be told apart. */
function textsOf(expected: string, ids: readonly string[]): readonly string[] | undefined {
  const numbered = numberedTexts(expected);
  const texts = ids.map((id) => numbered.find((one) => one.id === id)?.text);
  return texts.every((text) => text !== undefined) ? texts : partsOf(expected, ids.length);
}

/** The ids between two ends are made by the tool: that is always told, whatever the words. */
function ofRange(proof: ProofDraft, rawId: string, { ids }: IdRange, doubts: Doubts): ProofDraft[] {
  const kept = `${rawId} ${proof.expected}`;
  if (ids === undefined) {
    doubts.add('plusieurs-numeros', proof.place, kept, { id: cleanWord(rawId) });
    return [proof];
  }
  doubts.add('plage-de-numeros', proof.place, kept, { range: cleanWord(rawId), ids: ids.join(', ') });
  const parts = textsOf(proof.expected, ids);
  return ids.map((id, at) => ({ ...proof, id, expected: parts?.[at] ?? proof.expected }));
}

/** Several ids in one cell, each once; an empty list where the cell does not hold ids alone. */
function idsOf(cell: string): string[] {
  const separated = cell.split(/[\n\r;,]|\s(?:et|\+)(?=\s)/).map(cleanWord);
  const filled = [...new Set(separated.filter((part) => part !== ''))];
  if (filled.length > 1) return filled.every((part) => looksLikeId(part) && endsInNumber(part)) ? filled : [];
  // Spaces are part of some ids (`SSI/GEN.02 BIS`): they separate only what is an id in every part.
  const words = [...new Set(cleanWord(cell).split(' '))];
  return words.length > 1 && words.every((word) => looksLikeId(word) && /[./]/.test(word) && endsInNumber(word))
    ? words
    : [];
}

function endsInNumber(id: string): boolean {
  return /\d[a-z]?$/i.test(id);
}

/** `INS/va1.53.01.01 : capture` on a line of its own, and the lines under it. */
const numberedLine = /^\s*(?:[-*•–]\s*)?([A-Za-z][A-Za-z0-9/._-]*\.\d{2,3}p?)(?:\s*(?::|[-–—](?=\s))|\s)(.*)$/;

function numberedTexts(expected: string): { readonly id: string; readonly text: string }[] {
  const found: { id: string; lines: string[] }[] = [];
  for (const line of expected.split('\n')) {
    const match = numberedLine.exec(line);
    const id = groupOf(match, 1);
    const last = found.at(-1);
    if (looksLikeId(id)) found.push({ id, lines: [groupOf(match, 2).trim()] });
    else if (last) last.lines.push(line);
    else if (line.trim() !== '') return [];
  }
  const distinct = new Set(found.map(({ id }) => id)).size === found.length;
  return distinct ? found.map(({ id, lines }) => ({ id, text: cleanText(lines.join('\n')) })) : [];
}

const bullet = /^\s*(?:[-*•–—]|\d{1,2}\s*[.)])\s*/;

/** The text in `count` parts, where its bullets or its lines are as many. */
function partsOf(expected: string, count: number): string[] | undefined {
  const lines = expected.split('\n').filter((line) => line.trim() !== '');
  const bulleted: string[][] = [];
  for (const line of lines) {
    const last = bulleted.at(-1);
    if (bullet.test(line)) bulleted.push([line.replace(bullet, '')]);
    else if (last) last.push(line);
    else break;
  }
  if (bulleted.length === count) return bulleted.map((own) => cleanText(own.join('\n')));
  // A text that is merely wrapped goes on in lower case.
  return lines.length === count && lines.every((line) => /^\s*[\p{Lu}\d[]/u.test(line))
    ? lines.map(cleanText)
    : undefined;
}
