import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { combineChanges, type TextSpanChange } from '../../core/manifest/text-span-change';
import { ManifestDocument } from '../manifest-document';

/** A document after an edit, and what the edit did to its text. */
export interface ChangedDocument {
  readonly document: ManifestDocument;
  readonly span?: TextSpanChange;
}

/** The manifests that the editor holds, by normalised URI. */
export class Documents {
  readonly #open = new Map<string, ManifestDocument>();

  open(uri: string, languageId: string, version: number, text: string): ManifestDocument {
    const document = ManifestDocument.open(uri, languageId, version, text);
    this.#open.set(uri, document);
    return document;
  }

  /** Undefined when the document is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): ChangedDocument | undefined {
    const before = this.#open.get(uri);
    if (!before) return undefined;
    let document: ManifestDocument = before;
    const spans: TextSpanChange[] = [];
    // Each range is in the text that the change before it left.
    for (const change of changes) {
      const next = document.changed(change, version);
      document = next.document;
      spans.push(next.span);
    }
    this.#open.set(uri, document);
    const span = combineChanges(spans);
    return span ? { document, span } : { document };
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): ManifestDocument | undefined {
    return this.#open.get(uri);
  }

  uris(): string[] {
    return [...this.#open.keys()];
  }
}
