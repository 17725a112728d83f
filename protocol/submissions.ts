/** Packages checked and compared, and statements to be signed: what client and server say about them. As in `protocol.ts`. */

export const submissionMethods = {
  packages: 'segur/depots',
  verify: 'segur/verifierDepot',
  compare: 'segur/comparer',
  saveComparison: 'segur/enregistrerComparaison',
  attestation: 'segur/attestation',
} as const;

/** Sent while bytes are read, under the token that the request gave. */
export interface ByteProgress {
  readonly done: number;
  readonly total: number;
}

/** `segur/depots`: which of these archives are packages. */
export interface PackagesParams {
  /** Paths. */
  readonly files: readonly string[];
}
export interface PackagesResult {
  /** The last one written first. */
  readonly packages: readonly {
    readonly file: string;
    /** Software, its version and the dispositif, as far as they are known. */
    readonly description: string;
    /** Of the file, milliseconds since 1970. */
    readonly modified: number;
  }[];
}

/** `segur/verifierDepot`: reads a package to its end, and compares it with a dossier when one is given. */
export interface VerifyPackageParams {
  /** Path. */
  readonly file: string;
  /** URI of a main manifest. */
  readonly dossier?: string;
  readonly progressToken?: string;
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

/** A package by its path, or a dossier by the URI of its main manifest. */
export type StateReference =
  { readonly kind: 'package'; readonly file: string } | { readonly kind: 'dossier'; readonly uri: string };

/** `segur/comparer`: what two packages or dossiers file, and what differs. */
export interface CompareParams {
  readonly before: StateReference;
  readonly after: StateReference;
}
export interface CompareResult {
  readonly same: boolean;
  /** What differs, in a sentence. */
  readonly summary: string;
  readonly before: StateText;
  readonly after: StateText;
}
export interface StateText {
  readonly name: string;
  /** A fact on each line, in the same order on both sides. */
  readonly text: string;
}

/** `segur/enregistrerComparaison`: the extension of the target is the format (`html`, `md`). */
export interface SaveComparisonParams extends CompareParams {
  readonly target: string;
}
export interface SaveComparisonResult {
  readonly path: string;
}

export const attestationModels = ['non-applicable', 'engagement', 'honneur'] as const;
export type AttestationModel = (typeof attestationModels)[number];

/** `segur/attestation`: writes a statement to be signed. The manifest is left to the client. */
export interface AttestationParams {
  /** URI of the main manifest. */
  readonly uri: string;
  /** Id of a requirement or scenario. */
  readonly id: string;
  readonly model: AttestationModel;
  /** Leave out the notice that it is a draft to be read again. */
  readonly reread: boolean;
  /** Where to write it; absent: in the folder of declarations, to be named in the manifest. */
  readonly target?: string;
}
export type AttestationResult =
  | {
      readonly kind: 'written';
      readonly path: string;
      /** The change that names it in the manifest. Absent when a target was given. */
      readonly change?: AttestationChange;
      /** What to do with it and what it could not show, in words. */
      readonly remarks: readonly string[];
    }
  /** The manifest has no place for it: ask where to write it. `reason` says why, in words. */
  | { readonly kind: 'targetNeeded'; readonly reason: string; readonly suggestion: string }
  /** A file stands there, which may be the signed statement: nothing was written. */
  | { readonly kind: 'exists'; readonly path: string; readonly message: string };
export interface AttestationChange {
  readonly uri: string;
  readonly before: string;
  /** UTF-16 offsets in `before`. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}
