import { sources } from '../../sources';
import { structureProblems } from '../../structure-problems';
import { notApplicableShape } from '../../../manifest/manifest-shape';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/type-incorrect',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Une liste, des clés ou une valeur simple se trouve là où autre chose est attendu.',
      en: 'A list, keys or a single value stands where something else is expected.',
    },
    why: {
      fr: 'Ce qui n’a pas la forme attendue ne peut pas être lu : ce serait absent du dépôt.',
      en: 'What does not have the expected form cannot be read: the filing would be without it.',
    },
    avoid: 'profils: BAL PER-ORG',
    prefer: 'profils: [BAL PER-ORG]',
    source: sources.format,
    messages: {
      keys: {
        fr: 'Des clés (« clé: valeur », une par ligne) sont attendues ici.',
        en: 'Keys (“key: value”, one a line) are expected here.',
      },
      list: {
        fr: 'Une liste est attendue ici : une ligne « - … » par élément.',
        en: 'A list is expected here: one “- …” line an item.',
      },
      scalar: {
        fr: 'Une valeur simple (texte, date, nombre) est attendue ici ; un texte qui contient « : » se met entre guillemets.',
        en: 'A single value (text, date, number) is expected here; a text that contains “: ” goes between quotes.',
      },
      emptyItem: {
        fr: 'Cet élément de liste est vide : complétez-le, ou retirez le tiret.',
        en: 'This list item is empty: complete it, or remove the dash.',
      },
    },
  },
  file(file, report) {
    for (const { range, args } of structureProblems(file, 'wrongType')) {
      // exigence/non-applicable-sans-justification says it, with what belongs there.
      if (args['in'] === notApplicableShape.name) continue;
      report(range, args['found'] === 'null' ? 'emptyItem' : messageOf(args['expected']));
    }
  },
};

function messageOf(expected: string | number | undefined): string {
  return expected === 'list' || expected === 'scalar' ? expected : 'keys';
}
