import type { Rule } from '../../rule';
import { reportSharedRun } from '../../shared-runs';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'lien/partage',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le même lien est cité pour des cas de test différents.',
      en: 'The same link is cited for different test cases.',
    },
    why: {
      fr: 'Un rapport est celui d’un seul cas : c’est sans doute un copier-coller dont le lien n’a pas été changé.',
      en: 'A report is of one case: this is probably a copy whose link was not changed.',
    },
    avoid: '# le même lien sous une preuve de …Create_doc-Sc1 et une autre de …Create_doc-Sc2\n- lien: https://…?id=1',
    prefer: '# un lien par cas de test\n- lien: https://…?id=2',
    source: sources.testCases,
    messages: {
      other: {
        fr: 'Ce lien est déjà cité pour {firstCases}, et ici pour {cases} : citez le rapport de ce cas de test.',
        en: 'This link is already cited for {firstCases}, and here for {cases}: cite the report of this test case.',
      },
      first: { fr: 'Cité ici pour {cases}.', en: 'Cited here for {cases}.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('link')) reportSharedRun(group, ({ item }) => item.link, report);
  },
};
