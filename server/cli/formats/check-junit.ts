import { toolVersion } from '../../host/tool-version';
import type { CheckReport, ReportedFinding } from '../check-report';
import type { CommandContext } from '../terminal';

/**
 * `check --format junit`: a suite for each file, a case for each finding. Errors fail; the rest is reported as passed
 * with its text in the output, so that a build agrees with the exit code. The time of a suite is the day of the check.
 */
export function checkJunit(report: CheckReport, context: CommandContext): string {
  const files = new Map<string, ReportedFinding[]>(report.dossiers.map(({ file }) => [file, []]));
  for (const finding of report.findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  const suites = [...files].map(([file, findings]) => suite(file, findings, report.at, context));
  const total = [...files.values()].reduce((sum, findings) => sum + Math.max(1, findings.length), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Ségur Preuves ${escape(toolVersion)}" tests="${total}" failures="${report.summary.error}" errors="0">\n${suites.join('')}</testsuites>\n`;
}

function suite(file: string, findings: readonly ReportedFinding[], at: string, context: CommandContext): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const cases =
    findings.length === 0
      ? `    <testcase name="${context.locale === 'fr' ? 'aucun constat' : 'no finding'}" classname="${escape(file)}"/>\n`
      : findings.map((finding) => testCase(finding)).join('');
  return `  <testsuite name="${escape(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" timestamp="${escape(at)}T00:00:00">\n${cases}  </testsuite>\n`;
}

function testCase(finding: ReportedFinding): string {
  const at = `${finding.file}:${finding.range.start.line + 1}:${finding.range.start.character + 1}`;
  const head = `    <testcase name="${escape(`${finding.rule} (${at})`)}" classname="${escape(finding.file)}">`;
  const body =
    finding.severity === 'error'
      ? `<failure message="${escape(finding.message)}" type="${escape(finding.rule)}">${escape(`${at}: ${finding.message}`)}</failure>`
      : `<system-out>${escape(`${finding.severity}: ${at}: ${finding.message}`)}</system-out>`;
  return `${head}${body}</testcase>\n`;
}

/** XML 1.0 has no place for most control characters, however escaped. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
