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
 * Reads the one document that a text should be, like `parseDocument` of the library: an empty text is an empty document, and
 * a second one is an error of the first.
 *
 * @throws {NestingError} when collections are nested too deeply.
 */
export function parseBoundedDocument(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error', ...options });
  const [document, other] = [...composer.compose(boundedTokens(text), true, text.length)];
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
    if (error instanceof NestingError) return undefined;
    throw error;
  }
}

function* boundedTokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new NestingError(Math.min(parser.offset, text.length));
  }
  yield* parser.end();
}
