import { evidenceFamilies, familiesOfFile, type EvidenceFamily } from '../../../catalogue/evidence-families';
import { evidenceType, mayAnswer } from '../../../catalogue/evidence-types';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import type { Locale } from '../../../messages/say';
import { pathFault } from '../../../evidence/evidence-path';
import { factsOf } from '../../cited-files';
import { extensionOf } from '../../../evidence/file-extension';
import type { EvidenceContext, Rule } from '../../rule';
import { proofTarget } from '../../target';

/** What a signed statement answers, whatever the format of its file. */
const signedTypes = new Set(['attestation_honneur', 'engagement_ecrit']);

export const rule: Rule = {
  meta: {
    id: 'preuve/type-non-accepte',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce n’est pas de la nature que la preuve attend.',
      en: 'The evidence is not of the kind that the proof expects.',
    },
    why: {
      fr: 'Une archive là où une vidéo est attendue fait demander une modification, six semaines plus tard.',
      en: 'An archive where a video is expected leads to a request for change, six weeks later.',
    },
    avoid: 'PSC.01.01.01:\n  - fichier: preuves/psc/mode-web.zip',
    prefer: 'PSC.01.01.01:\n  - fichier: preuves/psc/mode-web.mp4',
    source: {
      fr: 'REM du dispositif : nature des preuves attendues. Les formats de fichier par nature sont ceux de l’outil, larges : ceux de Convergence ne sont pas publiés.',
      en: 'REM of the dispositif: nature of the expected proofs. File formats by nature are the tool’s own, and broad: those of Convergence are not published.',
    },
    messages: {
      notAccepted: {
        fr: 'La preuve {proof} attend : {expectedFr}. Cette pièce est : {foundFr}. Remplacez-la, ou rangez-la sous la preuve qui l’attend.',
        en: 'Proof {proof} expects: {expectedEn}. This evidence is: {foundEn}. Replace it, or move it under the proof that expects it.',
      },
    },
  },
  evidence(item, report, context) {
    const { proof } = context.proof;
    const at = item.link ?? item.execution ?? evidencePath(item);
    if (!proof || !at || (item.declaration && proof.types.some((type) => signedTypes.has(type)))) return;
    const named = namedFamilies(item, at.value);
    if (mayAnswer(proof.types, named)) return;
    // A file is what its name says or what its content says, whichever suits: preuve/contenu-inattendu tells when the two
    // contradict each other.
    const families = [...new Set([...named, ...contentFamilies(item, context)])];
    if (mayAnswer(proof.types, families)) return;
    const args = {
      proof: proof.id,
      expectedFr: expected(proof.types, 'fr'),
      expectedEn: expected(proof.types, 'en'),
      foundFr: found(families, 'fr'),
      foundEn: found(families, 'en'),
    };
    const target = proofTarget(context.proof, evidencePath(item)?.value);
    report(at.range, 'notAccepted', args, { effect: 'incomplete', target });
  },
};

/** Empty when nothing is known: unknown is not wrong. */
function namedFamilies(item: EvidenceItem, value: string): readonly EvidenceFamily[] {
  if (item.link) return ['link'];
  if (item.execution) return ['integer'];
  return pathFault(value) === undefined ? familiesOfFile({ extension: extensionOf(value) }) : [];
}

function contentFamilies(item: EvidenceItem, context: EvidenceContext): readonly EvidenceFamily[] {
  const path = evidencePath(item);
  if (!path) return [];
  const file = factsOf(path, context);
  const signature = file?.state === 'file' ? file.detected?.extension : undefined;
  return signature === undefined ? [] : familiesOfFile({ extension: extensionOf(path.value), signature });
}

function expected(types: readonly string[], locale: Locale): string {
  return types.map((type) => evidenceType(type)?.label[locale] ?? type).join(', ');
}

function found(families: readonly EvidenceFamily[], locale: Locale): string {
  return families.map((family) => evidenceFamilies[family].label[locale]).join(', ');
}
