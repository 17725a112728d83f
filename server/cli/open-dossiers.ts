import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '../core/dossier/analyse';
import { rules } from '../core/rules/registry';
import { normaliseUri } from '../core/workspace/uri';
import { Workspace } from '../core/workspace/workspace';
import { parisClock } from '../host/clock/paris-clock';
import { nodeWorkspacePorts } from '../host/node-workspace-ports';
import { CliError, exitCodes } from './exit-codes';
import { messages } from './messages';
import { ProgressLine, type CommandContext } from './terminal';

/** A dossier, checked with all its evidence looked at. */
export interface OpenDossier {
  readonly uri: string;
  readonly analysis: Analysis;
}

export interface OpenOptions {
  readonly paths: readonly string[];
  /** `YYYY-MM-DD`, instead of today. */
  readonly at?: string | undefined;
  /** Leave the evidence alone: the manifest is enough for what is asked. */
  readonly withoutEvidence?: boolean;
}

/** The dossiers of a run, and the workspace that can check them again after a change. */
export interface OpenedDossiers {
  readonly workspace: Workspace;
  readonly dossiers: readonly OpenDossier[];
  /** The day of the check, `YYYY-MM-DD`, Europe/Paris. */
  readonly at: string;
}

/**
 * Finds and checks the dossiers under the given files and folders (the working directory when none is given).
 * @throws CliError when a path does not exist or holds no dossier
 */
export async function openDossiers(
  { paths, at, withoutEvidence = false }: OpenOptions,
  context: CommandContext,
): Promise<OpenedDossiers> {
  const { terminal } = context;
  // One day for the whole run, even over midnight: the outputs name it once.
  const day = at ?? parisClock.today();
  const ports = nodeWorkspacePorts({ clock: { today: () => day } });
  const workspace = new Workspace(ports, rules);
  const wanted: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const found = await mainsUnder(workspace, resolve(terminal.cwd, path), context);
    if (found.length === 0) throw new CliError(exitCodes.usage, context.say(messages.noDossier, { path }));
    wanted.push(...found);
  }
  const dossiers: OpenDossier[] = [];
  for (const uri of new Set(wanted)) {
    const analysis = withoutEvidence
      ? await workspace.analyse(uri, terminal.cancellation)
      : await checkFully(workspace, uri, context);
    if (analysis) dossiers.push({ uri, analysis });
  }
  return { workspace, dossiers, at: day };
}

/** The one dossier that a command is about. @throws CliError when there are several or none */
export async function openOneDossier(
  options: OpenOptions,
  context: CommandContext,
): Promise<OpenDossier & Pick<OpenedDossiers, 'workspace'>> {
  const { workspace, dossiers } = await openDossiers(options, context);
  const [only, other] = dossiers;
  if (!only || other) {
    const names = dossiers.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).join(', ');
    const path = options.paths[0] ?? '.';
    throw new CliError(exitCodes.usage, context.say(messages.severalDossiers, { path, dossiers: names }));
  }
  return { ...only, workspace };
}

/** Checks a dossier after its evidence was looked at. */
export async function checkFully(
  workspace: Workspace,
  uri: string,
  context: CommandContext,
): Promise<Analysis | undefined> {
  const { cancellation } = context.terminal;
  const first = await workspace.analyse(uri, cancellation);
  if (!first) return undefined;
  const progress = new ProgressLine(context.terminal);
  const paths = first.evidencePaths();
  progress.show(context.say(messages.scanning, { done: 0, total: paths.length }));
  await workspace.scanEvidence(first, cancellation);
  progress.clear();
  return workspace.analyse(uri, cancellation);
}

/** The main manifests at or under a file or folder. @throws CliError when there is nothing there */
export async function mainsUnder(workspace: Workspace, path: string, context: CommandContext): Promise<string[]> {
  const { cancellation } = context.terminal;
  const info = await statusOf(path, context);
  const uri = normaliseUri(pathToFileURL(path).toString());
  if (info.isDirectory()) {
    await workspace.addFolder(uri, cancellation);
    const mains = await workspace.mains(cancellation);
    return mains.filter((main) => main.startsWith(uri.endsWith('/') ? uri : `${uri}/`));
  }
  await workspace.addFolder(normaliseUri(pathToFileURL(dirname(path)).toString()), cancellation);
  workspace.addManifest(uri);
  return workspace.mainsOf(uri, cancellation);
}

async function statusOf(path: string, context: CommandContext) {
  try {
    return await stat(path);
  } catch (error) {
    throw new CliError(exitCodes.inputOutput, context.say(messages.noSuchPath, { path }), { cause: error });
  }
}
