import type { Severity } from '../../core/findings/severity';
import type { CheckReport } from '../check-report';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * `check --format github`: workflow commands, which GitHub Actions shows as annotations on the lines. An annotation over
 * several lines has no columns: GitHub takes them for one line only.
 */
export function checkGithub(report: CheckReport): string {
  return report.findings
    .map(({ rule, severity, message, file, range: { start, end } }) => {
      const place = [
        `file=${property(file)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${property(rule)}`,
      ];
      return `::${commands[severity]} ${place.join(',')}::${data(message)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
