/** The part of saxen 11 that this folder uses: the package ships no types. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string>>;
  type DecodeEntities = (text: string) => string;

  export class Parser {
    on(
      event: 'openTag',
      handler: (name: string, attributes: () => Attributes, decode: DecodeEntities, selfClosing: boolean) => void,
    ): this;
    on(event: 'closeTag', handler: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', handler: (text: string) => void): this;
    on(event: 'error' | 'warn', handler: (error: Error) => void): this;
    write(chunk: string): this;
    end(): Error | undefined;
    stop(): this;
  }
}
