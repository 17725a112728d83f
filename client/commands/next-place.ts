import * as vscode from 'vscode';
import { nextPlaceRequest, type NextPlaceParams } from '../../protocol/requests/next-place';
import { activePlace } from '../ui/active-place';
import { openPlace } from '../ui/open-place';
import type { Services } from './services';

/** How long the figures stay in the status bar, in milliseconds. */
const shown = 6000;

/**
 * Opens the next or previous place that wants something, from the cursor, and says which of how many it is. A table that has
 * the keyboard goes to its own next row, and says so itself.
 */
export async function goToNext(
  { connection, tables }: Services,
  what: NextPlaceParams['what'],
  direction: NextPlaceParams['direction'],
): Promise<void> {
  if (tables.go(what, direction)) return;
  const from = activePlace();
  const { place, text } = await connection.ask(nextPlaceRequest, { what, direction, ...(from ? { from } : {}) });
  if (place) await openPlace(place);
  vscode.window.setStatusBarMessage(text, shown);
}
