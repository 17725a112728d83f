import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../core/engine/analyse';
import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import { financingRequest, requestedOrders, requestedPieces } from '../../core/parcours/asp/financing-request';
import { requestBlockers } from '../../core/submission/request-blockers';
import { normalisePath, pathFault } from '../../core/evidence/evidence-path';
import { Locator } from '../../host/evidence/locate';
import { writeFinancingRequest, type AspFile } from '../../host/parcours/write-financing-request';
import { dateOption, readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { aspMessages } from './asp-messages';
import { blockerLine } from './package-one';
import { aspUsage } from '../usage/all-commands';

/** `asp [PATH] --demande avance|solde [--commande REF]… [--modele F --correspondance F] [--brouillon] [--at DATE] -o FILE.json` */
export async function asp(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const say: CommandContext['say'] = (sentence, args) => context.say(sentence, args);
  const given = readArguments(args, aspUsage, locale);
  const kind = given.neededChoice('demande');
  const output = given.needed('output');
  if (!output.endsWith('.json')) throw new CliError(exitCodes.usage, say(aspMessages.jsonTarget));
  const references = given.strings('commande');
  const requestIn = (one: Analysis) => financingRequest(one.dossier.main.parsed, kind, references);
  const at = dateOption(given.string('at'), locale);
  const { analysis } = await openOneDossier(
    { paths: given.paths, at, only: (one) => requestedPieces(requestIn(one)) },
    context,
  );
  const { rootUri, main } = analysis.dossier;
  const request = requestIn(analysis);
  const labels = new Set(requestedOrders(main.parsed, kind, []).map(({ label }) => label));
  const unknown = references.filter((reference) => !labels.has(reference));
  if (request.commandes.length === 0 || unknown.length > 0) {
    const names = unknown.length > 0 ? unknown.join(', ') : say(aspMessages.all);
    throw new CliError(exitCodes.usage, say(aspMessages.noOrder, { kind, references: names }));
  }
  const isDraft = given.flag('brouillon');
  const blockers = requestBlockers(analysis, kind, references).map(
    (blocker) => `  ${blockerLine(blocker, analysis, context)}\n`,
  );
  if (blockers.length > 0 && !isDraft) {
    terminal.out(blockers.join(''));
    terminal.err(`${say(aspMessages.blocked)}\n`);
    return exitCodes.findings;
  }
  const files = await aspFiles(given, main.parsed, rootUri, context);
  const target = isDraft ? draftName(output) : output;
  const archive = `${target.slice(0, -'.json'.length)}.zip`;
  const notice = `${say(blockers.length > 0 ? aspMessages.draft : aspMessages.soundDraft)}\n${blockers.join('')}`;
  const outcome = await attempt(target, context, () =>
    writeFinancingRequest({
      rootUri,
      request,
      ...(files ? { asp: files } : {}),
      ...(isDraft ? { draft: { notice, locale } } : {}),
      target: resolve(terminal.cwd, target),
      archive: resolve(terminal.cwd, archive),
      cancellation: terminal.cancellation,
    }),
  );
  if (outcome.kind === 'refused') {
    const problems = outcome.problems.map((problem) => `  ${problem[locale]}\n`).join('');
    terminal.err(`${say(aspMessages.refused)}\n${problems}`);
    return exitCodes.findings;
  }
  const { documents, leftOut, unmapped, untouched } = outcome;
  terminal.out(`${say(aspMessages.written, { path: target, orders: request.commandes.length, documents })}\n`);
  if (documents > 0 || isDraft) terminal.out(`${say(aspMessages.archive, { path: archive })}\n`);
  if (isDraft) terminal.err(notice);
  if (leftOut.length > 0) terminal.err(`${say(aspMessages.leftOut, { list: leftOut.join(', ') })}\n`);
  if (!files) terminal.err(`${say(aspMessages.neutral)}\n`);
  if (unmapped.length > 0) terminal.err(`${say(aspMessages.unmapped, { list: unmapped.join(', ') })}\n`);
  if (untouched.length > 0) terminal.err(`${say(aspMessages.untouched, { list: untouched.join(', ') })}\n`);
  return exitCodes.ok;
}

/** ASP's model has no place that says « brouillon »: the name of the file does, so that nobody files it by mistake. */
function draftName(output: string): string {
  return /brouillon[^/\\]*$/i.test(output) ? output : `${output.slice(0, -'.json'.length)}.brouillon.json`;
}

/**
 * The blank model and the mapping: from the options, which may name any file, else from the manifest, whose paths stay inside
 * the dossier, links followed.
 */
async function aspFiles(
  given: ParsedArguments<typeof aspUsage.options>,
  parsed: ParsedManifest,
  rootUri: string,
  context: CommandContext,
): Promise<{ readonly model: AspFile; readonly mapping: AspFile } | undefined> {
  const find = async (option: 'modele' | 'correspondance', key: string): Promise<AspFile | undefined> => {
    const value = given.string(option);
    if (value !== undefined) return { path: resolve(context.terminal.cwd, value) };
    const path = parsed.financing?.facts.values.find((each) => each.key === key && each.value !== '')?.value;
    if (path === undefined) return undefined;
    const outside = () => new CliError(exitCodes.usage, context.say(aspMessages.outside, { path }));
    if (pathFault(path) !== undefined) throw outside();
    const folder = fileURLToPath(rootUri);
    const location = await new Locator(folder).locate(normalisePath(path));
    if (location.kind === 'file') return { path: location.realPath, within: location.realRoot };
    if (location.fact.state === 'outside') throw outside();
    throw new CliError(exitCodes.inputOutput, context.say(aspMessages.notAFile, { path }));
  };
  const model = await find('modele', 'modele_asp');
  const mapping = await find('correspondance', 'correspondance_asp');
  if (model !== undefined && mapping !== undefined) return { model, mapping };
  if (model === undefined && mapping === undefined) return undefined;
  throw new CliError(exitCodes.usage, context.say(aspMessages.needBoth));
}
