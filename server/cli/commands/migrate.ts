import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unifiedDiff } from '../../core/revision/migration/preview';
import { migrationSummary } from '../../core/revision/migration/migration-words';
import { Workspace } from '../../core/workspace/workspace';
import { nodeWorkspacePorts } from '../../host/node-workspace-ports';
import { applyMigration, prepareMigration, type PreparedMigration } from '../../host/operations/migrate-dossier';
import { refusalSentence, type Refusal } from '../../host/operations/migration-refusal';
import { sweepBeside, sweepDossier } from '../../host/operations/sweep-temporaries';
import { FileChanged } from '../../host/files/file-changed';
import { isInterrupted, journalPath, undoMigration } from '../../host/operations/migration-journal';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { shownPath } from '../shown-path';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import { mainsUnder, noDossier, unreadLine } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { revisionMessages as words } from './revision-messages';
import { migrateUsage } from '../usage/all-commands';

/** `migrate [PATH] --catalogue NEW [--depuis OLD] [--sans-probables] [--dry-run]`, `migrate [PATH] --annuler` */
export async function migrate(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { locale } = context;
  const given = readArguments(args, migrateUsage, locale);
  const [path = '.'] = given.paths;
  // No rule runs and no evidence is looked at: only the manifests and the catalogues count.
  let workspace = new Workspace(nodeWorkspacePorts(), []);
  const main = await onlyMain(workspace, path, context);
  if (given.flag('annuler')) {
    const analysis = await workspace.analyse(main, context.terminal.cancellation);
    if (analysis) await sweepDossier(analysis.dossier);
    return undo(fileURLToPath(main), context);
  }
  const catalogue = given.needed('catalogue');
  // What was read before is of the half that was written.
  if (!given.flag('dry-run') && (await restoreInterrupted(fileURLToPath(main), context))) {
    workspace = new Workspace(nodeWorkspacePorts(), []);
    await onlyMain(workspace, path, context);
  }
  const from = given.string('depuis');
  const { cwd, cancellation } = context.terminal;
  const outcome = await attempt(catalogue, context, async () => {
    const analysis = await workspace.analyse(main, cancellation);
    if (!analysis) return { kind: 'noDossier', uri: main } as const;
    if (!given.flag('dry-run')) await sweepDossier(analysis.dossier);
    return prepareMigration({
      dossier: analysis.dossier,
      catalogue,
      ...(from === undefined ? {} : { from }),
      followProbable: !given.flag('sans-probables'),
      locale,
      builtIns: workspace.ports.builtIns,
      resolvePath: (one) => resolve(cwd, one),
      cancellation,
    });
  });
  if (outcome.kind !== 'prepared') throw refusal(outcome, workspace, context);
  return given.flag('dry-run') ? preview(outcome.migration, context) : write(outcome.migration, main, context);
}

/** Of one that was cut off the dossier holds a part. What somebody edited since is not lost: it is then refused as before. */
async function restoreInterrupted(main: string, context: CommandContext): Promise<boolean> {
  return await attempt(main, context, async () => {
    if (!(await isInterrupted(main)) || (await undoMigration(main)).kind !== 'undone') return false;
    context.terminal.err(`${context.say(words.takenUp)}\n`);
    return true;
  });
}

function preview({ plan }: PreparedMigration, context: CommandContext): ExitCode {
  const { terminal } = context;
  for (const file of plan.files) terminal.out(unifiedDiff(file, shownPath(file.uri, terminal.cwd)));
  for (const line of migrationSummary(plan, context.locale)) terminal.err(`  ${line}\n`);
  const said = plan.files.length === 0 ? words.nothing : words.dryRun;
  terminal.err(`${context.say(said, { files: plan.files.length })}\n`);
  return exitCodes.ok;
}

async function write(migration: PreparedMigration, main: string, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const { plan } = migration;
  if (plan.files.length === 0) {
    terminal.out(`${context.say(words.nothing)}\n`);
    return exitCodes.ok;
  }
  try {
    await attempt(shownPath(main, terminal.cwd), context, () => applyMigration(migration));
  } catch (error) {
    if (!(error instanceof FileChanged)) throw error;
    throw new CliError(exitCodes.inputOutput, context.say(words.changed, { path: error.path }), { cause: error });
  }
  terminal.out(`${context.say(words.migrated, { files: plan.files.length })}\n`);
  for (const line of migrationSummary(plan, context.locale)) terminal.out(`  ${line}\n`);
  return exitCodes.ok;
}

async function undo(main: string, context: CommandContext): Promise<ExitCode> {
  await sweepBeside([journalPath(main)]);
  const outcome = await attempt(main, context, () => undoMigration(main));
  switch (outcome.kind) {
    case 'undone':
      context.terminal.out(`${context.say(words.undone, { files: outcome.files })}\n`);
      return exitCodes.ok;
    case 'nothing':
      throw new CliError(exitCodes.usage, context.say(words.nothingToUndo));
    case 'unreadable':
      throw new CliError(exitCodes.inputOutput, context.say(words.badJournal, { path: outcome.path }));
    case 'changed': {
      const args = { files: outcome.files.join(', '), journal: outcome.journal };
      throw new CliError(exitCodes.inputOutput, context.say(words.changedSince, args));
    }
  }
}

async function onlyMain(workspace: Workspace, path: string, context: CommandContext): Promise<string> {
  const { mains, unread } = await mainsUnder(workspace, resolve(context.terminal.cwd, path), context);
  const lines = unread.map((finding) => unreadLine(finding, context));
  const [only, ...others] = mains;
  if (only === undefined && lines.length > 0) throw new CliError(exitCodes.inputOutput, lines.join('\n'));
  for (const line of lines) context.terminal.err(`${line}\n`);
  if (only === undefined) throw noDossier(workspace, path, context);
  if (others.length > 0) {
    const dossiers = [only, ...others].map((uri) => shownPath(uri, context.terminal.cwd)).join(', ');
    throw new CliError(exitCodes.usage, context.say(messages.severalDossiers, { path, dossiers }));
  }
  return only;
}

function refusal(outcome: Refusal, workspace: Workspace, { terminal, locale }: CommandContext): CliError {
  const place = (uri: string, offset?: number) => {
    const path = shownPath(uri, terminal.cwd);
    const position = offset === undefined ? undefined : workspace.texts.peek(uri)?.source.position(offset);
    if (!position) return path;
    const { line, character } = position;
    return `${path}:${line + 1}:${character + 1}`;
  };
  return new CliError(exitCodes.usage, refusalSentence(outcome, locale, place));
}
