import { refusalSentence, unplacedSentence } from '../../core/attach/attach-words';
import { commonPath } from '../../core/evidence/evidence-path';
import type { Holding } from '../../core/holdings/holding';
import { offersOf, type Offer } from '../../core/holdings/offers';
import { proofPlaceText } from '../../core/holdings/portfolio-report';
import { portfolioWords } from '../../core/holdings/portfolio-words';
import { fileNameOf } from '../../core/text/file-name';
import type { Workspace } from '../../core/workspace/workspace';
import { usualMode, withOffer, type OfferMode } from '../../host/operations/take-offer';
import { dateOption, readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { checkFully, openReadDossiers } from '../open-dossiers';
import { isPortfolio } from '../open-portfolio';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { reuseUsage } from '../usage/reuse-usage';
import { carryOut } from './attach';
import { portfolioMessages as messages } from './portfolio-messages';

type Given = ParsedArguments<typeof reuseUsage.options>;

/** `reuse portefeuille.yaml [--offre N]… [--copie | --reference] [--format F] [--at DATE] [--dry-run]` */
export async function reuse(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, reuseUsage, locale);
  const path = given.paths[0] ?? 'portefeuille.yaml';
  if (!isPortfolio(path)) throw new CliError(exitCodes.usage, context.say(messages.notPortfolio, { path }));
  const at = dateOption(given.string('at'), locale);
  const { portfolios, workspace, code } = await openReadDossiers({ paths: [path], at }, context);
  const holdings = portfolios.flatMap((one) => one.holdings);
  const offers = offersOf(holdings, terminal.cancellation);
  const wanted = given.strings('offre');
  if (wanted.length === 0) {
    if (given.choice('format') === 'json') terminal.out(`${JSON.stringify({ version: 1, offers }, null, 2)}\n`);
    else list(offers, context);
    return code;
  }
  const chosen = wanted.map((id) => {
    const offer = offers.find((one) => one.id === id);
    if (!offer) throw new CliError(exitCodes.usage, context.say(messages.unknownOffer, { id }));
    return { offer, mode: modeOf(offer, given, context) };
  });
  let worst: ExitCode = code;
  for (const { offer, mode } of chosen) {
    const one = await take({ offer, mode, holdings, workspace, dry: given.flag('dry-run') }, context);
    worst = one > worst ? one : worst;
  }
  return worst;
}

function list(offers: readonly Offer[], context: CommandContext): void {
  const { terminal } = context;
  if (offers.length === 0) {
    terminal.out(`${context.say(messages.noOffer)}\n`);
    return;
  }
  terminal.out(`${context.say(portfolioWords.offersHint)}\n\n`);
  for (const { id, path, reason, from, to, date, version } of offers) {
    const noted = [
      date === undefined ? '' : context.say(messages.notedOn, { date }),
      version === undefined ? '' : context.say(messages.notedVersion, { version }),
    ].join('');
    const places = { from: proofPlaceText(from), to: proofPlaceText(to) };
    const args = { id, path, reason: context.say(portfolioWords[reason]), noted, ...places };
    terminal.out(`${context.say(messages.offer, args)}\n`);
  }
  terminal.out(`\n${context.say(messages.offersHint)}\n`);
}

/** @throws CliError (usage) when a piece that is not common is to be cited */
function modeOf(offer: Offer, given: Given, context: CommandContext): OfferMode {
  if (given.flag('reference') && commonPath(offer.path) === undefined)
    throw new CliError(exitCodes.usage, context.say(messages.notCommon, { path: offer.path }));
  return given.flag('copie') && !given.flag('reference') ? 'copy' : usualMode(offer);
}

interface Taking {
  readonly offer: Offer;
  readonly mode: OfferMode;
  readonly holdings: readonly Holding[];
  readonly workspace: Workspace;
  readonly dry: boolean;
}

async function take({ offer, mode, holdings, workspace, dry }: Taking, context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const holding = (path: string) => holdings.find((one) => one.path === path);
  const [from, target] = [holding(offer.from.dossier), holding(offer.to.dossier)];
  if (!from || !target) throw new CliError(exitCodes.usage, context.say(messages.unknownOffer, { id: offer.id }));
  const { main, fragments } = target.analysis.dossier;
  // An offer before this one may have written there.
  for (const { uri } of [main, ...fragments]) workspace.texts.forget(uri);
  const to = (await checkFully(workspace, main.uri, context)) ?? target.analysis;
  const nameOf = (): string => fileNameOf(commonPath(offer.path) ?? offer.path);
  return await attempt(offer.path, context, () =>
    withOffer({ offer, mode, from, to, locale, cancellation: terminal.cancellation }, async (outcome) => {
      if (outcome.kind === 'unplaced') {
        const lines = outcome.unplaced.map((one) => unplacedSentence(one, nameOf, undefined, locale));
        throw new CliError(exitCodes.usage, lines.join('\n'));
      }
      if (outcome.kind !== 'prepared') {
        const fileOf = (uri: string) => shownPath(uri, terminal.cwd);
        throw new CliError(exitCodes.usage, refusalSentence(outcome, nameOf, fileOf, locale));
      }
      return carryOut(outcome, nameOf, dry, context);
    }),
  );
}
