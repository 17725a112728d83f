import type { ByteProgress } from '../byte-progress';
import { requestKind } from '../request';

/** Reads a package to its end, and compares it with a dossier when one is given. */
export const verifyPackageRequest = requestKind<VerifyPackageParams, VerifyPackageResult, ByteProgress>(
  'segur/verifierDepot',
);

export interface VerifyPackageParams {
  /** Path. */
  readonly file: string;
  /** URI of a main manifest. */
  readonly dossier?: string;
}

export interface VerifyPackageResult {
  /** Problems; none when the package is right. */
  readonly problems: number;
  readonly draft: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Absent when nothing was compared. */
  readonly difference?: {
    readonly same: boolean;
    /** What differs, in a sentence. */
    readonly summary: string;
    /** What the dossier is called. */
    readonly dossier: string;
  };
  /** What is wrong and what differs, as Markdown; empty when nothing is wrong. */
  readonly markdown: string;
}
