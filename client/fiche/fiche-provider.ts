import { threadChangeRequest, type ThreadChangeView } from '../../protocol/requests/threads';
import { whoAmI } from '../team/who-am-i';
import * as vscode from 'vscode';
import { attachCommands } from '../../protocol/commands';
import { formerPiecesRequest } from '../../protocol/requests/former-pieces';
import { ficheRequest, type FicheParams, type FicheView } from '../../protocol/requests/fiche';
import type { TableFinding } from '../../protocol/requests/table';
import { tableEditRequest, type TableEditResult } from '../../protocol/requests/table-edit';
import type { FicheEdit, FicheTalk, FromFichePage, ToFichePage } from '../../protocol/webview/fiche-page';
import { attachPieces } from '../attach/attach-commands';
import { piecesIn } from '../attach/dropped-pieces';
import { WrittenEdit } from '../attach/written-edit';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import { coalesce } from '../compliance/coalesce';
import { followServer } from '../connection/follow-server';
import { commands, ficheViewId, languageId } from '../ids';
import { showPreview } from '../preview/show-preview';
import { currentLanguage, myName } from '../settings';
import { fixesAt, makeFix } from '../table/finding-fixes';
import { splitAt, textEditOf } from '../ui/edit-ranges';
import { Flushes } from '../ui/flushes';
import { openPlace } from '../ui/open-place';
import { knownFile, openBeside, PageLink, picturesFor } from '../ui/page-link';
import { ficheMessages } from './fiche-messages';
import { ficheWords } from './fiche-words';

/** Under which the initials of whoever reviews are remembered. */
const reviewerKey = 'relecteur';

/**
 * The *Fiche*: all that is known of the requirement that one is at, in tree, text or table, and where what the team writes of
 * it is typed. It writes nothing itself: each change is an edit of the manifests, which can be undone and is not saved.
 */
