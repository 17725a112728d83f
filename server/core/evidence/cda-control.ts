/**
 * What the team's own copy of ANS's schemas says of one CDA document: the CDA schema, and the schematron of the volet that
 * the document claims. Facts of the host; that no assertion fails is never said to be conformity.
 */
export interface CdaControl {
  /** Where the document stands in the piece; absent for the piece itself. */
  readonly where?: string;
  /** SHA-256 of the folder's schemas, sets of values and schematrons, all together. */
  readonly folder: string;
  /** SHA-256 of the document's bytes. */
  readonly document: string;
  /** The CDA schema; absent when it could not be used. */
  readonly schema?: { readonly file: string; readonly sha256: string; readonly errors: number };
  /** The volet; absent when none could be told or read. */
  readonly volet?: VoletControl;
  /** Failures of both, in the order of the document, the first of them. */
  readonly failures: readonly CdaFailure[];
  /** What was not verified, and why; empty where all was. */
  readonly unverified: readonly CdaUnverified[];
}

export interface VoletControl {
  /** Name of the schematron without `CI-SIS_` and extension: `VAC_2023.01`. */
  readonly name: string;
  /** Of the schematron and all that it includes. */
  readonly sha256: string;
  /** Assertions and reports of its active patterns. */
  readonly assertions: number;
  /** Of these, those that could not be evaluated somewhere. */
  readonly notEvaluable: number;
  /** Of these, those that met something to check in the document. */
  readonly applied: number;
  /** Failed checks, all of them: one assertion may fail at several nodes. */
  readonly failed: number;
}

export interface CdaFailure {
  readonly by: 'schema' | 'volet';
  /** In the words of the user's schema, or of the validator. */
  readonly message: string;
  /** Pattern of the schematron; absent for the CDA schema, or where it has none. */
  readonly pattern?: string;
  /** XPath that did not hold (or, in a report, did). */
  readonly test?: string;
  /** As the schema writes it (`warning`, `information`). */
  readonly role?: string;
  /** Path of the node, names only. */
  readonly path?: string;
  /** In the document itself, 1-based; absent when it is not known. */
  readonly line?: number;
  /** UTF-16 units. */
  readonly column?: number;
  /** Other nodes at which the same is said; absent: none. */
  readonly others?: number;
}

export type CdaUnverifiedReason =
  /** The folder that was named is none, or has no schematron. */
  | 'folderAbsent'
  /** The folder has no CDA schema, or one that cannot be read. */
  | 'schemaAbsent'
  | 'schemaDamaged'
  /** No template of the header names a volet of the folder. */
  | 'voletUnknown'
  /** It names one without version, or one of a version that the folder has not. */
  | 'versionUnknown'
  /** Its body is not structured: volets are about structured ones. */
  | 'unstructured'
  /** The schematron lacks a file or a pattern. */
  | 'includeAbsent'
  | 'includeEmpty'
  | 'includeDamaged'
  | 'patternAbsent'
  | 'schematronDamaged'
  /** A set of values that an assertion needs is absent, empty or damaged. */
  | 'valueSet'
  /** The engine has no value for an expression. */
  | 'expression'
  /** The document is not well-formed, or uses entities of its own. */
  | 'damaged'
  | 'tooLarge'
  /** It took more steps than any sound document does. */
  | 'stopped';

export interface CdaUnverified {
  readonly reason: CdaUnverifiedReason;
  /** The file, template, expression or volets that it is about, as they are written. */
  readonly names: readonly string[];
}

/** Whether everything that could be held against the document was. */
export function isFullyVerified({ unverified }: CdaControl): boolean {
  return unverified.length === 0;
}
