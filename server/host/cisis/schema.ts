/** A schematron with its includes in place and its abstract parts filled in: what runs. */
export interface Schema {
  /** By prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Those of the default phase; all where there is none. */
  readonly patterns: readonly Pattern[];
  /** Variables that the whole schema sees: those of its patterns too, as this dialect has it. */
  readonly variables: ReadonlyMap<string, string>;
  /** What could not be read of it: it is incomplete then, and never passed. */
  readonly gaps: readonly SchemaGap[];
  /** Paths of the files that it was read from, relative to the user's folder, the schema itself first. */
  readonly files: readonly string[];
}

export interface SchemaGap {
  readonly kind:
    | 'includeAbsent'
    | 'includeEmpty'
    | 'includeDamaged'
    | 'patternAbsent'
    | 'abstractAbsent'
    /** More files inside one another, or more of them, than a schema can need. */
    | 'tooMany'
    | 'schemaDamaged';
  /** A path or an identifier, as the schema writes it. */
  readonly name: string;
}

export interface Pattern {
  /** Empty where it has none. */
  readonly id: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly context: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly assertions: readonly Assertion[];
}

export interface Assertion {
  /** A report speaks where its test holds, an assertion where it does not. */
  readonly isReport: boolean;
  readonly test: string;
  /** Words, and expressions whose value stands between them. */
  readonly message: readonly MessagePart[];
  /** As written: `warning`, `information`…; absent: an error. */
  readonly role?: string;
}

export type MessagePart =
  | { readonly text: string }
  | { readonly select: string }
  /** Name of the node, or of what the path leads to. */
  | { readonly nameOf: string };
