import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import { CancelledError } from './core/ports/cancellation';

/** Runs a handler; work that was cancelled is answered as such, not as a failure. */
export async function answer<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof CancelledError) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    throw error;
  }
}

/** The same for a pull of diagnostics: the client is not to ask again by itself for what it gave up. */
export async function answerPull<T>(action: () => Promise<T>, token: CancellationToken): Promise<T> {
  const cancelled = () => new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: false });
  try {
    const result = await action();
    if (token.isCancellationRequested) throw cancelled();
    return result;
  } catch (error) {
    if (error instanceof CancelledError) throw cancelled();
    throw error;
  }
}
