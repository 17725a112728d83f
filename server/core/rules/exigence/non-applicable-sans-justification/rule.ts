import type { Target } from '../../../findings/finding';
import type { NotApplicableFacts } from '../../../manifest/facts';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget, scenarioTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/non-applicable-sans-justification',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une exigence ou un scénario est déclaré non applicable sans dire pourquoi.',
      en: 'A requirement or a scenario is declared not applicable without saying why.',
    },
    why: {
      fr: 'L’instructeur n’accepte une non-applicabilité que justifiée.',
      en: 'The examiner accepts that something does not apply only with a justification.',
    },
    avoid: 'non_applicable:\n  declaration: preuves/declarations/ssi-gen-06.pdf',
    prefer:
      'non_applicable:\n  justification: Pas d’hébergement de données de santé.\n  declaration: preuves/declarations/ssi-gen-06.pdf',
    source: sources.notApplicable,
    messages: {
      noReason: {
        fr: '« {id} » est déclaré non applicable sans justification : ajoutez « justification: … », une phrase qui dit pourquoi.',
        en: '“{id}” is declared not applicable without justification: add “justification: …”, a sentence that says why.',
      },
    },
  },
  requirement(resolved, report) {
    const target = requirementTarget(resolved);
    check(resolved.facts.notApplicable, resolved.facts.id.value, target, report);
  },
  scenario(resolved, report) {
    check(resolved.facts.notApplicable, resolved.facts.id.value, scenarioTarget(resolved), report);
  },
};

function check(facts: NotApplicableFacts | undefined, id: string, target: Target, report: Report): void {
  if (!facts || (facts.justification?.value.trim() ?? '') !== '') return;
  report(facts.justification?.range ?? facts.key, 'noReason', { id }, { effect: 'incomplete', target });
}
