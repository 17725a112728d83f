import { enlarge } from './enlarge';
import { eraseLines } from './erase-lines';
import type { GreyPicture } from './grey-picture';

/** Narrower pictures have letters of some ten pixels, which are read badly: they are doubled. */
const wideEnough = 1700;

/** How many times larger a picture of that width is read. */
export function enlargement(width: number): 1 | 2 {
  return width < wideEnough ? 2 : 1;
}

/** Makes a screen what text is read from best: dark letters on light ground, without lines and borders, large enough. */
export function preparePicture(picture: GreyPicture): GreyPicture {
  const light = isDark(picture) ? inverted(picture) : picture;
  const plain = eraseLines(light);
  return enlargement(picture.width) === 2 ? enlarge(plain) : plain;
}

/** Whether half of the pixels are nearer to black than to white. */
function isDark({ pixels }: GreyPicture): boolean {
  let dark = 0;
  for (const grey of pixels) if (grey < 128) dark++;
  return dark * 2 > pixels.length;
}

function inverted(picture: GreyPicture): GreyPicture {
  return { ...picture, pixels: picture.pixels.map((grey) => 255 - grey) };
}
