import type { Inspection } from './inspection';

/** Facts about a path cited as evidence, gathered by the host. Facts only: the rules judge. */
export type EvidenceFile =
  /** `pointer`: a DVC stub says that the content is kept elsewhere. */
  | { readonly state: 'absent'; readonly pointer?: PointerFacts }
  | { readonly state: 'directory' }
  /** A link (or a folder on the way) that leads out of the dossier's folder: never read. */
  | { readonly state: 'outside' }
  /** A pipe, a socket or a device: never opened. */
  | { readonly state: 'special' }
  /** There, but the system refused to let us read it. `reason` is the system's code, such as `EACCES`. */
  | { readonly state: 'unreadable'; readonly reason: string }
  | EvidenceContent;

/** A regular file inside the dossier. */
export interface EvidenceContent {
  readonly state: 'file';
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal digest of the whole content. */
  readonly sha256: string;
  /** What the content's signature says it is; absent when the signature says nothing (text, unknown binary). */
  readonly detected?: DetectedType;
  /** True when the beginning of the file is text (no NUL byte, valid UTF-8 or single-byte text). */
  readonly text: boolean;
  /** The name's case or Unicode form on disk, when it differs from the cited path (`Preuve.PNG` for `preuve.png`). */
  readonly nameOnDisk?: string;
  /** What was read inside; absent while it is not known, or when the content was not opened. */
  readonly inspection?: Inspection;
  /** A Git LFS pointer stands in place of the content: size and digest are those it announces. */
  readonly pointer?: PointerFacts;
  /** Lower-case hexadecimal digest of the whole content; known where DVC is asked about it, perhaps elsewhere. */
  readonly md5?: string;
  /** What DVC keeps under this name; absent where it keeps nothing that can be compared. */
  readonly tracked?: TrackedFacts;
}

/** Lower-case hexadecimal digest of the content that is there; undefined for what is no file, is kept elsewhere or is not known. */
export function digestOfContent(file: EvidenceFile | undefined): string | undefined {
  return file?.state === 'file' && !file.pointer ? file.sha256 : undefined;
}

/** What the DVC stub beside a file says of the content that it tracks. */
export interface TrackedFacts {
  /** Path of the stub, relative to the dossier's folder. */
  readonly stub: string;
  /** Lower-case hexadecimal digest. */
  readonly md5: string;
  /** Command that makes the present file the tracked one. */
  readonly add: string;
  /** Command that fetches the tracked content. */
  readonly fetch: string;
}

/** What a pointer file says of the content kept elsewhere. */
export interface PointerFacts {
  readonly kind: 'git-lfs' | 'dvc';
  /** Command that fetches the content. */
  readonly fetch: string;
  /** Bytes of the content, where it says so. */
  readonly size?: number;
}

/** `extension` without dot, lower case, as the signature library names it (`png`, `mp4`, `pdf`, `xml`, `zip`…). */
export interface DetectedType {
  readonly extension: string;
  readonly mime: string;
}
