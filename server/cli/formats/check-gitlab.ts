import type { Severity } from '../../core/findings/severity';
import type { CheckReport } from '../check-report';

const severities: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** `check --format gitlab`: a Code Quality report. */
export function checkGitlab(report: CheckReport): string {
  const issues = report.findings.map(({ rule, severity, message, file, range, fingerprint }) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
