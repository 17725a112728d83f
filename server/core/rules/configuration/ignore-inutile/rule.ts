import type { Rule } from '../../rule';

/** Its findings come from configuration/apply-settings.ts, after every other rule has spoken. */
export const rule: Rule = {
  meta: {
    id: 'configuration/ignore-inutile',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un commentaire segur-ignore n’ignore plus rien.',
      en: 'A segur-ignore comment no longer ignores anything.',
    },
    why: {
      fr: 'Le défaut a été corrigé, ou le nom de la règle est mal écrit : le commentaire cacherait le prochain défaut à cet endroit.',
      en: 'The fault was mended, or the rule name is misspelt: the comment would hide the next fault at this place.',
    },
    avoid: `- fichier: preuves/film.mp4   # segur-ignore preuve/fichier-vide : fichier refait depuis`,
    prefer: `- fichier: preuves/film.mp4`,
    source: { fr: 'Configuration de l’outil.', en: 'Configuration of the tool.' },
    messages: {
      unused: {
        fr: 'Ce commentaire ignore « {rule} », que rien ne signale ici. Retirez-le, ou corrigez le nom de la règle.',
        en: 'This comment ignores “{rule}”, which nothing reports here. Remove it, or correct the rule name.',
      },
    },
  },
};
