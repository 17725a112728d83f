import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill, type SentenceArguments } from '../../../words/say';
import type { UploadsView, UploadView } from '../../../protocol/requests/uploads';
import type { FromUploadsPage, ToUploadsPage, UploadsStart } from '../../../protocol/webview/uploads-page';
import { connect } from '../kit/extension-side';
import { isField } from '../kit/keep-undo';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';
import './uploads.css';

/** What VS Code keeps of the page while it is hidden. */
interface Kept {
  readonly isRest: boolean;
  readonly search: string;
  readonly person?: string;
}

type Shown = Extract<ToUploadsPage, { readonly kind: 'uploads' }>;

const { words, locale } = pageStart() as UploadsStart;
const root = pageElement();
let told: ToUploadsPage = { kind: 'loading' };
let shown: Shown | undefined;
/** Why the last thing was not done. */
let refusal: string | undefined;
/** What is read out. */
let spoken = '';
/** The piece whose box has the keyboard, and where it stood, so that the next one gets it when it goes. */
let focused: { readonly key: string; readonly at: number } | undefined;
/** The piece that was ticked last, until the extension has said what became of it. */
let ticking: { readonly key: string; readonly isFiled: boolean } | undefined;

const side = connect<FromUploadsPage, Kept>((received) => {
  take(received as ToUploadsPage);
});
let kept: Kept = side.getState() ?? { isRest: false, search: '' };

function take(message: ToUploadsPage): void {
  if (message.kind === 'refused') {
    refusal = say(words.refused, { why: message.message });
    ticking = undefined;
  } else {
    told = message;
    refusal = undefined;
    if (message.kind === 'uploads') {
      shown = message;
      const item = message.view.items.find(({ key }) => key === ticking?.key);
      if (item) spoken = say(item.state === 'filed' ? words.ticked : words.unticked, { id: item.id });
      ticking = undefined;
    }
  }
  draw();
}

function say(text: string, args: SentenceArguments): string {
  return fill(text, locale, args);
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  side.setState(kept);
  draw();
}

/** Letters without their accents, so that « preenregistre » finds « préenregistré ». */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function visible({ view }: Shown): readonly UploadView[] {
  const wanted = plain(kept.search).split(/\s+/).filter(Boolean);
  return view.items.filter((item) => {
    if (kept.isRest && item.state === 'filed') return false;
    const text = plain(`${item.id} ${item.chapter} ${item.label} ${item.stateLabel}`);
    return wanted.every((word) => text.includes(word));
  });
}

function draw(): void {
  render(html`<div class="uploads">${body()}</div>`, root);
  const items = shown ? visible(shown) : [];
  if (!focused || items.length === 0) return;
  const { key, at } = focused;
  if (items.some((item) => item.key === key) || document.activeElement instanceof HTMLInputElement) return;
  const next = items[Math.min(at, items.length - 1)];
  if (next) boxOf(next.key)?.focus();
}

function boxOf(key: string): HTMLInputElement | undefined {
  return [...root.querySelectorAll<HTMLInputElement>('input.tick')].find((box) => box.dataset['key'] === key);
}

function body(): TemplateResult {
  if (!shown) {
    return html`<h1 class="spoken">${words.title}</h1>
      ${
        told.kind === 'failed'
          ? html`<p role="alert">${told.message}</p>
            ${button(words.retry, { kind: 'retry' })}`
          : html`<p role="status">${words.loading}</p>`
      }`;
  }
  const { view } = shown;
  const items = visible(shown);
  const chapters = [...new Set(items.map(({ chapter }) => chapter))];
  return html`<h1>${words.title} : ${view.title}</h1>
    ${told.kind === 'failed' ? html`<p role="alert" class="alert">${told.message}</p>` : nothing}
    ${refusal === undefined ? nothing : html`<p role="alert" class="alert">${refusal}</p>`}
    ${
      view.problems.length === 0
        ? nothing
        : html`<div role="alert" class="alert">
          <p>${words.problems}</p>
          <ul>
            ${view.problems.map((problem) => html`<li>${problem}</li>`)}
          </ul>
        </div>`
    }
    ${view.notices.map((notice) => html`<p class="notice">${notice}</p>`)}
    <p class="progress">
      <progress aria-labelledby="progress" max=${Math.max(1, view.items.length)} value=${view.filed}></progress>
      <strong id="progress">${say(words.progress, { filed: view.filed, total: view.items.length })}</strong>
      ${isNoted(view) ? button(words.openLog, { kind: 'openLog' }, 'plain') : nothing}
    </p>
    ${tools(items.length)}
    <p class="soft">${words.keys}</p>
    <p class="spoken" role="status" aria-live="polite">${spoken}</p>
    ${items.length === 0 ? html`<p>${words.nothingShown}</p>` : nothing}
    ${repeat(
      chapters,
      (chapter) => chapter,
      (chapter) => html`<section>
        <h2>${chapter}</h2>
        <ul class="pieces">
          ${repeat(
            items.filter((item) => item.chapter === chapter),
            ({ key, order }) => `${order}\n${key}`,
            (item) => piece(item, items),
          )}
        </ul>
      </section>`,
    )}
    ${list(words.goneHead, view.gone)} ${list(words.sinceHead, view.since ?? [])}`;
}

