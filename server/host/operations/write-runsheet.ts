import type { Analysis } from '../../core/engine/analyse';
import type { Locale } from '../../core/messages/say';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { RunsheetChoice } from '../../core/report/runsheet/runsheet';
import { runsheetOf } from '../../core/report/runsheet/runsheet-of';
import type { Sheet } from '../../core/report/runsheet/sheet';
import { missingLetter, shootingScript } from '../../core/report/runsheet/sheet-of';
import { sheetMarkdown, sheetPage } from '../../core/report/runsheet/sheet-text';
import { pdfFile } from '../attestation/pdf-file';
import type { Block } from '../attestation/statement-blocks';
import { writeText } from './write-text';

const runsheetFormats = ['html', 'pdf', 'md'] as const;
export type RunsheetFormat = (typeof runsheetFormats)[number];

export interface RunsheetRequest {
  readonly analysis: Analysis;
  readonly choice: RunsheetChoice;
  /** What is missing as a letter, instead of the script. */
  readonly isLetter: boolean;
  readonly format: RunsheetFormat;
  readonly locale: Locale;
  /** Path of the file to write or replace. */
  readonly target: string;
  readonly cancellation: Cancellation;
}

/**
 * Writes a shooting script, or the letter of what is missing, in one step. Errors of files are thrown as they are.
 * @returns characters that the document could not show
 */
export async function writeRunsheet(request: RunsheetRequest): Promise<readonly string[]> {
  const { analysis, choice, isLetter, format, locale, target, cancellation } = request;
  const sheet = (isLetter ? missingLetter : shootingScript)(runsheetOf(analysis, choice), choice, locale);
  const { content, lost } = await rendered(sheet, format, locale);
  throwIfCancelled(cancellation);
  await writeText(target, content);
  return lost;
}

async function rendered(
  sheet: Sheet,
  format: RunsheetFormat,
  locale: Locale,
): Promise<{ readonly content: string | Uint8Array; readonly lost: readonly string[] }> {
  switch (format) {
    case 'html':
      return { content: sheetPage(sheet, locale), lost: [] };
    case 'md':
      return { content: sheetMarkdown(sheet, locale), lost: [] };
    case 'pdf': {
      const { title, author, footer } = sheet;
      const { bytes, lost } = await pdfFile({ title, author, footer, locale, blocks: blocksOf(sheet) });
      return { content: bytes, lost };
    }
  }
}

function blocksOf({ title, lead, facts, parts, end }: Sheet): Block[] {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return [
    { kind: 'title', text: title },
    ...lead.map(paragraph),
    ...(facts.length > 0 ? [{ kind: 'facts', rows: facts } as const] : []),
    ...parts.flatMap(({ heading, items }): Block[] => [
      { kind: 'heading', text: heading },
      ...items.flatMap((item): Block[] => [
        ...(item.heading === undefined ? [] : [{ kind: 'heading', text: item.heading } as const]),
        ...(item.text === undefined ? [] : [paragraph(item.text)]),
        ...(item.facts.length > 0 ? [{ kind: 'facts', rows: item.facts } as const] : []),
        ...item.lists.flatMap((list): Block[] => [
          ...(list.heading === undefined ? [] : [paragraph(list.heading)]),
          ...list.boxes.map(({ text, done }) => paragraph(`${done ? '☑' : '☐'} ${text}`)),
        ]),
      ]),
    ]),
    ...end.map(paragraph),
  ];
}

/** The format that a file's name asks for. */
export function runsheetFormatOf(path: string): RunsheetFormat | undefined {
  return runsheetFormats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}
