/** The characters that a message chose in MSH-1 and MSH-2. */
export interface Hl7Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

export interface Hl7Segment {
  readonly name: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** `fields[n]` is field n as HL7 counts, MSH-1 being the separator itself. Not unescaped. */
  readonly fields: readonly string[];
}

export interface Hl7Message {
  readonly separators: Hl7Separators;
  readonly segments: readonly Hl7Segment[];
}

/** `MSH`, the field separator, four encoding characters (a fifth since 2.7), and the separator again. */
const header = /MSH([^\w\s])([^\w\s])([^\w\s])([^\w\s])([^\w\s])[^\w\s]?\1/;
const segmentName = /^[A-Z][A-Z0-9]{2}$/;

/**
 * Reads the messages of a text, one after the other: segments ended by CR, LF or CR LF, MLLP framing or the prefix of a
 * journal before MSH allowed. A line that is no segment is left out; the end of an MLLP frame or the next MSH ends a message.
 */
export function* hl7Messages(text: string): Generator<Hl7Message> {
  let separators: Hl7Separators | undefined;
  let segments: Hl7Segment[] = [];
  for (const { content, line } of linesOf(text)) {
    const start = headerOf(content);
    if (start) {
      if (separators) yield { separators, segments };
      separators = start.separators;
      segments = [{ name: 'MSH', line, fields: headerFields(content.slice(start.at), separators.field) }];
    } else if (separators) {
      addSegment(segments, content, line, separators);
    }
    if (separators && content.includes('\x1c')) {
      yield { separators, segments };
      separators = undefined;
    }
  }
  if (separators) yield { separators, segments };
}

/** The parts of a value, without surrounding spaces; escapes stay. */
export function parts(value: string | undefined, separator: string): string[] {
  return value === undefined || value === '' ? [] : value.split(separator);
}

/**
 * A value as its writer meant it: the escapes for the separators and for characters (`\X0D0A\`) undone, `\.br\` a line end,
 * others left out.
 */
export function unescaped(value: string, separators: Hl7Separators): string {
  const { escape } = separators;
  if (!value.includes(escape)) return value;
  const meant: Readonly<Record<string, string>> = {
    F: separators.field,
    S: separators.component,
    T: separators.subcomponent,
    R: separators.repetition,
    E: escape,
  };
  const quoted = escape.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return value.replace(
    new RegExp(`${quoted}([A-Za-z.0-9]{1,20})${quoted}`, 'g'),
    (_all, code: string) => meant[code] ?? (code === '.br' ? '\n' : hexadecimal(code)),
  );
}

/** `X` and pairs of digits; nothing for another escape. */
function hexadecimal(code: string): string {
  return /^X(?:[0-9A-Fa-f]{2})+$/.test(code) ? Buffer.from(code.slice(1), 'hex').toString('latin1') : '';
}

function addSegment(segments: Hl7Segment[], content: string, line: number, { field }: Hl7Separators): void {
  const fields = unframed(content).split(field);
  const name = fields[0]?.trim() ?? '';
  if (segmentName.test(name)) segments.push({ name, line, fields: [name, ...fields.slice(1)] });
  else unfold(segments, fields);
}

/** A line of base64 that goes on with the one before: some writers break the lines of a document in OBX-5. */
function unfold(segments: Hl7Segment[], [continued = '', ...more]: readonly string[]): void {
  const segment = segments.at(-1);
  const last = segment?.fields.at(-1);
  if (segment === undefined || last === undefined || !/[A-Za-z0-9+/]{20}$/.test(last)) return;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(continued.trim())) return;
  const joined = { ...segment, fields: [...segment.fields.slice(0, -1), last + continued.trim(), ...more] };
  segments.splice(-1, 1, joined);
}

function headerOf(content: string): { readonly at: number; readonly separators: Hl7Separators } | undefined {
  const match = header.exec(content.slice(0, 400));
  if (match === null) return undefined;
  const [, field = '', component = '', repetition = '', escape = '', subcomponent = ''] = match;
  if (new Set([field, component, repetition, escape, subcomponent]).size < 5) return undefined;
  // In a journal the prefix ends before MSH; `xMSH|` is no header.
  if (/\w$/.test(content.slice(0, match.index))) return undefined;
  return { at: match.index, separators: { field, component, repetition, escape, subcomponent } };
}

/** Without the bytes with which MLLP frames a message. */
function unframed(content: string): string {
  return content.replaceAll('\x0b', '').replaceAll('\x1c', '');
}

function headerFields(content: string, field: string): string[] {
  const fields = unframed(content).split(field);
  return ['MSH', field, ...fields.slice(1)];
}

function* linesOf(text: string): Generator<{ readonly content: string; readonly line: number }> {
  const end = /\r\n|\r|\n/g;
  let from = 0;
  for (let line = 1; from <= text.length; line++) {
    const match = end.exec(text);
    yield { content: text.slice(from, match?.index), line };
    if (match === null) return;
    from = match.index + match[0].length;
  }
}
