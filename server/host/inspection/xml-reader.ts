import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Damage, XmlFacts } from '../../core/evidence/inspection';
import { endOfBase64, startOfBase64 } from './base64-run';
import { doctypeFacts } from './xml-doctype';
import type { XmlAttribute, XmlObserver, XmlReading } from './xml-observer';

/** CDA and SOAP stay under 60, and each level makes namespaces slower to look up. */
const maxDepth = 200;
/** Characters before the root in which entities are looked for. */
const maxProlog = 2 ** 20;
/** Runs of base64 at least this long stay out of the parser, which holds a text until its end. */
const longRun = 4096;
const probeStride = longRun / 2;

/** Thrown through the parser by its own events, and caught where it was called. */
class Stop extends Error {}

/** A document given in pieces, told to several observers (see `readXml`). */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #observers: readonly XmlObserver[];
  readonly #path: string[] = [];
  readonly #maxHeld: number;
  #root: XmlFacts['root'];
  /** What was given before the root; undefined once it has come. */
  #prolog: string | undefined = '';
  #doctype = false;
  #declaresEntities = false;
  #damage: Damage | undefined;
  #partial = false;
  /** Line ends that the parser was not given. */
  #skippedLines = 0;
  /** Characters since the last event. */
  #held = 0;
  #eventLine = 1;
  /** The last characters given to the parser. */
  #tail = '';
  #rootName = '';
  /** Where the last tag ended, as the parser counts. */
  #tagEnd = { line: 0, column: 0 };
  #inRun = false;
  /** Shorter than a long run. */
  #pending = '';
  #ending = false;

  constructor(observers: readonly XmlObserver[], maxHeld: number) {
    this.#observers = observers;
    this.#maxHeld = maxHeld;
    const parser = this.#parser;
    // No more than six handlers: with a seventh, V8 keeps the parser as a dictionary, five times slower. Hence no event for
    // the document type, nor for each attribute.
    parser.on('error', (error) => {
      this.#fail(error);
    });
    parser.on('opentag', (tag) => {
      this.#open(tag);
    });
    parser.on('closetag', () => {
      this.#close();
    });
    const text = (value: string): void => {
      this.#text(value);
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('comment', (value) => {
      this.#event();
      const line = this.line - lineEnds(value);
      for (const observer of this.#observers) observer.comment?.(value, line);
    });
  }

  get stopped(): boolean {
    return this.#damage !== undefined || this.#partial;
  }

  /** Line that the parser has reached, 1-based. */
  get line(): number {
    return this.#parser.line + this.#skippedLines;
  }

  write(piece: string): void {
    const text = this.#pending + piece;
    this.#pending = '';
    let from = this.#inRun ? this.#skip(text, 0, endOfBase64(text, 0)) : 0;
    // A long run cannot lie between two probes.
    for (let probe = from + probeStride; probe < text.length && !this.stopped; probe += probeStride) {
      const start = startOfBase64(text, probe, from);
      const end = endOfBase64(text, probe);
      if (end - start > longRun) from = this.#feedAround(text, from, start, end);
      probe = end;
    }
    // What ends the piece is perhaps the beginning of a run: the next piece tells.
    const start = startOfBase64(text, text.length - 1, from);
    const held = text.length - start > longRun ? text.length : start;
    this.#feed(text.slice(from, held));
    this.#pending = text.slice(held);
  }

  /** Nothing more comes that could make a run of what was held back. */
  flush(): void {
    this.#feed(this.#pending);
    this.#pending = '';
  }

  end(): void {
    this.flush();
    if (this.stopped) return;
    this.#ending = true;
    this.#untilStopped(() => this.#parser.close());
  }

  facts(): XmlReading {
    return {
      ...(this.#root && { root: this.#root }),
      ...(this.#declaresEntities && { declaresEntities: true }),
      ...(this.#damage && { damage: this.#damage }),
      partial: this.#partial,
    };
  }

  #feed(text: string): void {
    if (text === '' || this.stopped) return;
    this.#inRun = false;
    this.#held += text.length;
    if (this.#prolog !== undefined) this.#readProlog(text);
    this.#tail = (this.#tail + text).slice(-1000);
    this.#untilStopped(() => this.#parser.write(text));
    // Neither a comment nor a text of that size is worth holding.
    if (this.#held > this.#maxHeld) this.#partial = true;
  }

  #readProlog(text: string): void {
    this.#prolog = ((this.#prolog ?? '') + text).slice(0, maxProlog);
    const { present, declaresEntities } = doctypeFacts(this.#prolog);
    this.#doctype = present;
    this.#declaresEntities = declaresEntities;
  }

  /** The parser can only be stopped in the middle of a piece by an exception. */
  #untilStopped(step: () => unknown): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
  }

  /**
   * Feeds what stands before a run, then gives the run to the observers, or leaves it to the parser unless a tag ends just
   * before it: only there is it certainly text of an element, and not part of a comment or of a value.
   */
  #feedAround(text: string, from: number, start: number, end: number): number {
    this.#feed(text.slice(from, start));
    const afterTag = this.#path.length > 0 && this.#isTagEnd();
    return afterTag && !this.stopped ? this.#skip(text, start, end) : start;
  }

  /** Gives a run to the observers and counts its lines; returns its end. */
  #skip(text: string, from: number, end: number): number {
    const run = text.slice(from, end);
    this.#skippedLines += lineEnds(run);
    for (const observer of this.#observers) observer.base64?.(run, this.#path);
    this.#inRun = end === text.length;
    return end;
  }

  #endTag(): void {
    const { line, column } = this.#parser;
    this.#tagEnd = { line, column };
  }

  #isTagEnd(): boolean {
    const { line, column } = this.#parser;
    return this.#tagEnd.line === line && this.#tagEnd.column === column;
  }

  #stopHere(): never {
    this.#partial = true;
    throw new Stop();
  }

  #event(): void {
    this.#held = 0;
    this.#eventLine = this.line;
  }

  #open(tag: SaxesTagNS): void {
    this.#event();
    const { line } = this;
    const attributes: XmlAttribute[] = [];
    for (const { prefix, local, name, value } of Object.values(tag.attributes)) {
      if (prefix !== 'xmlns' && name !== 'xmlns') attributes.push({ name: local, value });
    }
    if (this.#root === undefined) this.#prolog = undefined;
    this.#path.push(tag.local);
    if (this.#path.length === 1) this.#rootName = tag.name;
    this.#root ??= { ...(tag.uri !== '' && { namespace: tag.uri }), name: tag.local };
    this.#endTag();
    if (this.#path.length > maxDepth) this.#stopHere();
    const element = { name: tag.local, namespace: tag.uri, line, attributes };
    for (const observer of this.#observers) observer.open?.(element, this.#path);
  }

  #close(): void {
    this.#event();
    for (const observer of this.#observers) observer.close?.(this.#path);
    this.#path.pop();
    this.#endTag();
  }

  #text(value: string): void {
    this.#event();
    if (this.#path.length === 0) return;
    const line = this.line - lineEnds(value);
    for (const observer of this.#observers) observer.text?.(value, this.#path, line);
  }

  /** Of the last ampersand or declaration, else of the last event. */
  #lineOfSwallower(): number {
    const at = Math.max(this.#tail.lastIndexOf('&'), this.#tail.lastIndexOf('<!'));
    return at < 0 ? this.#eventLine : this.line - lineEnds(this.#tail.slice(at));
  }

  #fail(error: Error): void {
    // Declared in a document type that nothing reads, perhaps outside of the document.
    if (this.#doctype && error.message.endsWith('undefined entity.')) return;
    const unfinished = this.#ending && this.#root !== undefined;
    // The end of the root is there, but something before it, such as an ampersand alone, swallowed it.
    const swallowed = unfinished && this.#tail.trimEnd().endsWith(`</${this.#rootName}>`);
    const line = swallowed ? this.#lineOfSwallower() : this.line;
    this.#damage ??= { code: unfinished && !swallowed ? 'truncated' : 'not-well-formed', line };
    throw new Stop();
  }
}

/** LF, CR LF and CR each count for one. */
function lineEnds(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}
