import { say, type Locale } from '../core/messages/say';
import { moment, type Moment } from '../core/time/moment';
import { parisNow } from '../host/parcours/paris-now';
import { CliError, exitCodes } from './exit-codes';
import { argumentMessages } from './argument-messages';

/**
 * `--at DATE` or `--at DATETHH:MM`, Paris; now without it. A day alone is its beginning.
 * @throws CliError (usage) when it is no date
 */
export function momentOption(value: string | undefined, locale: Locale): Moment {
  if (value === undefined) return parisNow();
  const [date = '', time] = value.split(/[T ]/, 2);
  const at = moment(date, time);
  if (at && (time === undefined || at.minute !== undefined)) return at;
  throw new CliError(exitCodes.usage, say(argumentMessages.badDate, locale, { value }));
}
