import type { Diagnostic } from 'vscode-languageserver-types';
import type { Language } from '../../core/messages/language';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';
import type { Documents } from './documents';
import type { Editor } from './ports';
import type { Report, Reports } from './reports';

interface Given {
  readonly id: string;
  readonly version: number | undefined;
}

/**
 * What the editor shows. A file's diagnostics come one way only: an open file's are pulled where the editor does so,
 * everything else is pushed.
 */
export class DiagnosticsBoard {
  readonly #pulled = new Map<string, Given>();
  readonly #pushed = new Map<string, Given>();

  constructor(
    readonly workspace: Workspace,
    readonly documents: Documents,
    readonly reports: Reports,
    readonly editor: Editor,
  ) {}

  /** Answers a pull. A file that is not open has its diagnostics pushed: for it there is nothing to say. */
  async pull(uri: string, language: Language, token: Cancellation): Promise<Report> {
    const version = this.documents.get(uri)?.version;
    if (version === undefined) return { id: 'closed', items: [] };
    const report = await this.reports.of(uri, language, token);
    this.#pulled.set(uri, { id: report.id, version });
    return report;
  }

  opened(uri: string): void {
    if (this.editor.pulls) this.#clear(uri);
  }

  closed(uri: string): void {
    this.#pulled.delete(uri);
  }

  /** Brings everything that is shown up to date; asks for one new pull at most. */
  async settle(language: Language, token: Cancellation): Promise<void> {
    let stale = false;
    for (const uri of this.workspace.manifests()) {
      if ((await this.workspace.texts.get(uri, token)) === undefined) {
        this.workspace.removeManifest(uri);
        continue;
      }
      const document = this.documents.get(uri);
      if (document && this.editor.pulls) {
        const given = this.#pulled.get(uri);
        // After an edit the editor pulls by itself, and is then told what is true by that time.
        if (given?.version !== document.version) continue;
        stale ||= (await this.reports.of(uri, language, token)).id !== given.id;
      } else this.#push(uri, document?.version, await this.reports.of(uri, language, token));
    }
    const known = new Set(this.workspace.manifests());
    for (const uri of [...this.#pushed.keys()]) if (!known.has(uri)) this.#clear(uri);
    if (stale) this.editor.refreshDiagnostics();
  }

  #push(uri: string, version: number | undefined, report: Report): void {
    // It may have been opened while its report was made.
    if (this.editor.pulls && this.documents.get(uri)) return;
    const given = this.#pushed.get(uri);
    if (given?.id === report.id && given.version === version) return;
    this.#pushed.set(uri, { id: report.id, version });
    if (given === undefined && version === undefined && report.items.length === 0) return;
    this.editor.publish(uri, version, report.items);
  }

  #clear(uri: string): void {
    this.reports.forget(uri);
    const none: Diagnostic[] = [];
    if (this.#pushed.delete(uri)) this.editor.publish(uri, undefined, none);
  }
}
