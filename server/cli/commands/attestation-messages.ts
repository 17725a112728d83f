import type { Sentence } from '../../core/messages/language';

export const attestationMessages = {
  targetOrAttach: {
    fr: 'Dites où écrire le document : -o FICHIER.pdf, ou --joindre pour le ranger dans preuves/declarations et le citer dans le manifeste.',
    en: 'Say where to write the document: -o FILE.pdf, or --joindre to put it into preuves/declarations and name it in the manifest.',
  },
  unknownId: {
    fr: 'Ni le catalogue ni le dossier ne connaissent « {id} »{hint}.',
    en: 'Neither the catalogue nor the dossier knows “{id}”{hint}.',
  },
  exists: {
    fr: '{path} existe déjà : c’est peut-être le document signé. Rien n’a été écrit ; choisissez un autre nom, ou déplacez ce fichier.',
    en: '{path} exists already: it may be the signed document. Nothing was written; choose another name, or move that file.',
  },
  notDeclared: {
    fr: '--joindre range une déclaration de non-applicabilité. Écrivez d’abord « non_applicable: { justification: … } » sous {id}, ou donnez -o FICHIER.pdf.',
    en: '--joindre puts away a statement that something does not apply. First write “non_applicable: { justification: … }” under {id}, or give -o FILE.pdf.',
  },
  declaredAlready: {
    fr: '{id} cite déjà une déclaration ({declaration}). Rien n’a été écrit.',
    en: '{id} names a statement already ({declaration}). Nothing was written.',
  },
  cannotAttach: {
    fr: 'La déclaration ne peut pas être citée dans {path} sans risque (alias ou forme inhabituelle). Donnez -o FICHIER.pdf, puis citez-la à la main.',
    en: 'The statement cannot be named in {path} safely (alias or unusual form). Give -o FILE.pdf, then name it by hand.',
  },
  outside: {
    fr: '{path} mène hors du dossier. Rien n’a été écrit.',
    en: '{path} leads out of the dossier. Nothing was written.',
  },
  written: { fr: 'Document écrit : {path}', en: 'Document written: {path}' },
  attached: {
    fr: '{path} est cité dans le manifeste comme déclaration de {id}.',
    en: '{path} is named in the manifest as the statement of {id}.',
  },
  toSign: {
    fr: 'À relire, compléter, dater et faire signer par le représentant légal. Ce n’est pas un modèle officiel : celui de l’ANS n’a pas été trouvé. Remplacez ensuite le fichier par l’exemplaire signé.',
    en: 'To be read again, completed, dated and signed by the legal representative. It is not an official model: that of ANS was not found. Then replace the file with the signed copy.',
  },
  lost: {
    fr: 'Caractères que le document ne peut pas montrer, remplacés par « ? » : {characters}',
    en: 'Characters that the document cannot show, replaced with “?”: {characters}',
  },
} satisfies Record<string, Sentence>;
