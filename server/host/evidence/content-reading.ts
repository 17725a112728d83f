import type { EvidenceContent } from '../../core/evidence/evidence-file';
import type { CarriedPicture } from '../inspection/parts/carried-picture';
import type { FileIdentity } from './file-identity';

/** What is wanted of a file beside what is always read. */
export interface ReadingWishes {
  /** Its MD5 too, computed in the same reading. */
  readonly md5?: boolean;
  /** Folder, past all links, that the file that is opened has to be in. */
  readonly within?: string;
  /** How large it is, where that is known: few large files are worth as many threads as many small ones. */
  readonly bytes?: number;
  /** Copy of ANS's schemas that its CDA are held against. */
  readonly control?: ControlWish;
  /** The pictures inside it too, up to so many, in at most so many bytes. */
  readonly pictures?: PicturesWish;
}

export interface PicturesWish {
  readonly most: number;
  readonly mostBytes: number;
}

/** A folder of schemas, as it was when it was looked at. */
export interface ControlWish {
  /** Absolute. */
  readonly path: string;
  readonly digest: string;
}

/** What was read of a file, and which state of the file it is. */
export interface ContentReading {
  readonly identity: FileIdentity;
  readonly content: Omit<EvidenceContent, 'nameOnDisk' | 'tracked'>;
  /** False when the file changed while it was read: then nothing of it should be kept. */
  readonly stable: boolean;
  /** The pictures inside it, where they were asked for, the first of them. */
  readonly pictures?: readonly CarriedPicture[];
}
