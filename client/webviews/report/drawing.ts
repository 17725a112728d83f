import type { ReportDrawing } from '../../../protocol/requests/report';

/**
 * A picture that the server drew, with its own rules of style: in a tree of its own, so that neither changes the page. Rules
 * that a script adds are no inline style; markup is only ever shapes and texts, and the page's policy lets no script in it run.
 */
export class Drawing extends HTMLElement {
  #shown: ReportDrawing | undefined;

  set drawing(drawing: ReportDrawing) {
    if (this.#shown?.markup === drawing.markup && this.#shown.style === drawing.style) return;
    this.#shown = drawing;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(drawing.style.replace(/@page[^}]*\}/g, ''));
    root.adoptedStyleSheets = [sheet];
    const { body } = new DOMParser().parseFromString(drawing.markup, 'text/html');
    root.replaceChildren(...body.childNodes);
  }
}

customElements.define('segur-drawing', Drawing);
