import type { Locale } from '../../words/locale';

const french = {
  script: 'Feuille de tournage',
  scriptDetail: 'Étapes à suivre, patients de test et preuves à cocher',
  letter: 'Lettre des pièces manquantes',
  letterDetail: 'Ce qui manque, à qui, pour quand',
  which: 'Que faut-il imprimer ?',
  of: 'De quoi ?',
  byChapter: 'Tout, par chapitre',
  byPerson: 'Tout, par responsable',
  chapter: 'chapitre',
  person: 'responsable',
  both: (chapter: string, person: string) => `${chapter}, ${person}`,
  bothDetail: 'chapitre et responsable du filtre',
  format: 'Sous quelle forme ?',
  formats: {
    html: ['Page HTML', 'À lire à l’écran et à imprimer'],
    pdf: ['PDF', 'Accessible (PDF/A-2a), à imprimer'],
    md: ['Markdown', 'Avec des cases à cocher'],
  },
  write: 'Enregistrer',
  writing: 'Écriture du document',
  written: (name: string) => `Document écrit : ${name}. Il est interne : il nomme qui fait quoi.`,
  lost: (name: string, characters: string) =>
    `Document écrit : ${name}. Caractères que le PDF ne peut pas montrer, remplacés par « ? » : ${characters}`,
  names: { script: 'feuille-de-tournage', letter: 'pieces-manquantes' },
};

const english: typeof french = {
  script: 'Shooting script',
  scriptDetail: 'Steps to follow, test patients and proofs to tick',
  letter: 'Letter of missing pieces',
  letterDetail: 'What is missing, whose it is, and for when',
  which: 'What is to be printed?',
  of: 'Of what?',
  byChapter: 'Everything, by chapter',
  byPerson: 'Everything, by person',
  chapter: 'chapter',
  person: 'responsible',
  both: (chapter, person) => `${chapter}, ${person}`,
  bothDetail: 'chapter and responsible of the filter',
  format: 'In which form?',
  formats: {
    html: ['HTML page', 'For the screen and for paper'],
    pdf: ['PDF', 'Accessible (PDF/A-2a), for paper'],
    md: ['Markdown', 'With boxes to tick'],
  },
  write: 'Save',
  writing: 'Writing the document',
  written: (name) => `Document written: ${name}. It is internal: it names who does what.`,
  lost: (name, characters) =>
    `Document written: ${name}. Characters that the PDF cannot show, replaced by “?”: ${characters}`,
  names: { script: 'shooting-script', letter: 'missing-pieces' },
};

export const runsheetMessages: Readonly<Record<Locale, typeof french>> = { fr: french, en: english };
