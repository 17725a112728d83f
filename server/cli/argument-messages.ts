import type { Sentence } from '../core/messages/say';

/** What the command line says about how it was called. */
export const argumentMessages = {
  unknownOption: {
    fr: 'Option « {option} » inconnue{hint}. « segur-preuves {command} --help » montre les options.',
    en: 'Unknown option “{option}”{hint}. “segur-preuves {command} --help” shows the options.',
  },
  near: { fr: ' (vouliez-vous {name} ?)', en: ' (did you mean {name}?)' },
  needlessValue: {
    fr: 'L’option « {option} » ne prend pas de valeur (« {value} »). « segur-preuves {command} --help » montre l’usage.',
    en: 'Option “{option}” takes no value (“{value}”). “segur-preuves {command} --help” shows the usage.',
  },
  missingValue: {
    fr: 'Il manque une valeur à « {option} » : {form}.{dashed} « segur-preuves {command} --help » montre l’usage.',
    en: 'A value is missing for “{option}”: {form}.{dashed} “segur-preuves {command} --help” shows the usage.',
  },
  dashedValue: {
    fr: ' « {value} » commence comme une option ; si c’est bien la valeur, écrivez {option}={value}.',
    en: ' “{value}” begins as an option does; if it is the value, write {option}={value}.',
  },
  unexpected: {
    fr: '« {argument} » est de trop. « segur-preuves {command} --help » montre l’usage.',
    en: '“{argument}” is one argument too many. “segur-preuves {command} --help” shows the usage.',
  },
  missingOption: {
    fr: 'Il manque {option}. « segur-preuves {command} --help » montre l’usage.',
    en: '{option} is missing. “segur-preuves {command} --help” shows the usage.',
  },
  badValue: {
    fr: 'Valeur « {value} » refusée pour {name}. Valeurs admises : {allowed}.',
    en: 'Value “{value}” refused for {name}. Allowed values: {allowed}.',
  },
  badDate: {
    fr: 'La date « {value} » n’existe pas. Écrivez-la AAAA-MM-JJ.',
    en: 'Date “{value}” does not exist. Write it YYYY-MM-DD.',
  },
  unknownCommand: {
    fr: 'Commande « {name} » inconnue{hint}. Commandes : {commands}.',
    en: 'Unknown command “{name}”{hint}. Commands: {commands}.',
  },
} satisfies Record<string, Sentence>;
