import { failureSentence } from '../host/operations/failure-sentence';
import { CliError, exitCodes } from './exit-codes';
import type { CommandContext } from './terminal';

/** Runs a piece of work; a failure of files, archive or workbook becomes a sentence and exit code 3. */
export async function attempt<T>(path: string, context: CommandContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentence = failureSentence(error, path, context.locale);
    if (sentence === undefined) throw error;
    throw new CliError(exitCodes.inputOutput, sentence, { cause: error });
  }
}
