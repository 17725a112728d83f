import type { Locale } from '../../core/messages/say';
import type { CommandOption } from './command-usage';

/** An option as it is written: `-o, --output FICHIER.zip`, `--format pretty|json`, `--fix`. */
export function optionForm(name: string, option: CommandOption, locale: Locale): string {
  return [option.short === undefined ? '' : `-${option.short},`, `--${name}`, valueForm(option, locale)]
    .filter((part) => part !== '')
    .join(' ');
}

/** The shortest way to write it: `-o FICHIER.zip`. */
export function shortForm(name: string, option: CommandOption, locale: Locale): string {
  const spelled = option.short === undefined ? `--${name}` : `-${option.short}`;
  return `${spelled} ${valueForm(option, locale)}`.trimEnd();
}

function valueForm(option: CommandOption, locale: Locale): string {
  if (option.kind === 'flag') return '';
  return option.kind === 'choice' ? option.choices.join('|') : option.value[locale];
}
