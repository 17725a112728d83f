import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '../core/engine/analyse';
import type { Finding } from '../core/findings/finding';
import { FindingWords } from '../core/engine/render-finding';
import { UnreadableFile } from '../core/ports/file-fault';
import { rules } from '../core/rules/registry';
import { folderOf, normaliseUri } from '../core/text/uri';
import type { Portfolio } from '../core/workspace/portfolio';
import { Workspace } from '../core/workspace/workspace';
import { parisClock } from '../host/clock/paris-clock';
import { nodeWorkspacePorts, type NodeWorkspacePorts } from '../host/node-workspace-ports';
import { failureSentence } from '../host/operations/failure-sentence';
import { CliError, exitCodes, type ExitCode } from './exit-codes';
import { messages } from './messages';
import {
  isPortfolio,
  lacksDossiers,
  openedPortfolio,
  portfolioAt,
  portfolioLine,
  type OpenedPortfolio,
} from './open-portfolio';
import { shownPath } from './shown-path';
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
  /** Read the text of pictures, too. */
  readonly pictures?: boolean;
  /** Folder of ANS's schemas that CDA is held against, absolute, before that of any configuration. */
  readonly controlFolder?: string | undefined;
  /** Data packages, before those of any configuration: path of a file or a folder, relative to the working directory. */
  readonly factsPath?: string | undefined;
  /** Leave the evidence alone: the manifest is enough for what is asked. */
  readonly withoutEvidence?: boolean;
  /** Where nothing is under the working directory, take the dossier of the nearest folder above it. */
  readonly orAbove?: boolean;
  /** Of a run that opens dossiers again and again; its own otherwise. The day is that of `at`, the rest is theirs. */
  readonly ports?: NodeWorkspacePorts;
  /** Look at these paths only, of all that the dossier cites. */
  readonly only?: (analysis: Analysis) => readonly string[];
}

/** The dossiers of a run, and the workspace that can check them again after a change. */
export interface OpenedDossiers {
  readonly workspace: Workspace;
  readonly dossiers: readonly OpenDossier[];
  /** Of manifests that are there, were not read, and are named by no dossier. */
  readonly unread: readonly Finding[];
  /** Those that were named, with what is wrong with them. */
  readonly portfolios: readonly OpenedPortfolio[];
  /** The day of the check, `YYYY-MM-DD`, Europe/Paris. */
  readonly at: string;
  /** False where a data package of `--donnees` was refused, which was told: what ships was taken. */
  readonly factsRead: boolean;
}

/**
 * Finds and checks the dossiers under the given files and folders (the working directory when none is given).
 * A folder with nothing but manifests that cannot be read gives no dossier and says so in `unread`.
 * @throws CliError when a path does not exist, cannot be read or holds no manifest of a dossier
 */
export async function openDossiers(
  {
    paths,
    at,
    controlFolder,
    factsPath,
    withoutEvidence = false,
    orAbove = false,
    only,
    pictures = false,
    ports,
  }: OpenOptions,
  context: CommandContext,
): Promise<OpenedDossiers> {
  const { terminal } = context;
  // One day for the whole run, even over midnight: the outputs name it once.
  const day = at ?? parisClock.today();
  const clock = { today: () => day };
  const factsUri = factsPath === undefined ? undefined : factsUriOf(factsPath, context);
  const workspace = new Workspace(
    ports
      ? { ...ports, clock }
      : nodeWorkspacePorts({ clock, pictures, ...(controlFolder === undefined ? {} : { controlFolder }) }),
    rules,
    { factsUri },
  );
  const factsRead = await tellFactsProblems(workspace, factsUri, context);
  const wanted: string[] = [];
  const unread = new Map<string, Finding>();
  const portfolios: Portfolio[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    if (isPortfolio(path)) {
      const named = await portfolioAt(workspace, resolve(terminal.cwd, path), context);
      portfolios.push(named.portfolio);
      wanted.push(...named.mains);
      for (const finding of named.unread) unread.set(finding.uri, finding);
      continue;
    }
    const under = await mainsUnder(workspace, resolve(terminal.cwd, path), context);
    const above = orAbove && under.mains.length === 0 ? await mainsAbove(resolve(terminal.cwd, path), context) : [];
    const found = above.length > 0 ? { mains: above, unread: [] } : under;
    for (const uri of above) await workspace.addFolder(folderOf(uri), terminal.cancellation);
    if (found.mains.length === 0 && found.unread.length === 0) throw noDossier(workspace, path, context);
    wanted.push(...found.mains);
    for (const finding of found.unread) unread.set(finding.uri, finding);
  }
  const dossiers: OpenDossier[] = [];
  for (const uri of new Set(wanted)) {
    const analysis = withoutEvidence
      ? await workspace.analyse(uri, terminal.cancellation)
      : await checkFully(workspace, uri, context, only);
    if (analysis) dossiers.push({ uri, analysis });
  }
  return {
    workspace,
    dossiers,
    unread: [...unread.values()],
    portfolios: portfolios.map((one) => openedPortfolio(one, dossiers)),
    at: day,
    factsRead,
  };
}

/**
 * The same for commands that show no findings: what was not read is told beside the results.
 * @returns also the exit code of a command whose results are about all of them
 * @throws CliError also when nothing of what is there could be read
 */
