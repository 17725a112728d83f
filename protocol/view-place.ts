export interface ViewPosition {
  readonly line: number;
  readonly character: number;
}

export interface ViewPlace {
  readonly uri: string;
  readonly range: { readonly start: ViewPosition; readonly end: ViewPosition };
}
