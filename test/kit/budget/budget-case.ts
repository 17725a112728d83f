/** What is done with a hostile input: a command line in the folder of its files, or a conversation with a server. */
export type BudgetOperation =
  | { readonly kind: 'command'; readonly args: readonly string[] }
  /** The language server with this manifest open, asked for everything that an editor asks. */
  | { readonly kind: 'server'; readonly open: string; readonly preview?: string }
  /** The assistant over the folder, asked for every tool that reads; or these lines in place of that. */
  | { readonly kind: 'assistant'; readonly lines?: string };

/** A hostile input: files, of which one is about a mebibyte, and what is done with them. */
export interface BudgetCase {
  /** Of what the input is one: `manifest`, `workbook`… */
  readonly group: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly operations: readonly BudgetOperation[];
}

export function command(...args: readonly string[]): BudgetOperation {
  return { kind: 'command', args };
}
