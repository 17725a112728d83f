import * as vscode from 'vscode';

const scheme = 'segur-preuves';
/** What was shown at once is kept together; the comparison of a large dossier takes some hundred kB. */
const mostGroups = 20;

/** Read-only documents that are nowhere on disk. The last ones made are kept while the window lives. */
export class VirtualTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #gone: () => string;
  readonly #groups: ReadonlyMap<string, string>[] = [];
  readonly #registration: vscode.Disposable;
  #made = 0;

  /** @param gone what a document says that the editor restores after its text was forgotten */
  constructor(gone: () => string) {
    this.#gone = gone;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Makes documents that are shown together. The extension of a name tells its language. */
  addAll(documents: readonly { readonly name: string; readonly text: string }[]): readonly vscode.Uri[] {
    this.#made += 1;
    const group = new Map(
      documents.map(({ name, text }, at) => [`/${this.#made}/${at}/${name.replace(/[\\/]/g, '_')}`, text]),
    );
    this.#groups.push(group);
    if (this.#groups.length > mostGroups) this.#groups.shift();
    return [...group.keys()].map((path) => vscode.Uri.from({ scheme, path }));
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    const group = this.#groups.find((one) => one.has(path));
    return group?.get(path) ?? this.#gone();
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
