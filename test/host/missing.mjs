/** Something that this machine lacks and that no retry brings: printed as it is, without a stack. */
export class Missing extends Error {
  /**
   * @param {string} what the package or program that is missing, and why if known
   * @param {string} how what to do about it
   */
  constructor(what, how) {
    super(`Il manque / Missing: ${what}\n  À faire / What to do: ${how}`);
    this.name = 'Missing';
  }
}

/** What to print for an error: a stack only for those that are bugs. */
export function describeError(error) {
  if (error instanceof Missing) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
