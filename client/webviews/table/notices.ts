import { html, type TemplateResult } from 'lit';
import type { Table } from '../../../protocol/requests/table';
import type { FromTablePage, TableStart, ToTablePage } from '../../../protocol/webview/table-page';
import { fill } from '../../../words/say';
import type { ToolbarSettings } from './toolbar';

type Run = (what: Extract<FromTablePage, { readonly kind: 'run' }>['what']) => void;

interface MessageSettings {
  readonly start: TableStart;
  readonly table: Table | undefined;
  readonly failed: Extract<ToTablePage, { readonly kind: 'failed' }> | undefined;
  /** How many proofs the search and the filters leave. */
  readonly shown: number;
  readonly run: Run;
  readonly clearFilters: () => void;
}

/** What stands where the table would be, and what one can do about it; undefined when the table can be seen. */
export function messageOf(settings: MessageSettings): TemplateResult | undefined {
  const { start, table, failed, shown, run, clearFilters } = settings;
  const { words } = start;
  const button = (what: Parameters<Run>[0], kind = ''): TemplateResult => runButton(words[what], what, run, kind);
  if (failed)
    return html`<p role="alert">${failed.message}</p>
      <p>
        ${button('retry', 'primary')} ${failed.canRestart ? button('restart') : ''}
        ${failed.canRestart ? button('openLog') : ''} ${button('asText')}
      </p>`;
  if (!table) return html`<p role="status">${words.loading}</p>`;
  if (table.rows.length === 0)
    return html`<p>${words.empty}</p>
      ${table.readOnly === undefined ? '' : html`<p>${table.readOnly}</p>`}
      ${table.leftOut.map((one) => html`<p>${one}</p>`)}
      <p>${button('asText', 'primary')}</p>`;
  if (shown > 0) return undefined;
  return html`<p>${words.nothingFound}</p>
    <p><button type="button" class="primary" @click=${clearFilters}>${words.clearFilters}</button></p>`;
}

/** Sentences above the table: why nothing can be written, what is not in it, what is not saved with it. */
export function notices(
  { readOnly, leftOut }: Table,
  unsaved: readonly string[],
  { words, locale }: TableStart,
  run: Run,
): ToolbarSettings['notices'] {
  const asText = runButton(words.asText, 'asText', run);
  const names = unsaved.join(', ');
  return [
    ...(readOnly === undefined ? [] : [{ title: words.readOnly, text: readOnly, action: asText }]),
    ...(leftOut.length === 0 ? [] : [{ title: words.leftOut, text: leftOut.join(' · '), action: asText }]),
    ...(unsaved.length === 0
      ? []
      : [
          {
            title: fill(words.unsaved, locale, { names }),
            text: '',
            action: runButton(words.saveAll, 'saveAll', run),
          },
        ]),
  ];
}

function runButton(label: string, what: Parameters<Run>[0], run: Run, kind = ''): TemplateResult {
  return html`<button
    type="button"
    class=${kind}
    @click=${() => {
      run(what);
    }}
  >
    ${label}
  </button>`;
}