export class FicheProvider implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #extension: vscode.Uri;
  readonly #memory: vscode.Memento;
  readonly #listeners: vscode.Disposable;
  readonly #refresh = coalesce(() => this.#refreshNow());
  readonly #flushes: Flushes<readonly FicheEdit[]>;
  readonly #shows = new vscode.EventEmitter<FicheView>();
  #view: vscode.WebviewView | undefined;
  #page: PageLink<ToFichePage, FromFichePage> | undefined;
  #stale = true;
  #pinned = false;
  /** What is to be shown next, when that is something else than what is shown. */
  #wanted: FicheParams | undefined;
  #fiche: FicheView | undefined;
  /** The fiche whose former pieces the page was told. */
  #formerOf: string | undefined;
  #asking: vscode.CancellationTokenSource | undefined;
  /** Edits are made one after the other: each is for the text that the one before made. */
  #writing: Promise<void> = Promise.resolve();
  #last: WrittenEdit | undefined;
  /** The files that were written to since they were saved. */
  readonly #touched = new Set<vscode.TextDocument>();

  /** Fires when a fiche was handed to the page. */
  readonly onDidShow = this.#shows.event;

  /** @param memory what is remembered of the user, whatever the workspace */
  constructor(services: Services, extension: vscode.Uri, memory: vscode.Memento) {
    this.#services = services;
    this.#extension = extension;
    this.#memory = memory;
    this.#flushes = new Flushes((flush) => {
      this.#post({ kind: 'flush', flush });
    });
    this.#listeners = vscode.Disposable.from(
      this.#shows,
      vscode.window.registerWebviewViewProvider(ficheViewId, this),
      followServer(
        services.connection,
        () => {
          this.#outdate();
        },
        () => {
          this.#post({ kind: 'failed', message: services.messages().serverFailed, canRestart: true });
        },
      ),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#formerOf = undefined;
        this.#outdate();
      }),
      vscode.workspace.onWillSaveTextDocument((event) => {
        // A save that nobody asked for takes no half a word.
        const isAsked = event.reason === vscode.TextDocumentSaveReason.Manual;
        if (isAsked && event.document.languageId === languageId) event.waitUntil(this.#flush(event.document));
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#touched.delete(document)) this.#tellUnsaved();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#touched.has(document)) this.#tellUnsaved();
      }),
    );
  }

  /** What is shown, for whoever asks. */
  get fiche(): FicheView | undefined {
    return this.#fiche;
  }

  /** Shows what is selected elsewhere, unless what is shown is to stay. Does not bring the view up. */
  follow(wanted: FicheParams): void {
    if (this.#pinned) return;
    this.#wanted = wanted;
    this.#outdate();
  }

  /** Brings the view up with this entry, pinned or not. */
  async show(wanted: FicheParams): Promise<void> {
    this.#wanted = wanted;
    this.#stale = true;
    await vscode.commands.executeCommand(`${ficheViewId}.focus`);
    this.#refreshIfSeen();
  }

  /** VS Code shows the view for the first time, or again after it was closed. */
  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    const page = new PageLink(view.webview, {
      name: 'fiche',
      extension: this.#extension,
      words: ficheWords,
      receive: (message: FromFichePage) => this.#receive(message),
      messages: this.#services.messages,
      log: this.#services.log,
    });
    this.#page?.dispose();
    this.#view = view;
    this.#page = page;
    view.onDidDispose(() => {
      page.dispose();
      if (this.#view !== view) return;
      this.#view = undefined;
      this.#page = undefined;
    });
    view.onDidChangeVisibility(() => {
      this.#refreshIfSeen();
    });
    await page.load(this.#roots());
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#flushes.dispose();
    this.#listeners.dispose();
  }

  /** Pictures come from the folders that are open, and from that of the dossier. */
  #roots(): readonly vscode.Uri[] {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const own = this.#fiche && vscode.Uri.joinPath(vscode.Uri.parse(this.#fiche.uri, true), '..');
    const isApart = own && !folders.some(({ path }) => own.path === path || own.path.startsWith(`${path}/`));
    return [...folders, ...(isApart ? [own] : [])];
  }

  #post(message: ToFichePage): void {
    this.#page?.post(message);
  }

  #outdate(): void {
    this.#stale = true;
    this.#refreshIfSeen();
  }

  #refreshIfSeen(): void {
    const page = this.#page;
    if (!this.#stale || !page?.isReady || !this.#view?.visible) return;
    this.#refresh().catch((error: unknown) => {
      this.#post({ kind: 'failed', message: page.reasonOf(error), canRestart: true });
    });
  }

  async #refreshNow(): Promise<void> {
    this.#stale = false;
    const words = ficheMessages[currentLanguage()];
    const shown = this.#fiche;
    const again: FicheParams | undefined = shown && { uri: shown.uri, at: { kind: 'entry', ...askedFor(shown) } };
    const wanted = this.#wanted;
    this.#wanted = undefined;
    const asked = wanted ?? again;
    if (!asked) {
      this.#post({ kind: 'nothing', message: words.nothing });
      return;
    }
    let answer = await this.#services.connection.ask(ficheRequest, asked);
    // Where nothing has a fiche, the one that is shown stays, as it is by now.
    if (answer.kind !== 'fiche' && wanted?.at.kind === 'position' && again)
      answer = await this.#services.connection.ask(ficheRequest, again);
    if (answer.kind === 'fiche') this.#tell(answer.fiche);
    else if (answer.kind === 'refused') this.#post({ kind: 'failed', message: answer.message, canRestart: false });
    else {
      const isPlace = asked.at.kind === 'position';
      this.#post({ kind: 'nothing', message: isPlace ? words.nothing : answer.message });
    }
  }

  #tell(fiche: FicheView): void {
    this.#fiche = fiche;
    if (!this.#page) return;
    this.#page.showFilesOf(this.#roots());
    const pictures = piecesOf(fiche).flatMap(({ isPicture, uri }) => (isPicture && uri !== undefined ? [uri] : []));
    this.#post({
      kind: 'fiche',
      fiche,
      pictures: picturesFor(this.#page.webview, pictures),
      me: this.#memory.get<string>(reviewerKey) ?? myName(),
      pinned: this.#pinned,
    });
    this.#shows.fire(fiche);
    this.#tellFormer(fiche).catch((error: unknown) => {
      this.#page?.report(error);
    });
  }

  /** What git has of each proof comes after the fiche, once for each: the page leaves out what is cited still. */
  async #tellFormer({ uri, key, scenarios }: FicheView): Promise<void> {
    if (this.#formerOf === `${uri}|${key}`) return;
    this.#formerOf = `${uri}|${key}`;
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const proofs = scenarios.flatMap((scenario) => scenario.proofs);
    try {
      const slots = proofs.map(({ slot }) => slot);
      const answer = await this.#services.connection.ask(formerPiecesRequest, { uri, slots }, asking.token);
      const found = proofs.map((proof, at) => [proof.key, answer.proofs[at] ?? []] as const);
      if (!asking.token.isCancellationRequested)
        this.#post({ kind: 'former', uri, key, proofs: Object.fromEntries(found) });
    } catch (error) {
      // Another fiche was asked for, or the server ends: nothing is missing for it.
      if (!asking.token.isCancellationRequested) throw error;
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
      asking.dispose();
    }
  }

  async #receive(message: FromFichePage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#formerOf = undefined;
        this.#outdate();
        this.#tellUnsaved();
        return;
      case 'edit':
        this.#writing = this.#writing.then(() => this.#write(message));
        return this.#writing;
      case 'flushed':
        this.#flushes.answer(message.flush, message.edits);
        return;
      case 'openPlace':
        return openPlace(message.place, { viewColumn: vscode.ViewColumn.One });
      case 'openFile':
        return openBeside(this.#fileOf(message.uri));
      case 'preview':
        return showPreview(this.#services, this.#extension, this.#fiche?.uri ?? '', this.#fileOf(message.uri));
      case 'command': {
        const target = { uri: this.#fiche?.uri, slot: message.slot };
        await vscode.commands.executeCommand(attachCommands[message.command], target);
        return;
      }
      case 'dropped': {
        if (!vscode.workspace.isTrusted || !this.#fiche) return;
        const { slot, list, files } = message;
        return attachPieces(this.#services, { uri: this.#fiche.uri, slot }, piecesIn(list, files));
      }
      case 'fixes':
        return chooseFix(message.finding);
      case 'show':
        if (this.#fiche) this.#wanted = { uri: this.#fiche.uri, at: { kind: 'entry', ...message.slot } };
        this.#outdate();
        return;
      case 'talk':
        return this.#talk(message.draft, message.talk);
      case 'pin':
        this.#pinned = message.pinned;
        return;
      case 'undo':
        return this.#undo();
      case 'run':
        return this.#run(message.what);
    }
  }

  /** Never rejects: what could not be said is told to the page, where it stays typed. */
  async #talk(draft: string, talk: FicheTalk): Promise<void> {
    const refuse = (message: string): void => {
      this.#post({ kind: 'talked', draft, message });
    };
    if (!vscode.workspace.isTrusted) {
      refuse(this.#services.messages().untrusted);
      return;
    }
    try {
      const by = await whoAmI(this.#services.store);
      const uri = this.#fiche?.uri;
      if (by === undefined || uri === undefined) {
        refuse(ficheMessages[currentLanguage()].notSaid);
        return;
      }
      const answer = await this.#services.connection.ask(threadChangeRequest, { uri, change: changeOf(talk, by) });
      if (answer.kind === 'refused') refuse(answer.message);
      else this.#post({ kind: 'talked', draft });
    } catch (error) {
      refuse(this.#page?.reasonOf(error) ?? String(error));
    }
  }

  #unsaved(): readonly vscode.TextDocument[] {
    return [...this.#touched].filter(({ isDirty, isClosed }) => isDirty && !isClosed);
  }

  #tellUnsaved(): void {
    this.#post({ kind: 'unsaved', names: this.#unsaved().map(({ uri }) => nameOf(uri)) });
  }

  async #run(what: Extract<FromFichePage, { readonly kind: 'run' }>['what']): Promise<void> {
    if (what === 'retry') this.#outdate();
    else if (what === 'saveAll') await Promise.all(this.#unsaved().map((document) => document.save()));
    else await vscode.commands.executeCommand(what === 'restart' ? commands.restart : commands.openLog);
  }

  #fileOf(uri: string): vscode.Uri {
    const named = this.#fiche === undefined ? [] : filesOf(this.#fiche);
    return knownFile(uri, named, this.#services.messages());
  }

  /** Never rejects: what could not be written is told to the page, and the next edit is made all the same. */
  async #write(one: FicheEdit): Promise<void> {
    try {
      await this.#writeNow(one);
    } catch (error) {
      this.#post({ kind: 'refused', edit: one.edit, message: this.#page?.reasonOf(error) ?? String(error) });
    }
  }

  async #writeNow({ edit, uri, cells }: FicheEdit): Promise<void> {
    const refuse = (message: string): void => {
      this.#post({ kind: 'refused', edit, message });
    };
    if (!vscode.workspace.isTrusted) {
      refuse(this.#services.messages().untrusted);
      return;
    }
    const answer = await this.#services.connection.ask(tableEditRequest, { uri, cells });
    if (answer.kind === 'refused') {
      refuse(answer.cells[0]?.message ?? answer.message);
      return;
    }
    const written = await WrittenEdit.make(answer, { save: false });
    if (!written) {
      refuse(this.#services.messages().changedMeanwhile);
      return;
    }
    this.#last = written;
    for (const { document } of written.documents) this.#touched.add(document);
    this.#post({ kind: 'written', edit });
    this.#tellUnsaved();
    const reviewer = cells.find((cell) => cell.kind === 'review' && cell.par !== '');
    if (reviewer?.kind === 'review') await this.#memory.update(reviewerKey, reviewer.par);
  }

  /** What an edit comes to; undefined when the server could not say, which the page is told: it keeps what is typed. */
  async #planned({ edit, uri, cells }: FicheEdit): Promise<TableEditResult | undefined> {
    try {
      return await this.#services.connection.ask(tableEditRequest, { uri, cells });
    } catch (error) {
      this.#post({ kind: 'refused', edit, message: this.#page?.reasonOf(error) ?? String(error) });
      return undefined;
    }
  }

  async #undo(): Promise<void> {
    const words = ficheMessages[currentLanguage()];
    const last = this.#last;
    this.#last = undefined;
    const message = !last ? words.nothingToUndo : (await last.undo()) !== 'changed' ? words.undone : words.notUndone;
    this.#post({ kind: 'undone', message });
  }

  /**
   * What is typed in an open field, as edits of the document that is about to be saved; edits of other files are made at once.
   * None when nothing is typed, or the page does not answer in time.
   */
  async #flush(document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
    if (!this.#page?.isReady || !this.#view?.visible) return [];
    const edits = (await this.#flushes.ask()) ?? [];
    const own: vscode.TextEdit[] = [];
    for (const one of edits) {
      const answer = await this.#planned(one);
      if (!answer) continue;
      if (answer.kind === 'refused') {
        this.#post({ kind: 'refused', edit: one.edit, message: answer.cells[0]?.message ?? answer.message });
        continue;
      }
      const { own: here, others } = splitAt(document, answer.edit.changes);
      // Two edits made for the same text must not both be returned: the second would be for a text that is none any more.
      const isFree = own.length === 0 && Object.keys(here).every((uri) => answer.before[uri] === document.getText());
      if (Object.keys(here).length > 0 && isFree) {
        own.push(...Object.values(here).flatMap((edits) => edits.map(textEditOf)));
        if (Object.keys(others).length > 0) {
          const written = await WrittenEdit.make({ edit: { changes: others }, before: answer.before }, { save: false });
          for (const { document: other } of written?.documents ?? []) this.#touched.add(other);
          this.#tellUnsaved();
        }
        this.#post({ kind: 'written', edit: one.edit });
      } else this.#writing = this.#writing.then(() => this.#write(one));
    }
    return own;
  }
}

function changeOf(talk: FicheTalk, by: string): ThreadChangeView {
  switch (talk.what) {
    case 'start':
      return { kind: 'start', at: talk.slot, by, text: talk.text };
    case 'reply':
      return { kind: 'reply', id: talk.id, by, text: talk.text };
    case 'state':
      return { kind: 'state', id: talk.id, open: talk.open };
  }
}

async function chooseFix(finding: TableFinding): Promise<void> {
  const words = ficheMessages[currentLanguage()];
  const titles = await fixesAt(finding);
  if (titles.length === 0) {
    vscode.window.setStatusBarMessage(words.noFix, 5000);
    return;
  }
  const title = await vscode.window.showQuickPick([...titles], {
    title: words.chooseFix,
    placeHolder: finding.message,
  });
  if (title !== undefined) await makeFix(finding, title);
}

/** The entry that a fiche is about, without the part of it that was meant when it was asked for. */
function askedFor({ slot: { requirement, scenario } }: FicheView): { requirement?: string; scenario?: string } {
  if (requirement !== undefined) return { requirement };
  return scenario === undefined ? {} : { scenario };
}

function piecesOf({ scenarios }: FicheView): FicheView['scenarios'][number]['proofs'][number]['pieces'] {
  return scenarios.flatMap(({ proofs }) => proofs.flatMap(({ pieces }) => pieces));
}

function filesOf(fiche: FicheView): readonly string[] {
  const aside = [fiche.notApplicable, ...fiche.scenarios.map(({ notApplicable }) => notApplicable)];
  return [...piecesOf(fiche), ...aside.map((one) => one?.declaration)].flatMap((one) => one?.uri ?? []);
}
