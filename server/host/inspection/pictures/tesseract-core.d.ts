/** The part that is used of the recognition as its package compiles it; its pointers are numbers. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TesseractApi {
    /** 0 when it worked. `engine` 1 is the neural network. */
    Init(dataPath: null, language: string, engine: 1): number;
    SetVariable(name: string, value: string): boolean;
    SetImage(data: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number): void;
    /** 0 when it worked. */
    Recognize(monitor: null): number;
    GetTSVText(page: 0): string;
    Clear(): void;
  }
  export interface LeptonicaPix {
    get_w(): number;
    get_h(): number;
    get_d(): number;
    get_spp(): number;
    get_wpl(): number;
    get_data(): number;
    get_colormap(): LeptonicaColormap;
  }
  export interface LeptonicaColormap {
    get_array(): number;
    get_n(): number;
  }
  export interface TesseractModule {
    readonly FS: { writeFile(path: string, data: Uint8Array): void };
    readonly TessBaseAPI: new () => TesseractApi;
    readonly Pix: object;
    wrapPointer(pointer: number, type: object): LeptonicaPix;
    getPointer(value: object): number;
    _malloc(size: number): number;
    _free(pointer: number): void;
    _pixReadMem(data: number, size: number): number;
    _pixDestroy(pointerToPointer: number): void;
    _pixReadHeaderMem(
      data: number,
      size: number,
      format: number,
      width: number,
      height: number,
      bitsPerSample: number,
      samplesPerPixel: number,
      isColormapped: number,
    ): number;
  }
  export interface TesseractSettings {
    /** Makes the instance of the compiled code, and gives it to `receive`. */
    instantiateWasm(imports: object, receive: (instance: object) => void): void;
    TesseractProgress(percent: number): void;
    print(text: string): void;
    printErr(text: string): void;
  }
  export default function load(settings: TesseractSettings): Promise<TesseractModule>;
}
