import type { Sentence } from '../messages/say';
import type { EncodingFault } from './encoding';

/** The name of an encoding, as editors show it; for what has none, what is known. */
const names: Readonly<Record<EncodingFault['encoding'], Sentence>> = {
  'windows-1252': { fr: 'Windows-1252', en: 'Windows-1252' },
  'iso-8859-15': { fr: 'ISO-8859-15', en: 'ISO-8859-15' },
  'utf-16le': { fr: 'UTF-16 LE', en: 'UTF-16 LE' },
  'utf-16be': { fr: 'UTF-16 BE', en: 'UTF-16 BE' },
  'utf-32le': { fr: 'UTF-32 LE', en: 'UTF-32 LE' },
  'utf-32be': { fr: 'UTF-32 BE', en: 'UTF-32 BE' },
  mixed: { fr: 'un mélange d’UTF-8 et d’un autre encodage', en: 'a mixture of UTF-8 and another encoding' },
  unknown: { fr: 'un encodage que rien n’indique', en: 'an encoding that nothing tells' },
};

/** `Windows-1252`, to be put into a sentence. */
export function encodingName({ encoding }: Pick<EncodingFault, 'encoding'>): Sentence {
  return names[encoding];
}

/** What is wrong with a file and what to do, after its name and a colon, without full stop. */
export function encodingSentence(fault: EncodingFault): Sentence {
  const { fr, en } = encodingName(fault);
  const { line, column } = fault;
  return {
    fr: `ce n’est pas de l’UTF-8 (ligne ${line}, colonne ${column} ; probablement ${fr}), et rien n’y sera écrit. Enregistrez-le en UTF-8, ou lancez « segur-preuves convert » sur ce fichier`,
    en: `it is not UTF-8 (line ${line}, column ${column}; probably ${en}), and nothing will be written to it. Save it as UTF-8, or run “segur-preuves convert” on this file`,
  };
}
