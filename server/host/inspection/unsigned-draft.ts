import { isOwnStatement, isToComplete, statementProducer } from '../attestation/statement-marks';
import type { PdfReading } from './pdf-reader';

/**
 * Whether a PDF is a statement as this tool writes it, to which nobody added what could be a signature: a signature
 * dictionary, a picture, a drawing, something written over it. One that another program saved again is ours as long as
 * places are left to fill; one that was read again and completed elsewhere is the vendor's. No digest is needed, nor would
 * it help.
 */
export function isUnsignedDraft(bytes: Buffer, reading: PdfReading, isSigned: boolean): boolean {
  if (isSigned) return false;
  const pages = reading.pages.filter(({ text }) => text !== undefined);
  if (pages.length === 0) return isAsWritten(bytes);
  if (!pages.some(({ text }) => isOwnStatement(text ?? ''))) return false;
  // A page without text among them is a picture: what was signed on paper.
  if (pages.some(({ text, isDrawnOn }) => isDrawnOn === true || text?.trim() === '')) return false;
  return reading.opened?.producer === statementProducer || pages.some(({ text }) => isToComplete(text ?? ''));
}

/** Where it could not be opened: written by us, and never added to since. */
function isAsWritten(bytes: Buffer): boolean {
  const marks = [`<pdf:Producer>${statementProducer}</pdf:Producer>`, `/Producer (${statementProducer})`];
  if (!marks.some((mark) => bytes.includes(mark))) return false;
  return bytes.indexOf('%%EOF') === bytes.lastIndexOf('%%EOF');
}
