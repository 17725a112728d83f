import { familiesOfFile, type EvidenceFamily } from '../../../catalogue/evidence-families';
import type { EvidenceContent } from '../../../evidence/evidence-file';

/** How a file's content stands to the extension of its name. */
export type Verdict = 'asNamed' | 'sameFamily' | 'other' | 'text' | 'unsigned';

/**
 * Signatures that each extension may have, by the names of the signature library. Containers are told apart loosely: a
 * film is often in a sibling format, an encrypted Office file is a compound file, an archive may look like what it holds.
 */
const signatures: Readonly<Record<string, readonly string[]>> = {
  png: ['png', 'apng'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  gif: ['gif'],
  webp: ['webp'],
  bmp: ['bmp'],
  tif: ['tif'],
  tiff: ['tif'],
  heic: ['heic', 'avif'],
  avif: ['avif', 'heic'],
  mp4: ['mp4', 'm4v', 'mov', '3gp', '3g2'],
  m4v: ['mp4', 'm4v', 'mov', '3gp', '3g2'],
  mov: ['mp4', 'm4v', 'mov', '3gp', '3g2'],
  webm: ['webm', 'mkv'],
  mkv: ['webm', 'mkv'],
  avi: ['avi'],
  mpg: ['mpg'],
  mpeg: ['mpg'],
  wmv: ['asf'],
  ogv: ['ogv', 'ogm'],
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'zip', 'cfb'],
  pptx: ['pptx', 'pptm', 'zip', 'cfb'],
  xlsx: ['xlsx', 'xlsm', 'zip', 'cfb'],
  xlsm: ['xlsx', 'xlsm', 'zip', 'cfb'],
  odt: ['odt', 'zip'],
  ods: ['ods', 'zip'],
  odp: ['odp', 'zip'],
  zip: ['zip', 'docx', 'docm', 'pptx', 'pptm', 'xlsx', 'xlsm', 'odt', 'ods', 'odp'],
  '7z': ['7z'],
  rar: ['rar'],
  gz: ['gz'],
  tgz: ['gz'],
};

/**
 * Formats of which every file begins with a signature that is known, and that no inspector opens: content without any is
 * something else. Of the other formats the inspectors say what is wrong, or the signature is not all there is.
 */
const alwaysSigned = new Set(
  'heic avif avi mpg mpeg wmv ogv docx pptx xlsx xlsm odt ods odp zip 7z rar gz tgz'.split(' '),
);

/** Extensions of text. A signature found in what is text anyway is chance (`BM` begins a bitmap, and a sentence). */
const textExtensions = new Set(
  'txt log md json yaml yml csv tsv xml cda xsd xsl xslt html xhtml svg eml hl7 er7 pem conf cfg ini properties'.split(
    ' ',
  ),
);

/** Judges only what is sure: an unknown extension or an unknown signature is as named. */
export function contentOf(extension: string, file: EvidenceContent): Verdict {
  const signature = file.detected?.extension;
  const allowed = Object.hasOwn(signatures, extension) ? signatures[extension] : undefined;
  if (signature === undefined) {
    if (!allowed || file.size === 0) return 'asNamed';
    if (file.text) return 'text';
    // Of content that is kept elsewhere, or was not opened, nothing is known.
    return alwaysSigned.has(extension) && file.inspection && !file.pointer ? 'unsigned' : 'asNamed';
  }
  if (!allowed && (file.text || signature === 'xml' || !textExtensions.has(extension))) return 'asNamed';
  if (allowed?.includes(signature)) return 'asNamed';
  const signed = familiesOfFile({ extension: '', signature });
  if (signed.length === 0) return 'asNamed';
  return shares(signed, familiesOfFile({ extension })) ? 'sameFamily' : 'other';
}

function shares(a: readonly EvidenceFamily[], b: readonly EvidenceFamily[]): boolean {
  return a.some((family) => b.includes(family));
}
