import type { EvidenceFile } from '../evidence/evidence-file';
import type { Target } from '../findings/finding';
import { citedPieces } from '../manifest/cited-pieces';
import { approvalPaths, evidencePath } from '../manifest/facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { shift, type Located } from '../text/offset-range';
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

/**
 * The same, and the documents that the main manifest cites beside the entries: papers of approvals, of the way, of requests
 * for money. They are opened by an examiner as well.
 */
export function onEveryPath(
  check: (path: Located<string>, targetOf: TargetOf, report: Report, context: EntryContext) => void,
): PathCallbacks & Required<Pick<Rule, 'dossier'>> {
  return {
    ...onCitedPaths(check),
    dossier({ main }, report, context) {
      for (const path of otherPapers(main.parsed)) {
        const here: Report = (range, ...rest) => {
          report(main.uri, range, ...rest);
        };
        check(path, () => ({ path: path.value }), here, context);
      }
    },
  };
}

/** What the main manifest cites beside the entries, at its place: papers of approvals, of the way, of requests for money. */
export function otherPapers(parsed: ParsedManifest): readonly Located<string>[] {
  const papers = parsed.approvals.flatMap(({ base, facts }) =>
    approvalPaths(facts).map(({ value, range }) => ({ value, range: shift(range, base) })),
  );
  return [...papers, ...citedPieces(parsed)];
}

/** The files of {@link onEveryPath}; skips paths that are refused and files that are not known yet. */
export function onEveryFile(
  check: (file: EvidenceFile, path: Located<string>, targetOf: TargetOf, report: Report) => void,
): ReturnType<typeof onEveryPath> {
  return onEveryPath((path, targetOf, report, context) => {
    const file = factsOf(path, context);
    if (file) check(file, path, targetOf, report);
  });
}
