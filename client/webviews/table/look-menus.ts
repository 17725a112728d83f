import type { TableRow } from '../../../protocol/requests/table';
import type { TableColumn, TableLook, TableView } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { columnMenu, displayMenu, keysBox, viewsMenu } from './menus';
import { valuesOf } from './model/lines';
import type { Popup } from './popup';

interface LookOwner {
  readonly popup: Popup;
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly rows: () => readonly TableRow[];
  readonly look: () => TableLook;
  readonly views: () => readonly TableView[];
  readonly change: (look: Partial<TableLook>) => void;
  readonly resize: (column: TableColumn, width: number) => void;
  readonly showView: (view: TableView) => void;
  readonly saveViews: (views: readonly TableView[]) => void;
  readonly backToGrid: () => void;
}

/** The boxes in which one says how the table looks, and the one that tells its keys. */
export class LookMenus {
  readonly #owner: LookOwner;

  constructor(owner: LookOwner) {
    this.#owner = owner;
  }

  openColumn(column: TableColumn, anchor: Element): void {
    const { popup, words, locale, rows, look, change, resize, backToGrid } = this.#owner;
    const content = (): ReturnType<typeof columnMenu> =>
      columnMenu({
        words,
        column,
        look: look(),
        values: valuesOf(rows(), column, words, locale),
        change: (next) => {
          change(next);
          popup.update(content());
        },
        resize: (width) => {
          resize(column, width);
        },
        close: this.#close,
      });
    popup.open(fill(words.columnActions, locale, { column: words.columns[column] }), content(), anchor, backToGrid);
  }

  openColumns(anchor: HTMLElement): void {
    const { popup, words, look, change } = this.#owner;
    const content = (): ReturnType<typeof displayMenu> =>
      displayMenu(
        words,
        look(),
        (next) => {
          change(next);
          popup.update(content());
        },
        this.#close,
      );
    popup.open(words.display, content(), anchor, () => {
      anchor.focus();
    });
  }

  openViews(anchor: HTMLElement): void {
    const { popup, words, locale, look, views: present, showView, saveViews } = this.#owner;
    const save = (views: readonly TableView[]): void => {
      saveViews(views);
      popup.update(content());
    };
    const content = (): ReturnType<typeof viewsMenu> => {
      const views = present();
      return viewsMenu({
        words,
        locale,
        views,
        show: (view) => {
          this.#close();
          showView(view);
        },
        save: (name) => {
          save([...views.filter((one) => one.name !== name), { ...look(), name }]);
        },
        remove: (name) => {
          save(views.filter((one) => one.name !== name));
        },
        close: this.#close,
      });
    };
    popup.open(words.views, content(), anchor, () => {
      anchor.focus();
    });
  }

  openKeys(anchor: HTMLElement): void {
    const { popup, words } = this.#owner;
    popup.open(words.keys, keysBox(words, this.#close), anchor, () => {
      anchor.focus();
    });
  }

  readonly #close = (): void => {
    this.#owner.popup.close();
  };
}
