import { evidencePath } from '../../../manifest/facts';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/autre-version',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce a été enregistrée sur une autre version du logiciel que la version candidate.',
      en: 'The evidence was recorded on another version of the software than the candidate one.',
    },
    why: {
      fr: 'C’est la version candidate qui est référencée : ce qui a été montré sur une autre est à revoir.',
      en: 'The candidate version is what gets referenced: what was shown on another one must be reviewed.',
    },
    looked: {
      fr: 'Est comparée la clé version de la pièce à logiciel.version, telles qu’écrites. Le contenu est l’affaire de preuve/version-citee.',
      en: 'What is compared: the key version of the piece and logiciel.version, as written. The content is the matter of preuve/version-citee.',
    },
    avoid: 'version: 12.3.1   # logiciel.version est 12.4.0',
    prefer: 'version: 12.4.0',
    source: {
      fr: 'Format du dossier de preuves, version 1 : « logiciel.version » est la version candidate, comparée à la lettre.',
      en: 'Proof dossier format, version 1: “logiciel.version” is the candidate version, compared to the letter.',
    },
    messages: {
      other: {
        fr: 'Pièce enregistrée sur la version {version}, alors que la version candidate est {candidate} : enregistrez-la de nouveau, ou vérifiez qu’elle vaut encore et corrigez « version ».',
        en: 'Evidence recorded on version {version}, while the candidate version is {candidate}: record it again, or check that it still holds and correct “version”.',
      },
    },
  },
  evidence(item, report, context) {
    const candidate = context.softwareVersion?.trim() ?? '';
    const version = item.version?.value.trim() ?? '';
    if (!item.version || version === '' || candidate === '' || version === candidate) return;
    const target = proofTarget(context.proof, evidencePath(item)?.value);
    report(item.version.range, 'other', { version, candidate }, { effect: 'review', target });
  },
};
