import { severities, type Severity } from '../../core/findings/severity';
import { rulePage } from '../../core/rules/rule-page';
import { crashedRuleId } from '../../core/rules/guarded';
import { rules } from '../../core/rules/registry';
import { toolVersion } from '../../host/tool-version';
import type { CheckReport, ReportedFinding } from '../check-report';
import type { CommandContext } from '../terminal';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** `check --format sarif`: SARIF 2.1.0, one run, relative URIs, columns in UTF-16 units. */
export function checkSarif(report: CheckReport, { language }: CommandContext): string {
  const used = new Set(report.findings.map(({ rule }) => rule));
  const described = rules
    .filter(({ meta }) => used.has(meta.id))
    .map(({ meta }) => ({
      id: meta.id,
      shortDescription: { text: meta.summary[language] },
      fullDescription: { text: meta.why[language] },
      help: { text: `${meta.why[language]} ${meta.source[language]}` },
      helpUri: rulePage(meta.id),
      defaultConfiguration: { level: levels[meta.defaultSeverity] },
    }));
  const crashed = used.has(crashedRuleId) ? [{ id: crashedRuleId }] : [];
  const all = [...described, ...crashed];
  const indexes = new Map(all.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'Ségur Preuves',
        version: toolVersion,
        informationUri: 'https://github.com/segur-preuves/segur-preuves',
        rules: all,
      },
    },
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((finding) => result(finding, indexes.get(finding.rule) ?? 0)),
    properties: { summary: Object.fromEntries(severities.map((severity) => [severity, report.summary[severity]])) },
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(finding: ReportedFinding, ruleIndex: number): object {
  const { start, end } = finding.range;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: finding.file.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { 'segurPreuves/v1': finding.fingerprint },
  };
}
