/** Half-open range of UTF-16 offsets in a text. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export function shift(range: OffsetRange, by: number): OffsetRange {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}

/** A value and the place of its source text. */
export interface Located<T> {
  readonly value: T;
  readonly range: OffsetRange;
}
