import { keyOf, namesOf, slotIds, slotsOf, type Slot } from '../attach/slots';
import { closestIds } from '../catalogue/closest-ids';
import { entryWritten } from '../catalogue/find-entry';
import type { Cell, ChapterOpinion } from '../cells/cell';
import type { Dossier } from '../dossier/dossier';
import { sheetDate } from '../intake/sheet-dates';
import type { IdRole } from '../intake/tracking-sheet';
import type { ChapterFacts } from '../manifest/facts';
import type { ExaminationFacts } from '../manifest/instruction-facts';
import { plainWords } from '../workbook/cell-text';
import type { Workbook } from '../workbook/workbook';
import { AnswerSubjects } from './answer-subjects';
import { headersAbove, isSheet, readAnswerTable, type AnswerChoices } from './read-answer-table';
import { readPasted, tableIn } from './pasted-answers';
import type { AnswerPlace, LeftLine, ReadAnswers, SaidAnswer, UnclearRole } from './said-answer';
import { verdictOf, type Verdict } from './verdict-words';

export interface AnswersInput {
  readonly dossier: Dossier;
  /** A pasted text, or a table. */
  readonly said:
    { readonly kind: 'text'; readonly text: string } | { readonly kind: 'table'; readonly workbook: Workbook };
  readonly choices?: AnswerChoices;
  /** `YYYY-MM-DD` of answers without a day of their own. */
  readonly on?: string;
  /** An answer about a scenario or requirement is one about each of its proofs. */
  readonly spreads?: boolean;
}

/** What an answer is about: a proof, or a chapter as a whole, by its name. */
export type AnsweredSubject =
  { readonly kind: 'proof'; readonly slot: Slot } | { readonly kind: 'chapter'; readonly name: string };

/** An answer that will be written. */
export interface PlannedAnswer {
  readonly at: AnswerPlace;
  readonly about: AnsweredSubject;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly verdict: Verdict;
  readonly comment?: string;
}

/** Why an answer is not written. */
export type AnswerNote =
  | { readonly kind: 'unknownId'; readonly at: AnswerPlace; readonly id: string; readonly near: readonly string[] }
  | {
      readonly kind: 'unknownChapter';
      readonly at: AnswerPlace;
      readonly name: string;
      readonly near: readonly string[];
    }
  /** The state that the manifest notes of a chapter has no day: whether the answer came before or after is not known. */
  | { readonly kind: 'undatedState'; readonly at: AnswerPlace; readonly id: string; readonly there: string }
  | { readonly kind: 'severalProofs'; readonly at: AnswerPlace; readonly id: string; readonly ids: readonly string[] }
  | { readonly kind: 'noProof'; readonly at: AnswerPlace; readonly id: string }
  /** What the line names above an id does not hold it. */
  | { readonly kind: 'notThere'; readonly at: AnswerPlace; readonly id: string; readonly above: readonly string[] }
  | { readonly kind: 'unknownVerdict'; readonly at: AnswerPlace; readonly id: string; readonly word: string }
  | { readonly kind: 'noVerdict'; readonly at: AnswerPlace; readonly id: string }
  | { readonly kind: 'noDate'; readonly at: AnswerPlace; readonly id: string; readonly written: string }
  /** The dossier says otherwise of the same day: it stays. */
  | {
      readonly kind: 'conflict';
      readonly at: AnswerPlace;
      readonly id: string;
      readonly there: string;
      readonly here: string;
    }
  /** Two answers of one day say different things of one proof: none of them is written. */
  | {
      readonly kind: 'contradiction';
      readonly at: AnswerPlace;
      readonly id: string;
      readonly here: string;
      readonly others: readonly AnswerPlace[];
    }
  | ({ readonly kind: 'left' } & LeftLine)
  | ({ readonly kind: 'unclear' } & UnclearRole)
  /** What is read has no column that the user names. */
  | { readonly kind: 'noColumn'; readonly header: string; readonly near: readonly string[] }
  /** The workbook has no sheet of the name that was asked for. */
  | { readonly kind: 'noSheet'; readonly sheet: string; readonly sheets: readonly string[] };

export interface AnswersPlan {
  readonly answers: readonly PlannedAnswer[];
  readonly notes: readonly AnswerNote[];
  /** Answers that the dossier has already. */
  readonly already: number;
}

/** What a text or a table of ANS's answers brings to a dossier. Nothing is written, nothing is replaced, no word is guessed. */
export function planAnswers({ dossier, said, choices = {}, on, spreads = false }: AnswersInput): AnswersPlan {
  const missing = missingColumns(said.kind === 'text' ? tableIn(said.text, choices) : said.workbook, choices);
  // Another column would be taken for it, or the table for a text: nothing is read by such a mapping.
  if (missing.length > 0) return { answers: [], notes: missing, already: 0 };
  const slots = slotsOf(dossier);
  const known = new AnswerSubjects(dossier, slots);
  const read: ReadAnswers =
    said.kind === 'text' ? readPasted(said.text, known, choices) : readAnswerTable(said.workbook, known, choices);
  const planner = new AnswerPlanner(dossier, slots, known, { choices, on, spreads });
  for (const one of read.answers) planner.take(one);
  const { answers, notes, already } = planner;
  return {
    answers,
    notes: [
      ...sheetNotes(said, choices),
      ...read.unclear.map((one): AnswerNote => ({ kind: 'unclear', ...one })),
      ...[...notes, ...read.left.map((one): AnswerNote => ({ kind: 'left', ...one }))],
    ],
    already,
  };
}

