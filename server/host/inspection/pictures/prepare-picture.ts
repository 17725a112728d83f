import { enlarge } from './enlarge';
import { eraseLines } from './erase-lines';
import { evenGrounds } from './even-grounds';
import type { GreyPicture } from './grey-picture';

/** Narrower pictures have letters of some ten pixels, which are read badly: they are doubled. */
const wideEnough = 1700;

/** How many times larger a picture of that width is read. */
export function enlargement(width: number): 1 | 2 {
  return width < wideEnough ? 2 : 1;
}

/** Makes a screen what text is read from best: dark letters on light ground, without lines and borders, large enough. */
export function preparePicture(picture: GreyPicture): GreyPicture {
  const plain = eraseLines(evenGrounds(picture));
  return enlargement(picture.width) === 2 ? enlarge(plain) : plain;
}
