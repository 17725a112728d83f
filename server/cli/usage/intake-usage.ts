import { commandUsage } from './command-usage';

export const intakeUsage = commandUsage({
  name: 'intake',
  group: 'create',
  title: {
    fr: 'reprend un tableau de suivi (Excel ou CSV), ou un rapport Excel que des collègues ont modifié ; montre d’abord',
    en: 'takes in a tracking sheet (Excel or CSV), or an Excel report that colleagues edited; shows first',
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
    conflits: {
      kind: 'choice',
      choices: ['ours', 'theirs'],
      does: {
        fr: 'd’un rapport modifié : ce que les deux ont changé, garder le dossier (ours) ou reprendre le classeur (theirs) ; sans elle, rien n’en est écrit',
        en: 'of an edited report: what both changed, keep the dossier (ours) or take the workbook (theirs); without it nothing of that is written',
      },
    },
    'autre-dossier': {
      kind: 'flag',
      does: {
        fr: 'd’un rapport modifié : le reprend même s’il a été écrit sous un autre nom de logiciel ou de dispositif',
        en: 'of an edited report: takes it even if written under another name of software or dispositif',
      },
    },
    dossier: {
      kind: 'value',
      value: { fr: 'CHEMIN', en: 'PATH' },
      does: { fr: 'le dossier de preuves', en: 'the proof dossier' },
      without: { fr: 'celui du répertoire courant', en: 'that of the current folder' },
    },
  },
  examples: [
    'intake rapport.xlsx --conflits ours --appliquer',
    'intake suivi.xlsx --pieces captures',
    'intake suivi.xlsx --pieces captures --appliquer',
  ],
  ends: {
    findings: {
      fr: 'quelque chose de la feuille n’est pas repris, ou diffère du dossier',
      en: 'something of the sheet does not come in, or differs from the dossier',
    },
  },
});
