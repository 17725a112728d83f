import { onCitedFiles } from '../../cited-paths';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'preuve/fichier-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce citée n’est pas dans le dossier.',
      en: 'The cited evidence is not in the dossier.',
    },
    why: {
      fr: 'Une preuve sans son fichier ne peut pas être déposée : l’instructeur demandera une modification.',
      en: 'A proof without its file cannot be filed: the examiner will ask for a change.',
    },
    avoid: '- fichier: preuves/INS/capture-renommee.png   # le fichier a été renommé',
    prefer: '- fichier: preuves/INS/va1.56.02.01-consommation.png',
    source: {
      fr: 'Procédure de référencement : chaque pièce est déposée à son emplacement.',
      en: 'Referencing procedure: each piece of evidence is filed in its own slot.',
    },
    messages: {
      absent: {
        fr: 'Le fichier « {path} » n’existe pas. Corrigez le chemin (relatif au dossier) ou déposez la pièce à cet endroit.',
        en: 'File “{path}” does not exist. Correct the path (relative to the dossier) or put the evidence there.',
      },
      notFetched: {
        fr: 'Le contenu de « {path} » n’est pas sur cette machine. Récupérez-le : {fetch}',
        en: 'The content of “{path}” is not on this machine. Fetch it: {fetch}',
      },
      pointerOnly: {
        fr: '« {path} » est un pointeur Git LFS : le contenu n’est pas sur cette machine, et rien n’en a été examiné. Récupérez-le : {fetch}',
        en: '“{path}” is a Git LFS pointer: the content is not on this machine, and nothing of it was examined. Fetch it: {fetch}',
      },
      special: {
        fr: '« {path} » n’est pas un fichier ordinaire (tube, socket ou périphérique) : il n’est pas ouvert. Mettez la pièce à sa place.',
        en: '“{path}” is no regular file (pipe, socket or device): it is not opened. Put the evidence in its place.',
      },
      unreadable: {
        fr: 'Le fichier « {path} » ne peut pas être lu ({reason}). Vérifiez ses droits d’accès.',
        en: 'File “{path}” cannot be read ({reason}). Check its permissions.',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    if (file.state === 'absent') {
      const { pointer } = file;
      const [message, args] = pointer ? ['notFetched', { path, fetch: pointer.fetch }] : ['absent', { path }];
      report(range, message, args, { effect: 'incomplete', target: targetOf() });
    }
    if (file.state === 'file' && file.pointer) {
      // The file is not lost: no error. It proves nothing until its content is here.
      const more = { severity: 'warning', effect: 'incomplete', target: targetOf() } as const;
      report(range, 'pointerOnly', { path, fetch: file.pointer.fetch }, more);
    }
    if (file.state === 'special') {
      report(range, 'special', { path }, { effect: 'incomplete', target: targetOf() });
    }
    if (file.state === 'unreadable') {
      report(range, 'unreadable', { path, reason: file.reason }, { effect: 'incomplete', target: targetOf() });
    }
  }),
};
