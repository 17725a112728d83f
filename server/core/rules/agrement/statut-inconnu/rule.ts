import { didYouMean } from '../../../fixes/replace';
import { cndaState, cndaStates } from '../../../manifest/known-states';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggest } from '../../suggestions';

export const rule: Rule = {
  meta: {
    id: 'agrement/statut-inconnu',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le statut d’une homologation n’est pas de ceux du CNDA.',
      en: 'The status of an approval is none of those of the CNDA.',
    },
    why: {
      fr: 'Un statut que l’outil ne sait pas lire ne dit pas si la demande est assez avancée pour déposer.',
      en: 'A status that the tool cannot read does not say whether the request is far enough to file.',
    },
    avoid: 'agrements:\n  - { teleservice: DMP, statut: en attente, piece: preuves/cnda/dmp.png }',
    prefer: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    source: sources.cnda,
    messages: {
      unknown: {
        fr: 'Le statut « {state} » n’est pas connu et ne compte pas. Écrivez celui de l’espace CNDA : {states}.',
        en: 'Status “{state}” is not known and does not count. Write that of the CNDA space: {states}.',
      },
      unknownClose: {
        fr: 'Le statut « {state} » n’est pas connu et ne compte pas. Vouliez-vous dire « {closest} » ? Statuts du CNDA : {states}.',
        en: 'Status “{state}” is not known and does not count. Did you mean “{closest}”? Statuses of the CNDA: {states}.',
      },
    },
  },
  dossier({ main }, report) {
    for (const { base, facts } of main.parsed.approvals) {
      const { state } = facts;
      if (!state || state.value.trim() === '' || cndaState(state.value) !== undefined) continue;
      const near = suggest('unknown', state.value, [...cndaStates, 'En cours actif']);
      const args = { state: clip(state.value, 40), states: cndaStates.join(', '), ...near.args };
      report(main.uri, shift(state.range, base), near.message, args, near.more);
    }
  },
  fixes: didYouMean,
};
