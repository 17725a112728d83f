import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../core/findings/finding';
import { FindingWords } from '../core/engine/render-finding';
import type { Holding } from '../core/holdings/holding';
import { portfolioFindings } from '../core/holdings/portfolio-findings';
import { portfolioFile } from '../core/portfolio/portfolio-shape';
import { rules } from '../core/rules/registry';
import { ChunkedText } from '../core/text/chunked-text';
import { folderOf, normaliseUri } from '../core/text/uri';
import { openPortfolio, type Portfolio } from '../core/workspace/portfolio';
import type { Workspace } from '../core/workspace/workspace';
import { CliError, exitCodes } from './exit-codes';
import { messages } from './messages';
import type { FoundManifests, OpenDossier } from './open-dossiers';
import { shownPath } from './shown-path';
import type { CommandContext } from './terminal';

/** A portfolio, with those of its dossiers that could be read. */
export interface OpenedPortfolio {
  readonly portfolio: Portfolio;
  /** In the order of the portfolio. */
  readonly holdings: readonly Holding[];
  /** What is wrong with it, in text order. */
  readonly findings: readonly Finding[];
}

/** Whether a path names a portfolio rather than a dossier. */
export function isPortfolio(path: string): boolean {
  return basename(path).toLowerCase() === portfolioFile;
}

/** A portfolio found on the command line. */
export interface FoundPortfolio extends FoundManifests {
  readonly portfolio: Portfolio;
}

/** Looks for the dossiers that a portfolio names. @throws CliError when there is no such file */
export async function portfolioAt(
  workspace: Workspace,
  path: string,
  context: CommandContext,
): Promise<FoundPortfolio> {
  const { cancellation } = context.terminal;
  const uri = normaliseUri(pathToFileURL(path).toString());
  const portfolio = await openPortfolio(workspace, uri, cancellation);
  if (!portfolio) throw new CliError(exitCodes.inputOutput, context.say(messages.noSuchPath, { path }));
  const prefix = `${folderOf(uri)}/`;
  const unread = (await workspace.unread(cancellation)).filter((one) => one.uri.startsWith(prefix));
  return { portfolio, mains: portfolio.members.map(({ mainUri }) => mainUri), unread };
}

/** The portfolio beside its dossiers as they were checked. */
export function openedPortfolio(portfolio: Portfolio, dossiers: readonly OpenDossier[]): OpenedPortfolio {
  const byUri = new Map(dossiers.map(({ uri, analysis }) => [uri, analysis]));
  const holdings = portfolio.members.flatMap(({ mainUri, path }): Holding[] => {
    const analysis = byUri.get(mainUri);
    return analysis ? [{ path, analysis }] : [];
  });
  return { portfolio, holdings, findings: portfolioFindings(portfolio, holdings) };
}

/** Says where in the portfolio something is wrong, and what. */
export function portfolioLine(
  finding: Finding,
  { portfolio }: Pick<OpenedPortfolio, 'portfolio'>,
  { terminal, locale }: CommandContext,
): string {
  const { line, character } = ChunkedText.of(portfolio.parsed?.text ?? '').position(finding.range.start);
  const text = new FindingWords(rules).message(finding, locale);
  return `${shownPath(finding.uri, terminal.cwd)}:${line + 1}:${character + 1}  ${text}`;
}

/** Whether a part of what the portfolio names is not in the results. */
export function lacksDossiers({ findings }: OpenedPortfolio): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
