import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isSameValue } from '../../core/facts/known-facts';
import { verificationMessages as messages } from '../../core/facts/verification-messages';
import { watchHeadLines } from '../../core/parcours/watch/watch-heads';
import { watchJson } from '../../core/parcours/watch/watch-json';
import { watchPage } from '../../core/parcours/watch/watch-page';
import { watchAll, watchDossiers, type Watch } from '../../core/report/watch-of';
import { rules } from '../../core/rules/registry';
import { jsonWithoutHidden } from '../../core/text/hidden-characters';
import { isCalendarDate } from '../../core/time/calendar-date';
import { folderOf, normaliseUri, writtenUnder } from '../../core/text/uri';
import { Workspace } from '../../core/workspace/workspace';
import { parisClock } from '../../host/clock/paris-clock';
import { nodeWorkspacePorts } from '../../host/node-workspace-ports';
import { recordVerification } from '../../host/operations/record-verification';
import { toolVersion } from '../../host/tool-version';
import { argumentMessages } from '../argument-messages';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { watchText } from '../formats/watch-text';
import { factsUriOf, openReadDossiers, tellFactsProblems } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { closestName } from '../usage/closest-name';
import { freshnessUsage } from '../usage/all-commands';

/** The lists, and where the team's package is, if anywhere. */
interface Looked {
  readonly watches: readonly Watch[];
  readonly packagePath: string | undefined;
  readonly code: ExitCode;
}

/** `freshness [PATH…] [--format F] [--at DATE] [--donnees PATH] [--verifie FACT --par NAME [--valeur V] [--le DATE]]` */
export async function freshness(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, freshnessUsage, locale);
  const at = dayOf(given.string('at'), context);
  const fact = given.string('verifie');
  const looked = await look(given.paths, at, given.string('donnees'), context, fact === undefined);
  if (fact !== undefined) {
    const by = given.string('par')?.trim();
    if (by === undefined || by === '') throw new CliError(exitCodes.usage, context.say(messages.noName));
    return verify({ fact, by, value: given.string('valeur'), on: dayOf(given.string('le'), context) }, looked, context);
  }
  if ((['valeur', 'par', 'le'] as const).some((name) => given.string(name) !== undefined))
    throw new CliError(exitCodes.usage, context.say(messages.alone));
  const { watches, code } = looked;
  const heads = (watch: Watch) => watchHeadLines(watch, toolVersion, (uri) => shownPath(uri, terminal.cwd), locale);
  switch (given.choice('format')) {
    case 'json': {
      const lists = watches.map(({ facts, dispositifs, list }) => ({
        dispositifs,
        ...watchJson(list, facts, toolVersion),
      }));
      terminal.out(`${jsonWithoutHidden(JSON.stringify({ version: 1, listes: lists }, null, 2))}\n`);
      break;
    }
    case 'html':
      terminal.out(watches.map((watch) => watchPage(watch.list, heads(watch), locale)).join(''));
      break;
    case 'text':
      terminal.out(watches.map((watch) => watchText(watch.list, heads(watch), context)).join('\n'));
  }
  return code;
}

/** @throws CliError (usage) when it is no day */
function dayOf(value: string | undefined, context: CommandContext): string {
  const day = value ?? parisClock.today();
  if (isCalendarDate(day)) return day;
  throw new CliError(exitCodes.usage, context.say(argumentMessages.badDate, { value: day }));
}

async function look(
  paths: readonly string[],
  at: string,
  factsPath: string | undefined,
  context: CommandContext,
  /** Not where a package is to be written: it may not be there yet. */
  tells: boolean,
): Promise<Looked> {
  const { terminal } = context;
  const override = factsPath === undefined ? undefined : resolve(terminal.cwd, factsPath);
  if (paths.length > 0) {
    const { workspace, dossiers, code } = await openReadDossiers(
      { paths, at, factsPath, withoutEvidence: true },
      context,
    );
    const analyses = dossiers.map(({ analysis }) => analysis);
    const [first] = analyses;
    const path = override ?? (first && (await configured(workspace, first.dossier.rootUri, context)));
    const told = analyses.flatMap(({ configuration }) => configuration.problems);
    for (const line of new Set(told.map(({ sentence }) => sentence[context.locale]))) terminal.err(`${line}.\n`);
    return {
      watches: watchDossiers(analyses, at),
      packagePath: path,
      code: told.length > 0 ? exitCodes.inputOutput : code,
    };
  }
  const factsUri = factsPath === undefined ? undefined : factsUriOf(factsPath, context);
  const workspace = new Workspace(nodeWorkspacePorts(), rules, { factsUri });
  const isRead = !tells || (await tellFactsProblems(workspace, factsUri, context));
  const folder = normaliseUri(pathToFileURL(terminal.cwd).toString());
  const { facts, problems } = await workspace.configurations.of(folder, terminal.cancellation);
  for (const { sentence } of tells ? problems : []) terminal.err(`${sentence[context.locale]}.\n`);
  return {
    watches: [watchAll(facts, at)],
    packagePath: override ?? (await configured(workspace, folder, context)),
    code: isRead && problems.length === 0 ? exitCodes.ok : exitCodes.inputOutput,
  };
}

/** Path of the package that the nearest configuration names. */
async function configured(
  workspace: Workspace,
  folderUri: string,
  context: CommandContext,
): Promise<string | undefined> {
  const { uri, factsPath } = await workspace.configurations.of(folderUri, context.terminal.cancellation);
  return uri === undefined || !factsPath ? undefined : fileURLToPath(writtenUnder(folderOf(uri), factsPath.value));
}

interface Asked {
  readonly fact: string;
  readonly by: string;
  readonly value: string | undefined;
  readonly on: string;
}

async function verify(
  { fact, by, value, on }: Asked,
  { watches, packagePath }: Looked,
  context: CommandContext,
): Promise<ExitCode> {
  const all = watches.flatMap(({ list }) => [...list.doubtful, ...list.sound]);
  const known = all.find(({ id }) => id === fact);
  if (!known) {
    const ids = new Map(all.map(({ id }) => [id.toLowerCase(), id]));
    const near = ids.get(closestName(fact, [...ids.keys()]) ?? '');
    const hint = near === undefined ? '' : context.say(messages.near, { near });
    throw new CliError(exitCodes.usage, context.say(messages.noFact, { fact, hint }));
  }
  const read = value?.trim() ?? known.value;
  if (read === undefined || read === '') throw new CliError(exitCodes.usage, context.say(messages.noValue, { fact }));
  if (packagePath === undefined) throw new CliError(exitCodes.usage, context.say(messages.nowhere));
  const written = await attempt(packagePath, context, () =>
    recordVerification(
      packagePath,
      { fait: fact, valeur: read, verifie_le: on, par: by },
      context.locale,
      context.terminal.cancellation,
    ),
  );
  const path = shownPath(normaliseUri(pathToFileURL(written.path).toString()), context.terminal.cwd);
  if ('refused' in written) throw new CliError(exitCodes.inputOutput, context.say(messages[written.refused], { path }));
  context.terminal.out(`${context.say(messages.written, { fact, value: read, on, by, path })}\n`);
  if (known.value !== undefined && !isSameValue(known.value, read))
    context.terminal.out(`${context.say(messages.contradicts, { fact, value: read, shown: known.value })}\n`);
  return exitCodes.ok;
}
