/** A Markdown table; the first row is its heading, and columns after the first are aligned to the right. */
export function table(rows) {
  const [heading, ...body] = rows;
  const widths = heading.map((_, column) => Math.max(3, ...rows.map((row) => [...row[column]].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? padEnd(cell, widths[at]) : padStart(cell, widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heading), rule, ...body.map(line)].join('\n');
}

function padStart(text, width) {
  return ' '.repeat(width - [...text].length) + text;
}

function padEnd(text, width) {
  return text + ' '.repeat(width - [...text].length);
}

/** Milliseconds with as many digits as mean something. */
export function milliseconds(value) {
  if (!Number.isFinite(value)) return '–';
  return value < 10 ? value.toFixed(1) : grouped(value);
}

export function times(ratio) {
  if (!Number.isFinite(ratio)) return '–';
  return `${ratio < 10 ? ratio.toFixed(1) : grouped(ratio)} ×`;
}

export function mebibytes(value) {
  return value === undefined || !Number.isFinite(value) ? '–' : `${grouped(value)} MiB`;
}

/** `12,345` */
export function grouped(value) {
  return Math.round(value).toLocaleString('en-US');
}
