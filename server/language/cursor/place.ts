import type { MapShape, ScalarShape, Shape } from '../../core/manifest/shape';
import type { CursorContext } from './cursor-context';

/** Ids that a place stands under, as they are written. */
export interface WrittenIds {
  readonly requirement?: string;
  readonly scenario?: string;
  readonly coreScenario?: string;
  readonly proof?: string;
  readonly chapter?: string;
}

/** What may stand where the cursor is. */
export type Place = WrittenIds &
  (
    | { readonly kind: 'mapKey'; readonly shape: MapShape; readonly context: CursorContext }
    | { readonly kind: 'dictKey'; readonly key: DictKeyKind; readonly value: Shape; readonly context: CursorContext }
    /** A line of a list where the dash is not typed yet. */
    | {
        readonly kind: 'newItem';
        readonly item: Shape;
        readonly key: string;
        readonly owner: string;
        readonly context: CursorContext;
      }
    /** In brackets or braces, where a mapping of its own may stand, perhaps as the first of a list. */
    | { readonly kind: 'flowMap'; readonly shape: MapShape; readonly list: boolean; readonly context: CursorContext }
    | {
        readonly kind: 'value';
        readonly shape: ScalarShape;
        /** The key that the value belongs to; for a list of values, the list's key. */
        readonly key: string;
        /** Name of the mapping that has this key. */
        readonly owner: string;
        readonly context: CursorContext;
      }
  );

export type DictKeyKind = 'requirement' | 'scenario' | 'coreScenario' | 'proof' | 'chapter';

/** Looks up what the manifest's shape says about the place of a cursor; undefined when nothing may stand there. */
export function placeOf(context: CursorContext, top: MapShape): Place | undefined {
  let shape: Shape = top;
  let owner = top.name;
  let key = '';
  const ids: { -readonly [K in keyof WrittenIds]: WrittenIds[K] } = {};
  for (const step of context.path) {
    if (step.kind === 'item') {
      if (shape.kind !== 'list') return undefined;
      shape = shape.item;
      continue;
    }
    if (shape.kind === 'map') {
      const next: Shape | undefined = Object.hasOwn(shape.keys, step.key) ? shape.keys[step.key]?.shape : undefined;
      if (!next) return undefined;
      owner = shape.name;
      key = step.key;
      shape = next;
    } else if (shape.kind === 'dict') {
      ids[shape.key] = step.key;
      shape = shape.value;
    } else return undefined;
  }
  if (context.at === 'value') {
    if (shape.kind === 'scalar') return { kind: 'value', shape, key, owner, context, ...ids };
    const inner = shape.kind === 'list' ? shape.item : shape;
    if (!context.flow || inner.kind !== 'map') return undefined;
    return { kind: 'flowMap', shape: inner, list: shape.kind === 'list', context, ...ids };
  }
  switch (shape.kind) {
    case 'map':
      return { kind: 'mapKey', shape, context, ...ids };
    case 'dict':
      return { kind: 'dictKey', key: shape.key, value: shape.value, context, ...ids };
    case 'list':
      return { kind: 'newItem', item: shape.item, key, owner, context, ...ids };
    case 'scalar':
      // The value of a list item, or one written on the line below its key.
      return { kind: 'value', shape, key, owner, context, ...ids };
  }
}
