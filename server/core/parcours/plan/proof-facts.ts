import type { Dossier } from '../../dossier/dossier';
import { namesEvidence } from '../../manifest/facts';
import type { Compliance } from '../../status/compliance';
import { totalOf } from '../../status/status';

/** What the proofs of a dossier tell of its way. */
export interface ProofFacts {
  /** Names of the chapters of which proofs are expected: those that are to be submitted. */
  readonly chapters: readonly string[];
  readonly total: number;
  /** Proofs that cite at least one piece of evidence, looked at or not. */
  readonly started: number;
}

/** @param state undefined without a catalogue: nothing is then told */
export function proofFacts({ catalogue }: Dossier, state: Compliance | undefined): ProofFacts | undefined {
  if (!state || catalogue.kind !== 'loaded') return undefined;
  const scenarios = [
    ...state.chapters.flatMap(({ requirements }) => requirements.flatMap((one) => one.scenarios)),
    ...state.coreScenarios,
  ];
  const started = scenarios
    .flatMap(({ proofs }) => proofs)
    .filter(({ entry }) => entry?.value.facts.evidence.some(namesEvidence));
  return {
    chapters: state.chapters.filter(({ counts }) => totalOf(counts) > 0).map(({ name }) => name),
    total: totalOf(state.counts),
    started: started.length,
  };
}
