import { evidenceFamilies, familiesOfFile, type EvidenceFamily } from '../../../catalogue/evidence-families';
import { acceptedFamilies, evidenceType, mayAnswer } from '../../../catalogue/evidence-types';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import type { Locale } from '../../../messages/say';
import type { EvidenceContent } from '../../../evidence/evidence-file';
import { piecePathFault } from '../../../evidence/evidence-path';
import { workingKind } from '../../../evidence/working-file';
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
    looked: {
      fr: 'Sont regardés l’extension et les premiers octets, et, d’une archive, les extensions de ses fichiers. N’est pas regardé : ce que la pièce montre.',
      en: 'What is looked at: the extension and the first bytes, and, of an archive, the extensions of its files. Not looked at: what the piece shows.',
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
      unnamed: {
        fr: 'La preuve {proof} attend : {expectedFr}. « {path} » porte un nom qui ne dit pas ce que c’est, et contient : {foundFr}. Déposez la pièce attendue ; si c’est elle, dites-le par « revue: { avis: suffisante } ».',
        en: 'Proof {proof} expects: {expectedEn}. The name of “{path}” does not say what it is, and it contains: {foundEn}. File the expected evidence; if this is it, say so with “revue: { avis: suffisante }”.',
      },
      unknown: {
        fr: 'La preuve {proof} attend : {expectedFr}. Ni le nom ni le contenu de « {path} » ne disent ce que c’est. Déposez la pièce attendue ; si c’est elle, dites-le par « revue: { avis: suffisante } ».',
        en: 'Proof {proof} expects: {expectedEn}. Neither the name nor the content of “{path}” says what it is. File the expected evidence; if this is it, say so with “revue: { avis: suffisante }”.',
      },
      unknownKind: {
        fr: 'Ni le nom ni le contenu de « {path} » ne disent ce que c’est : l’instructeur ne pourrait pas l’ouvrir. Déposez une pièce d’un format courant ; si celle-ci convient, dites-le par « revue: { avis: suffisante } ».',
        en: 'Neither the name nor the content of “{path}” says what it is: the examiner could not open it. File evidence of a common format; if this will do, say so with “revue: { avis: suffisante }”.',
      },
      showsNothing: {
        fr: '« {path} » est un fichier de la famille « {foundFr} », qui ne montre rien par lui-même : déposez ce qui montre ce que {proof} demande.',
        en: '“{path}” is a file of the family “{foundEn}”, which shows nothing by itself: file what shows what {proof} asks for.',
      },
    },
  },
  evidence(item, report, context) {
    const { proof } = context.proof;
    const at = item.link ?? item.execution ?? evidencePath(item);
    if (!proof || !at || (item.declaration && proof.types.some((type) => signedTypes.has(type)))) return;
    const named = namedFamilies(item, at.value);
    const file = fileOf(item, context);
    if (named.length > 0 && named.every((family) => showsNothing.has(family)) && !acceptedFamilies(proof.types)) {
      const target = proofTarget(context.proof, evidencePath(item)?.value);
      const args = { proof: proof.id, path: at.value, foundFr: found(named, 'fr'), foundEn: found(named, 'en') };
      report(at.range, 'showsNothing', args, { effect: 'incomplete', target });
      return;
    }
    if (named.length > 0 && mayAnswer(proof.types, named)) return;
    // A file is what its name says or what its content says, whichever suits: preuve/contenu-inattendu tells when the two
    // contradict each other.
    const families = [...new Set([...named, ...contentFamilies(at.value, file, named)])];
    if (families.length > 0 && mayAnswer(proof.types, families)) return;
    if (families.includes('zip') && holdsScreens(file, proof.types)) return;
    const isReviewed = item.review?.opinion?.value === 'suffisante';
    if (!acceptedFamilies(proof.types)) {
      // Whatever the proof asks for, somebody has to know what this is.
      const more = { severity: 'warning', effect: 'review', target: proofTarget(context.proof, at.value) } as const;
      if (file && !isReviewed) report(at.range, 'unknownKind', { path: at.value }, more);
      return;
    }
    const args = {
      proof: proof.id,
      expectedFr: expected(proof.types, 'fr'),
      expectedEn: expected(proof.types, 'en'),
      foundFr: found(families, 'fr'),
      foundEn: found(families, 'en'),
    };
    const target = proofTarget(context.proof, evidencePath(item)?.value);
    if (named.length > 0) {
      report(at.range, 'notAccepted', args, { effect: 'incomplete', target });
    } else if (file && !isReviewed) {
      // Unknown is not wrong, and is no yes: somebody who opened it has to say so.
      const message = families.length > 0 ? 'unnamed' : 'unknown';
      report(at.range, message, { ...args, path: at.value }, { severity: 'warning', effect: 'review', target });
    }
  },
};

/** Files that nobody opens to see something; where a proof names what it takes, that decides. */
const showsNothing: ReadonlySet<EvidenceFamily> = new Set(['program', 'audio', 'database']);

/** Whether an archive holds nothing but what the proof takes as pictures of screens, films of them included. */
function holdsScreens(file: EvidenceContent | undefined, types: readonly string[]): boolean {
  const extensions = file?.inspection?.entryExtensions ?? [];
  const accepted = acceptedFamilies(types);
  if (!accepted || extensions.length === 0 || !mayAnswer(types, ['image'])) return false;
  const shown = (['image', 'video'] as const).filter((family) => mayAnswer(types, [family]));
  return extensions.every((extension) =>
    familiesOfFile({ extension }).some((family) => shown.some((one) => one === family)),
  );
}

/** Empty when nothing is known. */
function namedFamilies(item: EvidenceItem, value: string): readonly EvidenceFamily[] {
  if (item.link) return ['link'];
  if (item.execution) return ['integer'];
  return piecePathFault(value) === undefined ? familiesOfFile({ extension: extensionOf(value) }) : [];
}

/** The file, where it is there and has something in it; what stands elsewhere (a pointer) is not known. */
function fileOf(item: EvidenceItem, context: EvidenceContext): EvidenceContent | undefined {
  const path = evidencePath(item);
  const file = path && factsOf(path, context);
  return file?.state === 'file' && file.size > 0 && !file.pointer && workingKind(path?.value ?? '') === undefined
    ? file
    : undefined;
}

/** By its signature; a text whose name says nothing is a text. */
function contentFamilies(
  path: string,
  file: EvidenceContent | undefined,
  named: readonly EvidenceFamily[],
): readonly EvidenceFamily[] {
  if (!file) return [];
  const extension = extensionOf(path);
  const signature = file.detected?.extension;
  if (signature !== undefined) return familiesOfFile({ extension, signature });
  return named.length === 0 && file.text ? familiesOfFile({ extension, text: true }) : [];
}

function expected(types: readonly string[], locale: Locale): string {
  return types.map((type) => evidenceType(type)?.label[locale] ?? type).join(', ');
}

function found(families: readonly EvidenceFamily[], locale: Locale): string {
  return families.map((family) => evidenceFamilies[family].label[locale]).join(', ');
}
