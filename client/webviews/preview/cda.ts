import { html, nothing, type TemplateResult } from 'lit';
import type { CdaElementKind, CdaNode, CdaSection, CdaView } from '../../../protocol/requests/preview';
import type { PreviewWords } from '../../../protocol/webview/preview-page';
import { facts } from './facts';

/** Addresses of the pictures that were drawn, until the next document. */
export class Pictures {
  readonly #made = new Map<CdaNode, string>();

  of(node: Extract<CdaNode, { readonly kind: 'picture' }>): string {
    const known = this.#made.get(node);
    if (known !== undefined) return known;
    const bytes = Uint8Array.from(atob(node.base64), (one) => one.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: node.mime }));
    this.#made.set(node, url);
    return url;
  }

  clear(): void {
    for (const url of this.#made.values()) URL.revokeObjectURL(url);
    this.#made.clear();
  }
}

/** A CDA as a clinician reads it. Every text of it is a text node; nothing in it is markup, address or style. */
export function cda(document: CdaView, words: PreviewWords, pictures: Pictures): TemplateResult {
  return html`<article class="paper">
    ${document.title === undefined ? nothing : html`<h2>${document.title}</h2>`}
    <section aria-label=${words.header}>${facts(document.header)}</section>
    ${document.sections.map((one) => section(one, 3, words, pictures))}
  </article>`;
}

function section(one: CdaSection, level: number, words: PreviewWords, pictures: Pictures): TemplateResult {
  const heading = level === 3 ? html`<h3>${one.title}</h3>` : html`<h4>${one.title}</h4>`;
  return html`<section>
    ${one.title === undefined ? nothing : heading} ${one.blocks.map((node) => nodePart(node, words, pictures))}
    ${one.sections.map((inner) => section(inner, level + 1, words, pictures))}
  </section>`;
}

function nodePart(node: CdaNode, words: PreviewWords, pictures: Pictures): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'omitted':
      return html`<span class="omitted">${node.text}</span>`;
    case 'picture':
      return html`<img src=${pictures.of(node)} alt=${words.carriedPicture} />`;
    case 'cell':
    case 'headerCell': {
      const inside = node.children.map((child) => nodePart(child, words, pictures));
      const columns = node.columns ?? nothing;
      const rows = node.rows ?? nothing;
      return node.kind === 'cell'
        ? html`<td colspan=${columns} rowspan=${rows}>${inside}</td>`
        : html`<th colspan=${columns} rowspan=${rows}>${inside}</th>`;
    }
    default:
      return elements[node.kind](node.children.map((child) => nodePart(child, words, pictures)));
  }
}

const elements: Readonly<Record<Exclude<CdaElementKind, 'cell' | 'headerCell'>, (inside: unknown) => TemplateResult>> =
  {
    paragraph: (inside) => html`<p>${inside}</p>`,
    inline: (inside) => html`<span>${inside}</span>`,
    bold: (inside) => html`<strong>${inside}</strong>`,
    italic: (inside) => html`<em>${inside}</em>`,
    underline: (inside) => html`<u>${inside}</u>`,
    deleted: (inside) => html`<del>${inside}</del>`,
    subscript: (inside) => html`<sub>${inside}</sub>`,
    superscript: (inside) => html`<sup>${inside}</sup>`,
    caption: (inside) => html`<caption>${inside}</caption>`,
    list: (inside) => html`<ul>${inside}</ul>`,
    orderedList: (inside) => html`<ol>${inside}</ol>`,
    item: (inside) => html`<li>${inside}</li>`,
    table: (inside) => html`<div class="scroll"><table>${inside}</table></div>`,
    row: (inside) => html`<tr>${inside}</tr>`,
  };
