import type { Analysis } from '../dossier/analyse';
import type { ExaminationFacts } from '../manifest/instruction-facts';
import { changeRequested } from './open-items';
import { openRequests } from './open-requests';
import { proofKey } from './proof-key';

/**
 * The proofs that a package answering ANS holds: those with an open request, those whose answer is dated today or later
 * (it is being filed), and every proof of a chapter that is asked for as a whole. Keys of {@link proofKey}.
 */
export function answeringProofs(analysis: Analysis): ReadonlySet<string> {
  const { dossier, context } = analysis;
  const keys = new Set<string>();
  for (const { chapter, scenario, proof } of openRequests(analysis, context.today)) {
    if (scenario !== undefined && proof !== undefined) keys.add(proofKey(scenario, proof));
    else if (proof === undefined && chapter !== undefined) for (const key of proofsOf(chapter, analysis)) keys.add(key);
  }
  const isFiling = (one: ExaminationFacts) =>
    one.opinion?.value === changeRequested && one.answeredOn !== undefined && one.answeredOn.value >= context.today;
  for (const { value } of [
    ...dossier.requirements.flatMap((one) => one.value.scenarios.map((value) => ({ value }))),
    ...dossier.coreScenarios,
  ]) {
    for (const { proof, opinions } of value.facts.instruction ?? []) {
      if (!opinions.some(isFiling)) continue;
      const known = value.scenario?.proofs.find(({ id }) => id.toLowerCase() === proof.value.toLowerCase());
      if (value.scenario && known) keys.add(proofKey(value.scenario.id, known.id));
    }
  }
  for (const { facts } of dossier.main.parsed.chapters) {
    for (const one of (facts.history ?? []).filter(isFiling)) {
      const match = one.proof && context.index?.proof(one.proof.value);
      if (match) keys.add(proofKey(match.scenario.id, match.proof.id));
      else if (!one.proof) for (const key of proofsOf(facts.name.value, analysis)) keys.add(key);
    }
  }
  return keys;
}

/** Every proof of a chapter, those of the core-business scenarios that cover it included. */
function proofsOf(name: string, analysis: Analysis): string[] {
  const chapter = analysis.compliance()?.chapters.find((one) => one.name === name);
  const scenarios = (chapter?.requirements ?? []).flatMap(({ scenarios: own, coveredBy }) => [
    ...own.map(({ scenario }) => scenario),
    ...coveredBy,
  ]);
  return [...new Set(scenarios)].flatMap(({ id, proofs }) => proofs.map((proof) => proofKey(id, proof.id)));
}
