import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient/node';
import type { ByteProgress } from '../../protocol/submissions';
import type { Session } from '../connection/session';
import type { Language } from '../language';
import { formatBytes } from '../numbers';

const byteProgress = new ProgressType<ByteProgress>();
let tokens = 0;

/**
 * Runs a request under a notification with a Cancel button that shows how many bytes were read.
 *
 * @param task is given the token under which the server tells its progress
 */
export async function withByteProgress<T>(
  session: Session,
  language: Language,
  title: string,
  task: (cancellation: vscode.CancellationToken, progressToken: string) => Promise<T>,
): Promise<T> {
  tokens += 1;
  const progressToken = `segur-preuves-${tokens}`;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    let shown = 0;
    const listener = session.onProgress(byteProgress, progressToken, ({ done, total }) => {
      const percentage = total === 0 ? 100 : (done / total) * 100;
      const message = `${formatBytes(done, language)} / ${formatBytes(total, language)}`;
      progress.report({ increment: percentage - shown, message });
      shown = percentage;
    });
    try {
      return await task(cancellation, progressToken);
    } finally {
      listener.dispose();
    }
  });
}
