import { extensionOf } from '../../../core/evidence/file-extension';

/** Pictures, films, fonts and programs: nothing reads a text in them. */
const withoutText = new Set(
  'png jpg jpeg gif bmp tif tiff webp ico emf wmf mp4 m4v mov avi mkv webm mp3 wav ttf otf woff woff2 exe dll so class'.split(
    ' ',
  ),
);

/** Whether a part of that name is worth decompressing. */
export function isWorthReading(name: string): boolean {
  return !withoutText.has(extensionOf(name));
}
