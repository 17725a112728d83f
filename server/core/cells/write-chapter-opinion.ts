import type { Draft } from '../attach/draft';
import { lineEnding } from '../fixes/manifest-text';
import { endOfSection } from '../fixes/section-end';
import { applyChanges } from '../fixes/verified';
import { isCalendarDate } from '../time/calendar-date';
import type { ChapterFacts } from '../manifest/facts';
import { chapterShape } from '../manifest/manifest-shape';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import { changeBetween } from '../manifest/text-span-change';
import { accepted, changeRequested } from '../instruction/open-items';
import type { ChapterOpinion } from './cell';
import { refusals, type CellRefusal } from './cell-refusal';
import { cellText, keysBefore, shapeAt, valueRefusal } from './check-value';
import { writeInEntry, type EntryWrite } from './write-in-entry';

type Fields = readonly (readonly [key: string, value: string])[];

const section = 'chapitres';

/**
 * Writes what ANS said of a chapter, in its history and, unless something later is noted, as its state. The state that stood
 * there goes to the history, so that nothing is lost of it.
 * @returns why it can not be written; the draft is as before then
 */
export function writeChapterOpinion(draft: Draft, cell: ChapterOpinion): CellRefusal | undefined {
  const item = itemOf(cell);
  if ('sentence' in item) return item;
  const { parsed, uri } = draft.dossier.main;
  const before = parsed.text;
  const { text, start, end } = sectionIn(parsed);
  const writes = writesOf(cell, item, factsOf(parsed, cell.chapter), parsed);
  const entry = { uri, text, entry: { start, end } };
  const outcome = writeInEntry(
    entry,
    writes.map((write) => ({ cell: 0, write })),
  );
  const unreadable = { sentence: refusals.shape, args: { key: section, id: cell.chapter } };
  if ('refused' in outcome) return outcome.refused[0]?.refusal ?? unreadable;
  const now = applyChanges(text, outcome.changes);
  // What is read afterwards decides, not what was meant.
  if (!isTold(factsOf(parseManifest(now), cell.chapter), item)) return unreadable;
  const { start: from, removed, inserted } = changeBetween(before, now);
  const change = { uri, range: { start: from, end: from + removed }, text: now.slice(from, from + inserted) };
  return draft.apply([change]) ? undefined : unreadable;
}

/** The item of the history, or why it can be none. */
function itemOf({ le, avis, commentaire }: ChapterOpinion): Fields | CellRefusal {
  const fields: (readonly [string, string])[] = [];
  for (const [key, value] of [
    ['le', le],
    ['statut', avis],
    ['commentaire', commentaire],
  ] as const) {
    if (value === '' && key === 'commentaire') continue;
    if (value === '') return { sentence: refusals.blank, args: { key } };
    const list = shapeAt(chapterShape, ['historique']);
    const shape = list?.kind === 'list' ? shapeAt(list.item, [key]) : undefined;
    if (shape?.kind !== 'scalar') return { sentence: refusals.noField, args: { key } };
    const refusal = valueRefusal(value, key, shape);
    if (refusal) return refusal;
    fields.push([key, cellText(value)]);
  }
  // A filing is not what ANS says.
  const known: readonly string[] = [accepted, changeRequested];
  if (!known.includes(avis))
    return { sentence: refusals.allowed, args: { value: avis, key: 'statut', allowed: known.join(', ') } };
  return fields;
}

/** The section, an empty one at the end where none is written. */
function sectionIn(parsed: ParsedManifest): { readonly text: string; readonly start: number; readonly end: number } {
  const { text, keys } = parsed;
  const key = keys.find(({ value }) => value === section);
  if (key) return { text, start: key.range.start, end: endOfSection(key.range.start, parsed) };
  const eol = lineEnding(text);
  const head = text === '' || text.endsWith('\n') ? text : text + eol;
  const whole = `${head}${section}:${eol}`;
  return { text: whole, start: head.length, end: whole.length };
}

function factsOf({ chapters }: ParsedManifest, name: string): ChapterFacts | undefined {
  return chapters.find(({ facts }) => facts.name.value === name)?.facts;
}

function writesOf(
  { chapter, le, avis }: ChapterOpinion,
  item: Fields,
  facts: ChapterFacts | undefined,
  main: ParsedManifest,
): readonly EntryWrite[] {
  const history = (facts?.history ?? []).filter(({ proof }) => proof === undefined);
  const add = (fields: Fields): EntryWrite => ({
    kind: 'item',
    path: [chapter, 'historique'],
    item: fields,
    after: keysBefore(chapterShape, 'historique'),
    id: chapter,
  });
  const set = (key: 'statut' | 'le', text: string): EntryWrite[] => {
    const shape = shapeAt(chapterShape, [key]);
    if (shape?.kind !== 'scalar') return [];
    const after = keysBefore(chapterShape, key);
    return [{ kind: 'key', path: [chapter, key], text, shape, after, least: 2, main, id: chapter }];
  };
  const [state, on] = [facts?.state?.value, facts?.on?.value];
  const days = [on, ...history.map((one) => one.on?.value)].filter((day) => day !== undefined);
  const isLatest = days.every((day) => isCalendarDate(day) && day < le);
  const isUndated = state !== undefined && on === undefined;
  if (!isLatest || isUndated) return [add(item)];
  const isTold = history.some((one) => one.on?.value === on && one.opinion?.value === state);
  const former: Fields[] =
    state === undefined || on === undefined || isTold
      ? []
      : [
          [
            ['le', on],
            ['statut', state],
          ],
        ];
  return [...set('statut', avis), ...set('le', le), ...[...former, item].map(add)];
}

function isTold(facts: ChapterFacts | undefined, item: Fields): boolean {
  const said = new Map(item);
  return (facts?.history ?? []).some(
    ({ on, opinion, comment }) =>
      on?.value === said.get('le') &&
      opinion?.value === said.get('statut') &&
      comment?.value === said.get('commentaire'),
  );
}
