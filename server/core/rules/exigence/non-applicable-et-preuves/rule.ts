import type { ResolvedScenario } from '../../../dossier/dossier';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget, scenarioTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/non-applicable-et-preuves',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une exigence ou un scénario est déclaré non applicable et porte pourtant des pièces.',
      en: 'A requirement or a scenario is declared not applicable and yet has evidence.',
    },
    why: {
      fr: 'L’instructeur lirait deux réponses contraires.',
      en: 'The examiner would read two opposite answers.',
    },
    avoid: 'SSI/GEN.06:\n  non_applicable: { justification: Pas d’hébergement. }\n  scenarios: …   # avec des pièces',
    prefer: 'SSI/GEN.06:\n  non_applicable: { justification: Pas d’hébergement. }',
    source: sources.notApplicable,
    messages: {
      both: {
        fr: '« {id} » est déclaré non applicable et porte {count, plural, one {# pièce} other {# pièces}} : retirez la déclaration, ou {count, plural, one {la pièce} other {les pièces}}.',
        en: '“{id}” is declared not applicable and has {count, plural, one {# piece} other {# pieces}} of evidence: remove the declaration, or the evidence.',
      },
    },
  },
  requirement(resolved, report) {
    const { notApplicable, id } = resolved.facts;
    if (!notApplicable) return;
    const count = resolved.scenarios.reduce((sum, scenario) => sum + evidenceCount(scenario), 0);
    if (count > 0) report(notApplicable.key, 'both', { id: id.value, count }, { target: requirementTarget(resolved) });
  },
  scenario(resolved, report) {
    const { notApplicable, id } = resolved.facts;
    if (!notApplicable) return;
    const count = evidenceCount(resolved);
    if (count > 0) report(notApplicable.key, 'both', { id: id.value, count }, { target: scenarioTarget(resolved) });
  },
};

function evidenceCount(scenario: ResolvedScenario): number {
  return scenario.proofs.reduce((sum, { facts }) => sum + facts.evidence.length, 0);
}
