import type { CompletionList } from 'vscode-languageserver-types';
import type { ReadableText } from '../../core/text/chunked-text';
import { contextAt } from '../cursor/context-at';
import { placeOf, type Place } from '../cursor/place';
import { loadedCatalogue, type FileView } from '../file-view';
import { describeRequirementId } from '../hover/hover';
import { describeProof, describeScenario } from '../hover/describe';
import { topShape } from '../top-shape';
import { idOffers } from './ids';
import { itemOffers, keyOffers } from './keys';
import { completionList, type Described, type Offer } from './offer';
import { pathOffers } from './paths';
import { valueOffers, type ValuePlace } from './values';

export interface CompletionOptions {
  /** Whether the client understands snippets. */
  readonly snippets: boolean;
  /** Paths of the files in the dossier's folder; asked for only where a path is expected. */
  files(): Promise<readonly string[]>;
}

/** What may be written at a place. Works on half-typed text; checks nothing. */
export async function complete(view: FileView, offset: number, options: CompletionOptions): Promise<CompletionList> {
  const context = contextAt(view.parsed, offset);
  const place = context && placeOf(context, topShape(view));
  if (!context || !place) return { isIncomplete: false, items: [] };
  return completionList(
    await offersAt(place, view, newlineOf(view.parsed.source), options),
    context,
    view.document,
    options.snippets,
  );
}

async function offersAt(place: Place, view: FileView, newline: string, options: CompletionOptions): Promise<Offer[]> {
  switch (place.kind) {
    case 'mapKey':
      return keyOffers(place, view.locale, newline);
    case 'dictKey':
      return idOffers(place, view, newline);
    case 'value':
      return valuesAt(place, view, options);
    case 'newItem': {
      if (place.item.kind === 'map') return itemOffers(place.item, place.context.column, view.locale, newline);
      if (place.item.kind !== 'scalar') return [];
      const values = await valuesAt({ ...place, kind: 'value', shape: place.item }, view, options);
      return values.map((offer) => ({ ...offer, text: `- ${offer.text}` }));
    }
  }
}

async function valuesAt(place: ValuePlace, view: FileView, options: CompletionOptions): Promise<Offer[]> {
  const { format } = place.shape;
  return format === 'path' || format === 'glob'
    ? pathOffers(place, view, await options.files())
    : valueOffers(place, view);
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

function newlineOf(text: ReadableText): string {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}
