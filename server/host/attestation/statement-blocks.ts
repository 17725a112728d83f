/** What a document is made of, from top to bottom. `\n` breaks a line. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A framed warning. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Term and value, side by side. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** Empty places to be filled by hand, side by side, kept together. */
  | { readonly kind: 'places'; readonly labels: readonly string[] };