/** Headers that were chosen and that stand in no sheet that is read; a sheet that is not there is told as such. */
function missingColumns(workbook: Workbook | undefined, { sheet, columns }: AnswerChoices): AnswerNote[] {
  const sheets = (workbook?.sheets ?? []).filter((one) =>
    sheet === undefined ? one.hidden !== true : isSheet(one.name, sheet),
  );
  if (workbook && sheets.length === 0) return [];
  const headers = new Set(sheets.flatMap(headersAbove));
  const plain = new Set([...headers].map(plainWords));
  return [...(columns?.values() ?? [])]
    .filter((header) => !plain.has(plainWords(header)))
    .map((header) => ({ kind: 'noColumn', header, near: closestIds(header, headers) }));
}

function sheetNotes(said: AnswersInput['said'], { sheet }: AnswerChoices): AnswerNote[] {
  if (said.kind === 'text' || sheet === undefined) return [];
  const sheets = said.workbook.sheets.map(({ name }) => name);
  return sheets.some((name) => isSheet(name, sheet)) ? [] : [{ kind: 'noSheet', sheet, sheets }];
}

interface Said {
  readonly on: string;
  readonly verdict: string;
  readonly comment: string;
}

class AnswerPlanner {
  readonly answers: PlannedAnswer[] = [];
  readonly notes: AnswerNote[] = [];
  already = 0;
  readonly #present: Map<string, Said[]>;
  readonly #chapters: ReadonlyMap<string, ChapterFacts>;
  /** Answers that another one of the same day contradicts, by subject and day. */
  readonly #contested = new Map<string, readonly PlannedAnswer[]>();

  constructor(
    dossier: Dossier,
    readonly slots: readonly Slot[],
    readonly known: AnswerSubjects,
    readonly how: { readonly choices: AnswerChoices; readonly on: string | undefined; readonly spreads: boolean },
  ) {
    this.#present = presentIn(dossier);
    this.#chapters = new Map(dossier.main.parsed.chapters.map(({ facts }) => [facts.name.value, facts]));
  }

  take(answer: SaidAnswer): void {
    const { at, subject } = answer;
    if (subject.role === 'chapitre') {
      const name = this.known.chapter(subject.id);
      if (name !== undefined) this.#say(answer, name, [{ kind: 'chapter', name }]);
      else {
        const near = this.known.nearChapters(subject.id);
        this.notes.push({ kind: 'unknownChapter', at, name: subject.id, near });
      }
      return;
    }
    const { role, id, above } = subject;
    const own = this.#slotsOf([subject, ...above]);
    if (own.length === 0) {
      const isKnown = this.known.find(role, id) !== undefined;
      if (!isKnown) this.notes.push({ kind: 'unknownId', at, id, near: this.known.near(role, id) });
      else if (this.#slotsOf([subject]).length === 0) this.notes.push({ kind: 'noProof', at, id });
      else this.notes.push({ kind: 'notThere', at, id, above: above.map((one) => one.id) });
      return;
    }
    // A proof id that the REM prints under two scenarios is never of both.
    if (own.length > 1 && (role === 'preuve' || !this.how.spreads)) {
      const ids = own.map(({ proof, scenario }) => (role === 'preuve' ? `${scenario} › ${proof}` : proof));
      this.notes.push({ kind: 'severalProofs', at, id, ids });
      return;
    }
    this.#say(
      answer,
      id,
      own.map((slot) => ({ kind: 'proof', slot })),
    );
  }

