import type { Sentence } from '../../core/messages/say';

/** What `convert` says. */
export const convertMessages = {
  noFile: {
    fr: 'Indiquez le fichier à convertir : segur-preuves convert FICHIER…',
    en: 'Give the file to convert: segur-preuves convert FILE…',
  },
  utf8: { fr: '{path} : déjà en UTF-8, laissé tel quel.', en: '{path}: UTF-8 already, left as it is.' },
  converted: { fr: '{path} : converti de {from} en UTF-8.', en: '{path}: converted from {from} to UTF-8.' },
  wouldConvert: {
    fr: '{path} : serait converti de {from} en UTF-8. Relisez ces lignes :',
    en: '{path}: would be converted from {from} to UTF-8. Read these lines:',
  },
  line: { fr: '  ligne {line} : {text}', en: '  line {line}: {text}' },
  unknown: {
    fr: '{path} : non converti, c’est {encoding} (ligne {line}, colonne {column}). Si vous connaissez son encodage, donnez-le avec --depuis ({encodings}).',
    en: '{path}: not converted, it is {encoding} (line {line}, column {column}). Where you know its encoding, give it with --depuis ({encodings}).',
  },
  loss: {
    fr: '{path} : non converti, la ligne {line} contient un caractère qui n’existe pas en {from} et serait perdu. Donnez son véritable encodage avec --depuis ({encodings}).',
    en: '{path}: not converted, line {line} holds a character that {from} does not have and that would be lost. Give its true encoding with --depuis ({encodings}).',
  },
} satisfies Record<string, Sentence>;
