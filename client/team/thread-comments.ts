import * as vscode from 'vscode';
import {
  threadChangeRequest,
  threadsRequest,
  type DossierThreadsView,
  type ThreadChangeView,
  type ThreadMessageView,
  type ThreadView,
} from '../../protocol/requests/threads';
import { isSamePerson } from '../../words/same-person';
import { coalesce } from '../compliance/coalesce';
import type { Services } from '../commands/services';
import { followServer } from '../connection/follow-server';
import { section, threadsControllerId } from '../ids';
import { currentLanguage, myName } from '../settings';
import { showWithButtons } from '../ui/buttons';
import { teamMessages } from './team-messages';
import { whoAmI } from './who-am-i';

/** A message as VS Code shows it, with where it stands. */
interface ShownMessage extends vscode.Comment {
  readonly thread: ShownThread;
  /** Its place among the messages; absent for what the tool says of the thread. */
  readonly at?: number;
  readonly message?: ThreadMessageView;
}

interface ShownThread {
  /** Of the main manifest. */
  readonly uri: string;
  view: ThreadView;
  readonly comments: vscode.CommentThread;
}

/** The team's threads as comments on the lines of the manifests. What is written to them is written by the server, in their files. */
export class ThreadComments implements vscode.Disposable {
  readonly #services: Services;
  readonly #controller: vscode.CommentController;
  readonly #listeners: vscode.Disposable;
  readonly #shown = new Map<string, ShownThread>();
  readonly #fetch = coalesce(() => this.#fetchNow());
  #dossiers: readonly DossierThreadsView[] = [];

