import { escape } from './escape';

/** A column of an HTML table: its header, and the HTML of its cells. */
export interface HtmlColumn<T> {
  readonly header: string;
  readonly cell: (row: T) => string;
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
): string {
  const head = columns
    .map(({ header, number }) => `<th scope="col"${number ? ' class="n"' : ''}>${escape(header)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const cells = columns.map(({ cell, number, rowHeader, className }) => {
      const name = number ? 'n' : className;
      const attribute = name ? ` class="${name}"` : '';
      return rowHeader ? `<th scope="row"${attribute}>${cell(row)}</th>` : `<td${attribute}>${cell(row)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return scrolling(
    `<table><caption${repeated ? ' class="repeated"' : ''}>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`,
  );
}

/** On a narrow screen a wide table scrolls by itself, with the keyboard too. */
export function scrolling(table: string): string {
  return `<div class="scroll" tabindex="0">${table}</div>\n`;
}
