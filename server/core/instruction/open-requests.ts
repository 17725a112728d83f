import type { Dossier } from '../dossier/dossier';
import { entryWritten } from '../catalogue/find-entry';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { ChapterFacts } from '../manifest/facts';
import type { ExaminationFacts } from '../manifest/instruction-facts';
import { shift, type OffsetRange } from '../text/offset-range';
import { changeRequested, dateOf, openInChapter, openOpinions } from './open-items';

/** A change that ANS asked for and that nobody has answered yet. */
export interface OpenRequest {
  /** Ids of the catalogue where they are known, else as written. */
  readonly chapter?: string;
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
  /** What ANS wrote. */
  readonly comment?: string;
  /** `YYYY-MM-DD`; absent when no date is written. */
  readonly on?: string;
  /** Whole days since then; 0 on the day itself. */
  readonly ageDays?: number;
  /** The day by which ANS advises to have answered: 24 h. Advice, no sanctioned delay (domain facts, `reply_to_ans`). */
  readonly answerBy?: string;
  readonly overdue: boolean;
  /** The day on which the vendor answered; only in {@link requestsToAnswer}. */
  readonly answeredOn?: string;
  readonly uri: string;
  /** Absolute. */
  readonly range: OffsetRange;
}

/** What is read of an analysis: what ANS said stands in the dossier, and its ids are those of the catalogue. */
interface Instructed {
  readonly dossier: Dossier;
  readonly context: { readonly index?: CatalogueIndex | undefined; readonly today: string };
}

/** Which of what ANS said is wanted. */
interface Choice {
  readonly opinions: (opinions: readonly ExaminationFacts[]) => readonly ExaminationFacts[];
  readonly chapter: (chapter: ChapterFacts) => readonly ExaminationFacts[];
}

const open: Choice = { opinions: openOpinions, chapter: openInChapter };

const day = 86_400_000;

/** What ANS waits for, the oldest first; those without date at the end. @param today `YYYY-MM-DD`, Europe/Paris */
export function openRequests({ dossier, context }: Instructed, today: string): OpenRequest[] {
  return requestsOf({ dossier, context }, today, open);
}

/**
 * What a package made today answers: what is open, and what is noted as answered today or later, since it is being
 * filed. In the order of {@link openRequests}.
 */
export function requestsToAnswer({ dossier, context }: Instructed): OpenRequest[] {
  const { today } = context;
  const isFiling = ({ opinion, answeredOn }: ExaminationFacts) => {
    const answered = dateOf(answeredOn ? { on: answeredOn } : {});
    return opinion?.value === changeRequested && answered !== undefined && answered >= today;
  };
  return requestsOf({ dossier, context }, today, {
    opinions: (opinions) => [...openOpinions(opinions), ...opinions.filter(isFiling)],
    chapter: (chapter) => [...openInChapter(chapter), ...(chapter.history ?? []).filter(isFiling)],
  });
}

function requestsOf({ dossier, context }: Instructed, today: string, choice: Choice): OpenRequest[] {
  const requests = [...inScenarios(dossier, today, choice), ...inChapters(dossier, context.index, today, choice)];
  const rank = ({ on }: OpenRequest) => on ?? '9999';
  return requests.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** The last day of the 24 h that ANS advises. @param on `YYYY-MM-DD` */
export function answerBy(on: string): string {
  return new Date(Date.parse(on) + day).toISOString().slice(0, 10);
}

function* inScenarios(dossier: Dossier, today: string, choice: Choice): Generator<OpenRequest> {
  const scenarios = [
    ...dossier.requirements.flatMap(({ uri, base, value }) =>
      value.scenarios.map((scenario) => ({ uri, base, scenario, requirement: value.requirement })),
    ),
    ...dossier.coreScenarios.map(({ uri, base, value }) => ({ uri, base, scenario: value, requirement: undefined })),
  ];
  for (const { uri, base, scenario, requirement } of scenarios) {
    for (const { proof, opinions } of scenario.facts.instruction ?? []) {
      const known = scenario.scenario && entryWritten(scenario.scenario.proofs, proof.value);
      const about = {
        ...(requirement ? { chapter: requirement.chapter, requirement: requirement.id } : {}),
        scenario: scenario.scenario?.id ?? scenario.facts.id.value,
        proof: known?.id ?? proof.value,
      };
      for (const one of choice.opinions(opinions)) yield request(one, about, today, { uri, base });
    }
  }
}

function* inChapters(
  dossier: Dossier,
  index: CatalogueIndex | undefined,
  today: string,
  choice: Choice,
): Generator<OpenRequest> {
  const { uri, parsed } = dossier.main;
  for (const { base, facts } of parsed.chapters) {
    for (const one of choice.chapter(facts)) {
      const match = one.proof && index?.proof(one.proof.value);
      const about = {
        chapter: facts.name.value,
        ...(match?.requirement ? { requirement: match.requirement.id } : {}),
        ...(match ? { scenario: match.scenario.id } : {}),
        ...(one.proof ? { proof: match?.proof.id ?? one.proof.value } : {}),
      };
      yield request(one, about, today, { uri, base });
    }
  }
}

function request(
  one: ExaminationFacts,
  about: Pick<OpenRequest, 'chapter' | 'requirement' | 'scenario' | 'proof'>,
  today: string,
  { uri, base }: { readonly uri: string; readonly base: number },
): OpenRequest {
  const on = dateOf(one);
  const until = on === undefined ? undefined : answerBy(on);
  return {
    ...about,
    ...(one.comment ? { comment: one.comment.value } : {}),
    ...(on === undefined ? {} : { on, ageDays: Math.max(0, Math.round((Date.parse(today) - Date.parse(on)) / day)) }),
    ...(until === undefined ? {} : { answerBy: until }),
    overdue: !one.answeredOn && until !== undefined && today > until,
    ...(one.answeredOn ? { answeredOn: one.answeredOn.value } : {}),
    uri,
    range: shift(one.range, base),
  };
}
