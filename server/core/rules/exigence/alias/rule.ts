import { replaceFix } from '../../../fixes/replace';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/alias',
    defaultSeverity: 'hint',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'L’exigence est écrite sous un autre identifiant que celui du REM.',
      en: 'The requirement is written with another id than that of the REM.',
    },
    why: {
      fr: 'L’identifiant du socle ou de la vague 1 est reconnu ; celui du REM évite de chercher à l’instruction.',
      en: 'The id of the base or of wave 1 is recognised; that of the REM saves searching when the dossier is examined.',
    },
    avoid: 'LGC.INS.01: …',
    prefer: 'INS/va1.56: …',
    source: sources.rem,
    messages: {
      alias: {
        fr: '« {written} » désigne l’exigence {id} du REM : préférez ce dernier identifiant.',
        en: '“{written}” stands for requirement {id} of the REM: prefer that id.',
      },
    },
  },
  requirement(resolved, report) {
    const id = resolved.requirement?.id;
    const { value: written, range } = resolved.facts.id;
    if (id === undefined || id === written) return;
    report(range, 'alias', { written, id }, { target: requirementTarget(resolved), data: { id } });
  },
  fixes(finding, dossier) {
    const id = finding.data?.['id'];
    // Beside an entry of that name the new one would be a double.
    if (typeof id !== 'string' || dossier.requirements.some(({ value }) => value.facts.id.value === id)) return [];
    return replaceFix(finding, dossier, id, { preferred: true, safe: true });
  },
};
