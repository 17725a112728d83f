import { categories } from '../../core/rules/categories';
import { severities, type Severity } from '../../core/findings/severity';
import { crashedRuleId } from '../../core/engine/guarded';
import { rules } from '../../core/rules/registry';
import type { RuleMetadata } from '../../core/rules/rule';
import { rulePage } from '../../core/rules/rule-page';
import type { Locale } from '../../core/messages/say';
import { toolVersion } from '../../host/tool-version';
import type { CheckReport, ReportedFinding, ReportedPlace } from '../check-report';
import { exitCodes } from '../exit-codes';
import type { CommandContext } from '../terminal';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** Words of GitHub code scanning for the same. */
const problemSeverities = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

/** What relative URIs start from. Not told where that is: the reader knows its copy, and no path of this machine leaves. */
const root = '%SRCROOT%';

const rootWords: Readonly<Record<Locale, string>> = {
  fr: 'La racine du dépôt git ou du projet ; sans elle, le répertoire dans lequel la commande a été lancée.',
  en: 'The root of the git repository or project; without one, the folder in which the command was run.',
};

/**
 * `check --format sarif`: SARIF 2.1.0 (OASIS), one run, relative URIs, columns in UTF-16 units. Findings that the team
 * accepted are left out, not marked as suppressed: GitHub shows suppressed results as open alerts.
 */
export function checkSarif(report: CheckReport, { locale }: CommandContext): string {
  const used = new Set(report.findings.map(({ rule }) => rule));
  const described = rules.filter(({ meta }) => used.has(meta.id)).map(({ meta }) => descriptor(meta, locale));
  const crashed = used.has(crashedRuleId) ? [{ id: crashedRuleId, helpUri: rulePage(crashedRuleId) }] : [];
  const all = [...described, ...crashed];
  const indexes = new Map(all.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'Ségur Preuves',
        version: toolVersion,
        semanticVersion: toolVersion,
        informationUri: 'https://github.com/segur-preuves/segur-preuves',
        language: locale,
        rules: all,
      },
    },
    automationDetails: { id: 'segur-preuves/check/' },
    invocations: [
      { executionSuccessful: true, exitCode: report.summary.error > 0 ? exitCodes.findings : exitCodes.ok },
    ],
    originalUriBaseIds: { [root]: { description: { text: rootWords[locale] } } },
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((finding) => result(finding, indexes.get(finding.rule))),
    properties: {
      at: report.at,
      summary: Object.fromEntries(severities.map((severity) => [severity, report.summary[severity]])),
    },
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(meta: RuleMetadata, locale: Locale) {
  const { id, summary, why, source, avoid, prefer, defaultSeverity, optional } = meta;
  const level = levels[defaultSeverity];
  const category = id.slice(0, id.indexOf('/'));
  return {
    id,
    shortDescription: { text: summary[locale] },
    fullDescription: { text: why[locale] },
    help: {
      text: `${why[locale]} ${source[locale]}`,
      markdown: `${why[locale]}\n\n\`\`\`yaml\n${avoid}\n\`\`\`\n\n→\n\n\`\`\`yaml\n${prefer}\n\`\`\`\n\n*${source[locale]}*`,
    },
    helpUri: rulePage(id),
    defaultConfiguration: optional ? { enabled: false, level } : { level },
    properties: {
      tags: [category],
      category: categories[category]?.[locale] ?? category,
      'problem.severity': problemSeverities[level],
    },
  };
}

function result(finding: ReportedFinding, ruleIndex: number | undefined): object {
  const { related } = finding;
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: physicalLocation(place),
            message: { text: place.message },
          })),
        }),
    partialFingerprints: { 'segurPreuves/v1': finding.fingerprint },
  };
}

function physicalLocation({ file, range: { start, end } }: ReportedPlace): object {
  return {
    artifactLocation: artifactLocation(file),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** A file on another drive than the working directory has no relative path. */
function artifactLocation(file: string): object {
  const [drive, ...rest] = file.split('/');
  if (drive !== undefined && /^[A-Za-z]:$/.test(drive))
    return { uri: `file:///${[drive, ...rest.map(encodeURIComponent)].join('/')}` };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: root };
}
