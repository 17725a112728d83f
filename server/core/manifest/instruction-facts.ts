import type { Located, OffsetRange } from '../text/offset-range';
import { compact } from '../catalogue/compact';
import { itemsOf, mapOf, scalarOf } from './node-parts';
import type { ReadNode } from './read-node';

/** One thing that ANS said, or that was filed. Ranges are relative to the entry or section it stands in. */
export interface ExaminationFacts {
  readonly range: OffsetRange;
  readonly on?: Located<string>;
  /** `soumis`, `validé`, `modification demandée`. */
  readonly opinion?: Located<string>;
  readonly comment?: Located<string>;
  readonly answeredOn?: Located<string>;
  /** In the history of a chapter: the proof that it is about. */
  readonly proof?: Located<string>;
}

/** What ANS said of one proof, in the order written. */
export interface ProofExaminationFacts {
  readonly proof: Located<string>;
  readonly opinions: readonly ExaminationFacts[];
}

/** `historique` of a chapter. */
export function chapterHistoryFacts(chapter: ReadNode | undefined): readonly ExaminationFacts[] {
  return itemsOf(chapter, 'historique').flatMap((item) => examination(item, 'statut'));
}

/** `instruction` of a scenario. */
export function proofExaminations(scenario: ReadNode | undefined): readonly ProofExaminationFacts[] {
  return (mapOf(scenario, 'instruction')?.entries ?? []).map(({ key, value }) => ({
    proof: key,
    opinions: value?.kind === 'list' ? value.items.flatMap((item) => examination(item, 'avis')) : [],
  }));
}

function examination(
  { value, range }: { readonly value: ReadNode | undefined; readonly range: OffsetRange },
  opinion: 'statut' | 'avis',
): ExaminationFacts[] {
  if (value?.kind !== 'map') return [];
  return [
    compact<ExaminationFacts>({
      range,
      on: scalarOf(value, 'le'),
      opinion: scalarOf(value, opinion),
      comment: scalarOf(value, 'commentaire'),
      answeredOn: scalarOf(value, 'repondu_le'),
      proof: scalarOf(value, 'preuve'),
    }),
  ];
}
