import { basename, resolve } from 'node:path';
import {
  attachmentSentence,
  refusalSentence,
  unplacedSentence,
  warningSentences,
} from '../../core/attach/attach-words';
import type { WantedSlot } from '../../core/attach/piece';
import { scalarProblem } from '../../core/manifest/scalar-format';
import { scalar } from '../../core/manifest/shape';
import { unifiedDiff } from '../../core/revision/migration/preview';
import { applyAttach, withPreparedAttach, type PreparedAttach, type Source } from '../../host/operations/attach';
import { sweepDossier } from '../../host/operations/sweep-temporaries';
import { readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { attachMessages as words } from './attach-messages';
import { attachUsage } from '../usage/attach-usage';

type Given = ParsedArguments<typeof attachUsage.options>;

/**
 * `attach FILE… [--preuve ID [--scenario ID] [--exigence ID]] [--declaration] [--lien URL] [--execution N] [--dry-run]
 * [--dossier PATH]`
 */
export async function attach(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const given = readArguments(args, attachUsage, context.locale);
  const wanted = wantedBy(given);
  const { sources, names } = sourcesOf(given, wanted, context);
  const { cancellation } = context.terminal;
  const dossier = given.string('dossier');
  const { analysis } = await openOneDossier({ paths: [dossier ?? '.'], orAbove: dossier === undefined }, context);
  if (!given.flag('dry-run')) await sweepDossier(analysis.dossier);
  const nameOf = (piece: number): string => names[piece] ?? '';
  const { locale } = context;
  const about = names.join(', ');
  return await attempt(about, context, () =>
    withPreparedAttach({ analysis, sources, locale, cancellation }, async (outcome) => {
      if (outcome.kind === 'unplaced') {
        const lines = outcome.unplaced.map((one) => unplacedSentence(one, nameOf, wanted, locale));
        throw new CliError(exitCodes.usage, [...lines, context.say(words.notAll)].join('\n'));
      }
      if (outcome.kind !== 'prepared') {
        const fileOf = (uri: string) => shownPath(uri, context.terminal.cwd);
        throw new CliError(exitCodes.usage, refusalSentence(outcome, nameOf, fileOf, locale));
      }
      return await carryOut(outcome, nameOf, given.flag('dry-run'), context);
    }),
  );
}

/** Writes what was prepared, or shows it, and says what came of it. */
export async function carryOut(
  prepared: PreparedAttach,
  nameOf: (piece: number) => string,
  dry: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, locale } = context;
  const { plan } = prepared;
  if (dry) for (const file of plan.files) terminal.out(unifiedDiff(file, shownPath(file.uri, terminal.cwd)));
  else await applyAttach(prepared, terminal.cancellation);
  const tell = (line: string): void => {
    if (dry) terminal.err(line);
    else terminal.out(line);
  };
  for (const one of plan.attachments) tell(`${attachmentSentence(one, nameOf, locale)}\n`);
  const warnings = warningSentences(plan, locale);
  if (warnings.length > 0) terminal.err(`${context.say(words.warnings)}\n`);
  for (const warning of warnings) terminal.err(`  ${warning}\n`);
  if (dry) terminal.err(`${context.say(words.dryRun)}\n`);
  return plan.warnings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.ok;
}

function wantedBy(given: Given): WantedSlot | undefined {
  const proof = given.string('preuve');
  const [scenario, requirement] = [given.string('scenario'), given.string('exigence')];
  // The narrowest of what was said: its only open proof is meant where it is no proof.
  const id = proof ?? scenario ?? requirement;
  if (id === undefined) return undefined;
  return {
    proof: id,
    ...(scenario === undefined ? {} : { scenario }),
    ...(requirement === undefined ? {} : { requirement }),
  };
}

interface Sources {
  readonly sources: readonly Source[];
  /** How the user knows each of them. */
  readonly names: readonly string[];
}

/** @throws CliError (usage) */
function sourcesOf(given: Given, wanted: WantedSlot | undefined, context: CommandContext): Sources {
  const slot = wanted ? { wanted } : {};
  const kind = given.flag('declaration') ? 'declaration' : 'file';
  const sources: Source[] = given.paths.map((path) => ({ kind, path: resolve(context.terminal.cwd, path), ...slot }));
  const names = given.paths.map((path) => basename(path));
  for (const url of given.strings('lien')) {
    if (scalarProblem(url, scalar('url'))) throw usage(context.say(words.badLink, { value: url }));
    if (!wanted) throw usage(context.say(words.needsProof, { option: '--lien' }));
    sources.push({ kind: 'link', url, wanted });
    names.push(context.say(words.link, { value: url }));
  }
  for (const number of given.strings('execution')) {
    if (scalarProblem(number, scalar('execution'))) throw usage(context.say(words.badExecution, { value: number }));
    if (!wanted) throw usage(context.say(words.needsProof, { option: '--execution' }));
    sources.push({ kind: 'execution', number, wanted });
    names.push(context.say(words.execution, { value: number }));
  }
  if (sources.length === 0) throw usage(context.say(words.nothing));
  return { sources, names };
}

function usage(sentence: string): CliError {
  return new CliError(exitCodes.usage, sentence);
}
