import type { Analysis } from '../engine/analyse';
import { requestsToAnswer, type OpenRequest } from '../instruction/open-requests';
import { proofKey } from '../instruction/proof-key';

/**
 * The proofs that a package answering ANS holds: those with an open request, those whose answer is dated today or later
 * (it is being filed), and every proof of a chapter that is asked for as a whole. Keys of {@link proofKey}.
 */
export function answeringProofs(analysis: Analysis): ReadonlySet<string> {
  return new Set(requestsToAnswer(analysis).flatMap((request) => proofsAnswering(request, analysis)));
}

/** The proofs that answer one request, in the order of the catalogue; none when it is about something unknown. */
export function proofsAnswering({ chapter, scenario, proof }: OpenRequest, analysis: Analysis): readonly string[] {
  if (proof === undefined) return chapter === undefined ? [] : proofsOf(chapter, analysis);
  // A proof of which the catalogue knows nothing has a key all the same: no package holds it.
  return scenario === undefined ? [] : [proofKey(scenario, proof)];
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
