import * as vscode from 'vscode';
import type { Locale } from '../../words/locale';
import type { Messages } from '../messages';
import { section } from '../ids';
import { currentLanguage } from '../settings';
import { mayOpen } from './asked-file';
import { reportError } from './report-error';
import { webviewBundles, webviewPage } from './webview-page';

interface LinkSettings<FromPage, Words> {
  /** Of the folder of the page in `client/webviews/`. */
  readonly name: string;
  readonly extension: vscode.Uri;
  readonly words: Readonly<Record<Locale, Words>>;
  /** Is told each message; the first one is `ready`, and so is that of a page that was loaded again. */
  readonly receive: (message: FromPage) => Promise<void>;
  /** In the language that the settings ask for now. */
  readonly messages: () => Messages;
  readonly log: vscode.LogOutputChannel;
}

/** The extension's side of one page: makes it, hears it, and tells it what there is once it listens. */
export class PageLink<
  ToPage,
  FromPage extends { readonly kind: string },
  Words extends { readonly title: string } = { readonly title: string },
>
  implements vscode.Disposable
{
  readonly webview: vscode.Webview;
  readonly #settings: LinkSettings<FromPage, Words>;
  readonly #listeners: readonly vscode.Disposable[];
  #roots: readonly vscode.Uri[] | undefined;
  #isReady = false;

  constructor(webview: vscode.Webview, settings: LinkSettings<FromPage, Words>) {
    this.webview = webview;
    this.#settings = settings;
    const reported = (error: unknown): void => {
      this.report(error);
    };
    this.#listeners = [
      webview.onDidReceiveMessage((message: FromPage) => {
        if (message.kind === 'ready') this.#isReady = true;
        settings.receive(message).catch(reported);
      }),
      // The words that a page has of its own came with it; what it was given, it asks for when it is there again.
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (this.#roots && change.affectsConfiguration(`${section}.langue`)) this.load(this.#roots).catch(reported);
      }),
    ];
  }

  /** Whether the page listens. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /**
   * Makes the page, or makes it anew.
   * @param roots folders that it may show files of, beside its own bundle
   */
  async load(roots: readonly vscode.Uri[] = []): Promise<void> {
    const { name, extension, words: each } = this.#settings;
    const { webview } = this;
    const locale = currentLanguage();
    const words = each[locale];
    this.#isReady = false;
    this.#roots = roots;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: this.#withBundles(roots) };
    webview.html = await webviewPage(webview, extension, {
      name,
      title: words.title,
      locale,
      start: { locale, words },
    });
  }

  /** Whether the page may show files of these folders, and of no others. */
  showsFilesOf(roots: readonly vscode.Uri[]): boolean {
    const had = this.webview.options.localResourceRoots ?? [];
    return String(had.map(String)) === String(this.#withBundles(roots).map(String));
  }

  /** Lets the page show files of these folders, and of no others. */
  showFilesOf(roots: readonly vscode.Uri[]): void {
    // Options that are set, be they the same, are handed to the page again.
    if (this.showsFilesOf(roots)) return;
    this.#roots = roots;
    this.webview.options = { ...this.webview.options, localResourceRoots: this.#withBundles(roots) };
  }

  /** Tells the page something; nothing while it does not listen, which says so as soon as it does. */
  post(message: ToPage): void {
    if (!this.#isReady) return;
    this.webview.postMessage(message).then(undefined, (error: unknown) => {
      this.#settings.log.warn(`The page ${this.#settings.name} could not be told something: ${String(error)}`);
    });
  }

  /** Shows why something that was done for the page did not work. */
  report(error: unknown): void {
    const { words, messages, log } = this.#settings;
    reportError(words[currentLanguage()].title, error, messages(), log).catch((failure: unknown) => {
      log.error(`The error could not be shown: ${String(failure)}`);
    });
  }

  /** Why something did not work, for the page to show; details go to the log. */
  reasonOf(error: unknown): string {
    const { name, messages, log } = this.#settings;
    log.warn(`The page ${name} could not be served: ${String(error)}`);
    return error instanceof Error && error.message !== '' ? error.message : messages().serverNotRunning;
  }

  dispose(): void {
    this.#isReady = false;
    for (const listener of this.#listeners) listener.dispose();
  }

  #withBundles(roots: readonly vscode.Uri[]): readonly vscode.Uri[] {
    return [webviewBundles(this.#settings.extension), ...roots];
  }
}

/**
 * A file that a page asks for.
 * @param named URIs of the files that the server named
 * @throws when it may not be opened
 */
export function knownFile(uri: string, named: readonly string[], messages: Messages): vscode.Uri {
  const hasFileSystem = (scheme: string): boolean => vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
  if (!mayOpen(uri, named, hasFileSystem)) throw new Error(messages.evidenceNotAFile);
  return vscode.Uri.parse(uri, true);
}

/** Opens a file beside the page that it was asked for in. */
export async function openBeside(file: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', file, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** Where a page finds pictures, by the URI of their files. */
export function picturesFor(webview: vscode.Webview, uris: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    uris.map((uri) => [uri, webview.asWebviewUri(vscode.Uri.parse(uri, true)).toString()] as const),
  );
}