  constructor(services: Services) {
    this.#services = services;
    const words = teamMessages[currentLanguage()];
    this.#controller = vscode.comments.createCommentController(threadsControllerId, words.threads);
    this.#controller.options = { prompt: words.prompt, placeHolder: words.placeholder };
    const follow = (): void => {
      this.refresh().catch((error: unknown) => {
        services.log.warn(`The threads could not be read: ${String(error)}`);
      });
    };
    this.#listeners = vscode.Disposable.from(
      followServer(services.connection, follow, () => {
        this.#show([]);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.#show(this.#dossiers);
      }),
    );
  }

  /** What is shown, for whoever asks. */
  get threads(): readonly vscode.CommentThread[] {
    return [...this.#shown.values()].map(({ comments }) => comments);
  }

  refresh(): Promise<void> {
    return this.#fetch();
  }

  /** Sends what was typed: an answer, or the first message of a new thread. */
  async send({ thread, text }: vscode.CommentReply): Promise<void> {
    const by = await whoAmI(this.#services.store);
    if (by === undefined) return;
    const known = this.#knownAs(thread);
    if (known) {
      await this.change(known.uri, { kind: 'reply', id: known.view.id, by, text });
      return;
    }
    const line = thread.range?.start.line ?? 0;
    const before = new Set(this.threads);
    const isWritten = await this.change(thread.uri.toString(), { kind: 'start', at: { line }, by, text });
    if (!isWritten) return;
    // The one that was typed into goes: the same comes from the file, and stays in sight.
    thread.dispose();
    const begun = this.threads.find((one) => !before.has(one) && one.range?.start.line === line);
    if (begun) begun.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  async setOpen(thread: vscode.CommentThread, open: boolean): Promise<void> {
    const known = this.#knownAs(thread);
    if (known) await this.change(known.uri, { kind: 'state', id: known.view.id, open });
  }

  /** Takes a message of one's own away, once the person said so. */
  async delete(comment: vscode.Comment): Promise<void> {
    const { thread, at, message } = comment as Partial<ShownMessage>;
    if (!thread || at === undefined || !message) return;
    const words = teamMessages[currentLanguage()];
    const answer = await vscode.window.showWarningMessage(words.deleteAsk, { modal: true }, words.deleteIt);
    if (answer === words.deleteIt) await this.change(thread.uri, { kind: 'delete', id: thread.view.id, at, message });
  }

  async openFile(thread: vscode.CommentThread): Promise<void> {
    const known = this.#knownAs(thread);
    if (known) await vscode.window.showTextDocument(vscode.Uri.parse(known.view.fileUri, true));
  }

  /** @returns whether it was written; why not is said */
  async change(uri: string, change: ThreadChangeView): Promise<boolean> {
    const answer = await this.#services.connection.ask(threadChangeRequest, { uri, change });
    await this.refresh();
    if (answer.kind === 'done') return true;
    await showWithButtons('warning', answer.message, []);
    return false;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#controller.dispose();
  }

  async #fetchNow(): Promise<void> {
    const { dossiers } = await this.#services.connection.ask(threadsRequest, {});
    this.#show(dossiers);
  }

  #show(dossiers: readonly DossierThreadsView[]): void {
    const hadLines = linesOf(this.#dossiers);
    this.#dossiers = dossiers;
    // VS Code asks once for an open editor, which may be before the server has told; set again, it asks again.
    if (linesOf(dossiers) !== hadLines) this.#offerLines();
    const left = new Set(this.#shown.keys());
    for (const { uri, threads } of dossiers) {
      for (const view of threads) {
        if (!view.place) continue;
        const key = `${uri}|${view.id}`;
        left.delete(key);
        this.#shown.set(key, this.#draw(this.#shown.get(key), uri, view, view.place));
      }
    }
    for (const key of left) {
      this.#shown.get(key)?.comments.dispose();
      this.#shown.delete(key);
    }
  }

  /** An open one is drawn again in place, so that what is typed into it stays. */
  #draw(
    known: ShownThread | undefined,
    uri: string,
    view: ThreadView,
    place: NonNullable<ThreadView['place']>,
  ): ShownThread {
    const { start, end } = place.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const where = vscode.Uri.parse(place.uri, true);
    const isSame = known?.comments.uri.toString() === where.toString();
    if (known && !isSame) known.comments.dispose();
    const comments = known && isSame ? known.comments : this.#controller.createCommentThread(where, range, []);
    const shown: ShownThread = known && isSame ? known : { uri, view, comments };
    shown.view = view;
    comments.range = range;
    const words = teamMessages[currentLanguage()];
    comments.label = [view.about, view.subject ?? [], view.isOpen ? [] : words.closed].flat().join(' · ');
    comments.canReply = view.isReadOnly !== true && vscode.workspace.isTrusted;
    comments.state = view.isOpen ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    comments.contextValue = view.isReadOnly ? 'lecture' : view.isOpen ? 'ouverte' : 'close';
    comments.comments = messagesOf(shown);
    return shown;
  }

  #knownAs(thread: vscode.CommentThread): ShownThread | undefined {
    return [...this.#shown.values()].find(({ comments }) => comments === thread);
  }

  #offerLines(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => this.#rangesIn(document.uri),
    };
  }

  #rangesIn(uri: vscode.Uri): vscode.Range[] {
    const own = uri.toString();
    return this.#dossiers.flatMap(({ lines }) =>
      lines
        .filter((one) => vscode.Uri.parse(one.uri, true).toString() === own)
        .flatMap(({ ranges }) => ranges.map(([first, last]) => new vscode.Range(first, 0, last, 0))),
    );
  }
}

/** What tells whether the lines that can be talked about are others. */
function linesOf(dossiers: readonly DossierThreadsView[]): string {
  return JSON.stringify(dossiers.map(({ lines }) => lines));
}

function messagesOf(thread: ShownThread): ShownMessage[] {
  const { trouble, messages } = thread.view;
  const mode = vscode.CommentMode.Preview;
  const said = (text: string): vscode.MarkdownString => new vscode.MarkdownString().appendText(text);
  const product = { name: 'Ségur Preuves' };
  return [
    ...(trouble === undefined ? [] : [{ thread, mode, author: product, body: said(trouble) }]),
    ...messages.map((message, at) => ({
      thread,
      at,
      message,
      mode,
      author: { name: message.by },
      body: said(message.text.trim()),
      label: message.on,
      contextValue: isSamePerson(message.by, myName()) && !thread.view.isReadOnly ? 'mien' : 'autre',
    })),
  ];
}
