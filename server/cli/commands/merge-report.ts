import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../core/engine/analyse';
import {
  conflictLine,
  editLine,
  mergeNoteLine,
  mergeSummary,
  otherDossierWords,
} from '../../core/roundtrip/merge-words';
import { mergeWorkbook } from '../../core/roundtrip/merge-workbook';
import type { MergePlan, Side } from '../../core/roundtrip/merge-plan';
import { identityOfDossier } from '../../core/roundtrip/record';
import { applyAttach } from '../../host/operations/attach';
import type { SheetFound } from '../../host/operations/intake';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { intakeMessages as words } from './intake-messages';

interface MergeReportWishes {
  /** Of the workbook, as it was given. */
  readonly path: string;
  /** What is kept of every conflict. */
  readonly side?: Side;
  readonly isOtherTaken: boolean;
  readonly isWritten: boolean;
}

/** Takes back a report workbook that colleagues edited: shows what changes, and writes that when it is asked to. */
export async function mergeReport(
  analysis: Analysis,
  { workbook, record }: Extract<SheetFound, { readonly kind: 'report' }>,
  { path, side, isOtherTaken, isWritten }: MergeReportWishes,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, locale } = context;
  const plan = mergeWorkbook(analysis, workbook, record, { locale, ...(side ? { choose: () => side } : {}) });
  const fact = otherDossierWords(plan, identityOfDossier(analysis), locale);
  if (fact !== undefined && !isOtherTaken)
    throw new CliError(exitCodes.usage, context.say(words.otherDossier, { fact }));
  terminal.err(`${context.say(words.reportRead, { path })}\n`);
  const open = plan.conflicts.filter(({ choice }) => choice === undefined).length;
  const isWhole = open === 0 && plan.notes.length === 0;
  if (isWritten) {
    const about = shownPath(analysis.dossier.main.uri, terminal.cwd);
    const { files } = plan;
    const prepared = { plan: { files }, root: fileURLToPath(analysis.dossier.rootUri), copies: [] };
    if (files.length > 0) await attempt(about, context, () => applyAttach(prepared, terminal.cancellation));
  }
  tell(plan, context);
  if (isWritten) terminal.out(`${context.say(words.merged, { count: plan.edits.length })}\n`);
  else terminal.err(`${context.say(words.previewReport)}\n`);
  return isWhole ? exitCodes.ok : exitCodes.findings;
}

function tell(plan: MergePlan, context: CommandContext): void {
  const { terminal, locale } = context;
  const { edits, conflicts, notes } = plan;
  for (const edit of edits) terminal.out(`${editLine(edit, locale)}\n`);
  if (conflicts.length > 0) terminal.err(`${context.say(words.conflicts, { count: conflicts.length })}\n`);
  for (const conflict of conflicts) terminal.err(`  ${conflictLine(conflict, locale)}\n`);
  if (notes.length > 0) terminal.err(`${context.say(words.notes, { count: notes.length })}\n`);
  for (const note of notes) terminal.err(`  ${mergeNoteLine(note, locale)}\n`);
  terminal.out(`${mergeSummary(plan, locale)}\n`);
}
