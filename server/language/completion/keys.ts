import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KeyShape, MapShape, Shape } from '../../core/manifest/shape';
import { say, type Locale } from '../../core/messages/say';
import type { Place } from '../cursor/place';
import { caret, type Offer } from './offer';

/** Keys of a mapping that are not there yet, required ones first, with what they are for. */
export function keyOffers(
  place: Extract<Place, { kind: 'mapKey' | 'flowMap' }>,
  locale: Locale,
  newline: string,
): Offer[] {
  const { context, shape } = place;
  // A mapping that is yet to be written has no keys.
  const isNew = place.kind === 'flowMap';
  const present: ReadonlyMap<string, string> = isNew ? new Map() : context.siblings;
  const kinds = shape.exactlyOneOf ?? [];
  const chosen = kinds.some((key) => present.has(key));
  const token = isNew ? undefined : context.token;
  return Object.entries(shape.keys)
    .filter(([key]) => key === token || !present.has(key))
    .filter(([key]) => !chosen || key === token || !kinds.includes(key))
    .map(([key, known]) => {
      const text = keyText(key, known.shape, context.flow ? undefined : context.column, newline);
      return {
        label: key,
        text: !isNew ? (context.hasColon ? key : text) : place.list ? `[{ ${stopped(text)} }]` : `{ ${stopped(text)} }`,
        kind: CompletionItemKind.Property,
        documentation: say(known.doc, locale),
        detail: detailOf(known, locale),
        rank: known.required === true || kinds.includes(key) ? 0 : 1,
        asksNext: (isNew || !context.hasColon) && asksNext(key, known.shape),
      };
    });
}

/** The cursor stays inside what is written around it. */
function stopped(text: string): string {
  return text.includes(caret) ? text : text + caret;
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
        asksNext: asksNext(key, known.shape),
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
  const margin = newline + ' '.repeat(column + 2);
  if (shape.kind === 'list') return `${key}:${margin}- `;
  const due = shape.kind === 'map' ? requiredScalars(shape) : [];
  return due.length === 0 ? `${key}:${margin}` : `${key}:${due.map((one) => `${margin}${one}: ${caret}`).join('')}`;
}

/** Keys that a mapping may not do without: Tab leads from the one to the next. */
function requiredScalars(shape: MapShape): string[] {
  return Object.entries(shape.keys).flatMap(([key, known]) =>
    known.required === true && known.requiredUnless === undefined && known.shape.kind === 'scalar' ? [key] : [],
  );
}

/** Keys whose values are known from the dossier or its catalogue, whatever they look like. */
const answered: readonly string[] = ['dispositif', 'profils', 'cas_de_test', 'empreinte'];

/** Whether something can be offered where the cursor stands after a key was written. */
function asksNext(key: string, shape: Shape): boolean {
  switch (shape.kind) {
    case 'scalar':
      return (
        answered.includes(key) ||
        ['path', 'glob', 'date'].includes(shape.format) ||
        [...(shape.allowed ?? []), ...(shape.suggested ?? [])].length > 0
      );
    case 'list':
      return shape.item.kind !== 'scalar' || asksNext(key, shape.item);
    case 'map':
      return requiredScalars(shape).length === 0;
    case 'dict':
      return true;
  }
}
