/** What `npm run soak -- --workbench` asks of its session in VS Code, as JSON in the environment variable SEGUR_SOAK. */
export interface SoakPlan {
  readonly minutes: number;
  /** Between two rounds of work, in milliseconds. */
  readonly pace: number;
  /** Between two looks at memory, in milliseconds. */
  readonly sample: number;
  /** Preloaded into the server: writes to `memory` what is left behind a collection. */
  readonly probe: string;
  readonly memory: string;
  /** A workbook to import, outside the workspace. */
  readonly workbook: string;
  /** Where the figures go, anew with every look. */
  readonly figures: string;
}

/** One look: memory in MiB behind a collection of garbage, and what is open. */
export interface SoakSample {
  /** Milliseconds since the start. */
  readonly at: number;
  readonly server: number;
  readonly serverResident: number;
  readonly serverFiles: number;
  readonly serverThreads: number;
  readonly serverOpen: number;
  readonly host: number;
  readonly hostResident: number;
  readonly hostFiles: number;
  readonly hostOpen: number;
  /** Folders and files that VS Code's processes have the system watch. */
  readonly watches: number;
}

export interface SoakFigures {
  readonly rounds: number;
  readonly samples: readonly SoakSample[];
  /** By kind of work: when it was done and how long it took, in milliseconds. */
  readonly times: Readonly<Record<string, readonly { readonly at: number; readonly took: number }[]>>;
}
