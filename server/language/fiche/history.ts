import type { FicheOpinion } from '../../../protocol/requests/fiche';
import type { Entry, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import { openInChapter, openOpinions } from '../../core/instruction/open-items';
import type { ExaminationFacts } from '../../core/manifest/instruction-facts';
import type { Places } from '../compliance/places';

/**
 * What ANS said of the proofs of some scenarios, and of their chapter; by date, then as written.
 * @param chapter name of the chapter; absent for core-business scenarios
 * @param proofs ids of the proofs, of which the history of a chapter may speak
 */
export function historyOf(
  { dossier }: Analysis,
  scenarios: readonly Entry<ResolvedScenario>[],
  chapter: string | undefined,
  proofs: ReadonlySet<string>,
  places: Places,
): FicheOpinion[] {
  const opinions: FicheOpinion[] = [];
  const add = (
    said: readonly ExaminationFacts[],
    open: readonly ExaminationFacts[],
    about: string,
    where: { readonly uri: string; readonly base: number },
  ) => {
    for (const one of said) {
      if (!one.opinion) continue;
      const place = places.at(where.uri, where.base, one.range);
      opinions.push({
        opinion: one.opinion.value,
        about: one.proof?.value ?? about,
        ...(one.on ? { on: one.on.value } : {}),
        ...(one.comment ? { comment: one.comment.value } : {}),
        ...(one.answeredOn ? { answeredOn: one.answeredOn.value } : {}),
        ...(open.includes(one) ? { isOpen: true } : {}),
        place,
      });
    }
  };
  for (const { uri, base, value } of scenarios) {
    for (const { proof, opinions: said } of value.facts.instruction ?? []) {
      add(said, openOpinions(said), proof.value, { uri, base });
    }
  }
  const { uri, parsed } = dossier.main;
  for (const { base, facts } of parsed.chapters) {
    const open = openInChapter(facts);
    const history = facts.history ?? [];
    const ofProofs = history.filter(({ proof }) => proof && proofs.has(proof.value));
    const ofChapter = facts.name.value === chapter ? history.filter(({ proof }) => !proof) : [];
    add(
      history.filter((one) => ofProofs.includes(one) || ofChapter.includes(one)),
      open,
      facts.name.value,
      { uri, base },
    );
    // The state that is noted, where the history does not tell of it.
    const isTold = history.some(({ opinion, proof }) => !proof && opinion?.value === facts.state?.value);
    if (facts.name.value === chapter && facts.state && !isTold) {
      const present = { range: facts.state.range, opinion: facts.state, ...(facts.on ? { on: facts.on } : {}) };
      const isOpen = open.some(({ range, opinion }) => range === present.range && opinion === present.opinion);
      add([present], isOpen ? [present] : [], facts.name.value, { uri, base });
    }
  }
  const rank = ({ on }: FicheOpinion) => on ?? '9999';
  return opinions.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}
