import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'yaml/encodage',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le fichier n’est pas en UTF-8, ou des lettres y sont perdues.',
      en: 'The file is not UTF-8, or letters of it are lost.',
    },
    why: {
      fr: 'Lu dans un autre encodage, un texte perd ses accents ; enregistré ainsi, il les perd pour toujours. Rien n’est écrit dans un tel fichier : « segur-preuves convert » le convertit sans rien perdre.',
      en: 'Read in another encoding, a text loses its accents; saved so, it loses them for good. Nothing is written to such a file: “segur-preuves convert” converts it without loss.',
    },
    avoid: 'denomination: Soci�t� Exemple',
    prefer: 'denomination: Société Exemple',
    source: sources.format,
    messages: {
      notUtf8: {
        fr: 'Ce fichier n’est pas en UTF-8 (ligne {line}, colonne {column}) ; son encodage est probablement {encodingFr}. Rien n’y sera écrit. Enregistrez-le en UTF-8, ou lancez « segur-preuves convert » sur ce fichier.',
        en: 'This file is not UTF-8 (line {line}, column {column}); its encoding is probably {encodingEn}. Nothing will be written to it. Save it as UTF-8, or run “segur-preuves convert” on this file.',
      },
      mixed: {
        fr: 'Ce fichier mêle l’UTF-8 et un autre encodage (ligne {line}, colonne {column} : premier caractère illisible). Rien n’y sera écrit. Corrigez ces caractères, puis enregistrez le fichier en UTF-8.',
        en: 'This file mixes UTF-8 and another encoding (line {line}, column {column}: first character that cannot be read). Nothing will be written to it. Correct these characters, then save the file as UTF-8.',
      },
      unknown: {
        fr: 'Ce fichier n’est pas en UTF-8 (ligne {line}, colonne {column}), et rien n’indique son encodage. Rien n’y sera écrit. Ouvrez-le dans l’encodage où il a été écrit, puis enregistrez-le en UTF-8.',
        en: 'This file is not UTF-8 (line {line}, column {column}), and nothing tells its encoding. Nothing will be written to it. Open it in the encoding that it was written in, then save it as UTF-8.',
      },
      lost: {
        fr: 'Une lettre est perdue ici (« � ») : le fichier a été ouvert, ou enregistré, dans un autre encodage que le sien. Si ses accents manquent à l’écran, rouvrez-le dans son encodage sans l’enregistrer ; sinon, écrivez de nouveau la lettre.',
        en: 'A letter is lost here (“�”): the file was opened, or saved, in another encoding than its own. Where its accents are missing on the screen, open it again in its encoding without saving it; otherwise write the letter again.',
      },
    },
  },
  file({ parsed }, report) {
    for (const { kind, range, args } of parsed.problems) {
      if (kind === 'lostCharacter') report(range, 'lost', {}, { severity: 'warning' });
      if (kind !== 'encoding') continue;
      const { encoding } = args;
      report(range, encoding === 'mixed' || encoding === 'unknown' ? encoding : 'notUtf8', args);
    }
  },
};
