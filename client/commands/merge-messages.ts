import type { Locale } from '../../words/locale';

const fr = {
  what: 'Les deux versions n’ont pas été réunies',
  merging: 'Réunion des deux versions…',
  noManifest: 'Ouvrez d’abord le manifeste dans lequel git a laissé un conflit.',
  done: 'Tout est réuni. Vérifiez, enregistrez, puis dites-le à git (git add).',
  left: (conflicts: readonly string[]) =>
    `Le reste est à décider : ${conflicts.slice(0, 3).join(' ')}${conflicts.length > 3 ? ' …' : ''}`,
  changed: 'Le manifeste a changé pendant ce temps : recommencez.',
};

const en: typeof fr = {
  what: 'Both versions were not merged',
  merging: 'Merging both versions…',
  noManifest: 'Open the manifest first in which git left a conflict.',
  done: 'All is merged. Check it, save, then tell git (git add).',
  left: (conflicts) =>
    `The rest is to be decided: ${conflicts.slice(0, 3).join(' ')}${conflicts.length > 3 ? ' …' : ''}`,
  changed: 'The manifest changed meanwhile: try again.',
};

/** What *Réunir les deux versions* says. */
export const mergeMessages: Readonly<Record<Locale, typeof fr>> = { fr, en };
