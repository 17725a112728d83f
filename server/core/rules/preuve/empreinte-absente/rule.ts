import type { Dossier } from '../../../dossier/dossier';
import type { Finding } from '../../../findings/finding';
import type { Fix } from '../../../fixes/fix';
import { columnOf, endOfLastLine, lineEnding, textOf } from '../../../fixes/manifest-text';
import { scalarText } from '../../../manifest/scalar-text';
import type { Trials } from '../../../fixes/trials';
import { leavesReadable } from '../../../fixes/verified';
import { evidencePath } from '../../../manifest/facts';
import { factsOf } from '../../cited-files';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/empreinte-absente',
    defaultSeverity: 'info',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: { fr: 'La pièce n’a pas d’empreinte.', en: 'The evidence has no digest.' },
    why: {
      fr: 'Sans empreinte, une pièce remplacée ou abîmée passerait inaperçue.',
      en: 'Without a digest, evidence that was replaced or damaged would go unnoticed.',
    },
    avoid: '- fichier: preuves/accueil.png',
    prefer: '- fichier: preuves/accueil.png\n  sha256: b17c644e…',
    source: sources.format,
    messages: {
      none: {
        fr: 'La pièce « {path} » n’a pas d’empreinte : ajoutez « sha256 » pour voir tout changement du fichier.',
        en: 'Evidence “{path}” has no digest: add “sha256” to see any change of the file.',
      },
    },
  },
  evidence(item, report, context) {
    const path = evidencePath(item);
    if (!path || item.sha256) return;
    const file = factsOf(path, context);
    if (file?.state !== 'file' || file.size === 0) return;
    const target = proofTarget(context.proof, path.value);
    const data = { present: file.sha256, back: path.range.start - item.range.start };
    report(path.range, 'none', { path: path.value }, { target, data });
  },
  fixes(finding, dossier, _locale, _uncited, trials) {
    const { present, back } = finding.data ?? {};
    return typeof present === 'string' && typeof back === 'number'
      ? addDigest(finding, dossier, present, back, trials)
      : [];
  },
};

/** @param back distance from the path back to the start of its item */
function addDigest(
  { uri, range }: Finding,
  dossier: Dossier,
  digest: string,
  back: number,
  trials: Trials | undefined,
): Fix[] {
  const text = textOf(dossier, uri);
  if (text === undefined || text.startsWith('*', range.start)) return [];
  const item = range.start - back;
  const key = `sha256: ${scalarText(digest)}`;
  const isFlow = text.startsWith('{', item);
  const at = isFlow ? range.end : endOfLastLine(text, range.end);
  const inserted = isFlow ? `, ${key}` : `${lineEnding(text)}${' '.repeat(columnOf(text, item))}${key}`;
  const fix: Fix = {
    title: { fr: 'Écrire l’empreinte du fichier', en: 'Write the digest of the file' },
    edits: [{ uri, range: { start: at, end: at }, text: inserted }],
    preferred: true,
    safe: true,
  };
  return leavesReadable(fix, dossier, trials) ? [fix] : [];
}
