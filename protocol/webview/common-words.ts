/** What several pages say. */
export interface CommonWords {
  readonly loading: string;
  readonly retry: string;
  readonly restart: string;
  readonly openLog: string;
  readonly saveAll: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'info' | 'hint', string>>;
  readonly works: Readonly<Record<string, string>>;
  readonly late: string;
  readonly attach: string;
  readonly writing: string;
  readonly refused: string;
}
