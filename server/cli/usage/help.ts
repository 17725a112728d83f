import { say, type Locale, type Sentence } from '../../core/messages/say';
import { allCommands } from './all-commands';
import { everywhere } from './common-options';
import type { CommandGroup, CommandOption, CommandUsage } from './command-usage';
import { optionForm } from './option-form';

const words = {
  head: {
    fr: 'segur-preuves : écrire, vérifier et déposer un dossier de preuves Ségur.',
    en: 'segur-preuves: write, check and file a Ségur proof dossier.',
  },
  synopsis: { fr: 'segur-preuves COMMANDE [options]', en: 'segur-preuves COMMAND [options]' },
  more: {
    fr: '« segur-preuves COMMANDE --help » montre les options d’une commande et des exemples.',
    en: '“segur-preuves COMMAND --help” shows the options of a command, and examples.',
  },
  title: { fr: 'segur-preuves {name} : {title}', en: 'segur-preuves {name}: {title}' },
  usage: { fr: 'Usage :', en: 'Usage:' },
  options: { fr: 'Options :', en: 'Options:' },
  everywhere: { fr: 'Partout :', en: 'Everywhere:' },
  examples: { fr: 'Exemples :', en: 'Examples:' },
  exitCodes: { fr: 'Codes de retour :', en: 'Exit codes:' },
  group: { fr: '{group} :', en: '{group}:' },
  without: { fr: '{does} (par défaut : {value})', en: '{does} (default: {value})' },
  many: { fr: '{does} ; peut être répétée', en: '{does}; may be repeated' },
  version: { fr: 'montre la version', en: 'shows the version' },
} satisfies Record<string, Sentence>;

const groupWords: Readonly<Record<CommandGroup, Sentence>> = {
  create: { fr: 'Créer', en: 'Create' },
  check: { fr: 'Vérifier', en: 'Check' },
  file: { fr: 'Déposer', en: 'File' },
  follow: { fr: 'Suivre', en: 'Follow' },
  connect: { fr: 'Connecter', en: 'Connect' },
};

/** What exit codes mean, where a command does not say otherwise. */
const exitCodeWords = {
  ok: { fr: 'rien au niveau erreur', en: 'nothing at error level' },
  findings: { fr: 'constats au niveau erreur', en: 'findings at error level' },
  usage: { fr: 'usage ou configuration', en: 'usage or configuration' },
  inputOutput: { fr: 'lecture ou écriture', en: 'reading or writing' },
} satisfies Record<string, Sentence>;

/** `--help`: every command in a line, by group. */
export function helpText(locale: Locale): string {
  const width = widest(allCommands.map(({ name }) => name));
  const groups = (Object.keys(groupWords) as CommandGroup[]).map((group) =>
    section(
      say(words.group, locale, { group: groupWords[group][locale] }),
      allCommands
        .filter((one) => one.group === group)
        .map(({ name, title }) => `${name.padEnd(width)}  ${title[locale]}`),
    ),
  );
  const version = ['--version', words.version[locale]] as const;
  return [
    `${words.head[locale]}\n`,
    section(words.usage[locale], [words.synopsis[locale]]),
    ...groups,
    section(words.everywhere[locale], table([...optionRows(everywhere, locale), version])),
    `${words.more[locale]}\n`,
    section(words.exitCodes[locale], exitCodeLines(exitCodeWords, locale)),
  ].join('\n');
}

/** `COMMAND --help`: what it does, its usage, its options and what is taken without them, examples, exit codes. */
export function commandHelp(usage: CommandUsage, locale: Locale): string {
  const { name, title, operands, needs, options, examples, ends } = usage;
  const synopsis = ['segur-preuves', name, operands.form[locale], needs?.[locale] ?? '', '[options]'];
  return [
    `${say(words.title, locale, { name, title: title[locale] })}\n`,
    section(words.usage[locale], [synopsis.filter((part) => part !== '').join(' ')]),
    section(words.options[locale], table(optionRows({ ...options, ...everywhere }, locale))),
    section(
      words.examples[locale],
      examples.map((example) => `segur-preuves ${example}`),
    ),
    section(words.exitCodes[locale], exitCodeLines({ ...exitCodeWords, ...ends }, locale)),
  ].join('\n');
}

function section(head: string, lines: readonly string[]): string {
  return `${head}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function optionRows(options: Readonly<Record<string, CommandOption>>, locale: Locale): (readonly [string, string])[] {
  return Object.entries(options).map(([name, option]) => [optionForm(name, option, locale), describe(option, locale)]);
}

function describe(option: CommandOption, locale: Locale): string {
  const does = option.does[locale];
  if (option.kind === 'flag') return does;
  const without = typeof option.without === 'object' ? option.without[locale] : option.without;
  const told = option.kind === 'value' && option.many ? say(words.many, locale, { does }) : does;
  return without === undefined ? told : say(words.without, locale, { does: told, value: without });
}

/** The forms of this length and longer have their description on the next line. */
const longForm = 34;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = widest(rows.map(([form]) => form).filter((form) => form.length < longForm));
  return rows.flatMap(([form, text]) =>
    form.length < longForm ? [`${form.padEnd(width)}  ${text}`] : [form, `${' '.repeat(width)}  ${text}`],
  );
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

function exitCodeLines(
  { ok, findings, usage, inputOutput }: Readonly<Record<keyof typeof exitCodeWords, Sentence>>,
  locale: Locale,
): string[] {
  return [ok, findings, usage, inputOutput].map((meaning, code) => `${code}  ${meaning[locale]}`);
}
