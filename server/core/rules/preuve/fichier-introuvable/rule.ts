import { recordedDigest } from '../../../dossier/lost-evidence';
import { commonPath, safePath } from '../../../evidence/evidence-path';
import { lostDigest, lostDigestKey } from '../../../findings/lost-digest';
import type { Fix } from '../../../fixes/fix';
import { planMoves } from '../../../moves/plan-moves';
import { under } from '../../../text/uri';
import { onCitedFiles } from '../../cited-paths';
import { isTooLarge } from '../../missing-pieces';
import type { Report, Rule } from '../../rule';

const visits = onCitedFiles((file, { value: path, range }, targetOf, report) => {
  if (file.state === 'absent') {
    const { pointer } = file;
    const isShared = commonPath(path) !== undefined;
    const [message, args] = pointer
      ? ['notFetched', { path, fetch: pointer.fetch }]
      : [isShared ? 'absentCommon' : 'absent', { path }];
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
    const message = isTooLarge(file.reason) ? 'tooLarge' : 'unreadable';
    report(range, message, { path, reason: file.reason }, { effect: 'incomplete', target: targetOf() });
  }
});

export const rule: Rule = {
  meta: {
    id: 'preuve/fichier-introuvable',
    defaultSeverity: 'error',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'La pièce citée n’est pas dans le dossier.',
      en: 'The cited evidence is not in the dossier.',
    },
    why: {
      fr: 'Une preuve sans son fichier ne peut pas être déposée : l’instructeur demandera une modification. La pièce reste dans le manifeste avec son empreinte, sa date et sa revue : si un fichier du dossier que rien ne cite a la même empreinte, c’est le même sous un autre nom, et la correction le cite.',
      en: 'A proof without its file cannot be filed: the examiner will ask for a change. The piece stays in the manifest with its digest, date and review: where a file of the dossier that nothing cites has the same digest, it is the same under another name, and the fix cites it.',
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
      absentCommon: {
        fr: 'La pièce commune « {path} » n’existe pas. Le chemin part du dossier « commun » du portefeuille.yaml qui, au-dessus de ce dossier, le nomme : corrigez ce chemin, ce portefeuille, ou déposez la pièce à cet endroit.',
        en: 'The common piece “{path}” does not exist. Its path starts from the “commun” folder of the portefeuille.yaml above this dossier that names it: correct this path, that portfolio, or put the piece there.',
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
      tooLarge: {
        fr: 'Le fichier « {path} » est trop gros pour être lu ici : rien n’en est vérifié, et sa preuve reste incomplète. Ouvrez le dossier avec VS Code sur votre poste, ou déposez une pièce plus petite (dans un navigateur, 512 Mio au plus).',
        en: 'File “{path}” is too large to be read here: nothing of it is checked, and its proof stays incomplete. Open the dossier with VS Code on your machine, or put a smaller piece there (in a browser, 512 MiB at most).',
      },
    },
  },
  ...visits,
  evidence(item, report, context) {
    const sha256 = recordedDigest(item);
    // The digest goes with the finding: a fix looks for the file by it.
    const withDigest: Report =
      sha256 === undefined
        ? report
        : (range, message, args, more) => {
            report(range, message, args, message === 'absent' ? { ...more, data: { [lostDigestKey]: sha256 } } : more);
          };
    visits.evidence(item, withDigest, context);
  },
  fixes(finding, dossier, _locale, uncited) {
    const sha256 = lostDigest(finding);
    const lost = finding.target?.path === undefined ? undefined : safePath(finding.target.path);
    const found = sha256 === undefined ? undefined : uncited?.with(sha256);
    if (!found || lost === undefined) return [];
    const { rootUri } = dossier;
    return found.paths.flatMap((path): Fix[] => {
      // Whatever else cites the lost file follows as well.
      const { edits, unmoved } = planMoves([{ from: under(rootUri, lost), to: under(rootUri, path) }], [dossier]);
      if (edits.length === 0 || unmoved.length > 0) return [];
      return [
        {
          title: { fr: 'Le même fichier est maintenant « {to} »', en: 'The same file is now “{to}”' },
          args: { to: path },
          edits,
          preferred: found.paths.length === 1,
          ...(found.isSure ? { safe: true } : {}),
        },
      ];
    });
  },
};
