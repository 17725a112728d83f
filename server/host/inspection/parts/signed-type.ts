import type { DetectedType } from '../../../core/evidence/evidence-file';

const signatures: readonly { readonly at: number; readonly bytes: string; readonly type: DetectedType }[] = [
  { at: 0, bytes: '%PDF-', type: { extension: 'pdf', mime: 'application/pdf' } },
  { at: 0, bytes: 'PK\x03\x04', type: { extension: 'zip', mime: 'application/zip' } },
  { at: 0, bytes: 'PK\x05\x06', type: { extension: 'zip', mime: 'application/zip' } },
  { at: 0, bytes: '\x1f\x8b\x08', type: { extension: 'gz', mime: 'application/gzip' } },
  { at: 257, bytes: 'ustar', type: { extension: 'tar', mime: 'application/x-tar' } },
  { at: 0, bytes: '\x89PNG\r\n', type: { extension: 'png', mime: 'image/png' } },
  { at: 0, bytes: '\xff\xd8\xff', type: { extension: 'jpg', mime: 'image/jpeg' } },
  { at: 0, bytes: 'GIF8', type: { extension: 'gif', mime: 'image/gif' } },
  { at: 0, bytes: 'II*\0', type: { extension: 'tif', mime: 'image/tiff' } },
  { at: 0, bytes: 'MM\0*', type: { extension: 'tif', mime: 'image/tiff' } },
  { at: 4, bytes: 'ftyp', type: { extension: 'mp4', mime: 'video/mp4' } },
  { at: 0, bytes: '\x1aE\xdf\xa3', type: { extension: 'mkv', mime: 'video/matroska' } },
  { at: 0, bytes: '7z\xbc\xaf\x27\x1c', type: { extension: '7z', mime: 'application/x-7z-compressed' } },
  { at: 0, bytes: 'Rar!', type: { extension: 'rar', mime: 'application/vnd.rar' } },
  { at: 0, bytes: 'BZh', type: { extension: 'bz2', mime: 'application/x-bzip2' } },
  { at: 0, bytes: '\xfd7zXZ', type: { extension: 'xz', mime: 'application/x-xz' } },
  { at: 0, bytes: '\x28\xb5\x2f\xfd', type: { extension: 'zst', mime: 'application/zstd' } },
  { at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: { extension: 'cfb', mime: 'application/x-cfb' } },
];

/** What the first bytes of a part say it is: the few kinds that stand inside others. Files are told by `detectType`. */
export function signedType(content: Uint8Array): DetectedType | undefined {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 300)).toString('latin1');
  return signatures.find(({ at, bytes }) => head.startsWith(bytes, at))?.type;
}
