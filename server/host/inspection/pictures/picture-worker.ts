/**
 * Entry point of `dist/picture-worker.js`, run as a worker thread: recognises the text of pictures, and whoever started the
 * thread ends it when it is stuck or nobody wants the answer. Nothing is fetched: code and model are files beside it.
 */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { GreyPicture } from './grey-picture';
import type { PictureAnswer, PictureRequest, PictureWord } from './picture-messages';
import { enlargement, preparePicture } from './prepare-picture';
import { TextRecognition } from './text-recognition';

let recognition: Promise<TextRecognition> | undefined;

parentPort?.on('message', (request: PictureRequest) => {
  read(request).then(answer, () => {
    // Compiled code that failed once is not trusted again.
    recognition = undefined;
    answer({ kind: 'failed', reason: 'unavailable' });
  });
});

async function read(request: PictureRequest): Promise<PictureAnswer> {
  recognition ??= TextRecognition.start(join(__dirname, 'pictures'), () => {
    answer({ kind: 'working' });
  });
  const started = await recognition;
  const picture = pictureOf(request, started);
  if (typeof picture === 'string') return { kind: 'failed', reason: picture };
  const scale = enlargement(picture.width);
  const words = started.words(preparePicture(picture));
  return { kind: 'read', words: words.map((word) => scaled(word, scale)) };
}

function pictureOf(request: PictureRequest, recognition: TextRecognition): GreyPicture | 'size' | 'damaged' {
  const dimensions = request.kind === 'pixels' ? request : recognition.size(request.data);
  if (!dimensions) return 'damaged';
  const { width, height } = dimensions;
  if (width === 0 || height === 0) return 'damaged';
  if (width * height * enlargement(width) ** 2 > request.maxPixels) return 'size';
  if (request.kind === 'file') return recognition.decode(request.data) ?? 'damaged';
  return { width, height, pixels: request.data };
}

/** Its box in pixels of the picture as it came. */
function scaled(word: PictureWord, scale: number): PictureWord {
  const [left, top] = [Math.floor(word.left / scale), Math.floor(word.top / scale)];
  return { ...word, left, top, width: Math.ceil(word.width / scale), height: Math.ceil(word.height / scale) };
}

function answer(message: PictureAnswer): void {
  parentPort?.postMessage(message);
}
