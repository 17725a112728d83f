import { submissionMessages } from '../commands/submission-messages';
import * as vscode from 'vscode';
import { uploadsRequest, type UploadsChange, type UploadsView } from '../../protocol/requests/uploads';
import type { FromUploadsPage, ToUploadsPage } from '../../protocol/webview/uploads-page';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import { askPackage } from '../commands/verify-package';
import { currentLanguage } from '../settings';
import { knownFile, openBeside, PageLink } from '../ui/page-link';
import { revealFile } from '../ui/reveal-file';
import { uploadsWords } from './uploads-words';

/** Panels by package: asking for one again shows the panel that is there. */
const open = new Map<string, UploadsPanel>();
/** Who files, as it was last written here. */
const personKey = 'segurPreuves.quiDepose';

/**
 * *Déposer sur Convergence*: what a package asks to be filed, slot by slot, with what is to be copied, and what is filed.
 * @param given from the explorer
 */
export async function showUploads(
  services: Services,
  extension: vscode.Uri,
  memory: vscode.Memento,
  given?: vscode.Uri,
): Promise<void> {
  const locale = currentLanguage();
  const { title } = uploadsWords[locale];
  const { chooseToFile: placeholder } = submissionMessages[locale];
  const asked = await askPackage(services, locale, given, { title, placeholder });
  if (!asked) return;
  const key = asked.file.toString();
  let panel = open.get(key);
  if (!panel) {
    panel = new UploadsPanel(services, { extension, memory }, asked.file);
    open.set(key, panel);
    panel.onDidDispose(() => open.delete(key));
  }
  await panel.show(asked.dossier);
}

class UploadsPanel {
  readonly #services: Services;
  readonly #memory: vscode.Memento;
  readonly #file: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PageLink<ToUploadsPage, FromUploadsPage>;
  #dossier: string | undefined;
  #view: UploadsView | undefined;
  #last: ToUploadsPage = { kind: 'loading' };
  /** One after the other: two ticks struck quickly are two changes of one file. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    services: Services,
    { extension, memory }: { readonly extension: vscode.Uri; readonly memory: vscode.Memento },
    file: vscode.Uri,
  ) {
    this.#services = services;
    this.#memory = memory;
    this.#file = file;
    this.#panel = vscode.window.createWebviewPanel(
      'segurPreuves.suiviDepot',
      `${uploadsWords[currentLanguage()].title} ${nameOf(file)}`,
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
    this.#page = new PageLink(this.#panel.webview, {
      name: 'uploads',
      extension,
      words: uploadsWords,
      receive: (message: FromUploadsPage) => this.#receive(message),
      messages: services.messages,
      log: services.log,
    });
    const folder = vscode.Uri.joinPath(file, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, `{suivi-depot.yaml,${escaped(nameOf(file))}}`),
    );
    const again = (): void => {
      this.#ask().catch((error: unknown) => {
        this.#page.report(error);
      });
    };
    const listeners = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
      // The dossier changed: what is filed may differ from it now.
      services.store.onDidRefresh(() => {
        if (this.#panel.visible && this.#dossier !== undefined) again();
      }),
      this.#page,
    );
    this.#panel.onDidDispose(() => {
      listeners.dispose();
    });
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  async show(dossier: string | undefined): Promise<void> {
    this.#dossier = dossier;
    this.#panel.reveal();
    if (this.#panel.webview.html === '') await this.#page.load();
    await this.#ask();
  }

  /** @param change what is noted first */
  async #ask(change?: UploadsChange): Promise<void> {
    const turn = this.#queue.then(async () => {
      const params = {
        file: this.#file.fsPath,
        ...(this.#dossier === undefined ? {} : { dossier: this.#dossier }),
        ...(change ? { change } : {}),
      };
      try {
        this.#view = await this.#services.connection.ask(uploadsRequest, params);
        this.#tell({ kind: 'uploads', view: this.#view, person: this.#memory.get(personKey, '') });
      } catch (error) {
        const message = this.#page.reasonOf(error);
        if (change) this.#page.post({ kind: 'refused', message });
        else this.#tell({ kind: 'failed', message });
      }
    });
    this.#queue = turn;
    await turn;
  }

  async #receive(message: FromUploadsPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#page.post(this.#last);
        return;
      case 'retry':
        await this.#ask();
        return;
      case 'tick': {
        const { key, isFiled, person } = message;
        if (!vscode.workspace.isTrusted) {
          this.#page.post({ kind: 'refused', message: this.#services.messages().untrusted });
          return;
        }
        await this.#memory.update(personKey, person);
        await this.#ask({ keys: [key], isFiled, ...(person === '' ? {} : { by: person }) });
        return;
      }
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'copyPath':
        await vscode.env.clipboard.writeText(this.#fileOf(message.uri).fsPath);
        return;
      case 'open':
        await openBeside(this.#fileOf(message.uri));
        return;
      case 'reveal':
        await revealFile(this.#fileOf(message.uri));
        return;
      case 'openLog':
        if (this.#view) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(this.#view.log, true));
    }
  }

  /** A file that the server named. */
  #fileOf(uri: string): vscode.Uri {
    const named = this.#view?.items.flatMap((item) => item.uri ?? []) ?? [];
    return knownFile(uri, named, this.#services.messages());
  }

  #tell(message: ToUploadsPage): void {
    this.#last = message;
    this.#page.post(message);
  }
}

/** A name in a pattern, where it means itself. */
function escaped(name: string): string {
  return name.replace(/[[\]{}*?,]/g, '?');
}
