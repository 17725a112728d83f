import { pathToFileURL, fileURLToPath } from 'node:url';
import type { IntakeParams, intakeRequest, IntakeResult } from '../../../protocol/requests/intake';
import { notAttachedWords, warningSentences } from '../../core/attach/attach-words';
import { notWrittenWords } from '../../core/cells/cell-words';
import { followLine, intakeSummary, pieceLine, placedNote, roleLabels } from '../../core/intake/intake-words';
import { labelOf, type IntakePlan } from '../../core/intake/intake-plan';
import type { Analysis } from '../../core/engine/analyse';
import { trackingRoles, type TrackingRole } from '../../core/intake/tracking-columns';
import { say, type Locale } from '../../core/messages/say';
import {
  conflictLine,
  editLine,
  mergeNoteLine,
  mergeSummary,
  otherDossierWords,
} from '../../core/roundtrip/merge-words';
import { conflictId, mergeWorkbook } from '../../core/roundtrip/merge-workbook';
import { identityOfDossier } from '../../core/roundtrip/record';
import { nameWithin } from '../../core/text/uri';
import { columnLetters } from '../../core/workbook/workbook';
import { placeCopies } from '../../host/operations/attach';
import { readIntake, readSheet, withPreparedIntake, type SheetFound } from '../../host/operations/intake';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import { inWords, noDossier } from '../refusals';
import type { Answer } from '../request-context';

/** Files are copied where it is asked; the client writes the manifests, as one edit that can be undone. */
export const answer: Answer<typeof intakeRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const sheet = fileURLToPath(params.sheet);
  return await inWords(sheet, locale, async (): Promise<IntakeResult> => {
    const found = await readSheet(sheet, cancellation);
    if (found.kind === 'unusable') return { kind: 'refused', message: say(found.reason, locale) };
    if (found.kind === 'report') {
      // What was reviewed is judged by the files as they are now.
      await context.session.lookAgain(cancellation);
      return mergedReport((await context.dossierOf(params.uri, cancellation)) ?? analysis, found, params, locale);
    }
    const folders = params.folders.map((uri) => fileURLToPath(uri));
    const plan = await readIntake(found.workbook, {
      analysis,
      sheet,
      folders,
      choices: choicesOf(params),
      cancellation,
    });
    const shown = shownPlan(plan, locale);
    if (!params.write) return shown;
    const nameOf = (piece: number): string => {
      const one = plan.pieces[piece];
      return one ? labelOf(one.source) : '';
    };
    return await withPreparedIntake(plan, { analysis, locale, cancellation }, async ({ attach, refused }) => {
      const fileOf = (uri: string) => nameWithin(analysis.dossier.rootUri, uri);
      if (attach.kind !== 'prepared')
        return { kind: 'refused', message: notAttachedWords(attach, nameOf, fileOf, locale) };
      const { paths } = await placeCopies(attach, cancellation);
      const warnings = [
        ...warningSentences(attach.plan, locale),
        ...(refused ? [notWrittenWords(refused, locale)] : []),
      ];
      const copies = paths.map((path) => pathToFileURL(path).href);
      return { ...shown, written: { ...editOf(attach.plan.files), copies, warnings } };
    });
  });
};

/** What colleagues changed in a report, as one edit once it is wanted. */
function mergedReport(
  analysis: Analysis,
  { workbook, record }: Extract<SheetFound, { readonly kind: 'report' }>,
  { conflicts = {}, isOtherTaken = false, write }: IntakeParams,
  locale: Locale,
): Extract<IntakeResult, { readonly kind: 'merge' }> {
  const choices = new Map(Object.entries(conflicts));
  const plan = mergeWorkbook(analysis, workbook, record, { locale, choose: (id) => choices.get(id) });
  const other = otherDossierWords(plan, identityOfDossier(analysis), locale);
  return {
    kind: 'merge',
    lines: plan.edits.map((edit) => editLine(edit, locale)),
    conflicts: plan.conflicts.map((one) => ({
      id: conflictId(one),
      line: conflictLine(one, locale),
      ...(one.choice ? { choice: one.choice } : {}),
    })),
    notes: plan.notes.map((note) => mergeNoteLine(note, locale)),
    summary: mergeSummary(plan, locale),
    ...(other === undefined ? {} : { other }),
    ...(write && (other === undefined || isOtherTaken)
      ? { written: { ...editOf(plan.files, editsBetween), copies: [], warnings: [] } }
      : {}),
  };
}

function choicesOf({ columns = {} }: IntakeParams): {
  readonly columns?: ReadonlyMap<TrackingRole, readonly string[]>;
} {
  const chosen = trackingRoles.flatMap((role) => (columns[role] ? [[role, columns[role]] as const] : []));
  return chosen.length === 0 ? {} : { columns: new Map(chosen) };
}

function shownPlan(plan: IntakePlan, locale: Locale): Extract<IntakeResult, { readonly kind: 'read' }> {
  return {
    kind: 'read',
    sheets: plan.book.sheets.map(({ name, columns }) => ({
      name,
      columns: columns
        .filter(({ header, said }) => header !== '' || said)
        .map(({ column, header, said }) => ({
          letters: columnLetters(column),
          header,
          ...(said ? { role: said.role } : {}),
        })),
    })),
    lines: [
      ...plan.pieces.map((piece) => pieceLine(piece, locale)),
      ...plan.follows.map((follow) => followLine(follow, locale)),
    ],
    notes: plan.notes.map((note) => placedNote(note, locale)),
    unused: plan.unused.map(({ inside }) => inside),
    pieces: plan.pieces.length,
    follows: plan.follows.length,
    summary: intakeSummary(plan, locale),
    roles: roleLabels(locale),
  };
}
