import { replaceFix } from '../../../fixes/replace';
import { scenarioFingerprint } from '../../../revision/scenario-fingerprint';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'scenario/texte-modifie',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Ce que demande un scénario cœur de métier a changé depuis que ses pièces ont été acceptées.',
      en: 'What a core-business scenario asks has changed since its evidence was accepted.',
    },
    why: {
      fr: 'Un REM est révisé en cours de candidature : une pièce juste hier peut ne plus répondre aujourd’hui.',
      en: 'A REM is revised during an application: evidence that was right yesterday may no longer answer today.',
    },
    avoid: 'SCN_DB/CO.01:\n  empreinte: 3f9a1c20   # le REM a été révisé depuis',
    prefer: 'SCN_DB/CO.01:\n  empreinte: 8b21e07d   # les pièces ont été revues',
    source: sources.format,
    messages: {
      changed: {
        fr: 'Le scénario {id} a changé depuis l’empreinte {written} (il a maintenant {present}). Revoyez les pièces de {proof}, puis mettez l’empreinte à jour.',
        en: 'Scenario {id} has changed since fingerprint {written} (it now has {present}). Review the evidence of {proof}, then update the fingerprint.',
      },
    },
  },
  scenario({ core, scenario, facts, proofs }, report) {
    const written = facts.fingerprint;
    if (!core || !scenario || !written || !/^[0-9a-f]{8}$/i.test(written.value)) return;
    const present = scenarioFingerprint(scenario);
    if (present === undefined || written.value.toLowerCase() === present) return;
    for (const { proof, facts: proved } of proofs) {
      if (proved.evidence.length === 0) continue;
      const id = proof?.id ?? proved.id.value;
      const args = { id: scenario.id, written: written.value, present, proof: id };
      const target = { scenario: scenario.id, proof: id };
      report(written.range, 'changed', args, { effect: 'review', target, data: { present } });
    }
  },
  fixes(finding, dossier) {
    const present = finding.data?.['present'];
    if (typeof present !== 'string') return [];
    const title = { fr: 'Pièces revues : mettre l’empreinte à jour', en: 'Evidence reviewed: update the fingerprint' };
    return replaceFix(finding, dossier, present, { title });
  },
};
