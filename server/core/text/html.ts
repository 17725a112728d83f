import { withoutHidden } from './hidden-characters';

/** Markup that stands in a page as it is. Nothing but this file makes it: what is not markup yet is escaped. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The markup as text, to be written to a file. */
  get text(): string {
    return this.#text;
  }
}

export type Html = Markup;

/** What may stand between the tags: texts and numbers are escaped, `undefined` and `false` leave nothing. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

/**
 * The tag of every template of HTML or SVG: html`<td title="${title}">${cell}</td>`. Values are escaped unless they were
 * made by the tag; the items of a list follow each other. Values stand in the content of an element or between the
 * quotes of an attribute, nowhere else. Characters that nobody sees are left out of them.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Markup(strings.map((part, index) => part + written(values[index])).join(''));
}

/** Items one after the other with something between them. */
export function joined(items: readonly HtmlValue[], between: HtmlValue): Html {
  return new Markup(items.map(written).join(written(between)));
}

/** A text whose line ends are kept. */
export function linesOf(text: string): Html {
  return joined(text.trim().split(/\r?\n/), html`<br>`);
}

/**
 * The element that holds a page's own style. Its content cannot be escaped.
 * @throws when the style would end the element
 */
export function styleElement(style: string): Html {
  if (/<\/style/i.test(style)) throw new Error('a style must not end its own element');
  return new Markup(`<style>${style}</style>`);
}

function written(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return value.map(written).join('');
}

function escaped(text: string): string {
  return withoutHidden(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
