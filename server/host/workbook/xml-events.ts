import { Parser } from 'saxen';
import { setImmediate } from 'node:timers/promises';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { WorkbookError } from './workbook-error';

/** What a reader of one XML part does with it. Names come without namespace prefix. */
export interface XmlHandlers {
  /** `attribute(':id')` gives the attribute `id` of whatever prefix. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  /** Text with its entities decoded; may come in several pieces. */
  text?(text: string): void;
}

/** Characters given to the parser between two pauses. */
const chunk = 2 ** 20;

/**
 * Reads one XML part as a stream of events, pausing so that a large sheet blocks nothing and can be cancelled.
 * A document type declaration is refused (ECMA-376 part 2 forbids it), so no entity is ever defined or fetched.
 * @param part name shown in the error
 * @throws WorkbookError `contenu-corrompu`
 */
export async function readXml(
  part: string,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  cancellation: Cancellation,
): Promise<void> {
  const corrupt = (detail: string): WorkbookError => new WorkbookError('contenu-corrompu', { part, detail });
  const xml = decode(bytes, corrupt);
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    handlers.open?.(localName(name), (wanted) => {
      const all = attributes();
      const raw = wanted.startsWith(':') ? Object.entries(all).find(([key]) => key.endsWith(wanted))?.[1] : all[wanted];
      return raw === undefined ? undefined : decodeEntities(raw, corrupt);
    });
  });
  parser.on('closeTag', (name) => handlers.close?.(localName(name)));
  parser.on('text', (text) => handlers.text?.(decodeEntities(text, corrupt)));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('attention', () => {
    throw corrupt('DOCTYPE');
  });
  try {
    for (let start = 0; start < xml.length;) {
      // A chunk ends just before a `<`, which stands in no text and no attribute: no token is ever cut.
      const next = start + chunk < xml.length ? xml.indexOf('<', start + chunk) : -1;
      const end = next === -1 ? xml.length : next;
      parser.write(xml.slice(start, end));
      start = end;
      if (start < xml.length) await setImmediate();
      throwIfCancelled(cancellation);
    }
    parser.end();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw corrupt(error.message);
    throw error;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** XML parts are UTF-8 or, with a byte order mark, UTF-16. */
function decode(bytes: Uint8Array, corrupt: (detail: string) => WorkbookError): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(encoding);
  }
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string, corrupt: (detail: string) => WorkbookError): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const character = predefined[name];
        if (character === undefined) throw corrupt(whole);
        return character;
      }
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      if (code > 0x10ffff) throw corrupt(whole);
      return String.fromCodePoint(code);
    },
  );
}
