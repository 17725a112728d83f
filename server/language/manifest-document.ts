import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { TextSpanChange } from '../core/manifest/text-span-change';
import { ChunkedText } from '../core/text/chunked-text';

/**
 * The text of a manifest as a document. Answers as the library's documents do; an edit copies only what is around it, where
 * the library's copy the whole text.
 */
export class ManifestDocument implements TextDocument {
  private constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly content: ChunkedText,
  ) {}

  static open(uri: string, languageId: string, version: number, text: string): ManifestDocument {
    return new ManifestDocument(uri, languageId, version, ChunkedText.of(text));
  }

  /** What was parsed; its lines are counted once, however often this is called. */
  static of(uri: string, { source }: ParsedManifest): ManifestDocument {
    return new ManifestDocument(uri, 'preuves-segur', 0, source);
  }

  /** Another text of ours. */
  static holding(uri: string, content: ChunkedText): ManifestDocument {
    return new ManifestDocument(uri, 'yaml', 0, content);
  }

  get lineCount(): number {
    return this.content.lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.content.toString();
    const { start, end } = this.#span(range);
    return this.content.slice(start, end);
  }

  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.content.length));
    const { line } = this.content.position(wanted);
    const start = this.content.lineStart(line);
    return { line, character: this.#beforeLineEnd(wanted, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.content.length;
    const start = this.content.lineStart(line);
    if (character <= 0) return start;
    return this.#beforeLineEnd(Math.min(start + character, this.content.lineStart(line + 1)), start);
  }

  getLineRange(line: number): Range {
    if (line < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const last = Math.min(line, this.lineCount - 1);
    const end = line > last ? this.content.length : this.#lineEnd(last);
    return { start: { line: last, character: 0 }, end: { line: last, character: end - this.content.lineStart(last) } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    return this.content.slice(this.#lineEnd(line), this.content.lineStart(line + 1));
  }

  /** The document after one change of the editor, and what the change did. */
  changed(
    change: TextDocumentContentChangeEvent,
    version: number,
  ): { readonly document: ManifestDocument; readonly span: TextSpanChange } {
    const { text } = change;
    const { start, end } = 'range' in change ? this.#span(change.range) : { start: 0, end: this.content.length };
    const content = 'range' in change ? this.content.replaced(start, end, text) : ChunkedText.of(text);
    const document = new ManifestDocument(this.uri, this.languageId, version, content);
    return { document, span: { start, removed: end - start, inserted: text.length } };
  }

  #span(range: Range): { readonly start: number; readonly end: number } {
    const one = this.offsetAt(range.start);
    const other = this.offsetAt(range.end);
    return { start: Math.min(one, other), end: Math.max(one, other) };
  }

  #lineEnd(line: number): number {
    return this.#beforeLineEnd(this.content.lineStart(line + 1), this.content.lineStart(line));
  }

  /** The end of a line stands before its `\r\n`. */
  #beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.content.charCodeAt(at - 1))) at--;
    return at;
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
