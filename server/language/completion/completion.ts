import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionList } from 'vscode-languageserver-types';
import { evidenceShape } from '../../core/manifest/manifest-shape';
import type { ScalarShape } from '../../core/manifest/shape';
import type { ReadableText } from '../../core/text/chunked-text';
import { contextAt } from '../cursor/context-at';
import type { CursorContext } from '../cursor/cursor-context';
import { emptyValueAt } from '../cursor/empty-value';
import { placeOf, type Place, type WrittenIds } from '../cursor/place';
import { loadedCatalogue, type FileView } from '../file-view';
import { describeRequirementId } from '../hover/hover';
import { describeProof, describeScenario } from '../hover/describe';
import { topShape } from '../top-shape';
import { idOffers } from './ids';
import { itemOffers, keyOffers } from './keys';
import { completionList, rankOf, type Described, type Offer } from './offer';
import { pathOffers } from './paths';
import { isPiece, lacksFacts, pieceOffers, withFacts, type PieceStyle } from './pieces';
import { wholeFileOffers } from './whole-file';
import { valueOffers, type ValuePlace } from './values';

export interface CompletionOptions {
  /** Whether the client understands snippets. */
  readonly snippets: boolean;
  /** Command of the client that opens its list again after an item is taken. */
  readonly suggestCommand?: string;
  /** Paths of the files in the dossier's folder; asked for only where a path is expected. */
  files(): Promise<readonly string[]>;
  /** Looks at files of which nothing is known yet, for as long as somebody who types may wait. */
  look(paths: readonly string[]): Promise<void>;
}

/** Files that are looked at before they are offered: more are not read by who chooses among them. */
const mostLookedAt = 20;

/** Columns in which something is offered: each offer repeats the margin of its line on each of its own. */
const mostColumns = 10_000;

/** What may be written at a place. Works on half-typed text; checks nothing. */
export async function complete(view: FileView, offset: number, options: CompletionOptions): Promise<CompletionList> {
  const newline = newlineOf(view.parsed.source);
  const { document } = view;
  if (isInMargin(document, offset) || document.positionAt(offset).character > mostColumns)
    return { isIncomplete: false, items: [] };
  const writer = new Writer(view, offset, newline, options);
  const empty = emptyValueAt(view.parsed, offset, newline);
  const below = empty && placeOf(empty.below, topShape(view));
  if (empty && below && below.kind !== 'value') {
    const { replace, typed } = empty;
    const list = below.kind === 'newItem' && below.item.kind === 'scalar' ? { ...below, item: below.item } : undefined;
    const offers = list ? await writer.scalarList(list) : await writer.offersAt(below);
    const target = { replace, typed, prefix: '', lead: list ? ' ' : empty.lead };
    return completionList(offers, target, { ...options, document, unfinished: writer.unfinished });
  }
  const context = contextAt(view.parsed, offset);
  const place = context && placeOf(context, topShape(view));
  if (!context || !place) return { isIncomplete: false, items: [] };
  const { replace, prefix, glue } = context;
  const offers = [...wholeFileOffers(place, view, newline), ...(await writer.offersAt(place))];
  const target = { replace, prefix, lead: glue, typed: glue };
  return completionList(offers, target, { ...options, document, unfinished: writer.unfinished });
}

type PlaceOf<Kind extends Place['kind']> = Extract<Place, { kind: Kind }>;

class Writer {
  /** Facts of offered files are not known yet. */
  unfinished = false;

  constructor(
    readonly view: FileView,
    readonly offset: number,
    readonly newline: string,
    readonly options: CompletionOptions,
  ) {}

  async offersAt(place: Place): Promise<Offer[]> {
    const { view, newline } = this;
    switch (place.kind) {
      case 'mapKey':
        // The dash of a new item stands there already.
        if (
          isPiece(place.shape) &&
          !place.context.flow &&
          place.context.siblings.size === 0 &&
          !place.context.hasColon
        ) {
          const items = await this.#pieces(place, { kind: 'block', column: place.context.column - 2, newline });
          const bare = items.map((offer) => ({
            ...offer,
            label: offer.label.replace(/^- /, ''),
            text: offer.text.replace(/^- /, ''),
          }));
          const others = keyOffers(place, view.locale, newline).filter(
            ({ label }) => !bare.some((one) => one.label === label),
          );
          return [...bare, ...others];
        }
        return keyOffers(place, view.locale, newline);
      case 'flowMap':
        return isPiece(place.shape)
          ? await this.#pieces(place, { kind: 'braces', list: place.list })
          : keyOffers(place, view.locale, newline);
      case 'dictKey':
        return idOffers(place, view, newline);
      case 'value':
        return await this.valuesAt(place);
      case 'newItem': {
        const { item, context } = place;
        if (isPiece(item)) return await this.#pieces(place, { kind: 'block', column: context.column, newline });
        if (item.kind === 'map') return itemOffers(item, context.column, view.locale, newline);
        if (item.kind !== 'scalar') return [];
        const values = await this.valuesAt({ ...place, kind: 'value', shape: item });
        return values.map((offer) => ({ ...offer, text: `- ${offer.text}` }));
      }
    }
  }

