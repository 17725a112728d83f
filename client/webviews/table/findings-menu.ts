import type { TableFinding, TableRow } from '../../../protocol/requests/table';
import type { FromTablePage } from '../../../protocol/webview/table-page';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { findingsBox } from './menus';
import { findingsAt } from './model/columns';
import type { Popup } from './popup';

interface FindingsOwner {
  readonly popup: Popup;
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly post: (message: FromTablePage) => void;
  readonly isReadOnly: () => boolean;
  readonly onClose: () => void;
}

/** The findings of a cell in a box, with the fixes that the extension is asked for. */
export class FindingsMenu {
  readonly #owner: FindingsOwner;
  /** What is done with an answer, by the number of the question. */
  readonly #asked = new Map<number, (titles: readonly string[]) => void>();
  #count = 0;

  constructor(owner: FindingsOwner) {
    this.#owner = owner;
  }

  /** The extension has found which fixes there are. */
  answered(ask: number, titles: readonly string[]): void {
    this.#asked.get(ask)?.(titles);
    this.#asked.delete(ask);
  }

  open(row: TableRow, piece: number, anchor: Element): void {
    const { popup, words, locale, post, isReadOnly, onClose } = this.#owner;
    const findings = findingsAt(row, piece);
    const fixes = new Map<TableFinding, readonly string[]>();
    const close = (): void => {
      popup.close();
    };
    const content = (): ReturnType<typeof findingsBox> =>
      findingsBox({
        words,
        findings,
        fixes,
        isReadOnly: isReadOnly(),
        see: ({ place }) => {
          close();
          post({ kind: 'openPlace', place });
        },
        fix: (finding, title) => {
          close();
          post({ kind: 'fix', finding, title });
        },
        close,
      });
    popup.open(fill(words.findingsOf, locale, { proof: row.proof.id }), content(), anchor, onClose);
    for (const finding of findings) {
      this.#count += 1;
      this.#asked.set(this.#count, (titles) => {
        fixes.set(finding, titles);
        if (popup.isOpen) popup.update(content());
      });
      post({ kind: 'askFixes', ask: this.#count, finding });
    }
  }
}
