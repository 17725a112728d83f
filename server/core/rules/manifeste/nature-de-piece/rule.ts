import { sources } from '../../sources';
import { absentKeys, structureProblems } from '../../structure-problems';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/nature-de-piece',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une pièce est un fichier, un lien, une exécution ou une déclaration, et une seule chose à la fois.',
      en: 'A piece of evidence is a file, a link, an execution or a statement, and only one of them.',
    },
    why: {
      fr: 'Chaque pièce est déposée à un emplacement : de deux choses en une, l’une serait oubliée.',
      en: 'Each piece of evidence goes into one slot: of two in one, one would be forgotten.',
    },
    avoid: '- fichier: preuves/rapport.pdf\n  lien: https://interop.referencement.esante.gouv.fr/…',
    prefer: '- fichier: preuves/rapport.pdf\n- lien: https://interop.referencement.esante.gouv.fr/…',
    source: sources.format,
    messages: {
      none: {
        fr: 'Cette pièce ne cite rien : ajoutez une des clés {keys}.',
        en: 'This piece of evidence cites nothing: add one of the keys {keys}.',
      },
      several: {
        fr: 'Cette pièce a plusieurs natures ({keys}) : faites-en un élément de liste (« - … ») par pièce.',
        en: 'This piece of evidence has several natures ({keys}): make it one list item (“- …”) for each.',
      },
    },
  },
  file(file, report) {
    for (const { range, args } of absentKeys(file, 'noneOf')) report(range, 'none', { keys: String(args['keys']) });
    for (const { range, args } of structureProblems(file, 'severalOf')) {
      report(range, 'several', { keys: String(args['keys']) });
    }
  },
};
