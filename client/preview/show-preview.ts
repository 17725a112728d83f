import * as vscode from 'vscode';
import { previewRequest } from '../../protocol/requests/preview';
import type { FromPreviewPage, ToPreviewPage } from '../../protocol/webview/preview-page';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import { PageLink } from '../ui/page-link';
import { previewWords } from './preview-words';

/** The one panel that previews are shown in, while it is open. */
let open: PreviewPanel | undefined;

/**
 * Shows a piece beside: film, picture, text of a PDF, CDA as a clinician reads it, HL7 as a table.
 * @param manifest URI of a manifest of the dossier
 */
export async function showPreview(
  services: Services,
  extension: vscode.Uri,
  manifest: string,
  file: vscode.Uri,
): Promise<void> {
  if (!open) {
    const panel = new PreviewPanel(services, extension);
    panel.onDidDispose(() => {
      if (open === panel) open = undefined;
    });
    open = panel;
  }
  await open.show(manifest, file);
}

class PreviewPanel {
  readonly #services: Services;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PageLink<ToPreviewPage, FromPreviewPage>;
  /** Counts what was asked for: an answer that another one has overtaken is dropped. */
  #asked = 0;
  #manifest = '';
  #file: vscode.Uri | undefined;
  #last: ToPreviewPage = { kind: 'loading' };

  constructor(services: Services, extension: vscode.Uri) {
    this.#services = services;
    const { title } = previewWords[currentLanguage()];
    this.#panel = vscode.window.createWebviewPanel('segurPreuves.apercu', title, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
    this.#page = new PageLink(this.#panel.webview, {
      name: 'preview',
      extension,
      words: previewWords,
      receive: (message: FromPreviewPage) => this.#receive(message),
      messages: services.messages,
      log: services.log,
    });
    this.#panel.onDidDispose(() => {
      this.#page.dispose();
    });
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  async show(manifest: string, file: vscode.Uri): Promise<void> {
    this.#manifest = manifest;
    this.#file = file;
    this.#panel.title = `${previewWords[currentLanguage()].title} ${nameOf(file)}`;
    this.#panel.reveal(undefined, true);
    const roots = [vscode.Uri.joinPath(file, '..')];
    if (this.#panel.webview.html === '' || !this.#page.showsFilesOf(roots)) await this.#page.load(roots);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    this.#asked += 1;
    const asked = this.#asked;
    this.#tell({ kind: 'loading' });
    const answer = await this.#services.connection.ask(previewRequest, { uri: this.#manifest, file: file.toString() });
    if (asked !== this.#asked) return;
    if (answer.kind === 'refused') this.#tell({ kind: 'failed', message: answer.message });
    else {
      const source = this.#panel.webview.asWebviewUri(file).toString();
      this.#tell({ kind: 'preview', preview: answer.preview, source });
    }
  }

  async #receive(message: FromPreviewPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#tell(this.#last);
        return;
      case 'open':
        await vscode.commands.executeCommand('vscode.open', this.#file, { preview: true });
        return;
      case 'openOutside':
        if (this.#file) await vscode.env.openExternal(this.#file);
    }
  }

  #tell(message: ToPreviewPage): void {
    this.#last = message;
    this.#page.post(message);
  }
}
