import { isMap, type ParsedNode } from 'yaml';
import { fileName } from '../catalogue/source-name';
import { meaningOf, pieceKinds, scalarIn, valueIn, type SourceItem, type SourceTree } from './source-tree';

/**
 * A list of one side whose items carry the names of those that they were before: a piece whose file moved, an item of which
 * some values changed.
 */
export function namedAsBefore(base: SourceTree, side: SourceTree): SourceTree {
  if (side.kind === 'map') return side;
  const has = new Set(side.items.map(({ id }) => id));
  const left = base.items.filter(({ id }) => !has.has(id));
  if (left.length === 0) return side;
  const had = new Set(base.items.map(({ id }) => id));
  const free = new Set(left.map(readItem));
  const items = side.items.map((item) => {
    if (had.has(item.id)) return item;
    let best: ReadItem | undefined;
    let most = 0;
    const after = readItem(item);
    for (const one of free) {
      const score = likeness(one, after);
      if (score > most) [best, most] = [one, score];
    }
    if (!best) return item;
    free.delete(best);
    return { ...item, id: best.item.id };
  });
  return { ...side, items };
}

/** An item of a list, read once: each may be held against all others. */
interface ReadItem {
  readonly item: SourceItem;
  readonly isPiece: boolean;
  /** What its keys say; undefined of what is no mapping. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

function readItem(item: SourceItem): ReadItem {
  const { node } = item;
  const values = isMap(node)
    ? new Map(node.items.map(({ key, value }) => [meaningOf(key), meaningOf(value)]))
    : undefined;
  return { item, isPiece: isPiece(node), values };
}

/** How sure it is that an item is what became of another: 0 is not at all. */
function likeness(before: ReadItem, after: ReadItem): number {
  if (!before.values || !after.values) return 0;
  if (before.isPiece || after.isPiece) return sameContent(before.item.node, after.item.node) ? 1 : 0;
  let same = 0;
  for (const [key, value] of after.values) if (before.values.get(key) === value) same++;
  const share = same / Math.max(before.values.size, after.values.size);
  return share >= 0.5 ? share : 0;
}

/** Whether an item of a list says which piece it is. */
export function isPiece(node: ParsedNode): boolean {
  return pieceOf(node) !== undefined;
}

/** What says which piece an item is: the first of the keys for it that it has, with its text. */
function pieceOf(node: ParsedNode): { readonly kind: string; readonly text: string } | undefined {
  for (const kind of pieceKinds) {
    const text = scalarIn(node, kind);
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}

/**
 * Whether two pieces are the same file, at one place or two: their digests say so, or where none does, their names. Nothing
 * less: what was reviewed of a file is not true of another.
 */
export function sameContent(before: ParsedNode, after: ParsedNode): boolean {
  const [was, is] = [pieceOf(before), pieceOf(after)];
  if (!was || was.kind !== is?.kind) return false;
  const digests = [scalarIn(before, 'sha256'), scalarIn(after, 'sha256')];
  const known = digests.flatMap((digest) => (digest === undefined || digest === '' ? [] : [digest.toLowerCase()]));
  const isFile = was.kind === 'fichier' || was.kind === 'declaration';
  if (isFile && known.length === 2) return known[0] === known[1];
  return isFile ? nameIn(was.text) === nameIn(is.text) : was.text === is.text;
}

/** Whether a mapping has the entry of a review, and what it says. */
export function reviewOf(node: ParsedNode): string | undefined {
  const review = valueIn(node, 'revue');
  return review === undefined ? undefined : meaningOf(review);
}

function nameIn(path: string): string {
  return fileName(path).normalize('NFC');
}
