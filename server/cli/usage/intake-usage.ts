import { commandUsage } from './command-usage';

export const intakeUsage = commandUsage({
  name: 'intake',
  group: 'create',
  title: {
    fr: 'reprend un tableau de suivi (Excel ou CSV) : pièces, dates, notes, responsables ; montre d’abord',
    en: 'takes in a tracking sheet (Excel or CSV): pieces, dates, notes, who does what; shows first',
  },
  operands: { form: { fr: 'SUIVI.xlsx|csv', en: 'SHEET.xlsx|csv' }, most: 1 },
  options: {
    pieces: {
      kind: 'value',
      value: { fr: 'RÉPERTOIRE', en: 'FOLDER' },
      many: true,
      does: {
        fr: 'où chercher les fichiers que la feuille nomme',
        en: 'where to look for the files that the sheet names',
      },
      without: { fr: 'le répertoire de la feuille', en: 'the folder of the sheet' },
    },
    correspondance: {
      kind: 'value',
      value: { fr: 'FICHIER.yaml', en: 'FILE.yaml' },
      does: {
        fr: 'ce que contiennent les colonnes et les états, là où leurs noms ne le disent pas',
        en: 'what columns and states hold, where their names do not say it',
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
  examples: ['intake suivi.xlsx --pieces captures', 'intake suivi.xlsx --pieces captures --appliquer'],
  ends: {
    findings: {
      fr: 'quelque chose de la feuille n’est pas repris, ou diffère du dossier',
      en: 'something of the sheet does not come in, or differs from the dossier',
    },
  },
});
