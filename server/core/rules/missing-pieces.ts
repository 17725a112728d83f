import { citedPieces, type PieceSection } from '../manifest/cited-pieces';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { SentenceArguments } from '../messages/say';
import { safePath } from '../evidence/evidence-path';
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
  special: {
    fr: '« {path} » n’est pas un fichier ordinaire (tube, socket ou périphérique) : mettez la pièce à sa place.',
    en: '“{path}” is no regular file (pipe, socket or device): put the document in its place.',
  },
  unreadable: {
    fr: 'La pièce « {path} » ne peut pas être lue ({reason}). Vérifiez ses droits d’accès.',
    en: 'Document “{path}” cannot be read ({reason}). Check its permissions.',
  },
  tooLarge: {
    fr: 'La pièce « {path} » est trop grosse pour être lue ici : rien n’en est vérifié. Ouvrez le dossier avec VS Code sur votre poste, ou déposez une pièce plus petite (dans un navigateur, 512 Mio au plus).',
    en: 'Document “{path}” is too large to be read here: nothing of it is checked. Open the dossier with VS Code on your machine, or put a smaller document there (in a browser, 512 MiB at most).',
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
        const safe = safePath(path);
        const fault = safe === undefined ? ({ message: 'outside' } as const) : faultOf(context.evidenceFile(safe));
        if (fault) report(main.uri, range, fault.message, { path, ...fault.args }, { target: { path } });
      }
    },
  };
}

/** What is wrong with a document that is cited, as key and arguments of a message; undefined while nothing is known of it. */
export function faultOf(
  file: EvidenceFile | undefined,
): { readonly message: string; readonly args?: SentenceArguments } | undefined {
  switch (file?.state) {
    case undefined:
      return undefined;
    case 'absent':
      // A pointer says that the content is kept elsewhere.
      return file.pointer ? undefined : { message: 'absent' };
    case 'directory':
    case 'outside':
    case 'special':
      return { message: file.state };
    case 'unreadable':
      return isTooLarge(file.reason)
        ? { message: 'tooLarge' }
        : { message: 'unreadable', args: { reason: file.reason } };
    case 'file':
      return file.size === 0 ? { message: 'empty' } : undefined;
  }
}

/** Whether a file was not read for its size alone: no right that the user gives would help. @param reason the system's code */
export function isTooLarge(reason: string): boolean {
  return reason === 'EFBIG';
}
