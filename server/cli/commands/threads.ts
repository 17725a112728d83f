import { threadsUnder } from '../../core/threads/place-threads';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { readArguments } from '../arguments';
import { exitCodes, type ExitCode } from '../exit-codes';
import { threadsJson, threadsText, type ListedThreads } from '../formats/threads-list';
import { openReadDossiers } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { threadsUsage } from '../usage/all-commands';

/** `threads [PATH…] [--all] [--about ID] [--format text|json]` */
export async function threads(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, threadsUsage, locale);
  const [all, about] = [given.flag('all'), given.string('about')];
  const { workspace, dossiers, code } = await openReadDossiers({ paths: given.paths, withoutEvidence: true }, context);
  const listed: ListedThreads[] = [];
  for (const { uri, analysis } of dossiers) {
    const { threads: found, fault } = await dossierThreads(workspace, analysis, terminal.cancellation);
    const meant = about === undefined ? found : threadsUnder(found, about);
    listed.push({
      file: shownPath(uri, terminal.cwd),
      whole: found,
      // What is not known to be about something else is never left out.
      threads: meant.filter(({ thread, lost }) => all || thread.isOpen || lost !== undefined),
      ...(fault ? { fault } : {}),
    });
  }
  terminal.out(given.choice('format') === 'json' ? threadsJson(listed, locale) : threadsText(listed, all, locale));
  const isUnread = listed.some(
    ({ fault, whole }) => fault !== undefined || whole.some(({ thread }) => thread.fault?.kind === 'file'),
  );
  return isUnread ? exitCodes.inputOutput : code;
}
