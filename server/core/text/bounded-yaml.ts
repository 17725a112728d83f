import {
  Composer,
  Lexer,
  Parser,
  type CST,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
  YAMLParseError,
} from 'yaml';

/** Levels of nesting that the parser may be in: a manifest uses about 25, a catalogue 15 (each list and mapping is two). */
const DEEPEST = 200;

/** Raised when a text nests deeper than any file of ours: composing it would exhaust the stack. */
export class NestingError extends Error {
  /** @param offset where the text goes too deep. */
  constructor(readonly offset: number) {
    super('YAML nested too deeply');
    this.name = 'NestingError';
  }
}

/** Errors of one text that are told: who wrote more by hand has seen the first. */
const MOST_ERRORS = 1000;

/** Raised when a text is broken in more places than anybody mends one by one: each costs as much as an entry that is sound. */
export class FloodError extends Error {
  /** @param offset of the first of them. */
  constructor(readonly offset: number) {
    super('more errors than are told');
    this.name = 'FloodError';
  }
}

/** Lists and mappings of a text of so many characters, beside as many as one of them may hold: most entries have one in twenty. */
export function mostCollections(length: number): number {
  return length / 12;
}

/** Raised when one collection has more entries than any file of ours, or a text has more collections between brackets. */
export class CrowdError extends Error {
  /** @param offset where the entry stands that is one too many. */
  constructor(readonly offset: number) {
    super('more entries than are read');
    this.name = 'CrowdError';
  }
}

/**
 * Reads all the documents of a YAML text, like `parseAllDocuments` of the library, but safely for text from anywhere: some
 * thousands of `[` make the library's recursive composer run out of stack, which it does not always survive as an
 * exception (V8 aborts the process when it has to compile a regular expression there).
 *
 * @throws {NestingError} when collections are nested too deeply.
 */
export function parseBoundedYaml(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed[] {
  // Duplicate keys are looked for by the readers: the library compares all pairs of keys.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent', ...options });
  return [...composer.compose(boundedTokens(text))];
}

/**
 * The documents of a text in which there is no error; undefined at the first one, so that a text that is broken everywhere
 * costs no more than one that is not.
 *
 * @throws {NestingError} when collections are nested too deeply.
 */
export function parseSoundYaml(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): Document.Parsed[] | undefined {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent', ...options });
  const own = Reflect.get(composer, 'onError') as OnError;
  const stopping: OnError = (source, code, message, warning) => {
    if (warning !== true) throw new FloodError(offsetOf(source));
    own(source, code, message, warning);
  };
  Reflect.set(composer, 'onError', stopping);
  try {
    const documents = [...composer.compose(withoutFlood(boundedTokens(text), 0))];
    return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
  } catch (error) {
    if (error instanceof FloodError) return undefined;
    throw error;
  }
}

/**
 * Reads the one document that a text should be, like `parseDocument` of the library: an empty text is an empty document, and
 * a second one is an error of the first.
 *
 * @throws {NestingError} when collections are nested too deeply.
 * @throws {FloodError} when there are too many errors.
 * @throws {CrowdError} when one collection has more than `mostItems` entries.
 * @param mostItems of one list or mapping
 */
export function parseBoundedDocument(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
  mostItems = Infinity,
): Document.Parsed {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error', ...options });
  boundErrors(composer);
  const tokens = withoutFlood(boundedTokens(text, MOST_ERRORS, mostItems));
  // What is behind a second document is not read: a text of hundreds of thousands of marks is one mistake.
  let document: Document.Parsed | undefined;
  let other: Document.Parsed | undefined;
  for (const one of composer.compose(tokens, true, text.length)) {
    if (document) {
      other = one;
      break;
    }
    document = one;
  }
  if (!document) throw new Error('the composer makes a document of any text');
  if (other) {
    const [start, end] = other.range;
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'));
  }
  return document;
}

/** The same for a part of a text that is to be written in; undefined when it nests too deeply for that. */
export function writableDocument(text: string, options: ParseOptions & SchemaOptions): Document.Parsed | undefined {
  try {
    return parseBoundedDocument(text, options);
  } catch (error) {
    if (error instanceof NestingError || error instanceof FloodError) return undefined;
    throw error;
  }
}

type OnError = (source: unknown, code: string, message: string, warning?: boolean) => void;

/** The library keeps whatever it finds wrong, each with the stack of calls that found it. */
function boundErrors(composer: Composer): void {
  const own = Reflect.get(composer, 'onError') as OnError;
  let count = 0;
  let first: number | undefined;
  const counting: OnError = (source, code, message, warning) => {
    first ??= offsetOf(source);
    if (++count > MOST_ERRORS) throw new FloodError(first);
    own(source, code, message, warning);
  };
  Reflect.set(composer, 'onError', counting);
}

/** The library tells a place as an offset, as a range, or by what stands there. */
function offsetOf(source: unknown): number {
  if (typeof source === 'number') return source;
  if (Array.isArray(source)) return offsetOf(source[0]);
  return typeof source === 'object' && source !== null && 'offset' in source ? offsetOf(source.offset) : 0;
}

/** The same for what the parser already knows to be wrong. */
function* withoutFlood(tokens: Iterable<CST.Token>, most = MOST_ERRORS): Generator<CST.Token> {
  let count = 0;
  let first: number | undefined;
  for (const token of tokens) {
    if (token.type === 'error') {
      first ??= token.offset;
      if (++count > most) throw new FloodError(first);
    }
    yield token;
  }
}

function* boundedTokens(text: string, mostEmpty = Infinity, mostItems = Infinity): Generator<CST.Token> {
  const parser = new Parser();
  let isAfterComma = false;
  let empty = 0;
  let opened = 0;
  let depth = 0;
  const most = mostItems + mostCollections(text.length);
  for (const lexeme of new Lexer().lex(text)) {
    // Nothing between two commas is an error for which the parser makes an item first.
    if (lexeme === ',' && isAfterComma && ++empty > mostEmpty)
      throw new FloodError(Math.min(parser.offset, text.length));
    if (lexeme.trim() !== '') isAfterComma = lexeme === ',';
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new NestingError(Math.min(parser.offset, text.length));
    const open = parser.stack.at(-1);
    if (!open || !('items' in open)) continue;
    // A list or mapping costs far more than its brackets or dash: a text of little else is as costly as one ten times as long.
    if (parser.stack.length > depth) opened++;
    depth = parser.stack.length;
    if (open.items.length > mostItems || opened > most) throw new CrowdError(Math.min(parser.offset, text.length));
  }
  yield* parser.end();
}
