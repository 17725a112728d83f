import type { PreviewKind } from '../../protocol/requests/preview';
import type { EvidenceFile } from '../core/evidence/evidence-file';

/** Pictures that every web view draws. */
const pictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
]);
/** Films that a web view may play, as far as it has the codecs. */
const films: ReadonlySet<string> = new Set(['video/mp4', 'video/webm', 'video/quicktime', 'video/x-m4v']);

/** How a piece can be shown; undefined when nothing here shows such a file, or while it is not known. */
export function previewKind(file: EvidenceFile | undefined): PreviewKind | undefined {
  if (file?.state !== 'file' || file.pointer) return undefined;
  const { detected, inspection, text } = file;
  if (detected && pictures.has(detected.mime)) return 'picture';
  if (detected && films.has(detected.mime)) return 'film';
  if (detected?.mime === 'application/pdf') return 'pdf';
  const isXml = detected?.extension === 'xml';
  // An archive that carries such a document is none itself.
  if (!text && !isXml) return undefined;
  if (inspection?.cda) return 'cda';
  return inspection?.hl7 && inspection.hl7.messages.length > 0 ? 'hl7' : 'text';
}
