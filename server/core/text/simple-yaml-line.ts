import { SimpleList, SimpleMap, SimpleScalar, type SimpleNode } from './simple-yaml-nodes';

const space = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openList = 91;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/** A plain scalar that begins with one of these is something else, or not allowed; documents may end at three dots. */
const indicators: ReadonlySet<number> = new Set(Array.from('-?:,[]{}#&*!|>\'"%@`.<=', (one) => one.charCodeAt(0)));

/** Of those, what may begin a value: only a key would be more than text there. */
const harmlessInValues: ReadonlySet<number> = new Set(Array.from('.<=', (one) => one.charCodeAt(0)));

const deepestFlow = 8;
/** The library refuses keys of more than 1,024 characters. */
const longestKey = 1000;

/**
 * Reads what stands on one line: keys, scalars and flow collections that end where they began. Every method gives undefined
 * at the first doubt; `end` is where the last thing read ends.
 */
export class LineReader {
  end = 0;

  constructor(readonly text: string) {}

  /** A key, up to behind its colon. */
  key(at: number, lineEnd: number): SimpleScalar | undefined {
    const first = this.text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) {
      const quoted = this.#quoted(at, lineEnd, first);
      return quoted && this.#isColon(this.end, lineEnd) ? this.#ended(quoted, this.end + 1) : undefined;
    }
    if (indicators.has(first)) return undefined;
    const until = Math.min(lineEnd, at + longestKey);
    for (let i = at; i < until; i++) {
      const code = this.text.charCodeAt(i);
      if (code === colon && this.#isColon(i, lineEnd)) {
        if (this.text.charCodeAt(i - 1) === space) return undefined;
        return this.#ended(new SimpleScalar(this.text.slice(at, i), true, at, i), i + 1);
      }
      if (code === hash && this.text.charCodeAt(i - 1) === space) return undefined;
    }
    return undefined;
  }

  /** A value, after which only a comment may stand on the line. */
  value(at: number, lineEnd: number): SimpleNode | undefined {
    const first = this.text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) return this.#alone(this.#quoted(at, lineEnd, first), lineEnd);
    if (first === openList || first === openMap) return this.#alone(this.#flow(at, lineEnd, 0), lineEnd);
    return this.#plain(at, lineEnd);
  }

  skipSpaces(at: number, lineEnd: number): number {
    let i = at;
    while (i < lineEnd && this.text.charCodeAt(i) === space) i++;
    return i;
  }

  #ended<T>(node: T, end: number): T {
    this.end = end;
    return node;
  }

  #isColon(at: number, lineEnd: number): boolean {
    return this.text.charCodeAt(at) === colon && (at + 1 >= lineEnd || this.text.charCodeAt(at + 1) === space);
  }

  /** Nothing but a comment follows, with white space before it. */
  #alone<T>(node: T | undefined, lineEnd: number): T | undefined {
    const after = this.skipSpaces(this.end, lineEnd);
    if (after === lineEnd || (after > this.end && this.text.charCodeAt(after) === hash)) return node;
    return undefined;
  }

  #plain(at: number, lineEnd: number): SimpleScalar | undefined {
    if (!this.#beginsPlain(at, lineEnd)) return undefined;
    let end = lineEnd;
    for (let i = at; i < lineEnd; i++) {
      const code = this.text.charCodeAt(i);
      if (code === colon && this.#isColon(i, lineEnd)) return undefined;
      if (code === hash && this.text.charCodeAt(i - 1) === space) {
        end = i;
        break;
      }
    }
    return this.#trimmed(at, end);
  }

  #trimmed(at: number, before: number): SimpleScalar {
    let end = before;
    while (this.text.charCodeAt(end - 1) === space) end--;
    return this.#ended(new SimpleScalar(this.text.slice(at, end), true, at, end), end);
  }

  #beginsPlain(at: number, lineEnd: number): boolean {
    const first = this.text.charCodeAt(at);
    if (at >= lineEnd) return false;
    // `-4`; what else may follow a dash depends on what is around it.
    if (first === dash) return at + 1 < lineEnd && /\w/.test(this.text.charAt(at + 1));
    return !indicators.has(first) || harmlessInValues.has(first);
  }

  #quoted(at: number, lineEnd: number, quote: number): SimpleScalar | undefined {
    return quote === singleQuote ? this.#singleQuoted(at, lineEnd) : this.#doubleQuoted(at, lineEnd);
  }

  #singleQuoted(at: number, lineEnd: number): SimpleScalar | undefined {
    let doubled = false;
    for (let i = at + 1; i < lineEnd; i++) {
      if (this.text.charCodeAt(i) !== singleQuote) continue;
      if (i + 1 < lineEnd && this.text.charCodeAt(i + 1) === singleQuote) {
        doubled = true;
        i++;
        continue;
      }
      const raw = this.text.slice(at + 1, i);
      return this.#ended(new SimpleScalar(doubled ? raw.replaceAll("''", "'") : raw, false, at, i + 1), i + 1);
    }
    return undefined;
  }

  #doubleQuoted(at: number, lineEnd: number): SimpleScalar | undefined {
    let escaped = false;
    for (let i = at + 1; i < lineEnd; i++) {
      const one = this.text.charAt(i);
      if (one === '\\') {
        // Only what needs no table; the line break that continues a text on the next line is not among it.
        const next = this.text.charAt(++i);
        if (i >= lineEnd || (next !== '"' && next !== '\\' && next !== 'n')) return undefined;
        escaped = true;
      } else if (one === '"') {
        const raw = this.text.slice(at + 1, i);
        return this.#ended(new SimpleScalar(escaped ? unescaped(raw) : raw, false, at, i + 1), i + 1);
      }
    }
    return undefined;
  }

  #flow(at: number, lineEnd: number, depth: number): SimpleNode | undefined {
    if (depth > deepestFlow) return undefined;
    return this.text.charCodeAt(at) === openList
      ? this.#flowList(at, lineEnd, depth)
      : this.#flowMap(at, lineEnd, depth);
  }

  #flowList(at: number, lineEnd: number, depth: number): SimpleList | undefined {
    const list = new SimpleList(at);
    let i = this.skipSpaces(at + 1, lineEnd);
    if (this.text.charCodeAt(i) !== closeList) {
      for (;;) {
        const item = this.#flowValue(i, lineEnd, depth);
        if (!item) return undefined;
        list.items.push(item);
        i = this.skipSpaces(this.end, lineEnd);
        const code = this.text.charCodeAt(i);
        if (i < lineEnd && code === closeList) break;
        if (i >= lineEnd || code !== comma) return undefined;
        i = this.skipSpaces(i + 1, lineEnd);
      }
    }
    list.end = i + 1;
    return this.#ended(list, i + 1);
  }

  #flowMap(at: number, lineEnd: number, depth: number): SimpleMap | undefined {
    const map = new SimpleMap(at);
    let i = this.skipSpaces(at + 1, lineEnd);
    if (this.text.charCodeAt(i) !== closeMap) {
      for (;;) {
        const key = this.#flowKey(i, lineEnd);
        if (!key) return undefined;
        const value = this.#flowValue(this.skipSpaces(this.end, lineEnd), lineEnd, depth);
        if (!value) return undefined;
        map.items.push({ key, value });
        i = this.skipSpaces(this.end, lineEnd);
        const code = this.text.charCodeAt(i);
        if (i < lineEnd && code === closeMap) break;
        if (i >= lineEnd || code !== comma) return undefined;
        i = this.skipSpaces(i + 1, lineEnd);
      }
    }
    map.end = i + 1;
    return this.#ended(map, i + 1);
  }

  #flowKey(at: number, lineEnd: number): SimpleScalar | undefined {
    const key = this.key(at, lineEnd);
    return key && (!key.isPlain || !/[,[\]{}]/.test(key.value)) ? key : undefined;
  }

  #flowValue(at: number, lineEnd: number, depth: number): SimpleNode | undefined {
    const first = this.text.charCodeAt(at);
    if (first === openList || first === openMap) return this.#flow(at, lineEnd, depth + 1);
    if (first === doubleQuote || first === singleQuote) return this.#quoted(at, lineEnd, first);
    if (!this.#beginsPlain(at, lineEnd)) return undefined;
    for (let i = at; i < lineEnd; i++) {
      const code = this.text.charCodeAt(i);
      if (code === comma || code === closeList || code === closeMap) return this.#trimmed(at, i);
      if (code === openList || code === openMap) return undefined;
      if (code === hash && this.text.charCodeAt(i - 1) === space) return undefined;
      if (code === colon && /^[\s,[\]{}]?$/.test(this.text.slice(i + 1, Math.min(i + 2, lineEnd)))) return undefined;
    }
    return undefined;
  }
}

function unescaped(raw: string): string {
  return raw.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
}
