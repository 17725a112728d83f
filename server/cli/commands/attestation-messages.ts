import type { Sentence } from '../../core/messages/say';
import { attestationSentences } from '../../host/operations/attestation-sentences';

export const attestationMessages = {
  ...attestationSentences,
  targetOrAttach: {
    fr: 'Dites où écrire le document : -o FICHIER.pdf, ou --joindre pour le ranger dans preuves/declarations et le citer dans le manifeste.',
    en: 'Say where to write the document: -o FILE.pdf, or --joindre to put it into preuves/declarations and name it in the manifest.',
  },
  notDeclared: {
    fr: '--joindre range une déclaration de non-applicabilité. Écrivez d’abord « non_applicable: { justification: … } » sous {id}, ou donnez -o FICHIER.pdf.',
    en: '--joindre puts away a statement that something does not apply. First write “non_applicable: { justification: … }” under {id}, or give -o FILE.pdf.',
  },
  cannotAttach: {
    fr: 'La déclaration ne peut pas être citée dans {path} sans risque (alias ou forme inhabituelle). Donnez -o FICHIER.pdf, puis citez-la à la main.',
    en: 'The statement cannot be named in {path} safely (alias or unusual form). Give -o FILE.pdf, then name it by hand.',
  },
  written: { fr: 'Document écrit : {path}', en: 'Document written: {path}' },
  attached: {
    fr: '{path} est cité dans le manifeste comme déclaration de {id}.',
    en: '{path} is named in the manifest as the statement of {id}.',
  },
} satisfies Record<string, Sentence>;
