import * as vscode from 'vscode';
import type { ViewNode } from '../../protocol/compliance-view';
import type { ComplianceStore } from '../compliance/store';
import { viewId } from '../ids';
import type { Messages } from '../messages';
import { type Drop, DropController } from './drop-controller';
import { toFix } from './row-appearance';
import { searchRows, type Found } from './search-rows';
import type { Row, RowKey } from './tree-model';
import { TreeProvider } from './tree-provider';

/** The *Conformité* view: follows the store, and tells what its rows are. */
export class ComplianceTree implements vscode.Disposable {
  readonly #store: ComplianceStore;
  readonly #messages: () => Messages;
  readonly #provider: TreeProvider;
  readonly #view: vscode.TreeView<RowKey>;
  readonly #listener: vscode.Disposable;
  readonly #drops = new vscode.EventEmitter<Drop>();

  /** Fires when pieces were dropped on a row. */
  readonly onDidDrop = this.#drops.event;

  constructor(store: ComplianceStore, messages: () => Messages) {
    this.#store = store;
    this.#messages = messages;
    this.#provider = new TreeProvider(messages);
    this.#view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this.#provider,
      showCollapseAll: true,
      dragAndDropController: new DropController((drop) => {
        this.#drops.fire(drop);
      }),
    });
    this.#listener = store.onDidRefresh(() => {
      this.#show();
    });
  }

  /** The row behind what VS Code hands to a command of the tree's menus. */
  row(argument: unknown): Row | undefined {
    return typeof argument === 'string' ? this.#provider.model.row(argument) : undefined;
  }

  /** What one may jump to. */
  search(): Found[] {
    return searchRows(this.#provider.model);
  }

  /** The node of a row, then those above it. */
  pathOf(row: Row): readonly ViewNode[] {
    const nodes: ViewNode[] = [];
    let at: Row | undefined = row;
    while (at) {
      nodes.push(at.node);
      at = at.parent === undefined ? undefined : this.#provider.model.row(at.parent);
    }
    return nodes;
  }

  /** Rewrites what is in the client's own words, after a change of language. */
  changeLanguage(): void {
    this.#provider.redraw();
    this.#show();
  }

  dispose(): void {
    for (const one of [this.#listener, this.#drops, this.#view, this.#provider]) one.dispose();
  }

  #show(): void {
    const { view, grouping } = this.#store;
    const messages = this.#messages();
    this.#provider.show(view);
    const many = toFix(view.dossiers.map(({ root }) => root.counts));
    this.#view.badge = many === 0 ? undefined : { value: many, tooltip: messages.toFix(many) };
    if (view.dossiers.length > 0) {
      this.#view.description = grouping === 'chapter' ? messages.groupedByChapter : messages.groupedByDomain;
    } else {
      delete this.#view.description;
    }
  }
}
