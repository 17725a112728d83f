import { html, joined, type Html, type HtmlValue } from './html';

/** A column of an HTML table: its header, and what its cells show. */
export interface HtmlColumn<T> {
  readonly header: string;
  readonly cell: (row: T) => HtmlValue;
  /** Right aligned, for numbers. */
  readonly number?: boolean;
  /** The cell names its row. */
  readonly rowHeader?: boolean;
  readonly className?: string;
}

/** @param repeated the caption is already in the heading above: only those who do not see it are told again */
export function htmlTable<T>(
  caption: string,
  columns: readonly HtmlColumn<T>[],
  rows: readonly T[],
  repeated = true,
): Html {
  const head = columns.map(
    ({ header, number }) => html`<th scope="col"${number === true && html` class="n"`}>${header}</th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map(({ cell, number, rowHeader, className }) => {
      const name = number ? 'n' : className;
      const attribute = name !== undefined && html` class="${name}"`;
      return rowHeader ? html`<th scope="row"${attribute}>${cell(row)}</th>` : html`<td${attribute}>${cell(row)}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  });
  return scrolling(
    html`<table><caption${repeated && html` class="repeated"`}>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${joined(body, '\n')}\n</tbody></table>`,
  );
}

/** On a narrow screen a wide table scrolls by itself, with the keyboard too. */
export function scrolling(table: Html): Html {
  return html`<div class="scroll" tabindex="0">${table}</div>\n`;
}
