import { contentDay } from '../evidence/content-day';
import type { FilePiece } from './piece';

/** When a piece was captured, and what says so. */
export interface CaptureDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Its content, or only the time at which the file was last written, which a copy may change. */
  readonly from: 'content' | 'file';
}

/**
 * The day that the content states, else that of the file. A day to come is that of a wrong clock: it is not written.
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function captureDay(
  { content, modified }: Pick<FilePiece, 'content' | 'modified'>,
  today: string,
): CaptureDay | undefined {
  const stated = content.inspection && contentDay(content.inspection);
  if (stated !== undefined && stated <= today) return { day: stated, from: 'content' };
  return modified !== undefined && modified <= today ? { day: modified, from: 'file' } : undefined;
}
