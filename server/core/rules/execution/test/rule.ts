import { didYouMean } from '../../../fixes/replace';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { checkTestCase } from '../../unexpected-test-case';

export const rule: Rule = {
  meta: {
    id: 'execution/test',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'L’exécution est celle d’un autre cas de test que ceux que la preuve nomme.',
      en: 'The execution is of another test case than those that the proof names.',
    },
    why: {
      fr: 'MSS-LPS-SEGUR-GEN, -PER-ORG et -APP ne prouvent pas les mêmes exigences.',
      en: 'MSS-LPS-SEGUR-GEN, -PER-ORG and -APP do not prove the same requirements.',
    },
    avoid: '- execution: 4131\n  cas_de_test: MSS-LPS-SEGUR-GEN   # la preuve demande MSS-LPS-SEGUR-PER-ORG',
    prefer: '- execution: 4131\n  cas_de_test: MSS-LPS-SEGUR-PER-ORG',
    source: sources.testCases,
    messages: {
      other: {
        fr: 'La preuve {proof} demande une exécution de {expected}, pas de « {case} » : citez le numéro de ce cas, ou corrigez son nom.',
        en: 'Proof {proof} asks for an execution of {expected}, not of “{case}”: cite the number of that case, or correct its name.',
      },
      otherClose: {
        fr: 'La preuve {proof} demande une exécution de {expected}, pas de « {case} ». Vouliez-vous dire « {closest} » ?',
        en: 'Proof {proof} asks for an execution of {expected}, not of “{case}”. Did you mean “{closest}”?',
      },
    },
  },
  evidence(item, report, context) {
    if (item.execution) checkTestCase(item, report, context);
  },
  fixes: didYouMean,
};
