import { commandUsage } from './command-usage';

export const answersUsage = commandUsage({
  name: 'answers',
  group: 'file',
  title: {
    fr: 'reprend les réponses de l’ANS, d’un texte collé ou d’un tableau ; montre d’abord',
    en: 'takes in the answers of ANS, from a pasted text or a table; shows first',
  },
  operands: { form: { fr: 'RÉPONSES.txt|csv|xlsx', en: 'ANSWERS.txt|csv|xlsx' }, most: 1 },
  options: {
    le: {
      kind: 'value',
      value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
      does: {
        fr: 'jour des réponses qui n’en donnent pas',
        en: 'day of the answers that give none',
      },
    },
    'toutes-les-preuves': {
      kind: 'flag',
      does: {
        fr: 'une réponse sur un scénario ou une exigence vaut pour chacune de ses preuves',
        en: 'an answer about a scenario or requirement is one about each of its proofs',
      },
    },
    correspondance: {
      kind: 'value',
      value: { fr: 'FICHIER.yaml', en: 'FILE.yaml' },
      does: {
        fr: 'ce que contiennent les colonnes, et ce que veulent dire d’autres mots',
        en: 'what columns hold, and what other words mean',
      },
    },
    feuille: {
      kind: 'value',
      value: { fr: 'NOM', en: 'NAME' },
      does: { fr: 'la seule feuille à lire', en: 'the one sheet to read' },
    },
    appliquer: {
      kind: 'flag',
      does: {
        fr: 'écrit ; sans elle, tout est montré et rien n’est écrit',
        en: 'writes; without it all is shown and nothing written',
      },
    },
    dossier: {
      kind: 'value',
      value: { fr: 'CHEMIN', en: 'PATH' },
      does: { fr: 'le dossier de preuves', en: 'the proof dossier' },
      without: { fr: 'celui du répertoire courant', en: 'that of the current folder' },
    },
  },
  examples: ['answers retour.txt --le 2026-11-18', 'answers retour.xlsx --appliquer'],
  ends: {
    findings: {
      fr: 'une réponse n’est pas reprise, ou diffère du dossier',
      en: 'an answer does not come in, or differs from the dossier',
    },
  },
});
