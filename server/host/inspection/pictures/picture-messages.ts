/** What the thread that reads pictures is asked: one picture at a time. */
export type PictureRequest =
  | {
      /** A file of a picture, in whatever format. */
      readonly kind: 'file';
      readonly data: Uint8Array;
      /** Most pixels that are read, after enlargement. */
      readonly maxPixels: number;
    }
  | {
      readonly kind: 'pixels';
      readonly width: number;
      readonly height: number;
      /** Shades of grey, row by row. */
      readonly data: Uint8Array;
      readonly maxPixels: number;
    };

/** What it answers: `working` any number of times, then one of the others. */
export type PictureAnswer =
  | { readonly kind: 'working' }
  | { readonly kind: 'read'; readonly words: readonly PictureWord[] }
  | { readonly kind: 'failed'; readonly reason: PictureFailure };

/**
 * `size`: more pixels than are read. `damaged`: no picture can be made of it. `unavailable`: what recognises is not there or
 * cannot run here.
 */
export type PictureFailure = 'size' | 'damaged' | 'unavailable';

/** A word as it was recognised, with its box in pixels of the picture. */
export interface PictureWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 100. */
  readonly confidence: number;
}
