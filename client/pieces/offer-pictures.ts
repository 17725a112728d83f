import * as vscode from 'vscode';
import { section } from '../ids';
import type { Messages } from '../messages';
import { showWithButtons } from '../ui/buttons';
import { picturePieces } from './picture-pieces';
import type { PiecesStore } from './pieces-store';

const setting = 'lireLesImages';
const offered = 'imagesProposees';

/**
 * Offers once in a workspace to read the text of pictures, when a dossier cites some and nobody has set anything: reading
 * them takes a while, and is not done without being asked for.
 */
export function offerPictures(
  store: PiecesStore,
  state: vscode.Memento,
  messages: () => Messages,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const offer = async (count: number): Promise<void> => {
    await state.update(offered, true);
    const words = messages();
    const turnOn = () =>
      vscode.workspace.getConfiguration(section).update(setting, true, vscode.ConfigurationTarget.Workspace);
    await showWithButtons('information', words.picturesUnread(count), [
      { label: words.readPictures, run: turnOn },
      { label: words.notNow, run: () => Promise.resolve() },
    ]);
  };
  return store.onDidRefresh((answer) => {
    const count = picturePieces(answer);
    if (count === 0 || !vscode.workspace.isTrusted || state.get<boolean>(offered) === true || isSet()) return;
    offer(count).catch((error: unknown) => {
      log.warn(`Pictures could not be offered: ${String(error)}`);
    });
  });
}

/** Somebody decided, wherever. */
function isSet(): boolean {
  const { globalValue, workspaceValue, workspaceFolderValue } =
    vscode.workspace.getConfiguration(section).inspect<boolean>(setting) ?? {};
  return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
}
