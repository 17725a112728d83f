import type { Rule } from '../../rule';
import { reportSharedRun } from '../../shared-runs';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'execution/partagee',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le même numéro d’exécution est cité pour des cas de test différents.',
      en: 'The same execution number is cited for different test cases.',
    },
    why: {
      fr: 'Une exécution de l’outil de tests éditeur est celle d’un seul cas. Elle peut répondre à plusieurs preuves de ce cas.',
      en: 'An execution of the vendor test tool is of one case. It may answer several proofs of that case.',
    },
    avoid: '# 4127 sous une preuve de MSS-LPS-SEGUR-GEN et une autre de MSS-LPS-SEGUR-PER-ORG\n- execution: 4127',
    prefer: '# un numéro par cas de test\n- execution: 4131',
    source: sources.testCases,
    messages: {
      other: {
        fr: 'L’exécution {value} est déjà citée pour {firstCases}, et ici pour {cases} : citez celle de ce cas de test.',
        en: 'Execution {value} is already cited for {firstCases}, and here for {cases}: cite that of this test case.',
      },
      first: { fr: 'Citée ici pour {cases}.', en: 'Cited here for {cases}.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('execution')) reportSharedRun(group, ({ item }) => item.execution, report);
  },
};
