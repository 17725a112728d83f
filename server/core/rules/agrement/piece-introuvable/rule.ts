import { approvalPaths } from '../../../manifest/facts';
import { shift } from '../../../text/offset-range';
import { factsOf } from '../../cited-files';
import { faultOf } from '../../missing-pieces';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'agrement/piece-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le justificatif d’un agrément n’est pas dans le dossier.',
      en: 'The supporting document of an approval is not in the dossier.',
    },
    why: {
      fr: 'Le statut de la demande au CNDA se prouve : une copie d’écran de l’espace CNDA est admise, encore faut-il la déposer.',
      en: 'The status of the request at the CNDA has to be proved: a screenshot of the CNDA space is accepted, if it is filed.',
    },
    avoid: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/ancienne.png }',
    prefer: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    source: {
      fr: 'FAQ des industriels de l’ANS : homologation DMP, attestation ou copie d’écran de l’espace CNDA.',
      en: 'ANS FAQ for vendors: DMP approval, certificate or screenshot of the CNDA space.',
    },
    messages: {
      absent: {
        fr: 'Le justificatif « {path} » n’existe pas. Corrigez le chemin (relatif au dossier) ou déposez la pièce à cet endroit.',
        en: 'Supporting document “{path}” does not exist. Correct the path (relative to the dossier) or put the document there.',
      },
      directory: {
        fr: '« {path} » est un dossier : citez le fichier du justificatif.',
        en: '“{path}” is a folder: cite the file of the supporting document.',
      },
      special: {
        fr: '« {path} » n’est pas un fichier ordinaire (tube, socket ou périphérique) : mettez le justificatif à sa place.',
        en: '“{path}” is no regular file (pipe, socket or device): put the supporting document in its place.',
      },
      unreadable: {
        fr: 'Le justificatif « {path} » ne peut pas être lu ({reason}). Vérifiez ses droits d’accès.',
        en: 'Supporting document “{path}” cannot be read ({reason}). Check its permissions.',
      },
      tooLarge: {
        fr: 'Le justificatif « {path} » est trop gros pour être lu ici : rien n’en est vérifié. Ouvrez le dossier avec VS Code sur votre poste, ou déposez un fichier plus petit (dans un navigateur, 512 Mio au plus).',
        en: 'Supporting document “{path}” is too large to be read here: nothing of it is checked. Open the dossier with VS Code on your machine, or put a smaller file there (in a browser, 512 MiB at most).',
      },
      empty: {
        fr: 'Le justificatif « {path} » est vide (0 octet). Enregistrez-le de nouveau.',
        en: 'Supporting document “{path}” is empty (0 bytes). Record it again.',
      },
    },
  },
  dossier({ main }, report, context) {
    for (const { base, facts } of main.parsed.approvals) {
      for (const written of approvalPaths(facts)) {
        const fault = faultOf(factsOf(written, context));
        // preuve/hors-dossier speaks of what leads out of the dossier.
        if (!fault || fault.message === 'outside') continue;
        const { value: path, range } = written;
        report(main.uri, shift(range, base), fault.message, { path, ...fault.args }, { target: { path } });
      }
    }
  },
};
