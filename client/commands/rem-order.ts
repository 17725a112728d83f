import { remOrderRequest } from '../../protocol/requests/rem-order';
import { WrittenEdit } from '../attach/written-edit';
import { currentLanguage } from '../settings';
import { activeDocument } from '../ui/active-document';
import { showWithButtons } from '../ui/buttons';
import { withProgress } from '../ui/with-progress';
import { remOrderMessages } from './rem-order-messages';
import type { Services } from './services';

/** A text that changes each time between its being read and the edit is being typed in. */
const mostTries = 3;

/** *Trier dans l’ordre du REM*: the entries of the manifest that the user is at, as one edit that can be undone. */
export async function sortAsRem({ connection }: Services): Promise<void> {
  const words = remOrderMessages[currentLanguage()];
  const uri = activeDocument()?.toString();
  if (uri === undefined) {
    await showWithButtons('warning', words.noFile, []);
    return;
  }
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await withProgress(words.sorting, (cancellation) =>
      connection.ask(remOrderRequest, { uri }, cancellation),
    );
    if (result.kind === 'refused') {
      await showWithButtons('warning', result.message, []);
      return;
    }
    if (result.kind === 'ordered') {
      await showWithButtons('information', words.ordered, []);
      return;
    }
    const written = await WrittenEdit.make(result, { save: false });
    if (written) {
      await showSorted(written);
      return;
    }
  }
  await showWithButtons('error', words.changed, []);
}

async function showSorted(written: WrittenEdit): Promise<void> {
  const words = remOrderMessages[currentLanguage()];
  await showWithButtons('information', words.sorted, [
    {
      label: words.undo,
      run: async () => {
        if ((await written.undo()) === 'changed') await showWithButtons('warning', words.notUndone, []);
      },
    },
  ]);
}
