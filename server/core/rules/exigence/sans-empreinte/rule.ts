import { insertInEntry } from '../../../fixes/insert-in-entry';
import { fingerprintStub } from '../../../fixes/stub';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/sans-empreinte',
    defaultSeverity: 'hint',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Une exigence prouvée ne dit pas pour quel texte elle l’a été.',
      en: 'A proved requirement does not say for which text it was.',
    },
    why: {
      fr: 'Sans l’empreinte du texte, une révision du REM passerait inaperçue.',
      en: 'Without the fingerprint of the text a revision of the REM would go unnoticed.',
    },
    avoid: 'INS/va1.56:\n  scenarios: …',
    prefer: 'INS/va1.56:\n  empreinte: 3f9a1c20\n  scenarios: …',
    source: sources.format,
    messages: {
      none: {
        fr: '{id} a des pièces mais pas l’empreinte de son texte : ajoutez « empreinte: {present} » pour être prévenu si le REM change.',
        en: '{id} has evidence but no fingerprint of its text: add “empreinte: {present}” to be told if the REM changes.',
      },
    },
  },
  requirement(resolved, report) {
    const present = resolved.requirement?.fingerprint;
    if (present === undefined || resolved.facts.fingerprint) return;
    if (!resolved.scenarios.some(({ proofs }) => proofs.some(({ facts }) => facts.evidence.length > 0))) return;
    const target = requirementTarget(resolved);
    report(resolved.facts.id.range, 'none', { id: target.requirement ?? '', present }, { target, data: { present } });
  },
  fixes(finding, dossier, _locale, _uncited, trials) {
    const present = finding.data?.['present'];
    if (typeof present !== 'string') return [];
    const fix = {
      title: { fr: 'Écrire l’empreinte du texte actuel', en: 'Write the fingerprint of the present text' },
      preferred: true,
      safe: true,
    };
    return insertInEntry(finding, dossier, [], fingerprintStub(present), [], fix, trials);
  },
};
