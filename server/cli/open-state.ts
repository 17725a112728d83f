import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stateOfDossier, type FiledState } from '../core/submission/filed-state';
import { safePiecePath } from '../core/evidence/evidence-path';
import { noRecord, readFiledState } from '../host/operations/read-filed-state';
import { attempt } from './attempt';
import { CliError, exitCodes } from './exit-codes';
import { openOneDossier } from './open-dossiers';
import type { CommandContext } from './terminal';

/**
 * What a package or a dossier files: a folder or a `*.yaml` file is a dossier, another file a package.
 * @throws CliError when it is neither
 */
export async function openState(path: string, context: CommandContext): Promise<FiledState> {
  const full = resolve(context.terminal.cwd, path);
  const status = await attempt(path, context, () => stat(full));
  if (status.isDirectory() || /\.ya?ml$/i.test(path)) return dossierState(path, context);
  const state = await attempt(path, context, () => readFiledState(full, context.terminal.cancellation));
  if (!state) throw new CliError(exitCodes.inputOutput, context.say(noRecord, { path }));
  return state;
}

/** What a dossier would file now. @throws CliError when there is no dossier, or several */
export async function dossierState(path: string, context: CommandContext): Promise<FiledState> {
  const { analysis, workspace } = await openOneDossier({ paths: [path] }, context);
  const { rootUri } = analysis.dossier;
  return stateOfDossier(analysis, (evidence) => {
    const path = safePiecePath(evidence);
    const file = path === undefined ? undefined : workspace.ports.evidence.lookup(rootUri, path);
    return file?.state === 'file' ? file : undefined;
  });
}