  /** @param id how notes name what it is about */
  #say(
    { at, verdict: word, on: written, comment = '' }: SaidAnswer,
    id: string,
    subjects: readonly AnsweredSubject[],
  ): void {
    if (word === undefined) {
      this.notes.push({ kind: 'noVerdict', at, id });
      return;
    }
    const verdict = verdictOf(word, this.how.choices.verdicts);
    if (verdict === undefined) {
      this.notes.push({ kind: 'unknownVerdict', at, id, word });
      return;
    }
    // A day that cannot be read is not the day that was given for those without one.
    const on = written === undefined ? this.how.on : sheetDate(written, 'dayFirst', 1900);
    if (on === undefined) {
      this.notes.push({ kind: 'noDate', at, id, written: written ?? '' });
      return;
    }
    for (const about of subjects) this.#answer({ at, about, on, verdict, ...(comment === '' ? {} : { comment }) }, id);
  }

  #answer(answer: PlannedAnswer, subject: string): void {
    const { at, about, on, verdict, comment = '' } = answer;
    const id = about.kind === 'proof' ? about.slot.proof : subject;
    const key = subjectKey(about);
    const here = wordsOf({ verdict, comment });
    const present =
      about.kind === 'proof' ? this.#present.get(key) : saidOfChapter(this.#chapters.get(about.name), answer);
    const sameDay = (present ?? []).filter((one) => one.on === on);
    if (sameDay.some((one) => one.verdict === verdict && plain(one.comment) === plain(comment))) {
      this.already += 1;
      return;
    }
    const [there] = sameDay;
    if (there) {
      this.notes.push({ kind: 'conflict', at, id, there: wordsOf(there), here });
      return;
    }
    const state = about.kind === 'chapter' ? this.#chapters.get(about.name) : undefined;
    if (state?.state && !state.on && state.state.value !== verdict) {
      this.notes.push({ kind: 'undatedState', at, id, there: state.state.value });
      return;
    }
    const own = this.answers.filter((one) => one.on === on && subjectKey(one.about) === key);
    const contested = this.#contested.get(`${key}\n${on}`);
    // Two remarks on one proof are two answers; two verdicts are none, since the wrong one would be believed.
    const other = own.find((one) => one.verdict !== verdict);
    if (contested || other) {
      const first = contested ?? own;
      for (const one of own) this.answers.splice(this.answers.indexOf(one), 1);
      this.#contested.set(`${key}\n${on}`, first);
      this.notes.push({ kind: 'contradiction', at, id, here, others: first.map((one) => one.at) });
      return;
    }
    if (own.some((one) => plain(one.comment ?? '') === plain(comment))) {
      this.already += 1;
      return;
    }
    this.answers.push(answer);
  }

  /** The slots that all of these ids name. */
  #slotsOf(ids: readonly { readonly role: IdRole; readonly id: string }[]): readonly Slot[] {
    const found = ids.map(({ role, id }) => ({ role, id: this.known.find(role, id)?.toLowerCase() }));
    return this.slots.filter((slot) => {
      const { proof: preuve, scenario, requirement: exigence } = namesOf(slot);
      const names = { preuve, scenario, exigence };
      return found.every(({ role, id }) => names[role].some((name) => name.toLowerCase() === id));
    });
  }
}

function subjectKey(about: AnsweredSubject): string {
  return about.kind === 'proof' ? keyOf(about.slot) : `chapter\n${about.name}`;
}

/**
 * What the manifest says of a chapter: its history, but for what that tells of one proof, and its state. A state has no
 * comment: an answer that agrees with it and has one says more.
 */
function saidOfChapter(
  facts: ChapterFacts | undefined,
  { verdict, comment = '' }: Pick<PlannedAnswer, 'verdict' | 'comment'>,
): readonly Said[] {
  if (!facts) return [];
  const history = (facts.history ?? []).filter(({ proof }) => proof === undefined).map(saidOf);
  const { state, on } = facts;
  if (!state || !on || history.some((one) => one.on === on.value && one.verdict === state.value)) return history;
  if (state.value === verdict && comment !== '') return history;
  return [...history, { on: on.value, verdict: state.value, comment: '' }];
}

function wordsOf({ verdict, comment }: Pick<Said, 'verdict' | 'comment'>): string {
  return [verdict, comment].filter((part) => part !== '').join(' : ');
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What the dossier says already, by slot. */
function presentIn(dossier: Dossier): Map<string, Said[]> {
  const present = new Map<string, Said[]>();
  const scenarios = [
    ...dossier.requirements.flatMap(({ value }) =>
      value.scenarios.map((scenario) => ({ scenario, requirement: value.requirement?.id ?? value.facts.id.value })),
    ),
    ...dossier.coreScenarios.map(({ value }) => ({ scenario: value, requirement: undefined })),
  ];
  for (const { scenario, requirement } of scenarios) {
    const id = scenario.scenario?.id ?? scenario.facts.id.value;
    for (const { proof, opinions } of scenario.facts.instruction ?? []) {
      const written = proof.value;
      const known = (scenario.scenario && entryWritten(scenario.scenario.proofs, written))?.id ?? written;
      const key = keyOf({ proof: known, scenario: id, ...(requirement === undefined ? {} : { requirement }) });
      present.set(key, [...(present.get(key) ?? []), ...opinions.map(saidOf)]);
    }
  }
  return present;
}

function saidOf({ on, opinion, comment }: ExaminationFacts): Said {
  return { on: on?.value ?? '', verdict: opinion?.value ?? '', comment: comment?.value ?? '' };
}

/** The cells that write a plan, in its order. */
export function answerCells({ answers }: AnswersPlan): readonly (Cell | ChapterOpinion)[] {
  return answers.map(({ about, on: le, verdict: avis, comment: commentaire = '' }) =>
    about.kind === 'proof'
      ? { kind: 'opinion', slot: slotIds(about.slot), le, avis, commentaire }
      : { kind: 'chapterOpinion', chapter: about.name, le, avis, commentaire },
  );
}
