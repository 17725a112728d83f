import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '../core/dossier/analyse';
import { rules } from '../core/rules/registry';
import { normaliseUri } from '../core/workspace/uri';
import { Workspace } from '../core/workspace/workspace';
import { parisClock } from '../host/clock/paris-clock';
import { nodeWorkspacePorts } from '../host/node-workspace-ports';
import { shownPath } from './check-report';
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
  /** Look at these paths only, of all that the dossier cites. */
  readonly only?: (analysis: Analysis) => readonly string[];
}

/** The dossiers of a run, and the workspace that can check them again after a change. */
export interface OpenedDossiers {
  readonly workspace: Workspace;
  readonly dossiers: readonly OpenDossier[];
}

/**
 * Finds and checks the dossiers under the given files and folders (the working directory when none is given).
 * @throws CliError when a path does not exist or holds no dossier
 */
export async function openDossiers(
  { paths, at, withoutEvidence = false, only }: OpenOptions,
  context: CommandContext,
): Promise<OpenedDossiers> {
  const { terminal } = context;
  const ports = nodeWorkspacePorts({ clock: at === undefined ? parisClock : { today: () => at } });
  const workspace = new Workspace(ports, rules);
  const wanted: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const found = await mainsUnder(workspace, resolve(terminal.cwd, path), context);
    if (found.length === 0) throw noDossier(workspace, path, context);
    wanted.push(...found);
  }
  const dossiers: OpenDossier[] = [];
  for (const uri of new Set(wanted)) {
    const analysis = withoutEvidence
      ? await workspace.analyse(uri, terminal.cancellation)
      : await checkFully(workspace, uri, context, only);
    if (analysis) dossiers.push({ uri, analysis });
  }
  return { workspace, dossiers };
}

/** Why there is no dossier: perhaps its manifest is in an encoding that hides what it is. */
export function noDossier(workspace: Workspace, path: string, context: CommandContext): CliError {
  const folder = normaliseUri(pathToFileURL(resolve(context.terminal.cwd, path)).toString());
  const misread = workspace.manifests().flatMap((uri) => {
    const fault = uri.startsWith(folder)
      ? workspace.texts.peek(uri)?.problems.find(({ kind }) => kind === 'encoding')
      : undefined;
    if (!fault) return [];
    const encoding = context.say({ fr: '{encodingFr}', en: '{encodingEn}' }, fault.args);
    return [`\n  ${shownPath(uri, context.terminal.cwd)} (${encoding})`];
  });
  const said = misread.length > 0 ? messages.noDossierEncoding : messages.noDossier;
  return new CliError(exitCodes.usage, `${context.say(said, { path })}${misread.join('')}`);
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

/** Checks a dossier after its evidence, or the part of it that matters, was looked at. */
export async function checkFully(
  workspace: Workspace,
  uri: string,
  context: CommandContext,
  only?: OpenOptions['only'],
): Promise<Analysis | undefined> {
  const { cancellation } = context.terminal;
  const first = await workspace.analyse(uri, cancellation);
  if (!first) return undefined;
  const progress = new ProgressLine(context.terminal);
  const wanted = only?.(first);
  const paths = wanted ?? first.evidencePaths();
  progress.show(context.say(messages.scanning, { done: 0, total: paths.length }));
  await workspace.scanEvidence(first, cancellation, wanted);
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