function list(head: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section>
    <h2>${head}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

function person(): string {
  return kept.person ?? shown?.person ?? '';
}

function tools(count: number): TemplateResult {
  return html`<div class="tools">
    <label
      >${words.person}
      <input
        type="text"
        class="person"
        .value=${person()}
        aria-describedby="person-hint"
        @change=${(event: Event) => {
          keep({ person: (event.currentTarget as HTMLInputElement).value.trim() });
        }}
    /></label>
    <span id="person-hint" class="soft">${words.personHint}</span>
    <label
      ><input
        type="checkbox"
        .checked=${kept.isRest}
        @change=${(event: Event) => {
          keep({ isRest: (event.currentTarget as HTMLInputElement).checked });
        }}
      />
      ${words.rest}</label
    >
    <label
      >${words.search}
      <input
        type="search"
        .value=${kept.search}
        @input=${(event: Event) => {
          keep({ search: (event.currentTarget as HTMLInputElement).value });
        }}
    /></label>
    <span class="soft" role="status">${say(words.shown, { count })}</span>
  </div>`;
}

function piece(item: UploadView, items: readonly UploadView[]): TemplateResult {
  const { view } = shown as Shown;
  const isClosed = view.isDraft || view.problems.length > 0 || item.state === 'absent';
  const at = items.indexOf(item);
  return html`<li class="piece ${item.state}" @keydown=${(event: KeyboardEvent) => {
    struck(event, item, items);
  }}>
    <label class="head">
      <input
        type="checkbox"
        class="tick"
        data-key=${item.key}
        .checked=${item.state === 'filed'}
        aria-label=${say(words.filed, { id: item.id, label: item.label })}
        ?disabled=${isClosed}
        @focus=${() => {
          focused = { key: item.key, at };
        }}
        @change=${(event: Event) => {
          tick(item, event.currentTarget as HTMLInputElement);
        }}
      />
      <span class="order">${item.order}</span>
      <strong>${item.id}</strong>
      <span class="state">${item.stateLabel}</span>
    </label>
    <p class="file">
      ${item.label} ${item.size === undefined ? nothing : html`<span class="soft">${item.size}</span>`}
      ${item.sha256 === undefined ? nothing : html`<br /><code class="soft">${item.sha256}</code>`}
    </p>
    <p class="buttons">
      ${copyButton(words.copyId, item.id, item.id)} ${copyButton(words.copyValue, item.value, item.id)}
      ${
        item.uri === undefined
          ? item.sha256 === undefined
            ? nothing
            : html`<span class="soft">${words.noFile}</span>`
          : fileButtons(item.uri, item.id)
      }
    </p>
    ${item.texts.map(
      ({ label, text, length }) => html`<div class="text">
        <p class="soft">${label} (${length}) ${copyButton(words.copy, text, `${label}, ${item.id}`)}</p>
        <p class="lines">${text}</p>
      </div>`,
    )}
  </li>`;
}

function fileButtons(uri: string, id: string): TemplateResult {
  return html`${button(words.copyPath, { kind: 'copyPath', uri }, '', id)}
  ${button(words.open, { kind: 'open', uri }, '', id)} ${button(words.reveal, { kind: 'reveal', uri }, '', id)}`;
}

function button(label: string, message: FromUploadsPage, kind = '', what?: string): TemplateResult {
  return html`<button
    class=${kind}
    aria-label=${what === undefined ? label : say(words.for, { action: label, what })}
    @click=${() => {
      side.postMessage(message);
      if (message.kind === 'copyPath') speak(say(words.copied, { what: words.copyPath }));
    }}
  >
    ${label}
  </button>`;
}

function copyButton(label: string, text: string, what: string): TemplateResult {
  return html`<button
    aria-label=${say(words.for, { action: label, what })}
    @click=${() => {
      copy(text);
    }}
  >
    ${label}
  </button>`;
}

function copy(text: string): void {
  side.postMessage({ kind: 'copy', text });
  const line = text.replace(/\s+/gu, ' ');
  speak(say(words.copied, { what: line.length > 60 ? `${line.slice(0, 59)}…` : line }));
}

function speak(text: string): void {
  spoken = text;
  draw();
}

function tick(item: UploadView, box: HTMLInputElement): void {
  const isFiled = box.checked;
  // It is ticked once the file says so.
  box.checked = item.state === 'filed';
  ticking = { key: item.key, isFiled };
  spoken = words.writing;
  side.postMessage({ kind: 'tick', key: item.key, isFiled, person: person() });
}

/** Keys on the box of a piece; everywhere else they are those of the page. */
function struck(event: KeyboardEvent, item: UploadView, items: readonly UploadView[]): void {
  const { target } = event;
  const isBox = target instanceof HTMLInputElement && target.classList.contains('tick');
  if (!isBox || isField(target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const [first] = item.texts;
  if (step !== 0) {
    const next = items[items.indexOf(item) + step];
    if (next) boxOf(next.key)?.focus();
  } else if (/^c$/i.test(event.key) && first) copy(first.text);
  else if (/^n$/i.test(event.key)) copy(item.value);
  else if (/^p$/i.test(event.key) && item.uri !== undefined) {
    side.postMessage({ kind: 'copyPath', uri: item.uri });
    speak(say(words.copied, { what: words.copyPath }));
  } else return;
  event.preventDefault();
}

draw();
side.postMessage({ kind: 'ready' });

/** Whether there is a file to open: nothing is written before the first tick. */
function isNoted({ filed, gone, problems }: UploadsView): boolean {
  return filed > 0 || gone.length > 0 || problems.length > 0;
}
