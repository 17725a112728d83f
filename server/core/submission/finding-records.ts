import type { Analysis } from '../engine/analyse';
import type { Finding } from '../findings/finding';
import { FindingWords } from '../engine/render-finding';
import type { Severity, SeveritySetting } from '../findings/severity';
import { rules } from '../rules/registry';
import { concernsScope, type Scope } from './scope';

/** A finding about what a package holds, in words. It stays in the house. */
export interface FindingRecord {
  readonly rule: string;
  readonly severity: Severity;
  /** In French, as the record beside a package is. */
  readonly message: string;
  /** Why the team accepted it; absent when it did not. */
  readonly reason?: string;
  /** What the team set its severity to, where that keeps it from counting as it would; the severity is the rule's own. */
  readonly setting?: SeveritySetting;
  /** Path of the manifest in the dossier. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly requirement?: string;
  readonly scenario?: string;
  readonly proof?: string;
  readonly path?: string;
}

/** Findings about what a package holds, in the order of the files; first those that stand, then those that were accepted or muted. */
export function findingRecords(analysis: Analysis, scope: Scope): FindingRecord[] {
  const words = new FindingWords(rules);
  const files = new Map([analysis.dossier.main, ...analysis.dossier.fragments].map((file) => [file.uri, file]));
  const state = analysis.compliance();
  const isConcerned = state ? concernsScope(state, scope) : () => true;
  const recordOf = (finding: Finding): FindingRecord => {
    const file = files.get(finding.uri) ?? analysis.dossier.main;
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: words.message(finding, 'fr'),
      file: file.path,
      line: file.parsed.source.position(finding.range.start).line + 1,
      ...finding.target,
    };
  };
  return [
    ...analysis.findings.filter(({ target }) => isConcerned(target)).map(recordOf),
    ...analysis.accepted
      .filter(({ finding }) => isConcerned(finding.target))
      .map(({ finding, reason }) => ({ ...recordOf(finding), reason })),
    ...analysis.muted
      .filter(({ finding }) => isConcerned(finding.target))
      .map(({ finding, setting }) => ({ ...recordOf(finding), setting })),
  ];
}
