import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewFact } from '../../../protocol/requests/preview';

/** Facts as a list of terms; those without a label are sentences. */
export function facts(list: readonly PreviewFact[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<dl class="facts">
    ${list.map(({ label, value }) =>
      label === ''
        ? html`<dt class="spoken"></dt><dd class="whole">${value}</dd>`
        : html`<dt>${label}</dt><dd>${value}</dd>`,
    )}
  </dl>`;
}
