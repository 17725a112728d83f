import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver-types';
import type { CursorContext } from '../cursor/cursor-context';
import { rangeIn } from '../positions';

/** One thing that may be written where the cursor is. */
export interface Offer {
  readonly label: string;
  /** What is written instead of the token under the cursor; `caret` marks where the cursor then goes, if not at the end. */
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** Words beside the label by which it is found. */
  readonly words?: string;
  /** Rank before catalogue order: smaller comes first. Default 0. */
  readonly rank?: number;
  readonly preselect?: boolean;
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

/** Where the cursor goes after an offer is taken. A private-use character that no manifest holds. */
export const caret = '\uE000';

/** No more than this many items are sent at once; the editor asks again as the user types. */
const mostItems = 100;

/** Turns offers, in the order they should be read, into completion items. */
export function completionList(
  offers: readonly Offer[],
  context: CursorContext,
  document: TextDocument,
  snippets: boolean,
): CompletionList {
  const matching = offers.filter((offer) => matches(context.prefix, offer));
  const ordered = [0, 1, 2, 3].flatMap((rank) => matching.filter((offer) => (offer.rank ?? 0) === rank));
  const range = rangeIn(document, context.replace);
  const items = ordered.slice(0, mostItems).map((offer, index): CompletionItem => {
    const text = context.glue + offer.text;
    return {
      label: offer.label,
      kind: offer.kind,
      ...(offer.detail === undefined ? {} : { detail: offer.detail }),
      ...(offer.documentation === undefined ? {} : { documentation: { kind: 'markdown', value: offer.documentation } }),
      ...(offer.preselect === true ? { preselect: true } : {}),
      ...(offer.describes ? { data: { uri: document.uri, ...offer.describes } } : {}),
      sortText: String(index).padStart(5, '0'),
      filterText: context.glue + (offer.words === undefined ? offer.label : `${offer.label} ${offer.words}`),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: snippets ? snippet(text) : text.replace(caret, '') },
    };
  });
  return { isIncomplete: ordered.length > mostItems, items };
}

function snippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&').replace(caret, '$0');
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
