/** What the PDF worker is asked: one document at a time. */
export interface PdfRequest {
  readonly data: Uint8Array;
  readonly maxPages: number;
  readonly maxTextLength: number;
  /** Asks for the pictures of one page, and for no text; those of more pixels are left. */
  readonly picturesOf?: { readonly page: number; readonly maxPixels: number };
}

/** What it answers, in order: `opened`, a `page` each, the fields and attachments, then `done`; or `failed` at any point. */
export type PdfAnswer =
  PdfOpened | PdfPage | PdfFields | PdfAttachment | PdfPicture | { readonly kind: 'done' } | PdfFailed;

export interface PdfOpened {
  readonly kind: 'opened';
  readonly pages: number;
  readonly encrypted: boolean;
  /** Dates of the information dictionary, as written. */
  readonly created?: string;
  readonly modified?: string;
  /** Program that wrote it, as the information dictionary says. */
  readonly producer?: string;
  /** Texts of the information dictionary and titles of the outline, a line each. */
  readonly texts?: string;
  /** The XMP metadata, as XML. */
  readonly xmp?: string;
}

export interface PdfPage {
  readonly kind: 'page';
  readonly number: number;
  /** Absent when the page could not be read. */
  readonly text?: string;
  /** What its notes and links say, a line each; absent when it has none. */
  readonly notes?: string;
  /** It holds a picture, a curve or something written over it, which may be a signature. Looked for in own statements only. */
  readonly isDrawnOn?: true;
}

/** The values of the form's fields, a line each: `name: value`. */
export interface PdfFields {
  readonly kind: 'fields';
  readonly text: string;
}

export interface PdfAttachment {
  readonly kind: 'attachment';
  readonly name: string;
  readonly content: Uint8Array;
}

/** A picture that a page shows, upright, in shades of grey, row by row. */
export interface PdfPicture {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface PdfFailed {
  readonly kind: 'failed';
  /** `password`: needed to open. `invalid`: not a PDF that can be read. */
  readonly reason: 'password' | 'invalid';
}
