import * as vscode from 'vscode';
import type { ByteProgress } from '../../protocol/byte-progress';
import type { Locale } from '../../words/locale';
import { formatBytes } from '../../words/numbers';

/**
 * Runs a request under a notification with a Cancel button that shows how many bytes were read.
 *
 * @param task is given what shows how far it is
 */
export async function withByteProgress<T>(
  locale: Locale,
  title: string,
  task: (cancellation: vscode.CancellationToken, tell: (progress: ByteProgress) => void) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    let shown = 0;
    return task(cancellation, ({ done, total }) => {
      const percentage = total === 0 ? 100 : (done / total) * 100;
      const message = `${formatBytes(done, locale)} / ${formatBytes(total, locale)}`;
      progress.report({ increment: percentage - shown, message });
      shown = percentage;
    });
  });
}
