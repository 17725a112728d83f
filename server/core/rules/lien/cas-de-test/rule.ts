import { didYouMean } from '../../../fixes/replace';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { checkTestCase } from '../../unexpected-test-case';

export const rule: Rule = {
  meta: {
    id: 'lien/cas-de-test',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le lien est celui d’un autre cas de test que ceux que la preuve nomme.',
      en: 'The link is of another test case than those that the proof names.',
    },
    why: {
      fr: 'L’instructeur attend le rapport d’un cas précis : celui d’un autre ne prouve pas l’exigence.',
      en: 'The examiner expects the report of a given case: that of another one does not prove the requirement.',
    },
    avoid: '- lien: https://…\n  cas_de_test: CI-SIS-HL7V2-Cons_identite',
    prefer: '- lien: https://…\n  cas_de_test: CI-SIS-HL7V2-Cons_identite_INS',
    source: sources.testCases,
    messages: {
      other: {
        fr: 'La preuve {proof} demande le cas de test {expected}, pas « {case} » : citez le lien de ce cas, ou corrigez son nom.',
        en: 'Proof {proof} asks for test case {expected}, not “{case}”: cite the link of that case, or correct its name.',
      },
      otherClose: {
        fr: 'La preuve {proof} demande le cas de test {expected}, pas « {case} ». Vouliez-vous dire « {closest} » ?',
        en: 'Proof {proof} asks for test case {expected}, not “{case}”. Did you mean “{closest}”?',
      },
    },
  },
  evidence(item, report, context) {
    if (item.link) checkTestCase(item, report, context);
  },
  fixes: didYouMean,
};
