/** `SOURCE_DATE_EPOCH` is set to what is no time that an archive can hold. */
export class SourceDateError extends Error {
  override readonly name = 'SourceDateError';
  constructor(readonly value: string) {
    super(`SOURCE_DATE_EPOCH is ${value}`);
  }
}

/** The last even second of 2107: a ZIP entry holds no later time. */
const latest = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;

/**
 * The time that the environment fixes for reproducible output, as reproducible-builds.org specifies the variable: a
 * malformed value must stop the work.
 * @returns seconds since 1970; undefined when the variable is not set, or empty
 * @throws SourceDateError
 */
export function sourceDateEpoch({
  SOURCE_DATE_EPOCH: value,
}: Readonly<Record<string, string | undefined>>): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,12}$/.test(value) || Number(value) > latest) throw new SourceDateError(value);
  return Number(value);
}
