import { onCitedFiles } from '../../cited-paths';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'preuve/fichier-vide',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'La pièce citée est un fichier vide.', en: 'The cited evidence is an empty file.' },
    why: {
      fr: 'Un export interrompu laisse souvent un fichier de zéro octet : il ne prouve rien.',
      en: 'An interrupted export often leaves a file of zero bytes: it proves nothing.',
    },
    looked: {
      fr: 'Sont regardés la taille du fichier, et les textes et archives qui n’ont rien. Ne sont pas regardés : les pages blanches d’un PDF, les images d’une seule couleur (voir preuve/image-illisible).',
      en: 'What is looked at: the size of the file, and texts and archives that hold nothing. Not looked at: blank pages of a PDF, pictures of one colour (see preuve/image-illisible).',
    },
    avoid: '- fichier: preuves/INS/consommation.mp4   # 0 octet',
    prefer: '- fichier: preuves/INS/consommation.mp4',
    source: {
      fr: 'Procédure de référencement : chaque pièce déposée est examinée.',
      en: 'Referencing procedure: each piece of evidence that is filed is examined.',
    },
    messages: {
      empty: {
        fr: 'Le fichier « {path} » est vide (0 octet). Enregistrez la pièce de nouveau.',
        en: 'File “{path}” is empty (0 bytes). Record the evidence again.',
      },
      blank: {
        fr: 'Le fichier « {path} » ne contient que des espaces et des fins de ligne. Enregistrez la pièce de nouveau.',
        en: 'File “{path}” holds nothing but spaces and line ends. Record the evidence again.',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    if (file.state !== 'file') return;
    const message = file.size === 0 ? 'empty' : file.inspection?.text?.blank ? 'blank' : undefined;
    if (message !== undefined) report(range, message, { path }, { effect: 'incomplete', target: targetOf() });
  }),
};
