import * as vscode from 'vscode';
import type { NextPlaceParams } from '../../protocol/requests/next-place';
import { type Table, tableRequest } from '../../protocol/requests/table';
import { withChanges } from '../../protocol/requests/table-changes';
import { type TableCell, tableEditRequest } from '../../protocol/requests/table-edit';
import type { AroundTable, FromTablePage, ToTablePage } from '../../protocol/webview/table-page';
import { attachCommands } from '../../protocol/commands';
import { attachPieces } from '../attach/attach-commands';
import { piecesIn } from '../attach/dropped-pieces';
import { onDidMakeEdit, turnedTo, WrittenEdit } from '../attach/written-edit';
import { nameOf } from '../commands/choose-package';
import { chooseRunsheetKind } from '../commands/runsheet';
import type { Services } from '../commands/services';
import { coalesce } from '../compliance/coalesce';
import { dossierFor } from '../compliance/dossier-for';
import { commands } from '../ids';
import { myName } from '../settings';
import { openPlace } from '../ui/open-place';
import { splitAt, textEditOf } from '../ui/edit-ranges';
import { Flushes } from '../ui/flushes';
import { knownFile, openBeside, PageLink, picturesFor } from '../ui/page-link';
import { tellPlace } from '../ui/active-place';
import { fixesAt, makeFix } from './finding-fixes';
import { openText } from './open-table';
import { readViews, writeViews } from './saved-views';
import { TableHistory } from './table-history';
import { tableWords } from './table-words';

