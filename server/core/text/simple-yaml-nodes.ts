/** A scalar and its place in the text, quotes included. */
export class SimpleScalar {
  constructor(
    readonly value: string,
    /** Neither quoted nor a block scalar: `null`, without quotes, may mean nothing at all. */
    readonly isPlain: boolean,
    readonly start: number,
    readonly end: number,
  ) {}
}

export interface SimplePair {
  readonly key: SimpleScalar;
  /** An empty plain scalar where nothing is written. */
  readonly value: SimpleNode;
}

export class SimpleMap {
  readonly items: SimplePair[] = [];
  /** Where the `yaml` library says that it ends: behind the line break and the comments that belong to its last value. */
  end: number;

  constructor(readonly start: number) {
    this.end = start;
  }
}

export class SimpleList {
  readonly items: SimpleNode[] = [];
  /** As for mappings. */
  end: number;

  constructor(readonly start: number) {
    this.end = start;
  }
}

/** What the reader of simple YAML makes of a text: the same tree as the `yaml` library, in far fewer objects. */
export type SimpleNode = SimpleScalar | SimpleMap | SimpleList;
