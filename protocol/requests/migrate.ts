import { requestKind } from '../request';

/** What a dossier becomes under another catalogue. Nothing is written: the client applies the changes. */
export const migrateRequest = requestKind<MigrateParams, MigrateResult>('segur/migrer');

export interface MigrateParams {
  /** Of the main manifest. */
  readonly uri: string;
  /** Path of a `*.rem.yaml`, or id of a dispositif for its built-in catalogue. */
  readonly catalogue: string;
}

export type MigrateResult =
  | {
      readonly kind: 'planned';
      /** Only those that change; none when the dossier follows that catalogue already. */
      readonly files: readonly MigratedFileView[];
      /** What happens, a line each, in words. */
      readonly summary: readonly string[];
      /** The catalogue and its overlay, where they have to be copied into the dossier. */
      readonly copies: readonly { readonly uri: string; readonly text: string }[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface MigratedFileView {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** UTF-16 offsets in `before`, in order, not overlapping. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}
