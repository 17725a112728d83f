import { cndaRank } from '../../../manifest/known-states';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { isBeforeFiling } from '../filing-state';

export const rule: Rule = {
  meta: {
    id: 'agrement/statut-insuffisant',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une homologation CNDA n’est pas assez avancée pour déposer.',
      en: 'A CNDA approval is not far enough to file.',
    },
    why: {
      fr: 'Un dossier n’est complet que si chaque demande est au moins au Pré-examen (« En cours actif » dans l’espace éditeur).',
      en: 'A dossier is complete only when each request is at least at Pré-examen (“En cours actif” in the vendor space).',
    },
    avoid: 'agrements:\n  - { teleservice: DMP, statut: Initialisation, piece: preuves/cnda/dmp.png }',
    prefer: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    source: sources.cnda,
    messages: {
      early: {
        fr: 'La demande {teleservice} n’en est qu’à « {state} » : il faut au moins « Pré-examen » pour déposer. Relancez le CNDA, puis mettez le statut à jour.',
        en: 'Request {teleservice} is only at “{state}”: at least “Pré-examen” is needed to file. Ask the CNDA, then bring the status up to date.',
      },
      earlyFor: {
        fr: 'La demande {teleservice} n’en est qu’à « {state} » : il faut au moins « Pré-examen » au dépôt visé ({filing}). Relancez le CNDA, puis mettez le statut à jour.',
        en: 'Request {teleservice} is only at “{state}”: at least “Pré-examen” is needed at the planned filing ({filing}). Ask the CNDA, then bring the status up to date.',
      },
    },
  },
  dossier({ main }, report, { plannedFiling }) {
    for (const { base, facts } of main.parsed.approvals) {
      const { state, teleservice } = facts;
      // Words that are not known say nothing: agrement/statut-inconnu speaks of them.
      const rank = cndaRank(state?.value);
      if (!state || rank === undefined || !isBeforeFiling(rank)) continue;
      const args = { teleservice: teleservice?.value.trim() || '?', state: state.value };
      const range = shift(state.range, base);
      if (plannedFiling === undefined) report(main.uri, range, 'early', args);
      else report(main.uri, range, 'earlyFor', { ...args, filing: plannedFiling });
    }
  },
};
