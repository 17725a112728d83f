import { parseArgs, type ParseArgsConfig } from 'node:util';
import { resolveLocale } from '../../words/locale';
import { say, type Locale, type Sentence, type SentenceArguments } from '../core/messages/say';
import { isCalendarDate } from '../core/time/calendar-date';
import { argumentMessages as messages } from './argument-messages';
import { CliError, exitCodes } from './exit-codes';
import { everywhere } from './usage/common-options';
import type {
  ChoiceOption,
  CommandOption,
  CommandOptions,
  CommandUsage,
  FlagOption,
  ValueOption,
} from './usage/command-usage';
import { closestName } from './usage/closest-name';
import { shortForm } from './usage/option-form';

type NamesOf<T extends CommandOptions, Kind extends CommandOption> = {
  [Name in keyof T]: T[Name] extends Kind ? Name : never;
}[keyof T] &
  string;

/** What a command was given, as its table says: {@link readArguments} refused everything else. */
export interface ParsedArguments<T extends CommandOptions> {
  readonly paths: readonly string[];
  /** One of them, which the command cannot do without. @throws CliError (usage) */
  path(index: number): string;
  /** The value of an option, the last one when it is given several times. */
  string(name: NamesOf<T, ValueOption>): string | undefined;
  /** The value of an option that the command cannot do without. @throws CliError (usage) */
  needed(name: NamesOf<T, ValueOption>): string;
  /** The same where the values are known. @throws CliError (usage) */
  neededChoice<Name extends NamesOf<T, ChoiceOption>>(name: Name): NonNullable<Chosen<T[Name]>>;
  /** What to throw when an option turns out to be needed. */
  missing(name: keyof T & string): CliError;
  /** Every value of an option that may be given several times. */
  strings(name: NamesOf<T, ValueOption & { readonly many: true }>): readonly string[];
  flag(name: NamesOf<T, FlagOption>): boolean;
  /** One of the values of a closed list; without the option, what the table says is taken then. */
  choice<Name extends NamesOf<T, ChoiceOption>>(name: Name): Chosen<T[Name]>;
}

type Chosen<Option> =
  Option extends ChoiceOption<infer Choice>
    ? Option extends { readonly without: string }
      ? Choice
      : Choice | undefined
    : never;

/** What the command line says about its own arguments: always in the language asked for, whatever Node would say. */
function refusal(sentence: Sentence, locale: Locale, args: SentenceArguments): CliError {
  return new CliError(exitCodes.usage, say(sentence, locale, args));
}

/**
 * Reads the arguments of a command by its table.
 *
 * @param args what stands after the name of the command
 * @throws CliError (usage) on an unknown option, a missing, needless or unknown value, or a word too many
 */
export function readArguments<T extends CommandOptions>(
  args: readonly string[],
  usage: CommandUsage<T>,
  locale: Locale,
): ParsedArguments<T> {
  const command = usage.name;
  const options: CommandOptions = { ...everywhere, ...usage.options };
  const { tokens } = parseArgs({ args: [...args], options: nodeOptions(options), strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const near = closestName(name, Object.keys(options));
      const hint = near === undefined ? '' : say(messages.near, locale, { name: `--${near}` });
      throw refusal(messages.unknownOption, locale, { option: rawName, command, hint });
    }
    if (option.kind === 'flag') {
      if (value !== undefined) throw refusal(messages.needlessValue, locale, { option: rawName, value, command });
      values.set(name, ['']);
      continue;
    }
    // `--format --fix`: a value that looks like an option is one whose own value was forgotten.
    if (value === undefined || value === '' || (!token.inlineValue && /^-./.test(value))) {
      const form = shortForm(name, option, locale);
      const dashed = value ? say(messages.dashedValue, locale, { option: rawName, value }) : '';
      throw refusal(messages.missingValue, locale, { option: rawName, form, dashed, command });
    }
    if (option.kind === 'choice' && !option.choices.includes(value)) {
      const allowed = option.choices.join(', ');
      throw refusal(messages.badValue, locale, { name: `--${name}`, value, allowed });
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const unexpected = paths[usage.operands.most];
  if (unexpected !== undefined) throw refusal(messages.unexpected, locale, { argument: unexpected, command });
  const last = (name: string) => values.get(name)?.at(-1);
  const missing = (name: string) => {
    const option = options[name];
    const form = option ? shortForm(name, option, locale) : `--${name}`;
    return refusal(messages.missingOption, locale, { option: form, command });
  };
  // Values outside the list were refused above.
  const choice = <Name extends NamesOf<T, ChoiceOption>>(name: Name) => {
    const option = options[name];
    return (last(name) ?? (option?.kind === 'choice' ? option.without : undefined)) as Chosen<T[Name]>;
  };
  const needed = <Value>(name: string, value: Value): NonNullable<Value> => {
    if (value === undefined || value === null) throw missing(name);
    return value;
  };
  return {
    paths,
    path: (index) => {
      const path = paths[index];
      if (path !== undefined) return path;
      throw refusal(messages.missingOption, locale, { option: usage.operands.form[locale], command });
    },
    string: last,
    needed: (name) => needed(name, last(name)),
    strings: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
    choice,
    neededChoice: (name) => needed(name, choice(name)),
    missing,
  };
}

function nodeOptions(options: CommandOptions): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { kind, short }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
    ]),
  );
}

/** `--lang` wherever it stands, read before anything else so that even usage errors are in the right language. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const given = args.flatMap((arg, index) => {
    if (arg === '--lang') return args[index + 1] ?? [];
    return arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [];
  });
  return resolveLocale(given.at(-1), env.SEGUR_PREUVES_LANG);
}

/** `--at DATE`. @throws CliError (usage) when it is no calendar date */
export function dateOption(value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined || isCalendarDate(value)) return value;
  throw refusal(messages.badDate, locale, { value });
}
