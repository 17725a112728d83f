import { flatValue } from '../../../manifest/flat-values';
import { delayOf } from '../../../facts/known-facts';
import { planOn } from '../../../parcours/plan/make-plan';
import { addMonths, dateText } from '../../../time/moment';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'administratif/test-intrusion',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le formulaire de test d’intrusion est trop ancien ou n’est pas signé électroniquement.',
      en: 'The penetration-test form is too old or not signed electronically.',
    },
    why: {
      fr: 'L’ANS n’admet qu’un formulaire de moins d’un an, signé électroniquement, d’un organisme qualifié PASSI.',
      en: 'ANS accepts only a form less than one year old, signed electronically, from a PASSI-qualified body.',
    },
    avoid: 'administratif:\n  test_intrusion: { date: 2025-03-01, signature_electronique: non }',
    prefer: 'administratif:\n  test_intrusion: { date: 2026-03-01, signature_electronique: oui }',
    source: {
      fr: 'FAQ des industriels de l’ANS : exigences SC.PSC.14 et SC.SSI/GEN.18.',
      en: 'ANS FAQ for vendors: requirements SC.PSC.14 and SC.SSI/GEN.18.',
    },
    messages: {
      old: {
        fr: 'Le formulaire de test d’intrusion du {date} aura plus d’un an le {on}.',
        en: 'The penetration-test form of {date} will be more than one year old on {on}.',
      },
      unsigned: {
        fr: 'Le formulaire de test d’intrusion doit être signé électroniquement.',
        en: 'The penetration-test form must be signed electronically.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const section = main.parsed.administrative;
    const plan = planOn(main.parsed, today, facts);
    if (!section || !plan) return;
    const signed = flatValue(section.facts.values, 'test_intrusion.signature_electronique');
    if (signed?.value === 'non') report(main.uri, shift(signed.range, section.base), 'unsigned');
    const written = flatValue(section.facts.values, 'test_intrusion.date');
    const tested = plan.input.intrusionTestOn;
    if (!written || !tested) return;
    const on = plan.completeFile?.on ?? plan.input.now;
    const limit = addMonths(tested, 12 * delayOf(facts, 'test_intrusion').valeur);
    if (on.day > limit.day)
      report(main.uri, shift(written.range, section.base), 'old', { date: written.value, on: dateText(on) });
  },
};
