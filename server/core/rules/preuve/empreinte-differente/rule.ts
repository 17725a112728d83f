import type { Dossier } from '../../../dossier/dossier';
import type { Finding } from '../../../findings/finding';
import type { Fix, TextChange } from '../../../fixes/fix';
import { lineEnding, textOf } from '../../../fixes/manifest-text';
import { removeKey } from '../../../fixes/remove-key';
import { replaceFix } from '../../../fixes/replace';
import { leavesReadable } from '../../../fixes/verified';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { scalarText } from '../../../manifest/scalar-text';
import { shift, type Located } from '../../../text/offset-range';
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
    looked: {
      fr: 'Est comparé le SHA-256 du fichier entier à celui qui est écrit.',
      en: 'What is compared: the SHA-256 of the whole file and the one that is written.',
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
  fixes(finding, dossier, _locale, _uncited, trials) {
    const text = textOf(dossier, finding.uri);
    const place = text === undefined ? undefined : placeOf(finding, dossier);
    if (text === undefined || !place) return [];
    const { item, base } = place;
    const fixes: Fix[] = [];
    const removed = item.review && removeKey(finding.uri, text, shift(item.review.range, base));
    // A review of the file that is there counts.
    if (removed && finding.message === 'afterReview')
      fixes.push({ title: titles.review, edits: [removed], preferred: true });
    const present = finding.data?.['present'];
    if (typeof present === 'string') {
      const pinned = pinnedReview(place, finding.uri, text);
      const [digest] = replaceFix(finding, dossier, present, { title: titles.digest });
      if (digest && pinned) fixes.push({ ...digest, edits: [...digest.edits, ...pinned] });
    }
    return fixes.filter((fix) => leavesReadable(fix, dossier, trials));
  },
};

const titles = {
  digest: { fr: 'Refaire l’empreinte : celle du fichier présent', en: 'Redo the digest: that of the present file' },
  review: {
    fr: 'Revoir : retirer la revue de l’ancien fichier',
    en: 'Review again: remove the review of the old file',
  },
};

interface ItemPlace {
  readonly item: EvidenceItem;
  readonly base: number;
}

/** The piece of evidence that a finding is about. */
function placeOf({ uri, range }: Finding, dossier: Dossier): ItemPlace | undefined {
  const entries = [
    ...dossier.requirements.map((entry) => ({ ...entry, scenarios: entry.value.scenarios })),
    ...dossier.coreScenarios.map((entry) => ({ ...entry, scenarios: [entry.value] })),
  ];
  for (const { uri: here, base, scenarios } of entries) {
    if (here !== uri) continue;
    for (const item of scenarios.flatMap(({ proofs }) => proofs.flatMap(({ facts }) => facts.evidence)))
      if ([item.sha256, item.review?.sha256].some((one) => one && one.range.start + base === range.start))
        return { item, base };
  }
  return undefined;
}

/**
 * A review that does not say of which file it is would become one of the present file by a new digest beside it: the old digest
 * is written into it first.
 * @returns undefined where it cannot be written
 */
function pinnedReview({ item, base }: ItemPlace, uri: string, text: string): readonly TextChange[] | undefined {
  const { review, sha256 } = item;
  if (!review || review.sha256 || !sha256) return [];
  const range = shift(review.range, base);
  const head = /^[^:*]*:(?: *\{ *|[ \t]*(?:#.*)?\r?\n(?: *(?:#.*)?\r?\n)*( +))(?=[^\s}#*&])/.exec(
    text.slice(range.start, range.end),
  );
  if (!head) return undefined;
  const at = range.start + head[0].length;
  const between = head[1] === undefined ? ', ' : lineEnding(text) + head[1];
  return [{ uri, range: { start: at, end: at }, text: `sha256: ${scalarText(sha256.value)}${between}` }];
}

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
