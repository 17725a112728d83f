import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { combineChanges, type TextSpanChange } from '../../core/manifest/text-span-change';

/** A document after an edit, and what the edit did to its text. */
export interface ChangedDocument {
  readonly document: TextDocument;
  readonly span?: TextSpanChange;
}

/** The manifests that the editor holds, by normalised URI. */
export class Documents {
  readonly #open = new Map<string, TextDocument>();

  open(uri: string, languageId: string, version: number, text: string): TextDocument {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#open.set(uri, document);
    return document;
  }

  /** Undefined when the document is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): ChangedDocument | undefined {
    let document = this.#open.get(uri);
    if (!document) return undefined;
    const spans: TextSpanChange[] = [];
    // Each range is in the text that the change before it left.
    for (const change of changes) {
      const length = document.getText().length;
      const start = 'range' in change ? document.offsetAt(change.range.start) : 0;
      const end = 'range' in change ? document.offsetAt(change.range.end) : length;
      document = TextDocument.update(document, [change], version);
      spans.push({ start, removed: end - start, inserted: document.getText().length - length + end - start });
    }
    this.#open.set(uri, document);
    const span = combineChanges(spans);
    return span ? { document, span } : { document };
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  uris(): string[] {
    return [...this.#open.keys()];
  }
}
