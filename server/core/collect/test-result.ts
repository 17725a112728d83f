/** One test of a run, as its report tells it. */
export interface TestResult {
  /** What wrote the report: `Playwright`, `JUnit`… */
  readonly tool: string;
  /** Suites and title, outermost first: together they tell the test from others. */
  readonly title: readonly string[];
  /** Ids of slots that the test names on purpose: by property, annotation or tag. */
  readonly slots: readonly string[];
  /** Tags and other words that may hold an id. */
  readonly words: readonly string[];
  /** `unknown` for a word that is not known: it is no success. */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'unknown';
  readonly attachments: readonly TestAttachment[];
  /** Moment at which it began, as ISO 8601 with a zone; absent when the report does not say, or without a zone. */
  readonly started?: string;
  /** Version of the software, where the report has a property for it. */
  readonly version?: string;
}

/** A file that a test left. */
export interface TestAttachment {
  /** As the report calls it; the name of the file when it has no other. */
  readonly name: string;
  readonly source:
    { readonly kind: 'file'; readonly path: string } | { readonly kind: 'bytes'; readonly bytes: Uint8Array };
  /** Name of the file with its extension. */
  readonly fileName: string;
}

/** Debug material that nobody wants as evidence. */
export function isTrace({ name, fileName }: Pick<TestAttachment, 'name' | 'fileName'>): boolean {
  return /^(?:trace|stdout|stderr|error-context|_?stack)$/i.test(name) || /^trace\.zip$/i.test(fileName);
}

/** A report or attachment that could not be read. */
export interface CollectFault {
  readonly path: string;
  readonly kind: 'notReport' | 'unreadable' | 'missing' | 'outside' | 'empty' | 'ledger';
}
