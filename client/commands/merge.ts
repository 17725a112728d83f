import { mergeRequest } from '../../protocol/requests/merge';
import { WrittenEdit } from '../attach/written-edit';
import { currentLanguage } from '../settings';
import { activeDocument } from '../ui/active-document';
import { showWithButtons } from '../ui/buttons';
import { withProgress } from '../ui/with-progress';
import { mergeMessages } from './merge-messages';
import type { Services } from './services';

/** *Réunir les deux versions*: merges again, entry by entry, what git left unmerged, as one edit that can be undone. */
export async function mergeVersions({ connection }: Services, argument: unknown): Promise<void> {
  const words = mergeMessages[currentLanguage()];
  const uri = typeof argument === 'string' ? argument : activeDocument()?.toString();
  if (uri === undefined) {
    await showWithButtons('information', words.noManifest, []);
    return;
  }
  const result = await withProgress(words.merging, (cancellation) =>
    connection.ask(mergeRequest, { uri }, cancellation),
  );
  if (result.kind === 'refused') {
    await showWithButtons('warning', result.message, []);
    return;
  }
  if (!(await WrittenEdit.make(result))) await showWithButtons('error', words.changed, []);
  else if (result.conflicts.length === 0) await showWithButtons('information', words.done, []);
  else await showWithButtons('warning', words.left(result.conflicts), []);
}
