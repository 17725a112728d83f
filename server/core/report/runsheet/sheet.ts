/** A document of headings, facts and boxes to tick, before it is a page, Markdown or a PDF. */
export interface Sheet {
  readonly title: string;
  readonly lead: readonly string[];
  readonly facts: readonly Fact[];
  readonly parts: readonly SheetPart[];
  readonly end: readonly string[];
  /** At the foot of each page of paper. */
  readonly footer: string;
  readonly author: string;
}

export type Fact = readonly [term: string, value: string];

export interface SheetPart {
  readonly heading: string;
  readonly items: readonly SheetItem[];
}

export interface SheetItem {
  /** None in a letter, which is a list. */
  readonly heading?: string;
  readonly text?: string;
  readonly facts: readonly Fact[];
  readonly lists: readonly { readonly heading?: string; readonly boxes: readonly Box[] }[];
}

export interface Box {
  readonly text: string;
  readonly done: boolean;
}
