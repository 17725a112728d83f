import type * as vscode from 'vscode';
import { activateOn, deactivate } from './activate';
import type { SegurPreuvesApi } from './api';
import { desktopPlatform } from './desktop/desktop-platform';

export { deactivate };

/** The extension on a machine. */
export function activate(context: vscode.ExtensionContext): SegurPreuvesApi {
  return activateOn(context, desktopPlatform(context));
}
