import { resolve } from 'node:path';
import { say } from '../../core/messages/say';
import { candidatureOf, uploadList, type UploadItem, type UploadList } from '../../core/uploads/upload-list';
import { findItems } from '../../core/uploads/find-items';
import { uploadWords } from '../../core/uploads/upload-words';
import {
  uploadCsv,
  uploadHtml,
  uploadJson,
  uploadProgress,
  uploadText,
  type UploadView,
} from '../../core/uploads/upload-formats';
import type { UploadLog, UploadTick } from '../../core/uploads/upload-log';
import { changeOf, sinceFiled, uploadRows } from '../../core/uploads/upload-states';
import { parisClock } from '../../host/clock/paris-clock';
import { noRecord, readPackageRecord } from '../../host/operations/read-filed-state';
import { readUploadLogFile, uploadLogOf, writeUploadLog } from '../../host/operations/upload-log-file';
import { dateOption, readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { dossierState } from '../open-state';
import type { CommandContext } from '../terminal';
import { depotUsage } from '../usage/all-commands';
import { depotMessages as words } from './depot-messages';

type Given = ParsedArguments<typeof depotUsage.options>;

const formats = { text: uploadText, json: uploadJson, html: uploadHtml, csv: uploadCsv } as const;

/** `depot PACKAGE.zip [DOSSIER] [--cocher SLOT]… [--decocher SLOT]… [--par WHO] [--le DATE] [--reste] [--suivi F] [--format F]` */
export async function depot(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, depotUsage, locale);
  const path = given.path(0);
  const full = resolve(terminal.cwd, path);
  const record = await attempt(path, context, () => readPackageRecord(full, terminal.cancellation));
  const list = uploadList(record);
  if (!list) throw new CliError(exitCodes.inputOutput, context.say(noRecord, { path }));
  const kept = given.string('suivi');
  const logPath = kept === undefined ? uploadLogOf(full) : resolve(terminal.cwd, kept);
  const shown = kept ?? `${path.replace(/(?<![^/\\])[^/\\]+$/, '')}suivi-depot.yaml`;
  if (given.strings('cocher').length + given.strings('decocher').length > 0)
    return await note(given, list, { path, full: logPath, shown }, context);
  const { log } = await attempt(shown, context, () => readUploadLogFile(logPath));
  const isRead = tellProblems(log, shown, context);
  const ticks = ticksOf(log, list);
  const rows = uploadRows(list, ticks);
  const dossier = given.paths[1];
  const now = dossier === undefined ? undefined : await dossierState(dossier, context);
  // All that was filed of the candidature is held against it, whatever part of it this package is.
  if (now && candidatureOf(now) !== list.of)
    throw new CliError(
      exitCodes.usage,
      context.say(words.other, { path: dossier ?? '', of: candidatureOf(now), filed: list.of }),
    );
  const since = now && sinceFiled(now, ticks);
  const view: UploadView = { list, locale, isRest: given.flag('reste'), ...rows, ...(since ? { since } : {}) };
  terminal.out(formats[given.choice('format')](view));
  const isDone = rows.rows.every(({ state }) => state === 'filed') && rows.gone.length === 0 && list.empty === 0;
  const isSame = !since || since.changed.length + since.gone.length + since.unread.length + since.fresh.length === 0;
  return isRead && isDone && isSame && !list.draft ? exitCodes.ok : exitCodes.findings;
}

function ticksOf(log: UploadLog, { of }: UploadList): readonly UploadTick[] {
  return (log.ticks.get(of) ?? []).map(({ tick }) => tick);
}

/** @returns whether there was none */
function tellProblems({ problems }: UploadLog, path: string, context: CommandContext): boolean {
  for (const { sentence, args } of problems) {
    const fault = say(sentence, context.locale, args);
    context.terminal.err(`${context.say(words.problem, { path, fault })}\n`);
  }
  return problems.length === 0;
}

interface LogPlace {
  /** The package, as it was given. */
  readonly path: string;
  readonly full: string;
  /** The log, as it is told. */
  readonly shown: string;
}

async function note(given: Given, list: UploadList, { path, full, shown }: LogPlace, context: CommandContext) {
  const { terminal, locale } = context;
  if (list.draft) throw new CliError(exitCodes.usage, context.say(words.draft));
  const meant = (wanted: string): readonly UploadItem[] => {
    const found = findItems(list, wanted);
    if (found.kind === 'found') return found.items;
    if (found.kind === 'none') throw new CliError(exitCodes.usage, context.say(words.unknownSlot, { wanted, path }));
    throw new CliError(exitCodes.usage, context.say(words.severalSlots, { wanted, ids: found.ids.join(', ') }));
  };
  const untick = given.strings('decocher').flatMap(meant);
  const tick = given.strings('cocher').flatMap((wanted) => {
    const items = meant(wanted);
    if (items.some((one) => untick.includes(one)))
      throw new CliError(exitCodes.usage, context.say(words.both, { wanted }));
    return items;
  });
  const on = dateOption(given.string('le'), locale) ?? parisClock.today();
  const { log } = await attempt(shown, context, () => readUploadLogFile(full));
  if (!tellProblems(log, shown, context))
    throw new CliError(exitCodes.inputOutput, context.say(words.refused, { path: shown }));
  const before = uploadRows(list, ticksOf(log, list));
  const absent = before.rows.find(({ item, state }) => state === 'absent' && tick.includes(item));
  if (absent) throw new CliError(exitCodes.usage, context.say(words.absent, { wanted: absent.item.shownId }));
  const change = changeOf(list, before, { tick, untick, on, by: given.string('par') });
  const written = await attempt(shown, context, () => writeUploadLog(full, change, context.terminal.cancellation));
  if (written.kind === 'refused')
    throw new CliError(exitCodes.inputOutput, context.say(words.refused, { path: shown }));
  const after = uploadRows(list, ticksOf(written.log, list));
  if (tick.length > 0) terminal.out(`${context.say(words.ticked, { count: change.add.length, path: shown })}\n`);
  const unticked = before.rows.filter(({ item, tick: was }) => was !== undefined && untick.includes(item)).length;
  if (untick.length > 0) terminal.out(`${context.say(words.unticked, { count: unticked })}\n`);
  terminal.out(`${context.say(uploadWords.progress, { ...uploadProgress(after) })}\n`);
  return exitCodes.ok;
}
