import type { Place } from './import-report';

/** Requirements as they are gathered row by row, before missing ids are made and types guessed. */
export interface RequirementDraft {
  /** As the workbook prints it. */
  readonly id: string;
  readonly place: Place;
  readonly values: Map<DraftField, DraftValue>;
  readonly profiles: string[];
  readonly scenarios: ScenarioDraft[];
}

/** What a cell says of a requirement. */
export interface DraftValue {
  readonly text: string;
  readonly place: Place;
  /** Name of its column. */
  readonly header: string;
  /** The cell word for word. */
  readonly raw: string;
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
  /** As the workbook prints it; absent where it gives none. */
  id: string | undefined;
  text: string | undefined;
  readonly place: Place;
  readonly proofs: ProofDraft[];
}

export interface ProofDraft {
  /** As the workbook prints it; absent where it gives none. */
  readonly id: string | undefined;
  readonly expected: string;
  /** The `n` of `Preuve n`, or undefined where columns are not numbered. */
  readonly index: number | undefined;
  readonly place: Place;
  readonly step?: string;
}

/** A core-business scenario, as it is gathered row by row. */
export interface CoreDraft {
  /** As the workbook prints it. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly profiles: readonly string[];
  /** Undefined where the row does not say, or not in a known word. */
  readonly mandatory: boolean | undefined;
  readonly place: Place;
  readonly steps: StepDraft[];
  readonly proofs: ProofDraft[];
}

export interface StepDraft {
  readonly id: string | undefined;
  readonly text: string;
  readonly place: Place;
  /** References as cited, with their column. */
  readonly cites: readonly { readonly reference: string; readonly column: string }[];
}
