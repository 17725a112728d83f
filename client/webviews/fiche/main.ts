import { html, nothing, render } from 'lit';
import type { FicheStart, FromFichePage, ToFichePage } from '../../../protocol/webview/fiche-page';
import { connect } from '../kit/extension-side';
import { isField, keepUndoInFields } from '../kit/keep-undo';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';
import { Drafts, type Draft } from './drafts';
import { fiche } from './fiche';
import './fiche.css';
import { dateFields, isDay } from './field';
import { sayIn, type FichePage } from './page';

/** What VS Code keeps for the page while it is hidden. */
interface Kept {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly unfolded: readonly (readonly [string, boolean])[];
}

const { words, locale } = pageStart() as FicheStart;
const root = pageElement();
const side = connect<FromFichePage, Kept>((received) => {
  receive(received as ToFichePage);
});
const kept = side.getState();
const unfolded = new Map(kept?.unfolded ?? []);
const ticked = new Map<string, readonly number[]>();
const say = sayIn(locale);

let last: Extract<ToFichePage, { readonly kind: 'fiche' | 'nothing' | 'failed' }> | undefined;
let former: Extract<ToFichePage, { readonly kind: 'former' }> | undefined;
let over: string | undefined;
/** Nothing of the fiche is saved by itself; in a panel no tab shows what is not. */
let unsaved: readonly string[] = [];
/** What is said of the last thing that was done. */
let told: { readonly text: string; readonly canUndo?: true } | undefined;
let pinned = false;
/** Edits that are on their way. */
const going = new Set<number>();

const drafts = new Drafts(kept?.drafts ?? {}, () => {
  keep();
  draw();
});

function keep(): void {
  side.setState({ drafts: drafts.kept(), unfolded: [...unfolded] });
}

function isRight(id: string, { text }: Pick<Draft, 'text'>): boolean {
  return !id.startsWith(dateFields) || text.trim() === '' || isDay(text.trim());
}

function writeEdit(edit: ReturnType<Drafts['take']>): void {
  if (!edit) return;
  going.add(edit.edit);
  told = { text: words.writing };
  side.postMessage({ kind: 'edit', ...edit });
}

function pageOf({ fiche: shown, pictures, me }: Extract<ToFichePage, { readonly kind: 'fiche' }>): FichePage {
  return {
    words,
    locale,
    fiche: shown,
    pictures,
    former: former?.key === shown.key && former.uri === shown.uri ? former.proofs : {},
    me,
    drafts,
    ticked,
    unfolded,
    over,
    say,
    send: (message) => {
      side.postMessage(message);
    },
    write: (cells) => {
      writeEdit({ edit: drafts.nextEdit(), uri: shown.uri, cells });
      draw();
    },
    type: (id, text, cell) => {
      drafts.type(id, { text, uri: shown.uri, ...(cell ? { cell } : {}) });
    },
    commit: (id, was) => {
      commit(id, was);
    },
    drop: (...ids) => {
      drafts.drop(...ids);
    },
    tick: (scenario, done, cells) => {
      ticked.set(scenario, done);
      writeEdit({ edit: drafts.nextEdit(), uri: shown.uri, cells });
      draw();
    },
    fold: (id, isOpen) => {
      unfolded.set(id, isOpen);
      keep();
    },
    dragOver: (zone) => {
      over = zone;
      draw();
    },
    tell: (text) => {
      told = { text };
      draw();
    },
  };
}

function commit(id: string, was: string): void {
  const draft = drafts.get(id);
  // What is written with another field waits for it.
  if (!draft?.cell || draft.written) return;
  if (draft.text.trim() === was) drafts.drop(id);
  else if (!isRight(id, draft)) drafts.fail(id, words.badDate);
  else {
    writeEdit(drafts.take(id));
    draw();
  }
}

