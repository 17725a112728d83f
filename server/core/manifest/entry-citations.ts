import type { Located } from '../text/offset-range';
import { evidencePath, type RequirementFacts, type ScenarioFacts } from './facts';

type EntryFacts = RequirementFacts | ScenarioFacts;

/** Every path of a file that an entry cites, in text order: evidence, and statements that something does not apply. */
export function* citedFiles(entry: EntryFacts): Generator<Located<string>> {
  for (const facts of partsOf(entry)) {
    if (facts.notApplicable?.declaration) yield facts.notApplicable.declaration;
    if (facts.kind === 'requirement') continue;
    for (const { evidence } of facts.proofs) {
      for (const item of evidence) {
        const path = evidencePath(item);
        if (path) yield path;
      }
    }
  }
}

/** Of those, the statements. */
export function* citedStatements(entry: EntryFacts): Generator<Located<string>> {
  for (const { notApplicable } of partsOf(entry)) if (notApplicable?.declaration) yield notApplicable.declaration;
}

function partsOf(entry: EntryFacts): readonly EntryFacts[] {
  return entry.kind === 'requirement' ? [entry, ...entry.scenarios] : [entry];
}
