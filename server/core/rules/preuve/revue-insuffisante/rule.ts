import { evidencePath } from '../../../manifest/facts';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/revue-insuffisante',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La relecture interne a jugé la pièce insuffisante.',
      en: 'The internal review found the evidence insufficient.',
    },
    why: {
      fr: 'L’instructeur la refuserait sans doute pour la même raison.',
      en: 'The examiner would probably refuse it for the same reason.',
    },
    avoid: 'revue: { par: A. Martin, le: 2026-11-03, avis: insuffisante }',
    prefer: 'revue: { par: A. Martin, le: 2026-11-05, avis: suffisante }   # nouvelle pièce, relue',
    source: sources.format,
    messages: {
      insufficient: {
        fr: 'Cette pièce a été jugée insuffisante : remplacez-la, puis faites relire la nouvelle.',
        en: 'This evidence was found insufficient: replace it, then have the new one reviewed.',
      },
      insufficientBy: {
        fr: 'Cette pièce a été jugée insuffisante par {by} : remplacez-la, puis faites relire la nouvelle.',
        en: 'This evidence was found insufficient by {by}: replace it, then have the new one reviewed.',
      },
    },
  },
  evidence(item, report, context) {
    const { opinion, by } = item.review ?? {};
    if (opinion?.value !== 'insuffisante') return;
    const more = { effect: 'incomplete', target: proofTarget(context.proof, evidencePath(item)?.value) } as const;
    if (by && by.value.trim() !== '') report(opinion.range, 'insufficientBy', { by: by.value }, more);
    else report(opinion.range, 'insufficient', {}, more);
  },
};
