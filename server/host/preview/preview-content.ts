/*
 * A piece as plain data, as `protocol/requests/preview.ts` says it to the client: the types of both are checked against each
 * other where the answer is made.
 */

/** How a piece can be shown. */
export type PreviewKind = 'picture' | 'film' | 'pdf' | 'cda' | 'hl7' | 'text';

export interface PreviewFact {
  readonly label: string;
  readonly value: string;
}

export type PreviewContent =
  /** The view shows the file itself. */
  | { readonly kind: 'picture' | 'film'; readonly mime: string }
  /** The text of its first pages. */
  | { readonly kind: 'pdf'; readonly pages: readonly { readonly number: number; readonly text: string }[] }
  | { readonly kind: 'cda'; readonly document: CdaView }
  | { readonly kind: 'hl7'; readonly messages: readonly Hl7MessageView[] }
  | { readonly kind: 'text'; readonly text: string };

/** A CDA document as a clinician reads it. */
export interface CdaView {
  readonly title?: string;
  /** Patient, author, dates: what the header says. */
  readonly header: readonly PreviewFact[];
  readonly sections: readonly CdaSection[];
}

export interface CdaSection {
  readonly title?: string;
  readonly blocks: readonly CdaNode[];
  readonly sections: readonly CdaSection[];
}

/** The narrative as elements that are safe to make: no name, attribute or address comes from the document. */
export type CdaNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: CdaElementKind;
      readonly children: readonly CdaNode[];
      /** Of a cell: how many columns and rows it spans, above 1. */
      readonly columns?: number;
      readonly rows?: number;
    }
  /** A picture that the document carries. */
  | { readonly kind: 'picture'; readonly mime: string; readonly base64: string }
  /** Something that is not shown, in words. */
  | { readonly kind: 'omitted'; readonly text: string };

export type CdaElementKind =
  | 'paragraph'
  | 'inline'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'deleted'
  | 'subscript'
  | 'superscript'
  | 'caption'
  | 'list'
  | 'orderedList'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'headerCell';

export interface Hl7MessageView {
  /** `ADT^A31`, where it says so. */
  readonly type?: string;
  readonly segments: readonly Hl7SegmentView[];
}

export interface Hl7SegmentView {
  /** As in the message. */
  readonly name: string;
  /** What it is, where the standard's name is known. */
  readonly label?: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** Fields that say something, by their number. */
  readonly fields: readonly { readonly number: number; readonly label?: string; readonly value: string }[];
}
