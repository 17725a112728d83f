import type { Place } from './import-report';

/** Requirements as they are gathered row by row, before missing ids are made and types guessed. */
export interface RequirementDraft {
  readonly id: string;
  readonly place: Place;
  readonly values: Map<DraftField, { readonly text: string; readonly row: number }>;
  readonly profiles: string[];
  /** Row whose profiles came first. */
  profilesRow: number;
  readonly scenarios: ScenarioDraft[];
}

/** Single-valued columns of a requirement, as header names for messages. */
export type DraftField =
  | 'chapter'
  | 'section'
  | 'sectionId'
  | 'block'
  | 'fonction'
  | 'text'
  | 'comment'
  | 'nature'
  | 'criticality'
  | 'publication'
  | 'perimeter'
  | 'previousVersion'
  | 'historicalProfile';

export interface ScenarioDraft {
  /** Absent until one is derived. */
  readonly id: string | undefined;
  text: string | undefined;
  readonly place: Place;
  readonly proofs: ProofDraft[];
}

export interface ProofDraft {
  readonly id: string | undefined;
  readonly expected: string;
  /** The `n` of `Preuve n`, or undefined where columns are not numbered. */
  readonly index: number | undefined;
  readonly place: Place;
  readonly step?: string;
}
