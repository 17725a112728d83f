import { resolve } from 'node:path';
import { CancelledError } from '../../core/ports/cancellation';
import { parisClock } from '../../host/clock/paris-clock';
import { leaveWorkingFolder } from '../../host/leave-working-folder';
import { failureSentence } from '../../host/operations/failure-sentence';
import { watchedPorts, type WatchedPorts } from '../../host/watching/watched-ports';
import { checkCode } from '../check-code';
import { checkReport, type CheckReport } from '../check-report';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { checkJsonLine } from '../formats/check-json';
import { checkPretty, summaryText } from '../formats/check-pretty';
import { openDossiers, type OpenOptions } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { changesText } from './changes-text';
import { nextChange } from './next-change';
import { watchMessages as messages } from './watch-messages';

/** The formats that can be followed: the others are documents about one check, read by a service once it has ended. */
export type WatchFormat = 'pretty' | 'json';

interface Checked {
  readonly report: CheckReport;
  readonly code: ExitCode;
}

/**
 * Checks again whenever something changes that the check rests on, and at midnight, until Ctrl+C.
 * @returns the code of the last check that ended
 * @throws CliError when the first one is not possible: what was asked for is then not there
 */
export async function watchCheck(wanted: OpenOptions, format: WatchFormat, context: CommandContext): Promise<ExitCode> {
  leaveWorkingFolder();
  const { terminal } = context;
  const { pictures = false, controlFolder, at } = wanted;
  const watched = watchedPorts({ pictures, ...(controlFolder === undefined ? {} : { controlFolder }) });
  let before: CheckReport | undefined;
  let code: ExitCode | undefined;
  for (;;) {
    try {
      const day = at ?? parisClock.today();
      if (format === 'pretty') terminal.out(`${context.say(messages.begins, { time: clockTime() })}\n`);
      try {
        const checked = await checkOnce(wanted, watched, context);
        terminal.out(format === 'json' ? checkJsonLine(checked.report) : watchedText(before, checked.report, context));
        before = checked.report;
        code = checked.code;
      } catch (error) {
        const failure = code === undefined ? undefined : failureOf(error, wanted, context);
        if (!failure) throw error;
        const paths = wanted.paths.length > 0 ? wanted.paths.join(', ') : '.';
        const text = context.say(messages.impossible, { time: clockTime(), paths, reason: failure.message });
        if (format === 'json') terminal.err(`${text}\n`);
        else terminal.out(`${text}\n`);
        code = failure.code;
      }
      const today = () => at ?? parisClock.today();
      await nextChange(watched.lookedAt, () => today() !== day, terminal.cancellation);
    } catch (error) {
      // Nothing was found out yet: the command was interrupted like any other.
      if (!(error instanceof CancelledError) || code === undefined) throw error;
      terminal.err(`${context.say(messages.stopped)}\n`);
      return code;
    }
  }
}

async function checkOnce(wanted: OpenOptions, watched: WatchedPorts, context: CommandContext): Promise<Checked> {
  const { ports, lookedAt } = watched;
  const { cwd } = context.terminal;
  lookedAt.clear();
  ports.evidence.forgetPlaces();
  for (const path of wanted.paths.length > 0 ? wanted.paths : ['.']) await lookedAt.noteFile(resolve(cwd, path));
  const opened = await openDossiers({ ...wanted, ports }, context);
  const report = checkReport(opened, (uri) => shownPath(uri, cwd), context.locale);
  return { report, code: checkCode(report, opened) };
}

/** Findings and states as without `--watch`, then what changed, then the line that says that it is over. */
function watchedText(before: CheckReport | undefined, report: CheckReport, context: CommandContext): string {
  const changes = before ? `\n${changesText(before, report, context)}` : '';
  const summary = report.findings.length === 0 ? context.say(messages.clean) : summaryText(report, context);
  return `${checkPretty(report, context)}${changes}${context.say(messages.ends, { time: clockTime(), summary })}\n`;
}

/** What the user can mend while the watching goes on; undefined for a defect and for Ctrl+C. */
function failureOf(error: unknown, { paths }: OpenOptions, { locale }: CommandContext): CliError | undefined {
  if (error instanceof CliError) return error;
  const sentence = failureSentence(error, paths[0] ?? '.', locale);
  return sentence === undefined ? undefined : new CliError(exitCodes.inputOutput, sentence, { cause: error });
}

/** `HH:MM:SS`, as the clock of whoever watches shows it. */
function clockTime(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
