import { basename, resolve } from 'node:path';
import type { Analysis } from '../../core/engine/analyse';
import type { Blocker } from '../../core/submission/gate/blocker';
import { blockerMessage } from '../../core/submission/gate/blocker-words';
import { filingNotes, reasonsOf } from '../../core/submission/gate/filing-words';
import { examinedPieces, examinedSummary, examinedTally } from '../../core/report/examined-pieces';
import type { Workspace } from '../../core/workspace/workspace';
import { nothingToAnswer } from '../../host/operations/nothing-to-answer';
import { packageDossier } from '../../host/operations/package-dossier';
import type { ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { shownPath } from '../shown-path';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import { ProgressLine, type CommandContext } from '../terminal';
import type { packageUsage } from '../usage/package-usage';

const mebibyte = 2 ** 20;

type Given = ParsedArguments<typeof packageUsage.options>;

/** What one package is made of. */
export interface PackageWish {
  readonly given: Given;
  readonly output: string;
  /** Value of `SOURCE_DATE_EPOCH`. */
  readonly epoch: number | undefined;
  readonly analysis: Analysis;
  readonly workspace: Workspace;
}

/**
 * Makes the package of one dossier, or says why not.
 * @throws CliError when files cannot be read or written, or when there is nothing to answer
 */
export async function packageOne(
  { given, output, epoch, analysis, workspace }: PackageWish,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, locale } = context;
  const { rootUri } = analysis.dossier;
  const chapters = given.strings('chapitre');
  const draft = given.flag('brouillon');
  const progress = new ProgressLine(terminal);
  const outcome = await attempt(output, context, () =>
    packageDossier({
      analysis,
      ...(chapters.length > 0 ? { chapters } : {}),
      answersOnly: given.flag('reponses'),
      draft,
      target: resolve(terminal.cwd, output),
      cancellation: terminal.cancellation,
      onProgress: ({ phase, bytes, total }) => {
        // The texts that are made come on top of the evidence.
        const [mib, all] = [bytes, Math.max(bytes, total)].map((one) => (one / mebibyte).toFixed(0));
        const figures = { mib: mib ?? '', total: all ?? '' };
        progress.show(context.say(phase === 'copy' ? messages.packaging : messages.verifying, figures));
      },
      evidenceFile: (path) => workspace.ports.evidence.lookup(rootUri, path),
      ...(epoch === undefined ? {} : { sourceDateEpoch: epoch }),
    }),
  ).finally(() => {
    progress.clear();
  });
  if (outcome.kind === 'nothingToAnswer') throw new CliError(exitCodes.usage, context.say(nothingToAnswer));
  if (outcome.kind === 'blocked') {
    for (const blocker of outcome.blockers) terminal.out(`  ${blockerLine(blocker, analysis, context)}\n`);
    terminal.err(`${context.say(messages.blocked, { reasons: reasonsOf(outcome, locale) })}\n`);
    return exitCodes.findings;
  }
  const mib = (outcome.bytes / mebibyte).toFixed(1);
  terminal.out(
    `${context.say(draft ? messages.packagedDraft : messages.packaged, { path: output, entries: outcome.entries, mib })}\n`,
  );
  terminal.err(`${context.say(messages.packagedBeside, { name: basename(outcome.internal) })}\n`);
  for (const note of filingNotes(outcome.filing, locale)) terminal.out(`${note}\n`);
  const looked = examinedSummary(examinedTally(examinedPieces(analysis)), locale);
  if (looked !== undefined) terminal.out(`${looked}\n`);
  return exitCodes.ok;
}

/** A blocker as the command line tells it: its place, and what is wrong. */
export function blockerLine(blocker: Blocker, { dossier }: Analysis, context: CommandContext): string {
  const file = [dossier.main, ...dossier.fragments].find(({ uri }) => uri === blocker.uri) ?? dossier.main;
  const { line, character } = file.parsed.source.position(blocker.range.start);
  const text = blockerMessage(blocker, context.locale);
  return `${shownPath(blocker.uri, context.terminal.cwd)}:${line + 1}:${character + 1}  ${text}`;
}
