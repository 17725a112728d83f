import type { Severity } from '../../core/findings/severity';
import { controlTallyWords } from '../../core/evidence/cda-control-words';
import { examinedSummary, examinedTally } from '../../core/report/examined-pieces';
import { filingSummary, reservations, untoldReasons } from '../../core/submission/gate/filing-words';
import type { CheckReport, DossierFigures, ReportedFinding } from '../check-report';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { paint, type Colour } from './colour';
import { severityWords } from './severity-words';

const severityColours: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'grey',
};

/** Findings for people: by file, with the line and the faulty text underlined. */
export function checkPretty(report: CheckReport, context: CommandContext): string {
  const { colour } = context.terminal;
  let text = '';
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) {
      text += `${text === '' ? '' : '\n'}${paint('bold', finding.file, colour)}\n`;
      file = finding.file;
    }
    text += findingText(finding, context);
  }
  const sum = report.findings.length === 0 ? context.say(messages.clean) : summaryText(report, context);
  const at = context.say(messages.checkedAt, { at: report.at });
  return `${text}${text === '' ? '' : '\n'}${at}\n${report.dossiers.map((one) => filingText(one, context)).join('')}${sum}\n`;
}

/** How many findings of each severity. */
export function summaryText({ summary: { error, warning, info, hint } }: CheckReport, context: CommandContext): string {
  return context.say(messages.summary, { error, warning, info, hint });
}

/** Whether a final package could be made; why not, where no finding says so. */
function filingText({ file, filing, examined }: DossierFigures, context: CommandContext): string {
  const { locale } = context;
  const looked = examinedSummary(examinedTally(examined), locale);
  const controls = controlTallyWords(
    examined.flatMap((piece) => piece.controls),
    locale,
  );
  const told = [
    ...untoldReasons(filing, locale),
    ...reservations(filing, locale),
    ...(looked === undefined ? [] : [looked]),
    ...(controls === undefined ? [] : [controls]),
  ];
  const reasons = told.map((reason) => `  ${reason}\n`);
  return `${file} · ${filingSummary(filing, locale)}\n${reasons.join('')}`;
}

function findingText(finding: ReportedFinding, context: CommandContext): string {
  const { colour } = context.terminal;
  const { start } = finding.range;
  const at = `${finding.file}:${start.line + 1}:${start.character + 1}`;
  const severity = paint(severityColours[finding.severity], context.say(severityWords[finding.severity]), colour);
  return `  ${at}  ${severity}  ${finding.message}  ${paint('grey', finding.rule, colour)}\n${excerpt(finding, colour)}${relatedText(finding)}`;
}

/** The other places that a finding names. */
function relatedText({ related }: ReportedFinding): string {
  return related
    .map(
      ({ file, range: { start }, message }) => `      ${file}:${start.line + 1}:${start.character + 1}  ${message}\n`,
    )
    .join('');
}

function excerpt({ line, range: { start, end } }: ReportedFinding, colour: boolean): string {
  if (line.trim() === '') return '';
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const from = Math.max(start.character, indent);
  const to = end.line === start.line ? Math.max(end.character, from + 1) : line.length;
  const marks = `${' '.repeat(from - indent)}${'^'.repeat(Math.max(1, Math.min(to, line.length) - from))}`;
  return `      ${line.slice(indent)}\n      ${paint('grey', marks, colour)}\n`;
}