export async function openReadDossiers(
  options: OpenOptions,
  context: CommandContext,
): Promise<OpenedDossiers & { readonly code: ExitCode }> {
  const opened = await openDossiers(options, context);
  const { portfolios } = opened;
  const lines = [
    ...opened.unread.map((finding) => unreadLine(finding, context)),
    ...portfolios.flatMap((one) => one.findings.map((finding) => portfolioLine(finding, one, context))),
  ];
  if (opened.dossiers.length === 0 && lines.length > 0) throw new CliError(exitCodes.inputOutput, lines.join('\n'));
  for (const line of lines) context.terminal.err(`${line}\n`);
  const isWhole = opened.factsRead && opened.unread.length === 0 && !portfolios.some(lacksDossiers);
  return { ...opened, code: isWhole ? exitCodes.ok : exitCodes.inputOutput };
}

export function factsUriOf(path: string, { terminal }: CommandContext): string {
  return normaliseUri(pathToFileURL(resolve(terminal.cwd, path)).toString());
}

/** Tells why packages that `--donnees` names were refused. @returns whether all were taken */
export async function tellFactsProblems(
  workspace: Workspace,
  factsUri: string | undefined,
  { terminal, locale }: CommandContext,
): Promise<boolean> {
  if (factsUri === undefined) return true;
  const { problems } = await workspace.configurations.facts.of(factsUri, terminal.cancellation);
  for (const problem of problems) terminal.err(`${problem[locale]}.\n`);
  return problems.length === 0;
}

/** Says where and why a manifest was not read. */
export function unreadLine(finding: Finding, { terminal, locale }: CommandContext): string {
  return `${shownPath(finding.uri, terminal.cwd)}:1:1  ${new FindingWords(rules).message(finding, locale)}`;
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
  const { workspace, dossiers } = await openReadDossiers(options, context);
  const [only, other] = dossiers;
  if (!only || other) {
    const names = dossiers.map(({ uri }) => shownPath(uri, context.terminal.cwd)).join(', ');
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

/** What is at or under a file or folder. */
export interface FoundManifests {
  /** URIs of the main manifests. */
  readonly mains: readonly string[];
  /** Of manifests that were not read and are named by none of them. */
  readonly unread: readonly Finding[];
}

/** Looks for dossiers at or under a file or folder. @throws CliError when there is nothing there, or a file that is not read */
export async function mainsUnder(workspace: Workspace, path: string, context: CommandContext): Promise<FoundManifests> {
  const { cancellation } = context.terminal;
  const info = await statusOf(path, context);
  const uri = normaliseUri(pathToFileURL(path).toString());
  if (info.isDirectory()) {
    await workspace.addFolder(uri, cancellation);
    const [mains, unread] = [await workspace.mains(cancellation), await workspace.unread(cancellation)];
    const isUnder = (one: string) => one.startsWith(uri.endsWith('/') ? uri : `${uri}/`);
    return { mains: mains.filter(isUnder), unread: unread.filter((finding) => isUnder(finding.uri)) };
  }
  if (!info.isFile()) throw unreadable(new UnreadableFile(path, { kind: 'special' }), path, context);
  await workspace.addFolder(normaliseUri(pathToFileURL(dirname(path)).toString()), cancellation);
  workspace.addManifest(uri);
  const isMain = (await workspace.texts.get(uri, cancellation))?.role === 'main';
  const fault =
    (await workspace.texts.copyFault(uri, cancellation)) ??
    (await (isMain ? workspace.texts.mainFault(uri, cancellation) : workspace.texts.fault(uri, cancellation)));
  if (fault) throw unreadable(new UnreadableFile(path, fault), path, context);
  const mains = await workspace.mainsOf(uri, cancellation);
  // The one that names this fragment may be among those that were not read.
  return { mains, unread: mains.length > 0 ? [] : await workspace.unread(cancellation) };
}

/** URIs of the main manifests in the nearest folder above that has any. @throws CliError when one cannot be read */
async function mainsAbove(path: string, context: CommandContext): Promise<readonly string[]> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const mains: string[] = [];
    for (const name of await namesIn(folder)) {
      if (!/\.preuves\.yaml$/i.test(name)) continue;
      // Each with a workspace of its own: whatever else lies under a folder far above is not walked.
      const workspace = new Workspace(nodeWorkspacePorts({ clock: parisClock }), rules);
      const uri = normaliseUri(pathToFileURL(join(folder, name)).toString());
      workspace.addManifest(uri);
      mains.push(...(await workspace.mainsOf(uri, context.terminal.cancellation)));
    }
    if (mains.length > 0 || dirname(folder) === folder) return mains;
  }
}

/** None of a folder that may not be listed: the dossier is then looked for further up. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

function unreadable(error: unknown, path: string, context: CommandContext): CliError {
  const sentence = failureSentence(error, path, context.locale) ?? context.say(messages.noSuchPath, { path });
  return new CliError(exitCodes.inputOutput, sentence, { cause: error });
}

async function statusOf(path: string, context: CommandContext) {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(error, path, context);
    throw new CliError(exitCodes.inputOutput, context.say(messages.noSuchPath, { path }), { cause: error });
  }
}
