/** Something that built-in catalogues were read from. */
export interface CatalogueSource {
  readonly key: string;
  readonly url: string;
  /** What it holds, in French. */
  readonly content: string;
  /** Numbers of requirements that rest on it, by dispositif. */
  readonly requirements: Readonly<Record<string, number>>;
  /** The same by confidence: `vu`, `deduit`, `tierce`, `cite`. */
  readonly confidence: Readonly<Record<string, number>>;
}
