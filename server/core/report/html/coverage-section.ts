import { say, type Locale } from '../../messages/say';
import { html, joined, linesOf, type Html } from '../../text/html';
import type { CoverageProof, CoverageRow, Report } from '../report';
import { proofStatus } from '../report-tables';
import { words } from '../words';
import { mark, statusCell } from './chart';
import { shorten } from '../../text/shorten';
import { scrolling } from '../../text/html-table';

/** The same columns under each other from chapter to chapter. */
const widths = html`<colgroup>${[12, 28, 12, 14, 20, 10, 4].map((width) => html`<col width="${width}%">`)}</colgroup>`;

/** A statement may run over a page; workbook and CSV have it whole. */
const longestText = 320;

/** The matrix requirement × proof, one table a chapter. */
export function coverageSection({ coverage: rows, locale, idLabel }: Report): Html {
  const coverage = rows.map((row) => ({
    ...row,
    id: idLabel(row.id),
    proofs: row.proofs.map((proof) => ({ ...proof, id: idLabel(proof.id) })),
  }));
  const chapters = [...new Set(coverage.map(({ chapter }) => chapter))];
  const hasAlternatives = coverage.some(({ proofs }) => proofs.some(({ oneOf }) => oneOf));
  const tables = chapters.map((chapter) =>
    chapterTable(
      chapter,
      coverage.filter((row) => row.chapter === chapter),
      locale,
    ),
  );
  return html`${hasAlternatives && html`<p class="soft">${words.oneOfHint[locale]}</p>\n`}${tables}`;
}

function chapterTable(chapter: string, rows: readonly CoverageRow[], locale: Locale): Html {
  const heads = [
    words.requirement,
    words.text,
    words.requirementStatus,
    words.proof,
    words.expected,
    words.proofStatus,
  ];
  const head = heads.map((one) => html`<th scope="col">${one[locale]}</th>`);
  const body = joined(
    rows.map((row) => requirementRows(row, locale)),
    '\n',
  );
  return scrolling(
    html`<table><caption>${chapter}</caption>${widths}<thead><tr>${head}<th scope="col" class="n">${words.pieces[locale]}</th></tr></thead><tbody>\n${body}\n</tbody></table>`,
  );
}

/** The texts of conformity of a requirement, one a scenario, under its statement. */
function conformityTexts({ proofs }: CoverageRow, locale: Locale): readonly Html[] {
  const texts = new Map(
    proofs.flatMap(({ scenario, conformity }) => (conformity === undefined ? [] : [[scenario, conformity] as const])),
  );
  return [...texts].map(
    ([scenario, text]) => html`<br><strong>${words.conformity[locale]}, ${scenario} :</strong> ${linesOf(text)}`,
  );
}

function requirementRows(row: CoverageRow, locale: Locale): Html {
  const span = row.proofs.length > 1 && html` rowspan="${row.proofs.length}"`;
  const own = [
    html`<th scope="row" class="id"${span}>${row.id}</th>`,
    html`<td${span}>${statement(row, locale)}</td>`,
    html`<td${span}>${statusCell(row.status, locale, row.state)}</td>`,
  ];
  const [first, ...rest] = row.proofs;
  if (!first) return html`<tr>${own}<td colspan="4" class="soft">–</td></tr>`;
  return joined(
    [
      html`<tr>${own}${proofCells(first, locale)}</tr>`,
      ...rest.map((one) => html`<tr>${proofCells(one, locale)}</tr>`),
    ],
    '\n',
  );
}

function statement(row: CoverageRow, locale: Locale): Html {
  const asides = [
    ...(row.profiles.length > 0 ? [row.profiles.join(', ')] : []),
    ...(row.coveredBy.length > 0 && row.status !== 'covered'
      ? [say(words.coveredBy, locale, { ids: row.coveredBy.join(', ') })]
      : []),
    ...(row.oneScenarioOwed ? [words.oneScenario[locale]] : []),
  ];
  const aside = asides.length > 0 && html`<br><span class="soft">${asides.join(' · ')}</span>`;
  const comment = row.comment !== undefined && html`<br>${linesOf(row.comment)}`;
  return html`${shorten(row.text, longestText)}${aside}${conformityTexts(row, locale)}${comment}${internalNote(row.internalNote, locale)}`;
}

/** A note of the team, told from what is for the examiner. */
export function internalNote(note: string | undefined, locale: Locale): Html | undefined {
  return note === undefined
    ? undefined
    : html`<span class="note"><strong>${words.note[locale]} :</strong> ${linesOf(note)}</span>`;
}

function proofCells(proof: CoverageProof, locale: Locale): Html {
  const types = proof.types.length > 0 && html`<br><span class="soft">${proof.types.join(' · ')}</span>`;
  const state = proof.oneOf
    ? html`<span class="status">${mark('toProvide')}${proofStatus(proof, locale)}</span>`
    : statusCell(proof.status, locale);
  return html`<td class="id">${proof.id}</td><td>${shorten(proof.expected, longestText)}${types}</td><td>${state}</td><td class="n">${proof.evidence}</td>`;
}
