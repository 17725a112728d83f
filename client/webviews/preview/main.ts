import { html, nothing, render, type TemplateResult } from 'lit';
import { fill, type SentenceArguments } from '../../../words/say';
import type { Hl7MessageView } from '../../../protocol/requests/preview';
import type { FromPreviewPage, PreviewStart, ToPreviewPage } from '../../../protocol/webview/preview-page';
import { connect } from '../kit/extension-side';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';
import { cda, Pictures } from './cda';
import { facts } from './facts';
import './preview.css';

const { words, locale } = pageStart() as PreviewStart;
const root = pageElement();
const pictures = new Pictures();
let shown: ToPreviewPage = { kind: 'loading' };
/** The film or picture could not be shown. */
let isBroken = false;
let isNatural = false;

const side = connect<FromPreviewPage, unknown>((received) => {
  shown = received as ToPreviewPage;
  isBroken = false;
  pictures.clear();
  draw();
});

function say(text: string, args: SentenceArguments): string {
  return fill(text, locale, args);
}

type Shown = Extract<ToPreviewPage, { readonly kind: 'preview' }>;

function draw(): void {
  render(html`<div class="preview">${body()}</div>`, root);
}

function body(): TemplateResult {
  const heading = html`<h1 class="spoken">${words.title}</h1>`;
  if (shown.kind === 'loading')
    return html`${heading}
      <p role="status">${words.loading}</p>`;
  if (shown.kind === 'failed')
    return html`${heading}
      <p role="alert">${shown.message}</p>
    ${buttons()}`;
  const { preview } = shown;
  return html`<h1>${preview.path}</h1>
    ${buttons()}
    ${
      preview.leftOut.length === 0
        ? nothing
        : html`<div class="notice" role="note" aria-label=${words.leftOut}>
          ${preview.leftOut.map((text) => html`<p>${text}</p>`)}
        </div>`
    }
    ${content(shown)}
    <details>
      <summary>${words.facts}</summary>
      ${facts(preview.facts)}
    </details>`;
}

function buttons(): TemplateResult {
  const button = (kind: 'open' | 'openOutside', label: string) =>
    html`<button
      @click=${() => {
        side.postMessage({ kind });
      }}
    >
      ${label}
    </button>`;
  return html`<p class="buttons">${button('open', words.open)} ${button('openOutside', words.openOutside)}</p>`;
}

function content({ preview, source }: Shown): TemplateResult {
  const { content: what, path } = preview;
  const fail = (): void => {
    isBroken = true;
    draw();
  };
  switch (what.kind) {
    case 'picture':
      if (isBroken) return html`<p role="alert">${words.notDrawn}</p>`;
      return html`<label
          ><input
            type="checkbox"
            .checked=${isNatural}
            @change=${(event: Event) => {
              isNatural = (event.currentTarget as HTMLInputElement).checked;
              draw();
            }}
          />
          ${words.naturalSize}</label
        >
        <div class=${isNatural ? 'natural' : ''} tabindex=${isNatural ? '0' : nothing}>
          <img src=${source} alt=${say(words.picture, { path })} @error=${fail} />
        </div>`;
    case 'film':
      if (isBroken) return html`<p role="alert">${words.notPlayed}</p>`;
      return html`<video
        controls
        preload="metadata"
        src=${source}
        aria-label=${say(words.film, { path })}
        @error=${fail}
      ></video>`;
    case 'pdf':
      return html`${what.pages.map(
        ({ number, text }) =>
          html`<h2>${say(words.page, { number })}</h2>
            <div class="page">${text.trim() === '' ? words.emptyPage : text}</div>`,
      )}`;
    case 'cda':
      return cda(what.document, words, pictures);
    case 'hl7':
      return html`${what.messages.map(message)}`;
    case 'text':
      return html`<pre tabindex="0">${what.text === '' ? words.emptyText : what.text}</pre>`;
  }
}

function message({ type, segments }: Hl7MessageView, at: number): TemplateResult {
  return html`<h2>${say(words.message, { number: at + 1 })}${type === undefined ? '' : ` · ${type}`}</h2>
    ${segments.map(
      ({ name, label, line, fields }) =>
        html`<div class="scroll">
          <table>
            <caption>
              <strong>${name}</strong> ${label ?? ''} (${say(words.line, { line })})
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.field}</th>
                <th scope="col">${words.fieldName}</th>
                <th scope="col">${words.value}</th>
              </tr>
            </thead>
            <tbody>
              ${fields.map(
                (field) =>
                  html`<tr>
                    <th scope="row">${name}-${field.number}</th>
                    <td>${field.label ?? ''}</td>
                    <td>${field.value}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
    )}`;
}

draw();
side.postMessage({ kind: 'ready' });
