/** The two 16-bit fields in which a zip holds a time, to two seconds. */
export interface DosDateTime {
  readonly date: number;
  readonly time: number;
}

const first = Date.UTC(1980, 0, 1);
const last = Date.UTC(2107, 11, 31, 23, 59, 58);

/**
 * The time as zip fields, from its UTC components, so that every machine writes the same bytes whatever its time zone.
 * Times outside 1980 to 2107 become the nearest that the format can hold.
 * @throws RangeError when the date is invalid.
 */
export function dosDateTime(timestamp: Date): DosDateTime {
  const milliseconds = timestamp.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError('The timestamp of an archive must be a valid date.');
  const utc = new Date(Math.min(Math.max(milliseconds, first), last));
  return {
    date: ((utc.getUTCFullYear() - 1980) << 9) | ((utc.getUTCMonth() + 1) << 5) | utc.getUTCDate(),
    time: (utc.getUTCHours() << 11) | (utc.getUTCMinutes() << 5) | (utc.getUTCSeconds() >> 1),
  };
}
