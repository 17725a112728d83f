import type { Rule } from '../../rule';

/** Its findings come from configuration/apply-settings.ts, after every other rule has spoken. */
export const rule: Rule = {
  meta: {
    id: 'configuration/ignore-sans-raison',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Un commentaire segur-ignore ne dit pas pourquoi.', en: 'A segur-ignore comment does not say why.' },
    why: {
      fr: 'Le constat accepté part avec le dépôt : sans raison, ni l’équipe ni l’instructeur ne peuvent en juger.',
      en: 'The accepted finding leaves with the package: without a reason neither the team nor the examiner can judge it.',
    },
    avoid: `- fichier: preuves/film.mp4   # segur-ignore preuve/autre-version`,
    prefer: `- fichier: preuves/film.mp4   # segur-ignore preuve/autre-version : aucun écran changé en 12.4`,
    source: { fr: 'Configuration de l’outil.', en: 'Configuration of the tool.' },
    messages: {
      noReason: {
        fr: 'Dites pourquoi ce constat est accepté : « # segur-ignore règle : raison ».',
        en: 'Say why this finding is accepted: “# segur-ignore rule : reason”.',
      },
    },
  },
};
