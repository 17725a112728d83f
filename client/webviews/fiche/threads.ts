import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ThreadMessageView, ThreadSlot, ThreadView } from '../../../protocol/requests/threads';
import type { FicheTalk } from '../../../protocol/webview/fiche-page';
import type { FichePage } from './page';
import { folded } from './parts';

/**
 * The team's threads about one thing, with a place to answer, and one to begin another.
 * @param key tells the thing from all others, of every fiche
 * @param of its id, for whoever does not see where this stands
 */
export function threads(
  page: FichePage,
  key: string,
  of: string,
  slot: ThreadSlot,
  list: readonly ThreadView[] = [],
): TemplateResult {
  const { words, say } = page;
  const open = list.filter(({ isOpen }) => isOpen).length;
  const title =
    open > 0
      ? say(words.threadsOpen, { count: open })
      : list.length > 0
        ? say(words.threadsClosed, { count: list.length })
        : words.threads;
  const part = `${key}|discussions`;
  const content = html`${repeat(
    list,
    ({ id }) => id,
    (one) => thread(page, `${key}|${one.id}`, part, one),
  )}
  ${answerBox(page, `${key}|nouvelle`, words.newThread, of, (text) => ({ what: 'start', slot, text }))}`;
  return folded(page, part, title, content, open > 0);
}

/** @param part that holds it, which stays unfolded when its last thread is closed here */
function thread(page: FichePage, key: string, part: string, one: ThreadView): TemplateResult {
  const { words, send } = page;
  const mayWrite = one.isReadOnly !== true;
  return html`<section class="thread ${one.isOpen ? '' : 'closed'}" aria-label=${one.subject ?? one.about}>
    ${one.subject === undefined ? nothing : html`<h5>${one.subject}</h5>`}
    ${one.trouble === undefined ? nothing : html`<p class="notice" role="note">${one.trouble}</p>`}
    ${one.isOpen ? nothing : html`<p class="remark">${words.threadClosed}</p>`}
    <ol class="messages">
      ${one.messages.map((message) => said(message))}
    </ol>
    ${mayWrite ? answerBox(page, key, words.reply, one.about, (text) => ({ what: 'reply', id: one.id, text })) : nothing}
    ${
      mayWrite
        ? html`<p class="buttons">
          <button
            class="plain"
            @click=${() => {
              page.fold(part, true);
              send({ kind: 'talk', draft: key, talk: { what: 'state', id: one.id, open: !one.isOpen } });
            }}
          >
            ${one.isOpen ? words.closeThread : words.reopenThread}
          </button>
        </p>`
        : nothing
    }
  </section>`;
}

function said({ by, on, text }: ThreadMessageView): TemplateResult {
  return html`<li><strong>${by}</strong> <small>${on}</small>
    <p class="said">${text}</p></li>`;
}

/** Nothing of it is sent before the button says so; what is typed stays until it is written. */
function answerBox(
  page: FichePage,
  id: string,
  label: string,
  of: string,
  talkOf: (text: string) => FicheTalk,
): TemplateResult {
  const { words, drafts, say, send } = page;
  const text = drafts.get(id)?.text ?? '';
  const go = (): void => {
    if (text.trim() !== '') send({ kind: 'talk', draft: id, talk: talkOf(text.trim()) });
  };
  const name = say(words.ofEntry, { field: label, entry: of });
  return html`<div class="field answer">
    <textarea
      rows="2"
      aria-label=${name}
      placeholder=${label}
      .value=${live(text)}
      @input=${(event: Event) => {
        page.type(id, (event.currentTarget as HTMLTextAreaElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
      }}
    ></textarea>
    <button ?disabled=${text.trim() === ''} aria-label=${say(words.for, { action: words.send, what: name })} @click=${go}>
      ${words.send}
    </button>
  </div>`;
}
