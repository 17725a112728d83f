import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { CancelledError } from '../core/ports/cancellation';
import type { FileReport } from '../language/session/workspace-pull';

/** Runs a handler; work that was cancelled is answered as such, not as a failure. */
export async function answer<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof CancelledError) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    throw error;
  }
}

/**
 * The same for a pull of diagnostics. A client gives one up for an edit that came meanwhile, and wants to ask again: VS Code's
 * does so only when it is told to, and would otherwise show nothing until the next edit.
 */
export async function answerPull<T>(action: () => Promise<T>, cancellation: CancellationToken): Promise<T> {
  const cancelled = () => new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: true });
  try {
    const result = await action();
    if (cancellation.isCancellationRequested) throw cancelled();
    return result;
  } catch (error) {
    if (error instanceof CancelledError) throw cancelled();
    throw error;
  }
}

/** One file's part of the answer to a pull of the workspace. */
export function workspaceReport({ uri, version, resultId, items }: FileReport): WorkspaceDocumentDiagnosticReport {
  if (items === undefined) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
}
