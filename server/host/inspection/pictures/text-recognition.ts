import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import load, { type TesseractApi, type TesseractModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { readGuarded } from '../../files/guarded-file';
import { startCompiled, type CompiledMemory } from './compiled-code';
import { greyOf, type GreyPicture } from './grey-picture';
import type { PictureWord } from './picture-messages';

/** The compiled recognition and the model of French, in one folder. */
const codeFile = 'tesseract-core-simd-lstm.wasm';
const language = 'fra';
const modelFile = `${language}.traineddata.gz`;
const mostBytes = 16 * 1024 * 1024;
/** One block of text: whatever columns and boxes a screen has, no part of it is taken for a picture and left. */
const oneBlock = '6';

/** Decodes pictures and recognises their words, all on the thread that asks. */
export class TextRecognition {
  private constructor(
    readonly module: TesseractModule,
    readonly api: TesseractApi,
    readonly memory: CompiledMemory,
  ) {}

  /**
   * @param folder where code and model are
   * @param onProgress called now and then while words are recognised
   * @throws an error when they are not there or do not run here
   */
  static async start(folder: string, onProgress: () => void): Promise<TextRecognition> {
    const { bytes } = await readGuarded(join(folder, codeFile), { mostBytes });
    const { bytes: model } = await readGuarded(join(folder, modelFile), { mostBytes });
    const started: { memory?: CompiledMemory } = {};
    const module = await load({
      instantiateWasm: (imports, receive) => {
        const { instance, memory } = startCompiled(bytes, imports);
        started.memory = memory;
        receive(instance);
      },
      TesseractProgress: onProgress,
      print: () => undefined,
      printErr: () => undefined,
    });
    if (!started.memory) throw new Error('The code was not started');
    module.FS.writeFile(`${language}.traineddata`, gunzipSync(model));
    const api = new module.TessBaseAPI();
    if (api.Init(null, language, 1) !== 0) throw new Error('The model cannot be loaded');
    api.SetVariable('tessedit_pageseg_mode', oneBlock);
    return new TextRecognition(module, api, started.memory);
  }

  /** Width and height in pixels as the file's header says; undefined when it is no picture that can be decoded. */
  size(file: Uint8Array): { readonly width: number; readonly height: number } | undefined {
    return this.#withBytes(file, (data) => {
      const out = this.module._malloc(24);
      try {
        // The header of a file that is no picture leaves them as they are.
        this.#bytes().fill(0, out, out + 24);
        const [format, width, height, bits, samples, mapped] = [0, 4, 8, 12, 16, 20].map((at) => out + at) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        if (this.module._pixReadHeaderMem(data, file.length, format, width, height, bits, samples, mapped) !== 0)
          return;
        const view = new DataView(this.memory.buffer);
        const size = { width: view.getInt32(width, true), height: view.getInt32(height, true) };
        return size.width > 0 && size.height > 0 ? size : undefined;
      } finally {
        this.module._free(out);
      }
    });
  }

  /** The picture in grey, on white where it is transparent; undefined when it cannot be decoded. */
  decode(file: Uint8Array): GreyPicture | undefined {
    return this.#withBytes(file, (data) => {
      const pointer = this.module._pixReadMem(data, file.length);
      if (pointer === 0) return undefined;
      try {
        return this.#grey(pointer);
      } finally {
        const slot = this.module._malloc(4);
        new DataView(this.memory.buffer).setUint32(slot, pointer, true);
        this.module._pixDestroy(slot);
        this.module._free(slot);
      }
    });
  }

  /** Words in the order in which they are read. */
  words(picture: GreyPicture): PictureWord[] {
    const { width, height } = picture;
    return this.#withBytes(picture.pixels, (data) => {
      this.api.SetImage(data, width, height, 1, width);
      try {
        return this.api.Recognize(null) === 0 ? wordsOf(this.api.GetTSVText(0)) : [];
      } finally {
        this.api.Clear();
      }
    });
  }

  #bytes(): Uint8Array {
    // The memory grows: a view is good until the next call only.
    return new Uint8Array(this.memory.buffer);
  }

  #withBytes<T>(bytes: Uint8Array, use: (pointer: number) => T): T {
    const pointer = this.module._malloc(bytes.length);
    if (pointer === 0) throw new Error('Out of memory');
    try {
      this.#bytes().set(bytes, pointer);
      return use(pointer);
    } finally {
      this.module._free(pointer);
    }
  }

  /** Leptonica keeps pixels in words of 32 bits, the first pixel in the highest bits. */
  #grey(pointer: number): GreyPicture | undefined {
    const pix = this.module.wrapPointer(pointer, this.module.Pix);
    const [width, height, depth, words] = [pix.get_w(), pix.get_h(), pix.get_d(), pix.get_wpl()];
    const view = new DataView(this.memory.buffer, pix.get_data(), words * 4 * height);
    const shades = shadesOf(depth, this.#colours(pix.get_colormap()));
    const pixels = new Uint8Array(width * height);
    if (depth === 32) {
      const transparent = pix.get_spp() === 4;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const word = view.getUint32((y * words + x) * 4, true);
          const grey = greyOf(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255);
          const alpha = transparent ? word & 255 : 255;
          pixels[y * width + x] = alpha === 255 ? grey : 255 - (((255 - grey) * alpha) >> 8);
        }
    } else if (shades) {
      const mask = 2 ** depth - 1;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const bit = x * depth;
          const word = view.getUint32((y * words + (bit >> 5)) * 4, true);
          pixels[y * width + x] = shades[(word >>> (32 - depth - (bit & 31))) & mask] ?? 0;
        }
    } else return undefined;
    return { width, height, pixels };
  }

  /** Shades of a palette; undefined where there is none. */
  #colours(colormap: ReturnType<ReturnType<TesseractModule['wrapPointer']>['get_colormap']>): number[] | undefined {
    if (this.module.getPointer(colormap) === 0) return undefined;
    const entries = new Uint8Array(this.memory.buffer, colormap.get_array(), colormap.get_n() * 4);
    return Array.from({ length: colormap.get_n() }, (_, index) => {
      const [blue = 0, green = 0, red = 0] = entries.subarray(index * 4);
      return greyOf(red, green, blue);
    });
  }
}

/** The shade of each value that a pixel may have; undefined for a depth that pictures do not have. */
function shadesOf(depth: number, palette: readonly number[] | undefined): readonly number[] | undefined {
  if (palette) return palette;
  // Without a palette a bit that is set is black.
  if (depth === 1) return [255, 0];
  if (![2, 4, 8, 16].includes(depth)) return undefined;
  const most = 2 ** depth - 1;
  return Array.from({ length: most + 1 }, (_, value) => Math.round((value * 255) / most));
}

/** Level 5 of the table is a word: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): PictureWord[] {
  return table.split('\n').flatMap((line) => {
    const cells = line.split('\t');
    const text = cells[11]?.trim() ?? '';
    if (cells[0] !== '5' || text === '') return [];
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number);
    return [{ text, left, top, width, height, confidence }];
  });
}
