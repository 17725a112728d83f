import { portfolioWords } from '../../core/holdings/portfolio-words';
import type { Locale, Sentence } from '../../core/messages/say';
import { runsheetNotice } from '../../core/report/runsheet/runsheet-notice';
import { taskWords } from '../../core/report/tasks/task-words';
import { words as reportWords } from '../../core/report/words';
import { recordSignature } from '../../core/roundtrip/record-signature';
import { threadWords } from '../../core/threads/thread-words';
import { uploadWords } from '../../core/uploads/upload-words';

const locales: readonly Locale[] = ['fr', 'en'];

/** What this tool writes at the head of what is for the team alone. */
const notices: readonly Sentence[] = [
  reportWords.internal,
  taskWords.internal,
  runsheetNotice,
  portfolioWords.internal,
  threadWords.internal,
  uploadWords.internal,
];

/** Columns that follow each other in its tables for the team, and in no other. */
const columns: readonly (readonly Sentence[])[] = [
  [reportWords.note, reportWords.noteOfRequirement],
  [
    taskWords.key,
    taskWords.proof,
    taskWords.title,
    taskWords.responsible,
    taskWords.due,
    taskWords.late,
    taskWords.work,
  ],
  [uploadWords.size, uploadWords.digest, uploadWords.state, uploadWords.filedOn, uploadWords.filedBy],
];

const noticePattern = new RegExp(
  notices
    .flatMap((notice) => locales.map((locale) => notice[locale]))
    // Lines are broken, and blanks changed, by what shows or prints the document.
    .map((sentence) => sentence.split(/\s+/u).map(escaped).join('\\s+'))
    .join('|'),
  'u',
);

/** As `separated` gives the cells of a line. */
const headers = columns.flatMap((run) =>
  locales.map((locale) => `\t${run.map((column) => column[locale]).join('\t')}\t`),
);

/** What a line is searched in for headers: those of this tool are far shorter. */
const longestLine = 4000;

/**
 * Whether a text is one that this tool wrote for the team alone: an internal report, a list of tasks, a shooting script, the
 * record beside a package, a list of what is filed, threads. It is known by the notice or the columns that the tool puts into
 * each of them, word by word: nothing is guessed of what says the same in other words.
 */
export function isHouseText(text: string): boolean {
  const unfolded = text.startsWith('BEGIN:VCALENDAR') ? text.replace(/\r?\n[ \t]/gu, '') : text;
  return noticePattern.test(unfolded) || hasHouseHeader(text) || isKeptRecord(text);
}

/** The hidden sheet of a report workbook, and the record beside a package. */
function isKeptRecord(text: string): boolean {
  if (text.includes(`>${recordSignature}<`)) return true;
  return text.includes('"sha256_tagmanifest":') && text.includes('"constats_acceptes":');
}

/** Its first line, below the one by which Excel is told the separator. */
function hasHouseHeader(text: string): boolean {
  const [first = '', second = ''] = text
    .slice(0, longestLine)
    .replace(/^\ufeff/u, '')
    .split(/\r\n?|\n/u, 2);
  const line = separated(/^"?sep=/iu.test(first) ? second : first);
  return headers.some((header) => line.includes(header));
}

function separated(line: string): string {
  const cells = line.split(/[;,\t]/u).map((cell) => cell.trim().replace(/^"|"$/gu, ''));
  return `\t${cells.join('\t')}\t`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
