import fs from 'node:fs';
import path from 'node:path';
import { BenchError } from './bench-error.mjs';
import { repository } from './places.mjs';

const page = path.join(repository, 'docs', 'benchmarks.md');
const chart = path.join(repository, 'docs', 'benchmarks-growth.svg');
const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

/** Replaces the part of docs/benchmarks.md that the bench writes, and its chart; the prose around it is left alone. */
export function writeDocs(markdown, svg) {
  const text = fs.readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new BenchError(`docs/benchmarks.md has lost its markers "${begin}" and "${end}"`);
  const next = `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`;
  replace(chart, svg);
  replace(page, next);
}

function replace(file, content) {
  const temporary = `${file}.tmp`;
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, file);
}
