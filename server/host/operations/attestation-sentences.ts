import type { Sentence } from '../../core/messages/say';

/** What command line and editor both say of a statement. */
export const attestationSentences = {
  unknownId: {
    fr: 'Ni le catalogue ni le dossier ne connaissent « {id} »{hint}.',
    en: 'Neither the catalogue nor the dossier knows “{id}”{hint}.',
  },
  exists: {
    fr: '{path} existe déjà : c’est peut-être le document signé. Rien n’a été écrit ; choisissez un autre nom, ou déplacez ce fichier.',
    en: '{path} exists already: it may be the signed document. Nothing was written; choose another name, or move that file.',
  },
  declaredAlready: {
    fr: '{id} cite déjà une déclaration ({declaration}). Rien n’a été écrit.',
    en: '{id} names a statement already ({declaration}). Nothing was written.',
  },
  outside: {
    fr: '{path} mène hors du dossier. Rien n’a été écrit.',
    en: '{path} leads out of the dossier. Nothing was written.',
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