  /** The first value of a list of values that is empty yet. */
  async scalarList(place: PlaceOf<'newItem'> & { readonly item: ScalarShape }): Promise<Offer[]> {
    const values = await this.valuesAt({ ...place, kind: 'value', shape: place.item });
    return values.map((offer) => ({ ...offer, text: `[${offer.text}]` }));
  }

  async valuesAt(place: ValuePlace): Promise<Offer[]> {
    const { view, newline, offset } = this;
    const { format } = place.shape;
    if (format !== 'path' && format !== 'glob') return valueOffers(place, view);
    const offers = pathOffers(place, view, await this.options.files());
    const { key, context } = place;
    if (place.owner !== evidenceShape.name || (key !== 'fichier' && key !== 'declaration')) return offers;
    await this.#look(offers);
    const { siblings: written, flow, column } = context;
    const noted = commentBehind(view.parsed.text, context.replace.end);
    return offers.map((one) =>
      withFacts(one, key, { written, ids: place, offset, flow, column, newline, noted }, view),
    );
  }

  async #pieces(place: WrittenIds & { readonly context: CursorContext }, style: PieceStyle): Promise<Offer[]> {
    const path: PlaceOf<'value'> = {
      ...(place.proof === undefined ? {} : { proof: place.proof }),
      ...{ kind: 'value', key: 'fichier', owner: evidenceShape.name, context: place.context },
      shape: { kind: 'scalar', format: 'path' },
    };
    // Those that are cited already are asked for by name.
    const files = pathOffers(path, this.view, await this.options.files()).filter(({ rank }) => rank !== 2);
    await this.#look(files);
    return pieceOffers(place, this.offset, files, this.view, style);
  }

  async #look(offers: readonly Offer[]): Promise<void> {
    const { view, options } = this;
    const ranked = [0, 1].flatMap((rank) => offers.filter((one) => rankOf(one) === rank));
    const shown = ranked.slice(0, mostLookedAt).map(({ label }) => label);
    const unknown = shown.filter((path) => lacksFacts(path, view));
    if (unknown.length > 0) await options.look(unknown);
    this.unfinished = unknown.some((path) => lacksFacts(path, view));
  }
}

/** Documentation of a completion item, fetched when the item is looked at. */
export function describeOffer(described: Described, view: Pick<FileView, 'catalogue' | 'locale'>): string | undefined {
  const index = loadedCatalogue(view)?.index;
  if (!index) return undefined;
  switch (described.kind) {
    case 'requirement':
      return describeRequirementId(described.id, view);
    case 'scenario': {
      const within = described.within === undefined ? undefined : index.requirement(described.within)?.requirement;
      const found = index.scenario(described.id, within);
      return found && describeScenario(found.scenario, view.locale);
    }
    case 'proof': {
      const within = described.within === undefined ? undefined : index.scenario(described.within)?.scenario;
      const found = index.proof(described.id, within);
      return found && describeProof(found.proof, view.locale);
    }
  }
}

/** Left of what stands on a line: what is written there would tear it off its column. */
function isInMargin(document: TextDocument, offset: number): boolean {
  const { line, character } = document.positionAt(offset);
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.slice(0, character).trim() === '' && /^(?: +[^\s#]| *-(?:\s|$))/.test(text.slice(character));
}

function newlineOf(text: ReadableText): string {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** The end of a line on which nothing but a comment stands behind an offset. */
function commentBehind(text: string, offset: number): number | undefined {
  const comment = /^[ \t]*#[^\r\n]*/.exec(text.slice(offset, offset + mostOfLine))?.[0];
  return comment === undefined ? undefined : offset + comment.length;
}

/** Nobody reads a longer comment. */
const mostOfLine = 2000;
