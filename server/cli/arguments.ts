import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Locale } from '../core/messages/say';
import { isCalendarDate } from '../core/time/calendar-date';
import { messages } from './messages';
import { CliError, exitCodes } from './exit-codes';

export interface ParsedArguments {
  readonly paths: readonly string[];
  string(name: string): string | undefined;
  strings(name: string): readonly string[];
  flag(name: string): boolean;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command takes. */
const common = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } satisfies Options;

/** @throws CliError (usage) on an unknown option or a missing value */
export function readArguments(args: readonly string[], options: Options, locale: Locale): ParsedArguments {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...common, ...options },
      allowPositionals: true,
    });
    const values = new Map<string, unknown>(Object.entries(parsed.values));
    return {
      paths: parsed.positionals,
      string: (name) => {
        const value = values.get(name);
        return typeof value === 'string' ? value : undefined;
      },
      strings: (name) => {
        const value = values.get(name);
        return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
      },
      flag: (name) => values.get(name) === true,
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CliError(exitCodes.usage, messages.badArguments[locale].replace('{detail}', detail), { cause: error });
  }
}

/** `--lang` wherever it stands, read before anything else so that even usage errors are in the right language. */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const index = args.indexOf('--lang');
  const given =
    args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ??
    (index >= 0 ? args[index + 1] : undefined);
  const wanted = given ?? env.SEGUR_PREUVES_LANG;
  return wanted === 'en' ? 'en' : 'fr';
}

/** The value of an option with a closed list. @throws CliError (usage) */
export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  locale: Locale,
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const text = messages.badValue[locale]
    .replace('{name}', name)
    .replace('{value}', value)
    .replace('{allowed}', allowed.join(', '));
  throw new CliError(exitCodes.usage, text);
}

/** `--at DATE`. @throws CliError (usage) when it is no calendar date */
export function dateOption(value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined || isCalendarDate(value)) return value;
  throw new CliError(exitCodes.usage, messages.badDate[locale].replace('{value}', value));
}
