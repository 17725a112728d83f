import { relative, resolve } from 'node:path';
import { closestIds } from '../../core/catalogue/closest-ids';
import type { Analysis } from '../../core/engine/analyse';
import { sweepDossier } from '../../host/operations/sweep-temporaries';
import { writeAttestation } from '../../host/operations/write-attestation';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import { openOneDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { attestationMessages as texts } from './attestation-messages';
import { attestationUsage } from '../usage/all-commands';

/** `attestation [PATH] --exigence ID [--modele M] [--relu] (-o FILE.pdf | --joindre)` */
export async function attestation(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, attestationUsage, locale);
  const refuse = (message: string) => new CliError(exitCodes.usage, message);
  const id = given.needed('exigence');
  const model = given.choice('modele');
  const output = given.string('output');
  if ((output !== undefined) === given.flag('joindre')) throw refuse(context.say(texts.targetOrAttach));
  const { analysis } = await openOneDossier({ paths: given.paths }, context);
  if (output === undefined) await sweepDossier(analysis.dossier);
  const target = output === undefined ? undefined : resolve(terminal.cwd, output);
  const outcome = await attempt(output ?? given.paths[0] ?? '.', context, () =>
    writeAttestation({
      analysis,
      id,
      reread: given.flag('relu'),
      cancellation: terminal.cancellation,
      ...(model === undefined ? {} : { model }),
      ...(target === undefined ? {} : { target }),
    }),
  );
  const shown = (path: string) => relative(terminal.cwd, path);
  switch (outcome.kind) {
    case 'written':
      terminal.out(`${context.say(texts.written, { path: shown(outcome.path) })}\n`);
      if (outcome.attached !== undefined) {
        terminal.out(`${context.say(texts.attached, { path: outcome.attached, id })}\n`);
      }
      if (outcome.lost.length > 0) {
        terminal.err(`${context.say(texts.lost, { characters: outcome.lost.join(' ') })}\n`);
      }
      terminal.err(`${context.say(texts.toSign)}\n`);
      return exitCodes.ok;
    case 'unknownId': {
      const near = nearIds(id, analysis);
      const hint = near.length === 0 ? '' : context.say(messages.near, { ids: near.join(', ') });
      throw refuse(context.say(texts.unknownId, { id, hint }));
    }
    case 'exists':
      throw refuse(context.say(texts.exists, { path: shown(outcome.path) }));
    case 'notDeclared':
      throw refuse(context.say(texts.notDeclared, { id }));
    case 'declaredAlready':
      throw refuse(context.say(texts.declaredAlready, { id, declaration: outcome.declaration }));
    case 'cannotAttach':
      throw refuse(context.say(texts.cannotAttach, { path: shown(outcome.path) }));
    case 'outside':
      throw refuse(context.say(texts.outside, { path: shown(outcome.path) }));
  }
}

function nearIds(id: string, { dossier }: Analysis): readonly string[] {
  if (dossier.catalogue.kind !== 'loaded') return [];
  return closestIds(
    id,
    dossier.catalogue.catalogue.requirements.map((one) => one.id),
  );
}