function receive(message: ToFichePage): void {
  switch (message.kind) {
    case 'fiche': {
      const isOther =
        last?.kind !== 'fiche' || last.fiche.key !== message.fiche.key || last.fiche.uri !== message.fiche.uri;
      // Left before it is taken away: what is typed in it is then written to where it was typed.
      if (isOther && isField(document.activeElement)) (document.activeElement as HTMLElement).blur();
      last = message;
      ({ pinned } = message);
      if (going.size === 0) ticked.clear();
      if (isOther) {
        told = undefined;
        // What was typed in the fiche that was left is written, not lost.
        for (const edit of drafts.takeAll(isRight)) writeEdit(edit);
      }
      drafts.settle();
      draw();
      // What was meant comes into view when it is asked for, and never while one types.
      const { focus } = message.fiche;
      if (focus !== undefined && !isField(document.activeElement)) document.getElementById(focus)?.scrollIntoView();
      else if (isOther) window.scrollTo(0, 0);
      return;
    }
    case 'former':
      former = message;
      break;
    case 'nothing':
    case 'failed':
      last = message;
      break;
    case 'written':
      going.delete(message.edit);
      told = { text: words.written, canUndo: true };
      drafts.wrote(message.edit);
      break;
    case 'refused': {
      going.delete(message.edit);
      ticked.clear();
      const text = say(words.refused, { why: message.message });
      told = { text };
      drafts.refused(message.edit, text);
      break;
    }
    case 'flush':
      flush(message.flush);
      break;
    case 'unsaved':
      unsaved = message.names;
      break;
    case 'talked':
      if (message.message === undefined) drafts.drop(message.draft);
      else told = { text: message.message };
      draw();
      return;
    case 'undone':
      told = { text: message.message };
      break;
  }
  draw();
}

function flush(asked: number): void {
  const edits = drafts.takeAll(isRight);
  for (const { edit } of edits) going.add(edit);
  side.postMessage({ kind: 'flushed', flush: asked, edits });
}

function undo(): void {
  told = undefined;
  side.postMessage({ kind: 'undo' });
  draw();
}

let isDrawing = false;
let drawAgain = false;

/** A field that is taken away is left, which draws: that waits until the drawing at hand is done. */
function draw(): void {
  drawAgain = true;
  if (isDrawing) return;
  isDrawing = true;
  try {
    while (drawAgain) {
      drawAgain = false;
      drawNow();
    }
  } finally {
    isDrawing = false;
  }
}

function drawNow(): void {
  const isFiche = last?.kind === 'fiche';
  render(
    html`<div class="bar">
        <p role="status">
          ${told?.text ?? ''}
          ${told?.canUndo ? html`<button class="plain" @click=${undo}>${words.undo}</button>` : nothing}
        </p>
        ${
          unsaved.length === 0
            ? nothing
            : html`<p class="unsaved">
                ${say(words.unsaved, { names: unsaved.join(', ') })}
                <button
                  class="plain"
                  @click=${() => {
                    side.postMessage({ kind: 'run', what: 'saveAll' });
                  }}
                >
                  ${words.saveAll}
                </button>
              </p>`
        }
        ${
          isFiche
            ? html`<label
              ><input
                type="checkbox"
                .checked=${pinned}
                @change=${(event: Event) => {
                  pinned = (event.currentTarget as HTMLInputElement).checked;
                  side.postMessage({ kind: 'pin', pinned });
                }}
              />
              ${words.pin}</label
            >`
            : nothing
        }
      </div>
      <div class="fiche">${content()}</div>`,
    root,
  );
}

function content(): unknown {
  const heading = html`<h1 class="spoken">${words.title}</h1>`;
  if (!last) return html`${heading}<p>${words.loading}</p>`;
  if (last.kind === 'fiche') return fiche(pageOf(last));
  const button = (what: 'restart' | 'openLog' | 'retry', label: string) =>
    html`<button
      @click=${() => {
        side.postMessage({ kind: 'run', what });
      }}
    >
      ${label}
    </button>`;
  return html`${heading}<p role=${last.kind === 'failed' ? 'alert' : nothing}>${last.message}</p>
    ${
      last.kind === 'failed'
        ? html`<p class="buttons">
          ${button('retry', words.retry)}
          ${last.canRestart ? html`${button('restart', words.restart)} ${button('openLog', words.openLog)}` : nothing}
        </p>`
        : nothing
    }`;
}

keepUndoInFields(root);
root.addEventListener('keydown', (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!isUndo || isField(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  undo();
});
draw();
side.postMessage({ kind: 'ready' });
