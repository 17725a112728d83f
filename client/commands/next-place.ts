import * as vscode from 'vscode';
import { nextPlaceRequest, type NextPlaceParams } from '../../protocol/requests/next-place';
import { languageId } from '../ids';
import { openPlace } from '../ui/open-place';
import type { Services } from './services';

/** How long the figures stay in the status bar, in milliseconds. */
const shown = 6000;

/** Opens the next or previous place that wants something, from the cursor, and says which of how many it is. */
export async function goToNext(
  { session }: Services,
  what: NextPlaceParams['what'],
  direction: NextPlaceParams['direction'],
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const from =
    editor?.document.languageId === languageId
      ? { uri: editor.document.uri.toString(), position: positionOf(editor.selection.active) }
      : undefined;
  const { place, text } = await session.ask(nextPlaceRequest, { what, direction, ...(from ? { from } : {}) });
  if (place) await openPlace(place);
  vscode.window.setStatusBarMessage(text, shown);
}

function positionOf({ line, character }: vscode.Position): { line: number; character: number } {
  return { line, character };
}
