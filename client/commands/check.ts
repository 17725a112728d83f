import { checkRequest } from '../../protocol/requests/check';
import { markDone } from '../context-keys';
import { commandButton, showWithButtons } from '../ui/buttons';
import { withProgress } from '../ui/with-progress';
import type { Services } from './services';

/** Looks at all evidence again, and says in figures what was found. */
export async function check({ connection, store, messages }: Services): Promise<void> {
  const result = await withProgress(messages().checking, (cancellation) =>
    connection.ask(checkRequest, {}, cancellation),
  );
  markDone('checked');
  await store.refresh();
  const found = result.errors + result.warnings + result.infos;
  const buttons = found === 0 ? [] : [commandButton(messages().showProblems, 'workbench.actions.view.problems')];
  const kind = result.errors > 0 || result.dossiers === 0 ? 'warning' : 'information';
  await showWithButtons(kind, messages().checked(result), buttons);
}
