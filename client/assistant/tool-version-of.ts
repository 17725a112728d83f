import type { Extension } from 'vscode';

/** The version of the extension: VS Code asks for the tools again when it changes. */
export function toolVersionOf(extension: Extension<unknown>): string {
  const { version } = extension.packageJSON as { readonly version?: unknown };
  return typeof version === 'string' ? version : '';
}
