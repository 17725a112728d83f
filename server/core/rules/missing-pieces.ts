import { citedPieces, type PieceSection } from '../parcours/cited-pieces';
import { normalisePath, pathFault } from '../workspace/evidence-path';
import type { Rule, RuleMetadata } from './rule';

/** Messages of a rule about cited documents that are not there. */
export const missingPieceMessages: RuleMetadata['messages'] = {
  absent: {
    fr: 'La pièce « {path} » n’existe pas. Corrigez le chemin (relatif au dossier) ou déposez la pièce à cet endroit.',
    en: 'Document “{path}” does not exist. Correct the path (relative to the dossier) or put the document there.',
  },
  directory: {
    fr: '« {path} » est un dossier : citez le fichier de la pièce.',
    en: '“{path}” is a folder: cite the file of the document.',
  },
  unreadable: {
    fr: 'La pièce « {path} » ne peut pas être lue ({reason}). Vérifiez ses droits d’accès.',
    en: 'Document “{path}” cannot be read ({reason}). Check its permissions.',
  },
  empty: {
    fr: 'La pièce « {path} » est vide (0 octet). Enregistrez-la de nouveau.',
    en: 'Document “{path}” is empty (0 bytes). Record it again.',
  },
  outside: {
    fr: 'Le chemin « {path} » sort du dossier. Copiez la pièce dans le dossier et citez-la par un chemin relatif.',
    en: 'Path “{path}” leaves the dossier. Copy the document into the dossier and cite it by a relative path.',
  },
};

/** Looks at every document that a section of the way cites. */
export function missingPieces(section: PieceSection): Required<Pick<Rule, 'dossier'>> {
  return {
    dossier({ main }, report, context) {
      for (const { section: of, value: path, range } of citedPieces(main.parsed)) {
        if (of !== section) continue;
        const target = { target: { path } };
        if (pathFault(path) !== undefined) {
          report(main.uri, range, 'outside', { path }, target);
          continue;
        }
        const file = context.evidenceFile(normalisePath(path));
        if (file?.state === 'outside') report(main.uri, range, 'outside', { path }, target);
        // A pointer says that the content is kept elsewhere.
        else if (file?.state === 'absent' && !file.pointer) report(main.uri, range, 'absent', { path }, target);
        else if (file?.state === 'directory') report(main.uri, range, 'directory', { path }, target);
        else if (file?.state === 'unreadable')
          report(main.uri, range, 'unreadable', { path, reason: file.reason }, target);
        else if (file?.state === 'file' && file.size === 0) report(main.uri, range, 'empty', { path }, target);
      }
    },
  };
}
