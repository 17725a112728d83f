import type { Analysis } from '../dossier/analyse';
import type { AcceptedFinding } from '../configuration/apply-settings';
import { FindingWords } from '../findings/render-finding';
import { rules } from '../rules/registry';
import { concernsScope, type Scope } from './scope';

/** A finding that the team accepted, as it leaves with a package: the examiner sees what was known, and why it stands. */
export interface AcceptedRecord {
  readonly rule: string;
  /** In French, which is what the examiner reads. */
  readonly message: string;
  readonly reason: string;
  /** Path of the manifest in the dossier. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
  readonly path?: string;
}

/** Accepted findings about what a package holds, in the order of the files. */
export function acceptedRecords(analysis: Analysis, scope: Scope): AcceptedRecord[] {
  const words = new FindingWords(rules);
  const files = new Map([analysis.dossier.main, ...analysis.dossier.fragments].map((file) => [file.uri, file]));
  const isFiled = scopeOf(analysis, scope);
  return analysis.accepted.filter(isFiled).map(({ finding, reason }) => {
    const file = files.get(finding.uri) ?? analysis.dossier.main;
    return {
      rule: finding.rule,
      message: words.message(finding, 'fr'),
      reason,
      file: file.path,
      line: file.parsed.source.position(finding.range.start).line + 1,
      ...finding.target,
    };
  });
}

function scopeOf(analysis: Analysis, scope: Scope): (accepted: AcceptedFinding) => boolean {
  const state = analysis.compliance();
  if (!state) return () => true;
  const isConcerned = concernsScope(state, scope);
  return ({ finding }) => isConcerned(finding.target);
}
