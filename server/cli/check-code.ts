import type { CheckReport } from './check-report';
import { exitCodes, type ExitCode } from './exit-codes';
import type { OpenedDossiers } from './open-dossiers';

/** What `check` returns to the shell. */
export function checkCode({ summary }: CheckReport, { factsRead }: Pick<OpenedDossiers, 'factsRead'>): ExitCode {
  if (summary.error > 0) return exitCodes.findings;
  return factsRead ? exitCodes.ok : exitCodes.inputOutput;
}
