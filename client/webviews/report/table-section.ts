import { html, nothing, type TemplateResult } from 'lit';
import type { ReportDrawing, ReportLink, ReportRow, ReportTableView } from '../../../protocol/requests/report';
import { formatNumber } from '../../../words/numbers';
import { toTsv } from '../table/model/tsv';
import { drawingPicture } from './drawing-picture';
import { shownRows, type TableLook } from './look';
import { sectionId, type ReportPage } from './page';

/** A page of thousands of rows is slow to draw, and nobody reads them one by one. */
const drawnRows = 100;

/** A table of the report: sorted, filtered and copied; what it names is followed. */
export function tableSection(page: ReportPage, table: ReportTableView): TemplateResult {
  const { words, say, look, locale } = page;
  const { title, headers } = table;
  const own = look.tables[title] ?? {};
  const change = (part: TableLook): void => {
    page.changeTable(title, { ...own, ...part });
  };
  const rows = shownRows(table, look, own, locale);
  const limit = own.rows ?? drawnRows;
  const left = rows.length - limit;
  const copy = (): void => {
    page.copy(say(words.copied, { count: rows.length }), () =>
      navigator.clipboard.writeText(toTsv([headers, ...rows.map(({ cells }) => cells.map(String))])),
    );
  };
  return html`<details
    ?open=${own.folded !== true}
    @toggle=${(event: Event) => {
      const folded = !(event.currentTarget as HTMLDetailsElement).open;
      if (folded !== (own.folded === true)) change({ folded });
    }}
  >
    <summary><h2 id=${sectionId(title)} tabindex="-1">${title}</h2></summary>
    <p class="buttons">
      <span class="soft">${say(words.shown, { count: rows.length, total: table.rows.length })}</span>
      <button
        aria-pressed=${own.filtering === true ? 'true' : 'false'}
        aria-label=${`${words.filterColumns} (${title})`}
        @click=${() => {
          change(own.filtering === true ? { filtering: false, filters: {} } : { filtering: true });
        }}
      >
        ${words.filterColumns}
      </button>
      <button aria-label=${`${words.copyTable} (${title})`} @click=${copy}>${words.copyTable}</button>
    </p>
    ${page.report.timeline?.title === title ? timeline(page, page.report.timeline) : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <caption class="spoken">
          ${title}
        </caption>
        <thead>
          <tr>
            ${headers.map((header, column) => head(page, header, column, own, change))}
          </tr>
          ${own.filtering === true ? filters(page, table, own, change) : nothing}
        </thead>
        <tbody>
          ${rows.slice(0, limit).map((row) => line(page, row))}
        </tbody>
      </table>
    </div>
    ${rows.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
    ${
      left > 0
        ? html`<p>
            <button
              @click=${() => {
                change({ rows: limit + drawnRows });
              }}
            >
              ${say(words.more, { count: Math.min(left, drawnRows) })}
            </button>
          </p>`
        : nothing
    }
  </details>`;
}

function head(
  { words, say }: ReportPage,
  header: string,
  column: number,
  { sort }: TableLook,
  change: (look: TableLook) => void,
): TemplateResult {
  const isSorted = sort?.column === column;
  const turn = (): void => {
    if (!isSorted) change({ sort: { column, descending: false } });
    else change({ sort: sort.descending ? undefined : { column, descending: true } });
  };
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" aria-sort=${order}>
    <button class="plain" title=${say(words.sortBy, { column: header })} @click=${turn}>
      ${header}<span aria-hidden="true">${isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
    </button>
  </th>`;
}

function filters(
  { words, say }: ReportPage,
  { headers }: ReportTableView,
  { filters: present = {} }: TableLook,
  change: (look: TableLook) => void,
): TemplateResult {
  return html`<tr class="filters">
    ${headers.map(
      (column, at) =>
        html`<td>
          <input
            type="search"
            aria-label=${say(words.filterColumn, { column })}
            .value=${present[at] ?? ''}
            @input=${(event: Event) => {
              change({ filters: { ...present, [at]: (event.currentTarget as HTMLInputElement).value } });
            }}
          />
        </td>`,
    )}
  </tr>`;
}

function line(page: ReportPage, { cells, links }: ReportRow): TemplateResult {
  return html`<tr>
    ${cells.map((cell, column) => {
      const link = links[column];
      return html`<td class=${classOf(cell)}>${link ? follow(page, link, cell) : shown(page, cell)}</td>`;
    })}
  </tr>`;
}

/** A text that takes lines is given room for them. */
function classOf(cell: string | number): string {
  if (typeof cell === 'number') return 'n';
  return cell.length > 60 ? 'long' : '';
}

function shown({ locale }: ReportPage, cell: string | number): string {
  return typeof cell === 'number' ? formatNumber(cell, locale) : cell;
}

function follow(page: ReportPage, link: ReportLink, cell: string | number): TemplateResult {
  const { report, send } = page;
  if (link.kind === 'web') return html`<a href=${link.url}>${cell}</a>`;
  const run = (): void => {
    if (link.kind === 'file') send({ kind: 'openFile', uri: link.uri });
    else if (link.kind === 'rows') page.count(link);
    else {
      const place = report.places[link.place];
      if (place) send({ kind: 'openPlace', place });
    }
  };
  return html`<button class="link" @click=${run}>${shown(page, cell)}</button>`;
}

/** The picture above a table that is drawn in time, to be copied as it is seen. */
function timeline({ words, copy }: ReportPage, drawing: ReportDrawing): TemplateResult {
  const copyPicture = (event: Event): void => {
    const box = (event.currentTarget as Element).closest('.drawn')?.querySelector('segur-drawing');
    const drawn = box?.shadowRoot?.querySelector('svg');
    if (!drawn) return;
    copy(words.pictureCopied, async () => {
      // Given as a promise: the clipboard must be asked for while the click lasts.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawingPicture(drawn) })]);
    });
  };
  return html`<div class="drawn">
    <p class="buttons">
      <button aria-label=${`${words.copyPicture} (${drawing.title})`} @click=${copyPicture}>
        ${words.copyPicture}
      </button>
    </p>
    <segur-drawing .drawing=${drawing}></segur-drawing>
  </div>`;
}
