import { convert, type SourceEncoding } from '../../core/text/convert';
import type { EncodingFault } from '../../core/text/encoding';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { rewriteBytes } from './rewrite-text';
import { sweepBeside } from './sweep-temporaries';

export interface ConvertRequest {
  readonly path: string;
  /** What the file is in, where the user says so. */
  readonly from?: SourceEncoding;
  /** Write nothing. */
  readonly dryRun: boolean;
}

export type ConvertOutcome =
  | { readonly kind: 'utf8' }
  | { readonly kind: 'converted'; readonly from: SourceEncoding; readonly text: string }
  /** Nothing tells what it is in. */
  | { readonly kind: 'unknown'; readonly fault: EncodingFault }
  /** Something on that line would be lost: the encoding is another one. */
  | { readonly kind: 'loss'; readonly from: SourceEncoding; readonly line: number };

/**
 * Makes UTF-8 of a file, in one step, its line ends kept. What would not turn back into the same bytes is refused. Errors of
 * files are thrown as they are.
 * @throws FileChanged when the file was written meanwhile
 */
export async function convertFile({ path, from, dryRun }: ConvertRequest): Promise<ConvertOutcome> {
  if (!dryRun) await sweepBeside([path]);
  const { bytes } = await readGuarded(path, { mostBytes: mostTextBytes });
  const { fault } = decodeBytes(bytes);
  if (!fault) return { kind: 'utf8' };
  const encoding = from ?? fault.encoding;
  if (encoding === 'mixed' || encoding === 'unknown') return { kind: 'unknown', fault };
  const converted = convert(bytes, encoding);
  if (converted.kind === 'loss') return { ...converted, from: encoding };
  if (!dryRun) await rewriteBytes(path, bytes, converted.text);
  return { kind: 'converted', from: encoding, text: converted.text };
}
