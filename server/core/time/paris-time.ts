import type { Moment } from './moment';

/** Made on first use: time zones take several milliseconds to load, which a start can do without. */
let paris: Intl.DateTimeFormat | undefined;
const minuteLength = 60_000;

/** What Paris clocks show at an instant. @param instant milliseconds since 1970-01-01 UTC */
export function parisMoment(instant: number): Required<Moment> {
  const local = clock(instant);
  return {
    day: Math.floor(local / 86_400_000),
    minute: Math.floor((local % 86_400_000) / minuteLength),
  };
}

/**
 * The instant at which Paris clocks show a moment, in milliseconds since 1970-01-01 UTC; midnight when the hour is
 * unknown. An hour that daylight saving skips is taken an hour later, one that it repeats is taken the first time.
 */
export function parisInstant({ day, minute = 0 }: Moment): number {
  const wanted = (day * 1440 + minute) * minuteLength;
  // Paris is one or two hours ahead of UTC: the earlier guess first.
  for (const ahead of [120, 60]) {
    const instant = wanted - ahead * minuteLength;
    if (clock(instant) === wanted) return instant;
  }
  return wanted - 60 * minuteLength;
}

/** The local date and time as if they were UTC. */
function clock(instant: number): number {
  paris ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(paris.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