/** One table of one manifest in one tab. */
export class TablePanel implements vscode.Disposable {
  readonly #services: Services;
  readonly #memory: vscode.Memento;
  readonly #document: vscode.TextDocument;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PageLink<ToTablePage, FromTablePage>;
  readonly #listeners: vscode.Disposable;
  readonly #flushes: Flushes<readonly TableCell[]>;
  /** How often its document was saved. */
  #saves = 0;
  readonly #history: TableHistory<WrittenEdit>;
  readonly #refresh = coalesce(() => this.#refreshNow());
  /** Files that cells were written to, beside the document; they are saved with it. */
  readonly #touched = new Set<string>();
  #table: Table | undefined;
  /** The revision that the page shows: of it, it is told the changes. */
  #pageHas: string | undefined;
  #stale = true;
  #disposed = false;
  /** Edits are made one after the other: each is for the text that the one before made. */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    services: Services,
    extension: vscode.Uri,
    memory: vscode.Memento,
    document: vscode.TextDocument,
    panel: vscode.WebviewPanel,
  ) {
    this.#services = services;
    this.#memory = memory;
    this.#document = document;
    this.#panel = panel;
    this.#history = new TableHistory({
      document,
      turnedTo: () => turnedTo(document),
      turn: (how) => vscode.commands.executeCommand(how),
    });
    this.#page = new PageLink(panel.webview, {
      name: 'table',
      extension,
      words: tableWords,
      receive: (message: FromTablePage) => this.#receive(message),
      messages: services.messages,
      log: services.log,
    });
    this.#flushes = new Flushes((flush) => {
      this.#page.post({ kind: 'flush', flush });
    });
    this.#listeners = vscode.Disposable.from(
      this.#page,
      onDidMakeEdit((written) => {
        if (!written.documents.some(({ document: { uri } }) => this.#isOfDossier(uri.toString()))) return;
        this.#history.made(written);
        this.#touch(written);
      }),
      panel.onDidChangeViewState(() => {
        this.#refreshIfSeen();
      }),
    );
  }

  /** Whether the table shows this document itself. */
  isOf(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.#document.uri.toString();
  }

  /** The tab in front, in the group that the user is at. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Moves to the next or previous row that wants something, in the order that is shown. */
  go(what: NextPlaceParams['what'], direction: NextPlaceParams['direction']): void {
    this.#page.post({ kind: 'go', what, direction });
  }

  /** Makes the page. It asks for the table when it is ready. */
  async open(): Promise<void> {
    const likely = dossierFor(this.#services.store.view, this.#document.uri.toString());
    await this.#page.load([folderOf(likely?.uri ?? this.#document.uri.toString())]);
  }

  /** What is shown may not be what is written any more. */
  outdate(): void {
    this.#stale = true;
    this.#refreshIfSeen();
  }

  serverFailed(): void {
    this.#page.post({ kind: 'failed', message: this.#services.messages().serverFailed, canRestart: true });
  }

  /** A document became dirty, or is saved. */
  dirtyChanged(document: vscode.TextDocument): void {
    if (this.isOf(document) || this.#touched.has(document.uri.toString())) this.#tellUnsaved();
  }

  /** The files that cells were written to are saved with the document of the table. */
  wasSaved(document: vscode.TextDocument): void {
    if (!this.isOf(document)) {
      // What is changed in it from now on is not the table's. The news of a save may come after the next change of the table.
      if (!document.isDirty && this.#touched.delete(document.uri.toString())) this.#tellUnsaved();
      return;
    }
    this.#saves += 1;
    this.#saveOthers();
  }

  /** The fragments that the table wrote to are saved with its document. */
  #saveOthers(): void {
    const others = this.#unsaved();
    Promise.all(others.map((other) => other.save())).then(
      () => {
        this.#tellUnsaved();
      },
      (error: unknown) => {
        this.#page.report(error);
      },
    );
  }

  /**
   * What is typed in an open cell, as edits of the document that is about to be saved; its edits of other files are made at
   * once. None when no cell is open, or the page does not answer in time.
   */
  async flush(): Promise<vscode.TextEdit[]> {
    if (!this.#page.isReady || !this.#panel.visible) return [];
    const saves = this.#saves;
    const cells = await this.#flushes.ask();
    if (!cells || cells.length === 0) return [];
    const answer = await this.#services.connection.ask(tableEditRequest, { uri: this.#document.uri.toString(), cells });
    if (answer.kind === 'refused') {
      this.#page.post({ kind: 'refused', edit: -1, message: answer.message, cells: answer.cells });
      return [];
    }
    const { own, others } = splitAt(this.#document, answer.edit.changes);
    if (Object.keys(others).length > 0) {
      await this.#apply({ edit: { changes: others }, before: answer.before });
      // VS Code waits a moment and no longer: its save has gone by, and the fragments still belong to it.
      if (this.#saves !== saves) this.#saveOthers();
    }
    return Object.entries(own).flatMap(([uri, edits]) =>
      this.#document.getText() === answer.before[uri] ? edits.map(textEditOf) : [],
    );
  }

  dispose(): void {
    this.#disposed = true;
    tellPlace(this.#document.uri, undefined);
    this.#flushes.dispose();
    this.#listeners.dispose();
  }

  #refreshIfSeen(): void {
    if (!this.#stale || !this.#page.isReady || !this.#panel.visible) return;
    this.#refresh().catch((error: unknown) => {
      this.#page.post({ kind: 'failed', message: this.#page.reasonOf(error), canRestart: true });
    });
  }

  async #refreshNow(): Promise<void> {
    this.#stale = false;
    const uri = this.#document.uri.toString();
    const since = this.#table === undefined ? {} : { since: this.#table.revision };
    const answer = await this.#services.connection.ask(tableRequest, { uri, ...since });
    if (this.#disposed) return;
    if (answer.kind === 'refused') {
      this.#table = undefined;
      this.#pageHas = undefined;
      this.#page.post({ kind: 'failed', message: answer.message, canRestart: false });
      return;
    }
    const table = answer.kind === 'table' ? answer : this.#table && withChanges(this.#table, answer);
    this.#table = table;
    // The changes were for another table, which somebody let go of meanwhile.
    if (!table) return this.#refreshNow();
    // The folder was guessed before the server told it. Pictures come from it and nowhere else.
    this.#page.showFilesOf([folderOf(table.uri)]);
    const untrusted = vscode.workspace.isTrusted ? {} : { readOnly: this.#services.messages().untrusted };
    if (answer.kind === 'changes' && this.#pageHas === answer.since) {
      const around = this.#around(answer.changed.map(({ row }) => row));
      this.#page.post({ kind: 'changes', changes: { ...answer, head: { ...answer.head, ...untrusted } }, ...around });
    } else this.#page.post({ kind: 'table', table: { ...table, ...untrusted }, ...this.#around(table.rows) });
    this.#pageHas = table.revision;
  }

  /** @param rows whose pictures the page has not been told yet */
  #around(rows: Table['rows']): AroundTable {
    const folder = `${folderOf(this.#uri).toString()}/`;
    const pictures = rows
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ isPicture, uri }) => (isPicture && uri?.startsWith(folder) ? [uri] : []));
    return {
      pictures: picturesFor(this.#page.webview, pictures),
      me: myName(),
      today: todayInParis(),
      views: readViews(this.#memory),
    };
  }

  async #receive(message: FromTablePage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#stale = true;
        this.#pageHas = undefined;
        this.#tellUnsaved();
        this.#refreshIfSeen();
        return;
      case 'edit':
        this.#writing = this.#writing.then(() => this.#write(message.edit, message.cells));
        return this.#writing;
      case 'undo':
      case 'redo':
        this.#writing = this.#writing.then(() => this.#turn(message.kind));
        return this.#writing;
      case 'flushed':
        this.#flushes.answer(message.flush, message.cells);
        return;
      case 'openPlace':
        return openPlace(message.place, { viewColumn: vscode.ViewColumn.Beside });
      case 'openFile':
        return this.#openFile(message.uri);
      case 'attach':
        await vscode.commands.executeCommand(attachCommands.add, { uri: this.#uri, slot: message.slot });
        return;
      case 'dropped': {
        if (!vscode.workspace.isTrusted) return;
        const pieces = piecesIn(message.list, message.files);
        return attachPieces(this.#services, { uri: this.#uri, slot: message.slot }, pieces);
      }
      case 'askFixes':
        this.#page.post({ kind: 'fixes', ask: message.ask, titles: await fixesAt(message.finding) });
        return;
      case 'fix':
        return makeFix(message.finding, message.title);
      case 'saveViews':
        await writeViews(this.#memory, message.views);
        return;
      case 'handOut': {
        const which = await chooseRunsheetKind();
        if (!which) return;
        const { person, chapter } = message;
        const command = which === 'script' ? commands.shootingScript : commands.missingLetter;
        await vscode.commands.executeCommand(command, {
          uri: this.#uri,
          ...(person === undefined ? {} : { person }),
          ...(chapter === undefined ? {} : { chapter }),
        });
        return;
      }
      case 'at':
        this.#at(message.row);
        return;
      case 'whoAmI':
        await vscode.commands.executeCommand(commands.myName);
        this.outdate();
        return;
      case 'run':
        return this.#run(message.what);
    }
  }

  /** Of the dossier's main manifest, once it is known. */
  get #uri(): string {
    return this.#table?.uri ?? this.#document.uri.toString();
  }

  #at(id: string): void {
    const row = this.#table?.rows.find((one) => one.id === id);
    tellPlace(this.#document.uri, row?.place);
  }

  async #openFile(uri: string): Promise<void> {
    const pieces = this.#table?.rows.flatMap((row) => row.pieces) ?? [];
    const named = pieces.flatMap((piece) => piece.uri ?? []);
    await openBeside(knownFile(uri, named, this.#services.messages()));
  }

  async #run(what: Extract<FromTablePage, { readonly kind: 'run' }>['what']): Promise<void> {
    switch (what) {
      case 'restart':
        await vscode.commands.executeCommand(commands.restart);
        return;
      case 'openLog':
        await vscode.commands.executeCommand(commands.openLog);
        return;
      case 'asText':
        return openText(this.#document.uri);
      case 'retry':
        this.outdate();
        return;
      case 'saveAll':
        await Promise.all([this.#document, ...this.#unsaved()].map((document) => document.save()));
        this.#tellUnsaved();
    }
  }

  /** Writes cells, all or none; failures are told to the page, which shows them at the cells. */
  async #write(edit: number, cells: readonly TableCell[]): Promise<void> {
    const refuse = (message: string, at: readonly { readonly cell: number; readonly message: string }[] = []): void => {
      this.#page.post({ kind: 'refused', edit, message, cells: at });
    };
    if (!vscode.workspace.isTrusted) {
      refuse(this.#services.messages().untrusted);
      return;
    }
    try {
      const answer = await this.#services.connection.ask(tableEditRequest, {
        uri: this.#document.uri.toString(),
        cells,
      });
      if (answer.kind === 'refused') refuse(answer.message, answer.cells);
      else if (await this.#apply(answer)) {
        this.#page.post({ kind: 'written', edit });
        // The server tells of new figures when the typing pauses; who typed here waits for this one.
        this.outdate();
      } else refuse(this.#services.messages().changedMeanwhile);
    } catch (error) {
      refuse(this.#page.reasonOf(error));
    }
  }

  /** Makes an edit as one that can be undone. Nothing is saved: that is the user's, as in text. */
  async #apply(planned: Parameters<typeof WrittenEdit.make>[0]): Promise<boolean> {
    const written = await WrittenEdit.make(planned, { save: false });
    if (written) this.#history.made(written);
    this.#touch(written);
    return written !== undefined;
  }

  /** A failure of one must not keep those after it from being made. */
  async #turn(how: 'undo' | 'redo'): Promise<void> {
    try {
      this.#touch(await this.#history[how]());
      this.outdate();
    } catch (error) {
      this.#page.report(error);
    }
  }

  #touch(written: WrittenEdit | undefined): void {
    for (const { document } of written?.documents ?? [])
      if (!this.isOf(document)) this.#touched.add(document.uri.toString());
    this.#tellUnsaved();
  }

  #isOfDossier(uri: string): boolean {
    const places = (this.#table?.rows ?? []).map(({ place }) => place?.uri);
    return [this.#document.uri.toString(), this.#table?.uri, ...places].includes(uri);
  }

  #tellUnsaved(): void {
    const others = this.#unsaved().map(({ uri }) => nameOf(uri));
    this.#page.post({ kind: 'unsaved', own: this.#document.isDirty, others });
  }

  #unsaved(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(
      (document) => document.isDirty && this.#touched.has(document.uri.toString()) && !this.isOf(document),
    );
  }
}

/** The folder of a manifest. */
function folderOf(manifest: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(manifest, true), '..');
}

/** YYYY-MM-DD. */
function todayInParis(): string {
  // Sweden writes days so.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}
