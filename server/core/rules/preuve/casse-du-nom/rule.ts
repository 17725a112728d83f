import { replaceFix } from '../../../fixes/replace';
import { onCitedFiles } from '../../cited-paths';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'preuve/casse-du-nom',
    defaultSeverity: 'warning',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le nom du fichier s’écrit autrement sur le disque (majuscules ou accents).',
      en: 'The name of the file is written otherwise on disk (case or accents).',
    },
    why: {
      fr: 'Windows et macOS trouvent le fichier quand même ; l’intégration continue et la machine d’un collègue, non.',
      en: 'Windows and macOS find the file anyway; continuous integration and a colleague’s machine do not.',
    },
    avoid: '- fichier: preuves/majuscule.png   # sur le disque : Majuscule.PNG',
    prefer: '- fichier: preuves/Majuscule.PNG',
    source: {
      fr: 'Systèmes de fichiers : Linux distingue majuscules et formes Unicode, Windows et macOS non.',
      en: 'File systems: Linux tells apart case and Unicode forms, Windows and macOS do not.',
    },
    messages: {
      differs: {
        fr: 'Sur le disque, ce fichier s’appelle « {onDisk} » : écrivez-le de même (majuscules, accents).',
        en: 'On disk this file is named “{onDisk}”: write it the same way (case, accents).',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    if (file.state !== 'file' || file.nameOnDisk === undefined) return;
    const onDisk = file.nameOnDisk;
    const to = onDisk.includes('/') ? onDisk : path.slice(0, path.lastIndexOf('/') + 1) + onDisk;
    if (to !== path) report(range, 'differs', { onDisk }, { target: targetOf(), data: { to } });
  }),
  fixes(finding, dossier) {
    const to = finding.data?.['to'];
    return typeof to === 'string' ? replaceFix(finding, dossier, to, { preferred: true, safe: true }) : [];
  },
};
