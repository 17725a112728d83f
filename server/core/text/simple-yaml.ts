import { LineReader } from './simple-yaml-line';
import { SimpleList, SimpleMap, SimpleScalar } from './simple-yaml-nodes';

/** A block collection that is still open. */
interface Frame {
  readonly indent: number;
  readonly node: SimpleMap | SimpleList;
  /** Key of a mapping whose value has not come yet. */
  key: SimpleScalar | undefined;
  /** Where the value is, if none comes. */
  emptyAt: number;
  /** A comment stands behind the key, before its value. */
  keyCommented: boolean;
  /** A comment below the last value, and further in than the collection, belongs to that value. */
  takesComments: boolean;
}

const deepest = 60;
/** Lone carriage returns have rules of their own, and a byte order mark is no part of the text. */
const unusual = /\ufeff|\r(?!\n)/;

/**
 * Reads the simple YAML that most manifests and catalogues are written in, many times faster than the `yaml` library and with
 * a fraction of the memory: block mappings and lists, one-line scalars and flow collections, literal texts (with tabs inside) and plain folded ones.
 *
 * It never guesses: whatever else there is (anchors, tags, several documents, text over several lines, any mistake), it gives
 * up. Where it does answer, the tree and its ranges are those of the library (`range[0]` and `range[1]` of its nodes), which
 * tests hold it to. See docs/decisions/0005-own-reader-for-simple-yaml.md.
 *
 * @returns undefined when the library must read the text; an empty text is one of those
 */
export function readSimpleYaml(text: string): SimpleMap | undefined {
  return unusual.test(text) ? undefined : new Reader(text).read();
}

class Reader {
  readonly #line: LineReader;
  readonly #frames: Frame[] = [];
  /** The first tab from the line in hand on: looked for once, however many lines have none. */
  #nextTab = -1;
  /** Deepest of the comments that were read since the last value and belong to nothing yet; -1 without any. */
  #commentIndent = -1;

  constructor(readonly text: string) {
    this.#line = new LineReader(text);
  }

  read(): SimpleMap | undefined {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const next = this.#nextLine(at);
      const end = this.#lineEnd(at, next);
      const content = this.#line.skipSpaces(at, end);
      if (content === end) at = next;
      else if (this.#hasTab(at, end)) return undefined;
      else if (text.charAt(content) === '#') {
        this.#comment(content - at, next);
        at = next;
      } else {
        const after = this.#content(at, content, end, next);
        if (after === undefined) return undefined;
        at = after;
      }
    }
    const root = this.#frames[0]?.node;
    if (!this.#settleKey(this.#frames.at(-1))) return undefined;
    while (this.#frames.length > 0) this.#close(text.length);
    return root instanceof SimpleMap ? root : undefined;
  }

  #nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  #lineEnd(at: number, next: number): number {
    let end = next;
    if (end > at && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > at && this.text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  /** Tabs have rules of their own, but inside a literal text. */
  #hasTab(at: number, end: number): boolean {
    if (this.#nextTab < at) {
      const found = this.text.indexOf('\t', at);
      this.#nextTab = found < 0 ? this.text.length : found;
    }
    return this.#nextTab < end;
  }

  #comment(indent: number, next: number): void {
    const top = this.#frames.at(-1);
    if (!top) return;
    if (top.key) top.keyCommented = true;
    else if (this.#commentIndent < 0 && indent > top.indent && top.takesComments) top.node.end = next;
    else this.#commentIndent = Math.max(this.#commentIndent, indent);
  }

  /** @returns where to read on; undefined in doubt */
  #content(at: number, content: number, end: number, next: number): number | undefined {
    const indent = content - at;
    const isItem =
      this.text.charCodeAt(content) === 45 && (content + 1 >= end || this.text.charAt(content + 1) === ' ');
    const frame = this.#frameFor(indent, content, isItem);
    if (!frame) return undefined;
    this.#commentIndent = -1;
    if (frame.node instanceof SimpleMap) return isItem ? undefined : this.#pair(frame, content, end, next);
    return isItem ? this.#item(frame, frame.node, at, content, end, next) : undefined;
  }

  /** The collection that a line belongs to; those that it ends are closed, the one that it begins is opened. */
  #frameFor(indent: number, content: number, isItem: boolean): Frame | undefined {
    let top = this.#frames.at(-1);
    if (!top) return this.#open(indent, new SimpleMap(content));
    if (top.key && (indent > top.indent || (isItem && indent === top.indent))) {
      const node = isItem ? new SimpleList(content) : new SimpleMap(content);
      this.#give(top, top.key, node);
      return this.#open(indent, node);
    }
    if (!this.#settleKey(top)) return undefined;
    while (top && (top.indent > indent || (top.indent === indent && !isItem && top.node instanceof SimpleList))) {
      this.#close(content);
      top = this.#frames.at(-1);
    }
    return top?.indent === indent ? top : undefined;
  }

  #open(indent: number, node: SimpleMap | SimpleList): Frame | undefined {
    if (this.#frames.length >= deepest) return undefined;
    const frame = { indent, node, key: undefined, emptyAt: 0, keyCommented: false, takesComments: false };
    this.#frames.push(frame);
    return frame;
  }

  /** @param until where the comments end that nothing else takes */
  #close(until: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const parent = this.#frames.at(-1);
    const keepsComments = frame.indent > 0 && this.#commentIndent >= frame.indent;
    if (keepsComments) this.#commentIndent = -1;
    if (parent) parent.node.end = keepsComments ? until : frame.node.end;
  }

