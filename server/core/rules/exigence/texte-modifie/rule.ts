import { replaceFix } from '../../../fixes/replace';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/texte-modifie',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le texte de l’exigence a changé depuis que ses pièces ont été acceptées.',
      en: 'The text of the requirement has changed since its evidence was accepted.',
    },
    why: {
      fr: 'Un REM est révisé en cours de candidature : une pièce juste hier peut ne plus répondre aujourd’hui.',
      en: 'A REM is revised during an application: evidence that was right yesterday may no longer answer today.',
    },
    avoid: 'empreinte: 3f9a1c20   # le REM a été révisé depuis',
    prefer: 'empreinte: 8b21e07d   # les pièces ont été revues avec le nouveau texte',
    source: sources.format,
    messages: {
      changed: {
        fr: 'Le texte de {id} a changé depuis l’empreinte {written} (il a maintenant {present}). Revoyez ses pièces, puis mettez l’empreinte à jour.',
        en: 'The text of {id} has changed since fingerprint {written} (it now has {present}). Review its evidence, then update the fingerprint.',
      },
    },
  },
  requirement(resolved, report) {
    const present = resolved.requirement?.fingerprint;
    const written = resolved.facts.fingerprint;
    // manifeste/format-incorrect speaks of what is no fingerprint.
    if (present === undefined || !written || !/^[0-9a-f]{8}$/i.test(written.value)) return;
    if (written.value.toLowerCase() === present) return;
    const target = requirementTarget(resolved);
    const args = { id: target.requirement ?? '', written: written.value, present };
    report(written.range, 'changed', args, { effect: 'review', target, data: { present } });
  },
  fixes(finding, dossier) {
    const present = finding.data?.['present'];
    if (typeof present !== 'string') return [];
    const title = { fr: 'Pièces revues : mettre l’empreinte à jour', en: 'Evidence reviewed: update the fingerprint' };
    return replaceFix(finding, dossier, present, { title });
  },
};
