import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { manifestEnding } from '../../core/portfolio/read-portfolio';
import { readyToPackage } from '../../host/operations/package-dossier';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openReadDossiers } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { packageOne, type PackageWish } from './package-one';
import { portfolioMessages as messages } from './portfolio-messages';

/**
 * `package portefeuille.yaml -o FOLDER`: a package for each dossier, in the sub-folder of its name. One that is refused, or that
 * fails, keeps no other from being made.
 * @returns the worst of what each would return
 */
export async function packagePortfolio(
  { given, output, epoch, at }: Pick<PackageWish, 'given' | 'output' | 'epoch'> & { readonly at: string | undefined },
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  if (/\.zip$/i.test(output)) throw new CliError(exitCodes.usage, context.say(messages.folderWanted, { path: output }));
  const { portfolios, workspace, code } = await openReadDossiers({ paths: given.paths, at }, context);
  const holdings = portfolios.flatMap((one) => one.holdings);
  let worst: ExitCode = code;
  let made = 0;
  for (const { path: dossier, analysis } of holdings) {
    terminal.out(`${context.say(messages.dossier, { dossier })}\n`);
    const target = `${output.replace(/(?<![\\/])[\\/]+$/, '')}/${dossier.slice(0, -manifestEnding.length)}.zip`;
    try {
      // One that is refused leaves no empty folder.
      const chapters = given.strings('chapitre');
      const scope = { ...(chapters.length > 0 ? { chapters } : {}), answersOnly: given.flag('reponses') };
      if (readyToPackage({ analysis, ...scope, draft: given.flag('brouillon') }).kind === 'ready')
        await attempt(target, context, () => mkdir(dirname(resolve(terminal.cwd, target)), { recursive: true }));
      const one = await packageOne({ given, output: target, epoch, analysis, workspace }, context);
      if (one === exitCodes.ok) made++;
      worst = worseOf(worst, one);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      terminal.err(`${context.say(messages.failed, { dossier, reason: error.message })}\n`);
      worst = worseOf(worst, error.code);
    }
  }
  terminal.out(`${context.say(messages.packages, { made, all: holdings.length })}\n`);
  return worst;
}

function worseOf(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
