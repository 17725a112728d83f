import type { TextChange } from '../../fixes/fix';
import type { OffsetRange } from '../../text/offset-range';

/** One thing that a migration does to a manifest, or leaves to its authors. */
export type MigrationEvent = EventPlace &
  (
    | {
        readonly kind: 'renamed';
        readonly what: 'requirement' | 'scenario' | 'proof' | 'chapter';
        readonly from: string;
        readonly to: string;
        /** Told from near-identical texts only. */
        readonly probable: boolean;
      }
    /** `text`: what is asked changed. `unknown`: the old catalogue did not know the text, so that nobody can tell. */
    | { readonly kind: 'review'; readonly id: string; readonly reason: 'text' | 'unknown' }
    | { readonly kind: 'parked'; readonly path: readonly string[]; readonly evidence: number }
    /** Should have been renamed or taken out, and could not be without touching something else. */
    | { readonly kind: 'left'; readonly path: readonly string[]; readonly reason: 'alias' | 'anchor' | 'form' }
    | { readonly kind: 'head'; readonly key: 'dispositif' | 'catalogue'; readonly from?: string; readonly to?: string }
  );

export interface EventPlace {
  readonly uri: string;
  /** Absolute, in the text before. */
  readonly range: OffsetRange;
}

/** What a dossier becomes under another catalogue. Nothing is written yet. */
export interface MigrationPlan {
  /** Only files that change. */
  readonly files: readonly MigratedFile[];
  readonly events: readonly MigrationEvent[];
  /** Requirements of the new catalogue that nothing of the old one became. */
  readonly added: readonly string[];
}

export interface MigratedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** In text order, not overlapping; they make `after` of `before`. */
  readonly changes: readonly TextChange[];
}
