import { journeyData } from '../../../manifest/journey-data.generated';
import { cndaRank, cndaStates } from '../../../manifest/known-states';
import { planOn } from '../../../parcours/plan/make-plan';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/cnda-trop-tot',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le statut d’une demande au CNDA est trop peu avancé pour l’étape en cours.',
      en: 'The status of a CNDA request is too early for the step under way.',
    },
    why: {
      fr: 'Un dossier n’est réputé complet qu’à partir du pré-examen, et le référencement attend tous les agréments.',
      en: 'A file counts as complete from the pre-examination on, and the referencing waits for every approval.',
    },
    avoid:
      'parcours:\n  etapes:\n    eligibilite: { etat: en cours }\nagrements:\n  - { teleservice: DMP, statut: Initialisation }',
    prefer:
      'parcours:\n  etapes:\n    eligibilite: { etat: en cours }\nagrements:\n  - { teleservice: DMP, statut: Pré-examen }',
    source: {
      fr: 'FAQ des industriels de l’ANS : statuts des demandes au CNDA ; DSR de vague 1, §4.3.',
      en: 'ANS FAQ for vendors: statuses of CNDA requests; wave 1 DSR, §4.3.',
    },
    messages: {
      filing: {
        fr: 'La demande {service} est au statut « {state} » : le dépôt à l’ANS demande au moins « {minimum} ».',
        en: 'Request {service} has status “{state}”: filing with ANS calls for at least “{minimum}”.',
      },
      referencing: {
        fr: 'Le référencement est dit obtenu, mais la demande {service} est au statut « {state} » : tous les agréments sont dus avant.',
        en: 'The referencing is said to be obtained, but request {service} has status “{state}”: every approval is due before.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const steps = planOn(main.parsed, today, facts)?.input.steps;
    if (!steps) return;
    const { minimum_depot: minimum } = journeyData.statuts.cnda;
    const under = (id: 'eligibilite' | 'preuves') => ['en cours', 'faite'].includes(steps.get(id)?.state ?? '');
    const filing = under('eligibilite') || under('preuves');
    const referenced = steps.get('referencement')?.state === 'faite';
    for (const { base, facts } of main.parsed.approvals) {
      if (!facts.state || facts.obtainedOn) continue;
      const state = facts.state.value;
      const rank = cndaRank(state);
      // A status that is not among the known ones says nothing.
      if (rank === undefined) continue;
      const args = { service: facts.teleservice?.value ?? '?', state };
      const range = shift(facts.state.range, base);
      if (referenced && rank < cndaStates.length - 1) report(main.uri, range, 'referencing', args);
      else if (filing && rank < cndaStates.indexOf(minimum)) report(main.uri, range, 'filing', { ...args, minimum });
    }
  },
};
