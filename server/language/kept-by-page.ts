import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BlockPage } from '../core/manifest/block-list';
import { pageFacts, type PageFacts } from '../core/manifest/page-facts';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import { pagesWithin } from './pages-within';

interface Kept<T> {
  readonly line: number;
  readonly basis: unknown;
  readonly parts: readonly T[];
}

/**
 * What answers to the editor are made of, page by page of a manifest: kept as long as the page is the same and starts on the same
 * line, so that after a key stroke only the page around it is put into words again.
 */
export class KeptByPage<T> {
  readonly #kept = new WeakMap<BlockPage, Kept<T>>();

  /**
   * @param basis whatever else the parts rest on; told by identity
   * @param make the parts of one page that starts at an offset
   */
  of(
    parsed: ParsedManifest,
    document: TextDocument,
    basis: unknown,
    make: (facts: PageFacts, start: number) => readonly T[],
  ): T[] {
    return pagesWithin(parsed).flatMap(({ page, start }) => {
      const { line } = document.positionAt(start);
      let kept = this.#kept.get(page);
      if (kept?.line !== line || kept.basis !== basis) {
        kept = { line, basis, parts: make(pageFacts(page), start) };
        this.#kept.set(page, kept);
      }
      return kept.parts;
    });
  }
}
