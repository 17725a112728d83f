import * as vscode from 'vscode';
import { manifestSuffix } from './validate';

/**
 * Where a file of a dossier is written unless the person says otherwise: beside the manifest and named after it.
 * @param manifest URI of the main manifest
 * @param ending what its name goes on with: `-rapport.html`
 */
export function besideManifest(manifest: string, ending: string): vscode.Uri {
  const uri = vscode.Uri.parse(manifest, true);
  const name = uri.path.split('/').at(-1) ?? '';
  const base = name.endsWith(manifestSuffix) ? name.slice(0, -manifestSuffix.length) : name;
  return vscode.Uri.joinPath(uri, '..', `${base}${ending}`);
}
