import type { EvidenceFile } from '../evidence/evidence-file';
import type { Target } from '../findings/finding';
import { evidencePath } from '../manifest/facts';
import type { Located } from '../text/offset-range';
import { factsOf } from './cited-files';
import type { EntryContext, Report, Rule } from './rule';
import { proofTarget, requirementTarget, scenarioTarget } from './target';

type PathCallbacks = Required<Pick<Rule, 'requirement' | 'scenario' | 'evidence'>>;

/** What a finding about a path is about; made only when there is one. */
type TargetOf = () => Target;

/**
 * Visits every path that an entry cites: evidence, and the statements that say why a requirement or a scenario does not
 * apply.
 */
export function onCitedPaths(
  check: (path: Located<string>, targetOf: TargetOf, report: Report, context: EntryContext) => void,
): PathCallbacks {
  return {
    requirement(resolved, report, context) {
      const path = resolved.facts.notApplicable?.declaration;
      if (path) check(path, () => ({ ...requirementTarget(resolved), path: path.value }), report, context);
    },
    scenario(resolved, report, context) {
      const path = resolved.facts.notApplicable?.declaration;
      if (path) check(path, () => ({ ...scenarioTarget(resolved), path: path.value }), report, context);
    },
    evidence(item, report, context) {
      const path = evidencePath(item);
      if (path) check(path, () => proofTarget(context.proof, path.value), report, context);
    },
  };
}

/** The same, with the facts of each file; skips paths that are refused and files that are not known yet. */
export function onCitedFiles(
  check: (file: EvidenceFile, path: Located<string>, targetOf: TargetOf, report: Report, context: EntryContext) => void,
): PathCallbacks {
  return onCitedPaths((path, targetOf, report, context) => {
    const file = factsOf(path, context);
    if (file) check(file, path, targetOf, report, context);
  });
}