  /** A key without value has an empty one. @returns false in doubt: comments move it */
  #settleKey(frame: Frame | undefined): boolean {
    if (!frame?.key) return true;
    if (frame.keyCommented) return false;
    this.#give(frame, frame.key, new SimpleScalar('', true, frame.emptyAt, frame.emptyAt));
    frame.node.end = frame.emptyAt;
    return true;
  }

  #give(frame: Frame, key: SimpleScalar, value: SimpleScalar | SimpleMap | SimpleList): void {
    if (frame.node instanceof SimpleMap) frame.node.items.push({ key, value });
    frame.key = undefined;
  }

  #item(frame: Frame, list: SimpleList, at: number, content: number, end: number, next: number): number | undefined {
    const start = this.#line.skipSpaces(content + 1, end);
    if (start >= end) return undefined;
    if (this.#line.key(start, end)) {
      const map = new SimpleMap(start);
      list.items.push(map);
      const inner = this.#open(start - at, map);
      return inner && this.#pair(inner, start, end, next);
    }
    const value = this.#line.value(start, end);
    if (!value) return undefined;
    list.items.push(value);
    list.end = next;
    frame.takesComments = true;
    return next;
  }

  #pair(frame: Frame, content: number, end: number, next: number): number | undefined {
    const key = this.#line.key(content, end);
    if (!key) return undefined;
    const at = this.#line.skipSpaces(this.#line.end, end);
    const first = at < end ? this.text.charAt(at) : '';
    if (first === '' || first === '#') {
      frame.key = key;
      frame.emptyAt = at;
      frame.keyCommented = first === '#';
      return next;
    }
    if (first === '|' || first === '>') return this.#blockText(frame, key, at, end, next);
    const value = this.#line.value(at, end);
    if (!value) return undefined;
    this.#give(frame, key, value);
    frame.node.end = next;
    frame.takesComments = true;
    return next;
  }

  /** A literal text, or a folded one without paragraphs. */
  #blockText(frame: Frame, key: SimpleScalar, start: number, end: number, first: number): number | undefined {
    const header = this.text.slice(start, end);
    if (!/^[|>]-?$/.test(header)) return undefined;
    const lines: string[] = [];
    let indent = -1;
    let blank = 0;
    let after = first;
    for (let at = first; at < this.text.length;) {
      const next = this.#nextLine(at);
      const lineEnd = this.#lineEnd(at, next);
      const content = this.#line.skipSpaces(at, lineEnd);
      if (content === lineEnd) {
        if (content > at || indent < 0) return undefined;
        blank++;
      } else {
        if (indent < 0) indent = content - at;
        if (content - at < indent) {
          if (content - at > frame.indent) return undefined;
          break;
        }
        if (header.startsWith('>') && (blank > 0 || content - at > indent || this.#hasTab(at, lineEnd)))
          return undefined;
        // The library has its own idea of lines of white space, and of what a first tab makes of the indentation.
        if (
          this.text.charAt(content) === '\t' &&
          (lines.length === 0 || this.text.slice(content, lineEnd).trim() === '')
        )
          return undefined;
        for (; blank > 0; blank--) lines.push('');
        lines.push(this.text.slice(at + indent, lineEnd));
        after = next;
      }
      at = next;
    }
    if (indent <= frame.indent || this.text.charCodeAt(after - 1) !== 10) return undefined;
    const value = lines.join(header.startsWith('>') ? ' ' : '\n') + (header.endsWith('-') ? '' : '\n');
    this.#give(frame, key, new SimpleScalar(value, false, start, after));
    frame.node.end = after;
    frame.takesComments = false;
    return after;
  }
}
