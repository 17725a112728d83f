import * as vscode from 'vscode';
import type { ViewNode } from '../../protocol/compliance-view';
import type { ComplianceStore } from '../compliance/store';
import type { ViewPosition } from '../../protocol/view-place';
import { targetIn } from '../attach/attach-target';
import { goingMessages } from '../commands/going-messages';
import { contextKeys, section, viewId } from '../ids';
import type { Messages } from '../messages';
import { type Drop, DropController } from './drop-controller';
import { currentLanguage, myName } from '../settings';
import { filterView, treeFilter, type TreeFilter } from './filter-view';
import { rowAt } from './row-at';
import { rowOfSlot, subjectOfSlot } from './row-of-slot';
import { toFix } from './row-appearance';
import { searchRows, type Found } from './search-rows';
import { type Row, type RowKey, TreeModel } from './tree-model';
import { TreeProvider } from './tree-provider';

/** Where the filter is remembered for a workspace. */
const filterKey = 'filtre';

/** The *Conformité* view: follows the store, and tells what its rows are. */
export class ComplianceTree implements vscode.Disposable {
  readonly #store: ComplianceStore;
  readonly #messages: () => Messages;
  readonly #provider: TreeProvider;
  readonly #view: vscode.TreeView<RowKey>;
  readonly #memory: vscode.Memento;
  readonly #listener: vscode.Disposable;
  readonly #drops = new vscode.EventEmitter<Drop>();

  /** Fires when the view comes into sight. */
  readonly onDidAppear: vscode.Event<void>;

  /** Fires when pieces were dropped on a row. */
  readonly onDidDrop = this.#drops.event;
  readonly #selections = new vscode.EventEmitter<Row>();
  /** Fires when one row is selected, by the user or by the cursor that the tree follows. */
  readonly onDidSelect = this.#selections.event;
  /** Every row, whatever the filter hides. */
  readonly #whole = new TreeModel();
  #filter: TreeFilter;

  /** @param memory of the workspace */
  constructor(store: ComplianceStore, messages: () => Messages, memory: vscode.Memento) {
    this.#store = store;
    this.#messages = messages;
    this.#memory = memory;
    this.#filter = treeFilter(memory.get(filterKey));
    this.#provider = new TreeProvider(messages);
    this.#view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this.#provider,
      showCollapseAll: true,
      dragAndDropController: new DropController((drop) => {
        this.#drops.fire(drop);
      }),
    });
    const appears = new vscode.EventEmitter<void>();
    this.onDidAppear = appears.event;
    this.#listener = vscode.Disposable.from(
      appears,
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) appears.fire();
      }),
      store.onDidRefresh(() => {
        this.#show();
      }),
      this.#view.onDidChangeSelection(({ selection: [key] }) => {
        const row = key === undefined ? undefined : this.row(key);
        if (row) this.#selections.fire(row);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.moi`)) this.#show();
      }),
    );
  }

  /** The row behind what VS Code hands to a command of the tree's menus. */
  row(argument: unknown): Row | undefined {
    return typeof argument === 'string' ? this.#provider.model.row(argument) : undefined;
  }

  /** The same; or the row, whatever the filter hides, of the proof or piece that a menu of the table is of. */
  rowMeant(argument: unknown): Row | undefined {
    const row = this.row(argument);
    if (row) return row;
    const target = targetIn(argument);
    if (!target?.slot) return undefined;
    const { piece } = argument as { readonly piece?: unknown };
    const place = { uri: target.uri, slot: target.slot };
    return (
      rowOfSlot(this.#whole, typeof piece === 'number' ? { ...place, piece } : place) ??
      // What is set aside has no rows of its proofs.
      subjectOfSlot(this.#whole, place)
    );
  }

  /** The same; of a proof or piece of the table, the requirement or core-business scenario above it. */
  subjectMeant(argument: unknown): Row | undefined {
    const target = targetIn(argument);
    return this.row(argument) ?? (target?.slot && subjectOfSlot(this.#whole, { uri: target.uri, slot: target.slot }));
  }

  /** Whether anybody sees the view. */
  get isVisible(): boolean {
    return this.#view.visible;
  }

  /** What one may jump to. */
  search(): Found[] {
    return searchRows(this.#whole);
  }

  /** Whether the filter leaves nothing. */
  get isEmpty(): boolean {
    return this.#provider.model.find(({ kind }) => kind === 'proof' || kind === 'request') === undefined;
  }

  get filter(): TreeFilter {
    return this.#filter;
  }

  /** Shows only the proofs that a filter is about, from now on, in this workspace. */
  async show(filter: TreeFilter): Promise<void> {
    this.#filter = filter;
    this.#show();
    await this.#memory.update(filterKey, filter);
  }

  /**
   * Shows the row of the entry at a place of a manifest, if it is a row that is not filtered out.
   * @returns the row that is shown now; none while nobody sees the view
   */
  async revealAt(
    uri: string,
    cursor: ViewPosition,
    sectionLine: number,
    { focus = false }: { readonly focus?: boolean } = {},
  ): Promise<Row | undefined> {
    const row = this.isVisible ? rowAt(this.#whole, uri, cursor, sectionLine) : undefined;
    if (!row || !this.#provider.model.row(row.key)) return undefined;
    await this.#view.reveal(row.key, { select: true, focus });
    return row;
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
    for (const one of [this.#listener, this.#drops, this.#selections, this.#view, this.#provider]) one.dispose();
  }

  #show(): void {
    const { view, grouping } = this.#store;
    const messages = this.#messages();
    const self = myName();
    this.#whole.update(view);
    this.#provider.show(filterView(view, this.#filter, self));
    this.#showFilter(self);
    const many = toFix(view.dossiers.map(({ root }) => root.counts));
    this.#view.badge = many === 0 ? undefined : { value: many, tooltip: messages.toFix(many) };
    if (view.dossiers.length > 0) {
      const grouped = grouping === 'chapter' ? messages.groupedByChapter : messages.groupedByDomain;
      const words = goingMessages[currentLanguage()];
      this.#view.description =
        this.#filter === 'all' ? grouped : `${grouped} · ${words.filtered(words.filters[this.#filter])}`;
    } else {
      delete this.#view.description;
    }
  }

  /** Whether nothing is known of what a dossier has to prove. */
  #lacksCatalogue(key: RowKey): boolean {
    return this.#whole.row(key)?.node.children.some(({ kind }) => kind === 'problem') === true;
  }

  /** Says why nothing is shown, so that an empty tree does not look like a finished dossier. */
  #showFilter(self: string): void {
    void vscode.commands.executeCommand('setContext', contextKeys.filter, this.#filter);
    const words = goingMessages[currentLanguage()];
    const isEmpty = this.#filter !== 'all' && this.#provider.model.dossiers.length > 0 && this.isEmpty;
    const message = this.#filter === 'mine' && self === '' ? words.noSelf : words.nothingLeft;
    const unread = this.#whole.dossiers.filter((key) => this.#lacksCatalogue(key));
    const isWithout = unread.length > 0 && unread.length === this.#whole.dossiers.length;
    const usual = this.#store.isInBrowser && this.#whole.dossiers.length > 0 ? this.#messages().inBrowser : '';
    this.#view.message = isEmpty ? message : isWithout ? words.noCatalogue(unread.length) : usual;
  }
}
