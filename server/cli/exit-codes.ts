/** What the command line returns to the shell. */
export const exitCodes = {
  /** Nothing at error level. */
  ok: 0,
  /** Findings at error level, or a package that was refused. */
  findings: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** A file could not be read or written. */
  inputOutput: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a sentence for the user, on stderr. */
export class CliError extends Error {
  override readonly name = 'CliError';
  constructor(
    readonly code: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
