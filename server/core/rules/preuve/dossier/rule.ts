import { onCitedFiles } from '../../cited-paths';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'preuve/dossier',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Le chemin cité est un dossier, pas un fichier.', en: 'The cited path is a folder, not a file.' },
    why: {
      fr: 'Une pièce est un fichier : un dossier entier ne peut être ni déposé, ni suivi par son empreinte.',
      en: 'A piece of evidence is a file: a whole folder can neither be filed nor followed by its digest.',
    },
    avoid: '- fichier: preuves/INS',
    prefer: '- fichier: preuves/INS/accueil.png\n- fichier: preuves/INS/fiche.png',
    source: sources.format,
    messages: {
      folder: {
        fr: '« {path} » est un dossier. Citez chacun de ses fichiers utiles, ou réunissez-les dans une archive.',
        en: '“{path}” is a folder. Cite each of its useful files, or put them together in an archive.',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    if (file.state === 'directory') report(range, 'folder', { path }, { effect: 'incomplete', target: targetOf() });
  }),
};
