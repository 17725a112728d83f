import type * as vscode from 'vscode';
import { activateOn, deactivate } from './activate';
import type { SegurPreuvesApi } from './api';
import { webPlatform } from './web/web-platform';

export { deactivate };

/** The extension in a browser. */
export function activate(context: vscode.ExtensionContext): SegurPreuvesApi {
  return activateOn(context, webPlatform(context.extensionUri));
}
