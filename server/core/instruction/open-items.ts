import { isCalendarDate } from '../time/calendar-date';
import type { ChapterFacts } from '../manifest/facts';
import type { ExaminationFacts } from '../manifest/instruction-facts';

/** What ANS answers when something must be changed. */
export const changeRequested = 'modification demandée';
export const accepted = 'validé';
const filed = 'soumis';

/**
 * The requests among what ANS said of one proof that nobody has answered: without `repondu_le`, and not followed by
 * `validé`.
 */
export function openOpinions(opinions: readonly ExaminationFacts[]): readonly ExaminationFacts[] {
  return opinions.filter(
    (one, at) => isRequest(one) && !opinions.some((other, j) => settles(other, one, j > at, isAcceptance)),
  );
}

/**
 * The same in the history of a chapter, where filing it again answers too. A chapter whose status is *modification
 * demandée* while its history does not tell of that request has one that is only known by its date.
 */
export function openInChapter(chapter: ChapterFacts): readonly ExaminationFacts[] {
  const history = chapter.history ?? [];
  const present: ExaminationFacts = {
    range: chapter.state?.range ?? chapter.name.range,
    ...(chapter.on ? { on: chapter.on } : {}),
    ...(chapter.state ? { opinion: chapter.state } : {}),
  };
  const all = [...history, present];
  const open = history.filter(
    (one, at) => isRequest(one) && !all.some((other, j) => settles(other, one, j > at, answers(one))),
  );
  const isKnown =
    !isRequest(present) ||
    history.some((one) => one.opinion?.value === changeRequested && tellsOf(one, present)) ||
    history.some((other) => settles(other, present, false, answers(present)));
  return open.length > 0 || isKnown ? open : [present];
}

/** Whether an entry of the history is the request that the status of the chapter repeats; so it is unless dates say otherwise. */
function tellsOf(entry: ExaminationFacts, status: ExaminationFacts): boolean {
  const [one, two] = [dateOf(entry), dateOf(status)];
  if (one === undefined || two === undefined || one >= two) return true;
  return entry.answeredOn !== undefined && entry.answeredOn.value >= two;
}

/** A request about one proof is not answered by filing the chapter, but by filing the proof. */
function answers(request: ExaminationFacts): (one: ExaminationFacts) => boolean {
  return request.proof ? isAcceptance : (one) => isAcceptance(one) || one.opinion?.value === filed;
}

/** By their dates where both have one, else by their order. */
function settles(
  other: ExaminationFacts,
  request: ExaminationFacts,
  isAfter: boolean,
  is: (one: ExaminationFacts) => boolean,
): boolean {
  if (other === request || !is(other)) return false;
  if (request.proof && other.proof && request.proof.value !== other.proof.value) return false;
  const [one, two] = [dateOf(request), dateOf(other)];
  if (one === undefined || two === undefined || one === two) return isAfter;
  return two > one;
}

function isRequest({ opinion, answeredOn }: ExaminationFacts): boolean {
  return opinion?.value === changeRequested && !answeredOn;
}

function isAcceptance({ opinion }: ExaminationFacts): boolean {
  return opinion?.value === accepted;
}

/** `YYYY-MM-DD`, when it is a date. */
export function dateOf({ on }: Pick<ExaminationFacts, 'on'>): string | undefined {
  return on && isCalendarDate(on.value) ? on.value : undefined;
}
