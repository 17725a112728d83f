import { statusWords } from '../../core/status/status-words';
import { filingState } from '../../core/submission/gate/filing-words';
import type { CheckReport, DossierFigures, ReportedFinding } from '../check-report';
import { paint, type Colour } from '../formats/colour';
import { severityWords } from '../formats/severity-words';
import type { CommandContext } from '../terminal';
import { watchMessages as messages } from './watch-messages';

/** Findings beyond that many are counted, not listed. */
const mostListed = 20;

/** What is other than at the check before: findings that came and went, states and figures of each dossier. */
export function changesText(before: CheckReport, after: CheckReport, context: CommandContext): string {
  const came = without(after.findings, before.findings);
  const gone = without(before.findings, after.findings);
  const states = stateLines(before, after, context);
  if (came.length === 0 && gone.length === 0 && states.length === 0) return `${context.say(messages.unchanged)}\n`;
  const lines = [
    ...findingLines(came, 'came', 'red', context),
    ...findingLines(gone, 'gone', 'green', context),
    ...states,
  ];
  const head = context.say(messages.changed, { came: came.length, gone: gone.length });
  return `${head}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** Those of the first that the second has not. */
function without(some: readonly ReportedFinding[], others: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint));
  return some.filter(({ fingerprint }) => !known.has(fingerprint));
}

function findingLines(
  findings: readonly ReportedFinding[],
  kind: 'came' | 'gone',
  colour: Colour,
  context: CommandContext,
): string[] {
  const lines = findings.slice(0, mostListed).map(({ file, range, severity, message, rule }) => {
    const args = { file, line: range.start.line + 1, severity: context.say(severityWords[severity]), message, rule };
    return paint(colour, context.say(messages[kind], args), context.terminal.colour);
  });
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, context.say(messages.more, { count: more })] : lines;
}

function stateLines(before: CheckReport, after: CheckReport, context: CommandContext): string[] {
  const [known, now] = [byFile(before), byFile(after)];
  const lines: string[] = [];
  for (const [file, dossier] of now) {
    const earlier = known.get(file);
    if (!earlier) {
      lines.push(context.say(messages.appeared, { file }));
      continue;
    }
    const figures = dossierChanges(earlier, dossier, context);
    if (figures.length > 0) lines.push(context.say(messages.figures, { file, figures: figures.join(' · ') }));
  }
  for (const file of known.keys()) if (!now.has(file)) lines.push(context.say(messages.disappeared, { file }));
  return lines;
}

function dossierChanges(before: DossierFigures, after: DossierFigures, context: CommandContext): string[] {
  const { locale } = context;
  const changed: string[] = [];
  const [one, other] = [stateOf(before, context), stateOf(after, context)];
  if (one !== other) changed.push(context.say(messages.state, { before: one, after: other }));
  for (const name of ['provided', 'toProvide', 'incomplete', 'toReview'] as const) {
    const [was, is] = [before.figures?.counts[name], after.figures?.counts[name]];
    if (was === undefined || is === undefined || was === is) continue;
    changed.push(context.say(messages.figure, { name: context.say(messages[name]), before: was, after: is }));
  }
  const [filed, now] = [filingState(before.filing, locale), filingState(after.filing, locale)];
  if (filed !== now) changed.push(`${filed} → ${now}`);
  return changed;
}

function stateOf({ figures }: DossierFigures, context: CommandContext): string {
  return context.say(statusWords[figures?.status ?? 'unknown']);
}

function byFile({ dossiers }: CheckReport): ReadonlyMap<string, DossierFigures> {
  return new Map(dossiers.map((one) => [one.file, one]));
}
