import { say, type Locale } from '../../messages/say';
import type { CoverageProof, CoverageRow, Report } from '../report';
import { proofStatus } from '../report-tables';
import { words } from '../words';
import { mark, statusCell } from './chart';
import { shorten } from '../../text/shorten';
import { escape, escapeLines } from './escape';
import { scrolling } from './table';

/** The same columns under each other from chapter to chapter. */
const widths = `<colgroup>${[12, 28, 12, 14, 20, 10, 4].map((width) => `<col width="${width}%">`).join('')}</colgroup>`;

/** A statement may run over a page; workbook and CSV have it whole. */
const longestText = 320;

/** The matrix requirement × proof, one table a chapter. */
export function coverageSection({ coverage: rows, locale, idLabel }: Report): string {
  const coverage = rows.map((row) => ({
    ...row,
    id: idLabel(row.id),
    proofs: row.proofs.map((proof) => ({ ...proof, id: idLabel(proof.id) })),
  }));
  const chapters = [...new Set(coverage.map(({ chapter }) => chapter))];
  const hint = coverage.some(({ proofs }) => proofs.some(({ oneOf }) => oneOf))
    ? `<p class="soft">${escape(words.oneOfHint[locale])}</p>\n`
    : '';
  return (
    hint +
    chapters
      .map((chapter) =>
        chapterTable(
          chapter,
          coverage.filter((row) => row.chapter === chapter),
          locale,
        ),
      )
      .join('')
  );
}

function chapterTable(chapter: string, rows: readonly CoverageRow[], locale: Locale): string {
  const heads = [
    words.requirement,
    words.text,
    words.requirementStatus,
    words.proof,
    words.expected,
    words.proofStatus,
  ];
  const head = heads.map((one) => `<th scope="col">${escape(one[locale])}</th>`).join('');
  const body = rows.map((row) => requirementRows(row, locale)).join('\n');
  return scrolling(
    `<table><caption>${escape(chapter)}</caption>${widths}<thead><tr>${head}<th scope="col" class="n">${escape(words.pieces[locale])}</th></tr></thead><tbody>\n${body}\n</tbody></table>`,
  );
}

function requirementRows(row: CoverageRow, locale: Locale): string {
  const span = row.proofs.length > 1 ? ` rowspan="${row.proofs.length}"` : '';
  const own = [
    `<th scope="row" class="id"${span}>${escape(row.id)}</th>`,
    `<td${span}>${statement(row, locale)}</td>`,
    `<td${span}>${statusCell(row.status, locale, row.state)}</td>`,
  ].join('');
  const [first, ...rest] = row.proofs;
  if (!first) return `<tr>${own}<td colspan="4" class="soft">–</td></tr>`;
  return [
    `<tr>${own}${proofCells(first, locale)}</tr>`,
    ...rest.map((one) => `<tr>${proofCells(one, locale)}</tr>`),
  ].join('\n');
}

function statement(row: CoverageRow, locale: Locale): string {
  const asides = [
    ...(row.profiles.length > 0 ? [row.profiles.join(', ')] : []),
    ...(row.coveredBy.length > 0 && row.status !== 'covered'
      ? [say(words.coveredBy, locale, { ids: row.coveredBy.join(', ') })]
      : []),
    ...(row.oneScenarioOwed ? [words.oneScenario[locale]] : []),
  ];
  const aside = asides.length > 0 ? `<br><span class="soft">${escape(asides.join(' · '))}</span>` : '';
  const comment = row.comment === undefined ? '' : `<br>${escapeLines(row.comment)}`;
  return escape(shorten(row.text, longestText)) + aside + comment + internalNote(row.internalNote, locale);
}

/** A note of the team, told from what is for the examiner. */
export function internalNote(note: string | undefined, locale: Locale): string {
  return note === undefined
    ? ''
    : `<span class="note"><strong>${escape(words.note[locale])} :</strong> ${escapeLines(note)}</span>`;
}

function proofCells(proof: CoverageProof, locale: Locale): string {
  const types = proof.types.length > 0 ? `<br><span class="soft">${escape(proof.types.join(' · '))}</span>` : '';
  const state = proof.oneOf
    ? `<span class="status">${mark('toProvide')}${escape(proofStatus(proof, locale))}</span>`
    : statusCell(proof.status, locale);
  return `<td class="id">${escape(proof.id)}</td><td>${escape(shorten(proof.expected, longestText))}${types}</td><td>${state}</td><td class="n">${proof.evidence}</td>`;
}
