/** What one inspection may cost. Beyond a limit the facts found so far are kept and `partial` is set. */
export interface InspectionLimits {
  /** Most bytes held at once: larger content is read by pieces when its kind allows it, or not looked into. */
  readonly maxBytes: number;
  /** Wall-clock time of a whole inspection. The token given to inspectors asks for cancellation when it has passed. */
  readonly maxMillis: number;
  /** Most characters of text searched for identifiers and dates. */
  readonly maxTextLength: number;
  /** Pages of a PDF whose text is read. */
  readonly maxPages: number;
  /** Entries of an archive, messages of a file, boxes of a video, objects of a PDF that are looked at. */
  readonly maxEntries: number;
  /** Most bytes that a compressed entry or stream may give. */
  readonly maxInflatedBytes: number;
  /** Most items in a list of facts (rows, identifiers, attachments…). */
  readonly maxFacts: number;
}

const mebibyte = 1024 * 1024;

/** Generous for what vendors file (letters, logs, archives of a few documents), small for a language server. */
export const defaultLimits: InspectionLimits = {
  maxBytes: 64 * mebibyte,
  maxMillis: 5000,
  maxTextLength: 8 * mebibyte,
  maxPages: 30,
  maxEntries: 10_000,
  maxInflatedBytes: 32 * mebibyte,
  maxFacts: 200,
};
