import { resolve } from 'node:path';
import { say } from '../../core/messages/say';
import { calendarIdentity, calendarNames } from '../../core/parcours/calendar/calendar-names';
import { renderTasks, taskFormatOf } from '../../core/report/tasks/render-tasks';
import { taskWords } from '../../core/report/tasks/task-words';
import { isUnknownPerson, lateOnly, tasksOf } from '../../core/report/tasks/tasks-of';
import { peopleOf } from '../../core/status/people';
import { writeText } from '../../host/operations/write-text';
import { dateOption, readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openReadDossiers, type OpenDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { tasksUsage } from '../usage/all-commands';
import { tasksMessages } from './tasks-messages';

/** `tasks [PATH…] [--person P] [--late] [--format text|json|csv|ics|html] [--at DATE] [-o FILE]` */
export async function tasks(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, tasksUsage, locale);
  const output = given.string('output');
  const format = given.choice('format') ?? (output === undefined ? undefined : taskFormatOf(output)) ?? 'text';
  const person = given.string('person');
  const { dossiers, code, at } = await openReadDossiers(
    { paths: given.paths, at: dateOption(given.string('at'), locale) },
    context,
  );
  if (person !== undefined && dossiers.every(({ analysis }) => isUnknownPerson(analysis, person)))
    throw unknownPerson(person, dossiers, context);
  const named = dossiers.map(({ uri, analysis }) => {
    const list = tasksOf(analysis, person);
    return {
      list: given.flag('late') ? lateOnly(list) : list,
      file: shownPath(uri, terminal.cwd),
      identity: calendarIdentity(uri, analysis.dossier.main.parsed),
    };
  });
  const names = calendarNames(named);
  const text = renderTasks({
    lists: named.map((one) => ({ ...one, calendar: names.get(one) ?? '' })),
    at,
    format,
    locale,
    csv: { separator: given.choice('separateur'), byteOrderMark: given.flag('bom') },
    stamp: Date.parse(`${at}T00:00:00Z`),
  });
  if (output === undefined) {
    terminal.out(text);
    return code;
  }
  await attempt(output, context, () => writeText(resolve(terminal.cwd, output), text));
  terminal.out(`${context.say(tasksMessages.written, { path: output })}\n`);
  terminal.err(`${context.say(taskWords.internal)}\n`);
  return code;
}

/** An empty list would read as if all was done. */
function unknownPerson(name: string, dossiers: readonly OpenDossier[], { locale }: CommandContext): CliError {
  const people = [...new Set(dossiers.flatMap(({ analysis }) => peopleOf(analysis.dossier)))];
  const known = people.length === 0 ? say(taskWords.none, locale) : people.join(', ');
  return new CliError(exitCodes.usage, say(taskWords.unknownPerson, locale, { name, known }));
}
