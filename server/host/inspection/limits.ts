/**
 * What one inspection may cost, in bytes, pages and steps: never in time, so that a busy machine finds what an idle one does.
 * Beyond a limit the facts found so far are kept, and what was left is said (`partial`, `unread`).
 */
export interface InspectionLimits {
  /** Most bytes held at once: larger content is read by pieces when its kind allows it, or not looked into. */
  readonly maxBytes: number;
  /** Most characters of a structured text (table, report, mail body) that are looked at. A journal is read to its end. */
  readonly maxTextLength: number;
  /** Pages of a PDF whose text is read. */
  readonly maxPages: number;
  /** Entries of an archive, messages of a file, boxes of a video, objects of a PDF that are looked at. */
  readonly maxEntries: number;
  /** Most bytes that a compressed entry or stream may give. */
  readonly maxInflatedBytes: number;
  /** Most items in a list of facts (rows, identifiers, attachments…). */
  readonly maxFacts: number;
  /** Containers around a part: a mail in an archive in a mail is three. */
  readonly maxDepth: number;
  /** Parts that are opened in one piece of evidence, at all depths. */
  readonly maxParts: number;
  /** Bytes of all those parts. */
  readonly maxPartBytes: number;
}

const mebibyte = 1024 * 1024;

/** Generous for what vendors file (letters, logs, archives of a few documents), small for a language server. */
export const defaultLimits: InspectionLimits = {
  maxBytes: 64 * mebibyte,
  maxTextLength: 8 * mebibyte,
  maxPages: 5000,
  maxEntries: 10_000,
  maxInflatedBytes: 32 * mebibyte,
  maxFacts: 200,
  maxDepth: 8,
  maxParts: 10_000,
  maxPartBytes: 128 * mebibyte,
};
