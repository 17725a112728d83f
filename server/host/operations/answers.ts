import { extname } from 'node:path';
import type { AnswersInput } from '../../core/answers/plan-answers';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { readTrackingFile } from './read-tracking-file';

const mostTextBytes = 4 * 2 ** 20;

/**
 * Reads answers of ANS that were kept in a file: a text that was pasted into it, or a table.
 * @throws WorkbookError, UnreadableFile, CancelledError, or the system's error
 */
export async function readAnswersFile(path: string, cancellation: Cancellation): Promise<AnswersInput['said']> {
  if (!/^\.(?:txt|md|eml)$/i.test(extname(path)))
    return { kind: 'table', workbook: await readTrackingFile(path, cancellation) };
  const { bytes } = await readGuarded(path, { mostBytes: mostTextBytes });
  return { kind: 'text', text: decodeBytes(bytes).text };
}
