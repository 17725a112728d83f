import type { Analysis } from '../engine/analyse';
import { answeringProofs, proofsAnswering } from './answering-proofs';
import { requestsToAnswer, type OpenRequest } from '../instruction/open-requests';
import { proofKey } from '../instruction/proof-key';
import { chaptersInScope, coreScenariosInScope, type Scope } from './scope';

/** What ANS asked for, and the proofs of a package that answer it. */
export interface AnsweredRequest {
  readonly request: OpenRequest;
  /** Keys of `proofKey`. */
  readonly proofs: ReadonlySet<string>;
}

/**
 * The requests that a package answers, the oldest first.
 * @returns undefined for a package that is not limited to answers
 */
export function answersIn(analysis: Analysis, scope: Scope): readonly AnsweredRequest[] | undefined {
  const state = analysis.compliance();
  const chosen = scope.proofs;
  if (!chosen || !state) return undefined;
  const scenarios = [
    ...chaptersInScope(state, scope).flatMap((one) => one.requirements.flatMap((held) => held.requirement.scenarios)),
    ...coreScenariosInScope(state, scope).map(({ scenario }) => scenario),
  ];
  const held = new Set(
    scenarios.flatMap(({ id, proofs }) =>
      proofs.map((proof) => proofKey(id, proof.id)).filter((key) => chosen.has(key)),
    ),
  );
  return requestsToAnswer(analysis).flatMap((request) => {
    const proofs = proofsAnswering(request, analysis).filter((key) => held.has(key));
    return proofs.length === 0 ? [] : [{ request, proofs: new Set(proofs) }];
  });
}

/** How many requests a package of answers would answer if it were made now. */
export function countAnswerable(analysis: Analysis): number {
  const proofs = answeringProofs(analysis);
  return proofs.size === 0 ? 0 : (answersIn(analysis, { proofs })?.length ?? 0);
}
