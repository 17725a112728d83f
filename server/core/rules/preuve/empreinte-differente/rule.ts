import { replaceFix } from '../../../fixes/replace';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import type { Located } from '../../../text/offset-range';
import { factsOf } from '../../cited-files';
import type { EvidenceContext, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/empreinte-differente',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le fichier a changé depuis que son empreinte a été écrite, ou depuis sa relecture.',
      en: 'The file has changed since its digest was written, or since its review.',
    },
    why: {
      fr: 'La pièce déposée ne serait pas celle que l’équipe a enregistrée et relue.',
      en: 'The evidence filed would not be the one that the team recorded and reviewed.',
    },
    avoid: 'sha256: 5f70bf18…   # empreinte de l’ancienne capture',
    prefer: 'sha256: b17c644e…   # empreinte du fichier présent',
    source: sources.format,
    messages: {
      changed: {
        fr: 'Le fichier « {path} » a changé : son empreinte est maintenant {present}. Remettez le fichier d’origine, ou vérifiez la pièce puis mettez l’empreinte à jour.',
        en: 'File “{path}” has changed: its digest is now {present}. Put the original file back, or check the evidence and then update the digest.',
      },
      afterReview: {
        fr: 'Le fichier « {path} » a changé depuis sa relecture : faites-le relire, puis mettez l’empreinte ({present}) et la revue à jour.',
        en: 'File “{path}” has changed since its review: have it reviewed again, then update the digest ({present}) and the review.',
      },
    },
  },
  evidence(item, report, context) {
    const file = presentFile(item, context);
    if (!file) return;
    const { path, present } = file;
    const args = { path, present };
    const { review } = item;
    const reviewIsOld = isDigest(review?.sha256) && review.sha256.value.toLowerCase() !== present;
    if (isDigest(item.sha256) && item.sha256.value.toLowerCase() !== present) {
      const reviewed = review !== undefined && (review.sha256 === undefined || reviewIsOld);
      const details = { target: proofTarget(context.proof, path), data: { present } };
      if (reviewed) report(item.sha256.range, 'afterReview', args, { effect: 'review', ...details });
      else report(item.sha256.range, 'changed', args, { effect: 'incomplete', ...details });
    } else if (reviewIsOld) {
      report(review.sha256.range, 'afterReview', args, { effect: 'review', target: proofTarget(context.proof, path) });
    }
  },
  fixes(finding, dossier) {
    const present = finding.data?.['present'];
    if (typeof present !== 'string') return [];
    const title = { fr: 'Écrire l’empreinte du fichier présent', en: 'Write the digest of the present file' };
    return replaceFix(finding, dossier, present, { title });
  },
};

interface PresentFile {
  readonly path: string;
  readonly present: string;
}

function presentFile(item: EvidenceItem, context: EvidenceContext): PresentFile | undefined {
  const path = evidencePath(item);
  if (!path || (!item.sha256 && !item.review?.sha256)) return undefined;
  const file = factsOf(path, context);
  return file?.state === 'file' ? { path: path.value, present: file.sha256 } : undefined;
}

/** manifeste/format-incorrect speaks of what is no digest. */
function isDigest(digest: Located<string> | undefined): digest is Located<string> {
  return digest !== undefined && /^[0-9a-f]{64}$/i.test(digest.value);
}
