import { fileFaultWords } from '../../../ports/file-fault-words';
import type { Rule } from '../../rule';

/** Its findings come from configuration/apply-settings.ts, after every other rule has spoken. */
export const rule: Rule = {
  meta: {
    id: 'configuration/invalide',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le fichier segur.config.yaml contient une erreur.',
      en: 'The segur.config.yaml file holds a mistake.',
    },
    why: {
      fr: 'Une décision d’équipe mal écrite serait perdue sans bruit : des constats resteraient, ou disparaîtraient, sans que personne ne sache pourquoi.',
      en: 'A misspelt team decision would be lost in silence: findings would stay, or vanish, with nobody knowing why.',
    },
    avoid: `version: 1
gravites:
  preuve/empreinte-manquante: off   # règle inconnue`,
    prefer: `version: 1
gravites:
  preuve/empreinte-absente: off`,
    source: { fr: 'Configuration de l’outil.', en: 'Configuration of the tool.' },
    messages: {
      invalid: { fr: '{file}, ligne {line} : {detailFr}.', en: '{file}, line {line}: {detailEn}.' },
      ...fileFaultWords,
    },
  },
};
