import { jsonWithoutHidden, shownHidden } from '../core/text/hidden-characters';
import type { Terminal } from './terminal';

/** What `paint` writes: one colour on or off (ECMA-48, 8.3.117). */
// eslint-disable-next-line no-control-regex -- the escape that opens a colour
const colours = /(\u001b\[\d{1,2}m)/;
const byteOrderMark = '\uFEFF';

/**
 * A terminal on which no text of a file moves the cursor, changes colours or turns the order of what is read: ids, comments
 * and names of files come from whoever wrote them, and so does the journal of a CI job that shows them. What is hidden is
 * shown (`<U+001B>`); a JSON document says the same as before, escaped.
 */
export function safeTerminal(terminal: Terminal): Terminal {
  return {
    ...terminal,
    out: (text, content) => {
      terminal.out(content === 'file' ? text : shown(text, terminal.colour));
    },
    err: (text) => {
      terminal.err(shown(text, terminal.colour));
    },
  };
}

function shown(text: string, colour: boolean): string {
  if (/^[[{]/.test(text) && /[\]}]\n?$/.test(text)) return jsonWithoutHidden(text);
  // A table that a spreadsheet program opens begins so.
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const parts = colour ? text.slice(mark.length).split(colours) : [text.slice(mark.length)];
  // Every second part is what was split at.
  return mark + parts.map((part, at) => (at % 2 === 1 ? part : shownHidden(part))).join('');
}
