import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
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
  // Prefixes are of no use here, and some producers do not declare theirs.
  const parser = new SaxesParser();
  // No more than six handlers: with a seventh, V8 keeps the parser as a dictionary, five times slower.
  parser.on('error', (error) => {
    throw corrupt(error.message);
  });
  parser.on('doctype', () => {
    throw corrupt('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open?.(localName(name), (wanted) =>
      wanted.startsWith(':')
        ? Object.entries(attributes).find(([key]) => key.endsWith(wanted))?.[1]
        : attributes[wanted],
    );
  });
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for (let start = 0; start < xml.length; start += chunk) {
    parser.write(xml.slice(start, start + chunk));
    if (start + chunk < xml.length) await setImmediate();
    throwIfCancelled(cancellation);
  }
  parser.close();
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
