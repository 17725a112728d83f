import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver-types';
import type { TextChange } from '../../core/fixes/fix';
import type { OffsetRange } from '../../core/text/offset-range';
import { rangeIn } from '../positions';

/** One thing that may be written where the cursor is. */
export interface Offer {
  readonly label: string;
  /**
   * What is written instead of the token under the cursor; each `caret` is a place that Tab leads to in turn, the last of them
   * where the cursor stays. Without any it goes to the end.
   */
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** Words beside the label by which it is found. */
  readonly words?: string;
  /** Rank before catalogue order: smaller comes first. Default 0. */
  readonly rank?: number;
  /** A value is due where the cursor then stands: the editor offers what it may be. */
  readonly asksNext?: boolean;
  /** What else is written, elsewhere and above the cursor. */
  readonly besides?: readonly TextChange[];
  /** Whose description is fetched when the item is looked at. */
  readonly describes?: Described;
}

/** What a completion item stands for, so that its documentation can wait. Plain data: it travels to the client and back. */
export interface Described {
  readonly kind: 'requirement' | 'scenario' | 'proof';
  readonly id: string;
  /** Requirement or scenario that the id stands under. */
  readonly within?: string;
}

/** Where the cursor goes while an offer is taken. A private-use character that no manifest holds. */
export const caret = '\uE000';

/** No more than this many items are sent at once; the editor asks again as the user types. */
const mostItems = 100;

/** Where offers are written. */
export interface Target {
  readonly replace: OffsetRange;
  /** By which they are chosen. */
  readonly prefix: string;
  /** Written before each of them. */
  readonly lead: string;
  /** What stands before the cursor in place of the lead: the editor compares its items with that. */
  readonly typed: string;
}

export interface ListOptions {
  readonly document: TextDocument;
  /** Whether the client understands snippets. */
  readonly snippets: boolean;
  /** Command of the client that opens its list again after an item is taken. */
  readonly suggestCommand?: string;
  /** More may be known of the offers a moment later. */
  readonly unfinished: boolean;
}

/** Rank before the order of the catalogue. */
export function rankOf({ rank = 0 }: Offer): number {
  return rank;
}

/** Turns offers, in the order they should be read, into completion items. */
export function completionList(
  offers: readonly Offer[],
  target: Target,
  { document, snippets, suggestCommand, unfinished }: ListOptions,
): CompletionList {
  const matching = offers.filter((offer) => matches(target.prefix, offer));
  const ordered = [0, 1, 2, 3].flatMap((rank) => matching.filter((offer) => rankOf(offer) === rank));
  const range = rangeIn(document, target.replace);
  // A comment right behind would be of what is written.
  const trail = document.getText().charAt(target.replace.end) === '#' ? ' ' : '';
  const items = ordered.slice(0, mostItems).map((offer, index): CompletionItem => {
    const text = target.lead + offer.text + trail;
    const besides = offer.besides ?? [];
    return {
      label: offer.label,
      kind: offer.kind,
      ...(offer.detail === undefined ? {} : { detail: offer.detail }),
      ...(offer.documentation === undefined ? {} : { documentation: { kind: 'markdown', value: offer.documentation } }),
      ...(offer.describes ? { data: { uri: document.uri, ...offer.describes } } : {}),
      sortText: String(index).padStart(5, '0'),
      filterText: target.typed + (offer.words === undefined ? offer.label : `${offer.label} ${offer.words}`),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: snippets ? snippet(text) : text.replaceAll(caret, '') },
      ...(besides.length === 0
        ? {}
        : { additionalTextEdits: besides.map((one) => ({ range: rangeIn(document, one.range), newText: one.text })) }),
      ...(suggestCommand !== undefined && offer.asksNext === true
        ? { command: { title: '', command: suggestCommand } }
        : {}),
    };
  });
  return { isIncomplete: unfinished || ordered.length > mostItems, items };
}

function snippet(text: string): string {
  const [head = '', ...stops] = text.replace(/[\\$}]/g, '\\$&').split(caret);
  return stops.reduce((whole, part, at) => `${whole}$${at === stops.length - 1 ? 0 : at + 1}${part}`, head);
}

/** Every character of the prefix is in the label in order, or every word of it is in the offer's words. */
function matches(prefix: string, offer: Offer): boolean {
  if (prefix === '') return true;
  const wanted = prefix.toLowerCase();
  if (isSubsequence(wanted, offer.label.toLowerCase())) return true;
  const words = offer.words?.toLowerCase();
  return words !== undefined && wanted.split(/\s+/).every((word) => words.includes(word));
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const char of wanted) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
