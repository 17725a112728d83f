import type { Analysis } from '../engine/analyse';
import type { Finding } from '../findings/finding';
import { FindingWords } from '../engine/render-finding';
import { severities, type Severity } from '../findings/severity';
import type { Locale } from '../messages/say';
import { rules } from '../rules/registry';
import type { FindingRow, FindingsSummary } from './report';

/** Findings in words, worst first, then in the order of the files. */
export function findingsSummary(analysis: Analysis, locale: Locale): FindingsSummary {
  const { main, fragments } = analysis.dossier;
  const files = new Map([main, ...fragments].map((file) => [file.uri, file]));
  const finder = new FindingWords(rules);
  const row = (finding: Finding): FindingRow => {
    const file = files.get(finding.uri);
    return {
      severity: finding.severity,
      rule: finding.rule,
      place: file ? `${file.path}:${file.parsed.source.position(finding.range.start).line + 1}` : '',
      message: finder.message(finding, locale),
      at: { uri: finding.uri, range: finding.range },
    };
  };
  const list = severities.flatMap((severity) =>
    analysis.findings.filter((finding) => finding.severity === severity).map(row),
  );
  const bySeverity = Object.fromEntries(
    severities.map((severity) => [severity, list.filter((one) => one.severity === severity).length]),
  ) as Record<Severity, number>;
  return { bySeverity, list, accepted: analysis.accepted.map(({ finding, reason }) => ({ ...row(finding), reason })) };
}
