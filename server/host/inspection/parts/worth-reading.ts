import { extensionOf } from '../../../core/evidence/file-extension';

/** Pictures whose text can be recognised. */
const pictures = new Set('png jpg jpeg gif bmp tif tiff webp'.split(' '));
/** Other pictures, films, fonts and programs: nothing reads a text in them. */
const withoutText = new Set(
  'ico emf wmf mp4 m4v mov avi mkv webm mp3 wav ttf otf woff woff2 exe dll so class'.split(' '),
);

/** Whether a part of that name is worth decompressing. @param withPictures whether pictures are to be read too */
export function isWorthReading(name: string, withPictures: boolean): boolean {
  const extension = extensionOf(name);
  return pictures.has(extension) ? withPictures : !withoutText.has(extension);
}

/** Whether the name of a part is that of a picture whose text can be recognised. */
export function isPictureName(name: string): boolean {
  return pictures.has(extensionOf(name));
}
