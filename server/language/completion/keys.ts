import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KeyShape, MapShape, Shape } from '../../core/manifest/shape';
import { say, type Locale } from '../../core/messages/say';
import type { Place } from '../cursor/place';
import { caret, type Offer } from './offer';

/** Keys of a mapping that are not there yet, required ones first, with what they are for. */
export function keyOffers(place: Extract<Place, { kind: 'mapKey' }>, locale: Locale, newline: string): Offer[] {
  const { context, shape } = place;
  const present = context.siblings;
  const kinds = shape.exactlyOneOf ?? [];
  const chosen = kinds.some((key) => present.has(key));
  return Object.entries(shape.keys)
    .filter(([key]) => key === context.token || !present.has(key))
    .filter(([key]) => !chosen || !kinds.includes(key))
    .map(([key, known]) => ({
      label: key,
      text: context.hasColon ? key : keyText(key, known.shape, context.flow ? undefined : context.column, newline),
      kind: CompletionItemKind.Property,
      documentation: say(known.doc, locale),
      detail: detailOf(known, locale),
      rank: known.required === true || kinds.includes(key) ? 0 : 1,
    }));
}

/** First line of a new item of a list: one offer for each key that may begin it. */
export function itemOffers(item: MapShape, column: number, locale: Locale, newline: string): Offer[] {
  const first = item.exactlyOneOf ?? Object.keys(item.keys).slice(0, 1);
  return first.flatMap((key): Offer[] => {
    const known = item.keys[key];
    if (!known) return [];
    return [
      {
        label: `- ${key}`,
        text: `- ${keyText(key, known.shape, column + 2, newline)}`,
        kind: CompletionItemKind.Property,
        documentation: say(known.doc, locale),
      },
    ];
  });
}

function detailOf(known: KeyShape, locale: Locale): string {
  return known.required === true
    ? say({ fr: 'obligatoire', en: 'required' }, locale)
    : say({ fr: 'facultatif', en: 'optional' }, locale);
}

/** @param column of the key, or undefined inside `{…}` */
function keyText(key: string, shape: Shape, column: number | undefined, newline: string): string {
  if (shape.kind === 'scalar') return `${key}: `;
  if (shape.kind === 'list' && shape.item.kind === 'scalar') return `${key}: [${caret}]`;
  if (column === undefined) return shape.kind === 'list' ? `${key}: [${caret}]` : `${key}: { ${caret} }`;
  return `${key}:${newline}${' '.repeat(column + 2)}${shape.kind === 'list' ? '- ' : ''}`;
}
