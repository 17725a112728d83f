import * as vscode from 'vscode';
import type { Locale } from '../../words/locale';
import { pageOf } from './page-of';

/** Where the bundles of the pages are: each has a script and a style sheet of its name. */
export function webviewBundles(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webviews');
}

/**
 * The markup of a page of `client/webviews/`. Nothing but its own script runs in it, and it reaches nothing but the
 * `localResourceRoots` of its webview, of which {@link webviewBundles} must be one.
 *
 * @param name of the folder of the page
 * @param start what the page reads as its start: words and what it is about
 */
export async function webviewPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { name, title, locale, start }: { name: string; title: string; locale: Locale; start: object },
): Promise<string> {
  const bundles = webviewBundles(extension);
  const inBundles = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(bundles, file)).toString();
  const shell = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(bundles, 'page.html'));
  return pageOf(new TextDecoder().decode(shell), {
    locale,
    title,
    start,
    source: webview.cspSource,
    style: inBundles(`${name}.css`),
    script: inBundles(`${name}.js`),
    nonce: crypto.randomUUID(),
  });
}
