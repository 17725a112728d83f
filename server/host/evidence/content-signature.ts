import { fileTypeFromBuffer } from 'file-type/core';
import type { DetectedType } from '../../core/evidence/evidence-file';
import { extensionOf } from '../../core/evidence/file-extension';

/** Bytes at the beginning of a file that tell what it is. */
export const headLength = 64 * 1024;

/** Readers accept the header of a PDF anywhere in these bytes (ISO 32000-1, annex H). */
const pdfHeaderWithin = 1024;

/**
 * What the signature says the content is; undefined when it says nothing.
 * @param name of the file: a PDF may begin with other bytes, a letter about PDF does not become one
 */
export async function detectType(head: Uint8Array, name = ''): Promise<DetectedType | undefined> {
  if (extensionOf(name) === 'pdf' && beginsLatePdf(head)) return { extension: 'pdf', mime: 'application/pdf' };
  try {
    const found = await fileTypeFromBuffer(head);
    return found && { extension: found.ext, mime: found.mime };
  } catch (error) {
    // The library fails on some truncated or hostile content; a signature that can not be read says nothing.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function beginsLatePdf(head: Uint8Array): boolean {
  const latin = new TextDecoder('latin1');
  return /%PDF-\d\.\d/.test(latin.decode(head.subarray(0, pdfHeaderWithin))) && /\d \d+ obj\b/.test(latin.decode(head));
}

/**
 * Whether content begins as text: no NUL byte, and valid UTF-8 or a single-byte text without other control characters.
 * @param whole the head is the whole file
 */
export function looksLikeText(head: Uint8Array, whole: boolean): boolean {
  if (head.length === 0) return false;
  if (isUtf16(head)) return true;
  if (head.includes(0)) return false;
  if (isUtf8(head, whole)) return true;
  return !head.some((byte) => byte < 32 && ![8, 9, 10, 11, 12, 13, 27, 28].includes(byte));
}

function isUtf16(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function isUtf8(head: Uint8Array, whole: boolean): boolean {
  try {
    // Streaming: a character cut at the end of the head is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
