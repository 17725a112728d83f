import type { ChoiceOption, CommandOptions, FlagOption, ValueOption } from './command-usage';

/** Options that every command takes. */
export const everywhere = {
  lang: {
    kind: 'choice',
    choices: ['fr', 'en'],
    without: 'fr',
    does: {
      fr: 'langue de tout ce qui est dit, comme la variable SEGUR_PREUVES_LANG',
      en: 'language of all that is said, as the variable SEGUR_PREUVES_LANG',
    },
  },
  help: { kind: 'flag', short: 'h', does: { fr: 'montre cette aide', en: 'shows this help' } },
} as const satisfies CommandOptions;

/** `--at DATE` */
export const atDate: ValueOption = {
  kind: 'value',
  value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
  without: { fr: 'aujourd’hui', en: 'today' },
  does: {
    fr: 'jour auquel juger ce qui dépend du calendrier',
    en: 'day on which what depends on the calendar is judged',
  },
};

/** `--donnees PATH` */
export const factsOption: ValueOption = {
  kind: 'value',
  value: { fr: 'CHEMIN', en: 'PATH' },
  without: { fr: 'ce que donnees désigne dans segur.config.yaml', en: 'what donnees names in segur.config.yaml' },
  does: {
    fr: 'paquet de données de l’équipe, fichier YAML ou dossier, à la place des faits fournis (docs/veille.md)',
    en: 'data package of the team, a YAML file or a folder, in the place of the facts that ship (docs/veille.md)',
  },
};

/** `--at DATE[THH:MM]` */
export const atMoment: ValueOption = {
  kind: 'value',
  value: { fr: 'AAAA-MM-JJ[THH:MM]', en: 'YYYY-MM-DD[THH:MM]' },
  without: { fr: 'maintenant', en: 'now' },
  does: {
    fr: 'moment, à l’heure de Paris, auquel juger ce qui dépend du calendrier',
    en: 'moment, Paris time, at which what depends on the calendar is judged',
  },
};

/** `--format F`, the first form being the one taken without it. */
export function formatOption<const T extends readonly [string, ...string[]]>(
  ...choices: T
): ChoiceOption<T[number]> & { readonly without: T[number] } {
  return { kind: 'choice', choices, without: choices[0], does: { fr: 'forme du résultat', en: 'form of the result' } };
}

/** `-o FILE` */
export function outputOption(value: ValueOption['value'], does: ValueOption['does']): ValueOption {
  return { kind: 'value', short: 'o', value, does };
}

/** `--brouillon` */
export function draftOption(does: FlagOption['does']): FlagOption {
  return { kind: 'flag', does };
}
