import Papa from 'papaparse';
import type { Workbook } from '../workbook/workbook';
import type { KnownSubjects } from './answer-subjects';
import { hasAnswerHeader, readAnswerTable, type AnswerChoices } from './read-answer-table';
import { readAnswerText } from './read-answer-text';
import type { ReadAnswers } from './said-answer';

/** Reads what was pasted: cells copied from a spreadsheet program with their headers, else a text. */
export function readPasted(text: string, known: KnownSubjects, choices: AnswerChoices): ReadAnswers {
  const workbook = tableIn(text, choices);
  if (workbook && hasAnswerHeader(workbook, choices)) return withoutSheet(readAnswerTable(workbook, known, choices));
  return readAnswerText(text, known, choices.verdicts);
}

/** Cells as spreadsheet programs put them on the clipboard: tabs between them, quotes around those of several lines. */
export function tableIn(text: string, { sheet = '' }: AnswerChoices): Workbook | undefined {
  if (!text.includes('\t')) return undefined;
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: '\t' });
  const rows = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.replace(/\r\n?/g, '\n')) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // What is pasted is of the sheet that is to be read, whichever that is.
  return { sheets: [{ name: sheet, rows }] };
}

/** A pasted text has lines, not sheets. */
function withoutSheet({ answers, left, unclear }: ReadAnswers): ReadAnswers {
  return {
    answers: answers.map((one) => ({ ...one, at: { line: one.at.line } })),
    left: left.map((one) => ({ ...one, at: { line: one.at.line } })),
    unclear: unclear.map(({ role, headers }) => ({ role, headers })),
  };
}
