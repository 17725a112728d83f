import { applicability } from '../../../status/applicability';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'exigence/profil-non-declare',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’exigence est prouvée pour un profil que le dossier ne déclare pas.',
      en: 'The requirement is proved for a profile that the dossier does not declare.',
    },
    why: {
      fr: 'Sans le profil, les autres exigences de ce profil ne sont pas demandées : elles manqueraient au dépôt.',
      en: 'Without the profile its other requirements are not asked for: the filing would lack them.',
    },
    avoid: 'dossier:\n  profils: []\nexigences:\n  SSI/IAM.83: …   # profil IAM',
    prefer: 'dossier:\n  profils: [IAM]\nexigences:\n  SSI/IAM.83: …',
    source: sources.rem,
    messages: {
      undeclared: {
        fr: '{id} est de profil {profiles}, que « dossier.profils » ne déclare pas : déclarez-le si le logiciel en est, sinon retirez l’exigence.',
        en: '{id} is of profile {profiles}, which “dossier.profils” does not declare: declare it if the software is of it, else remove the requirement.',
      },
    },
  },
  requirement(resolved, report, { profiles }) {
    const { requirement, facts, scenarios } = resolved;
    if (!requirement || applicability(requirement, profiles) !== 'otherProfile') return;
    if (!scenarios.some(({ proofs }) => proofs.some((proof) => proof.facts.evidence.length > 0))) return;
    const args = { id: requirement.id, profiles: requirement.profiles.join(', ') };
    report(facts.id.range, 'undeclared', args, { target: requirementTarget(resolved) });
  },
};
