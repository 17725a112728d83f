import { isScalar } from 'yaml';
import { formatKeys } from './format-keys';
import { flowText, flowTree, isEmptyItem } from './flow-items';
import { resolvedAs, type Chunk, type ConflictKind } from './merged-text';
import { linesOf } from '../text/lines-of';
import { bothComments, mergeLines, narrowed } from './merge-lines';
import { mergeOrder } from './merge-order';
import { isPiece, namedAsBefore, reviewOf, sameContent } from './same-items';
import { meaningOf, plainPath, scalarIn, type ItemContent, type SourceItem, type SourceTree } from './source-tree';

/** Something as it was, and as each of two people left it. */
export interface Versions<T> {
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/** Where an entry stands: keys down to its holder, and the column that entries have in the result. */
interface Place {
  readonly path: readonly string[];
  readonly column: number;
}

/** What both can be made of, or that people have to decide over the whole of it. */
type Merged = readonly Chunk[] | 'conflict';

/** The entries of a mapping or list, merged one by one. */
export function mergeTrees(trees: Versions<SourceTree>, path: readonly string[], column?: number): Merged {
  const kinds = new Set(given(trees).flatMap((tree) => (tree.items.length > 0 ? [tree.kind] : [])));
  if (kinds.size > 1) return 'conflict';
  const { opening, base, ours, theirs } = withoutOpening(trees);
  const place = { path, column: column ?? columnOf(trees) };
  const [mine, its] = base ? [namedAsBefore(base, ours), namedAsBefore(base, theirs)] : [ours, theirs];
  const [was, left, right] = [byId(base), byId(mine), byId(its)];
  const order = mergeOrder([...was.values()], mine.items, its.items, compare);
  const chunks = order.flatMap((item) => {
    const { id } = item;
    const [before, here, there] = [was.get(id), left.get(id), right.get(id)];
    return here && there
      ? mergeBoth({ base: before, ours: here, theirs: there }, place)
      : mergeOne(before, item, here ? 'theirs' : 'ours', place);
  });
  const tail = mergeComments({ base: base?.tail, ours: ours.tail, theirs: theirs.tail });
  return [opening, ...chunks, { text: tail }].filter((chunk) => !('text' in chunk) || chunk.text !== '');
}

function given({ base, ours, theirs }: Versions<SourceTree>): SourceTree[] {
  return [base, ours, theirs].filter((tree) => tree !== undefined);
}

/**
 * Comments that every version begins with are of the list, where its first entries differ: else the comment that a stub came
 * with would stand before what each person added.
 */
function withoutOpening(trees: Versions<SourceTree>): Versions<SourceTree> & { readonly opening: { text: string } } {
  const { base, ours, theirs } = trees;
  const begun = given(trees).filter(isBegun);
  const firsts = new Set(begun.map(({ items }) => items[0]?.id));
  const fronts = begun.map((tree) => linesOf(frontOf(tree)));
  const front = linesOf(frontOf(isBegun(ours) ? ours : theirs));
  let count = 0;
  for (const line of firsts.size > 1 ? front : []) {
    if (!fronts.every((lines) => lines[count]?.trim() === line.trim())) break;
    count++;
  }
  if (count === 0) return { ...trees, opening: { text: '' } };
  const without = (tree: SourceTree): SourceTree => {
    const [first, ...items] = tree.items;
    const rest = linesOf(frontOf(tree)).slice(count).join('');
    return first ? { ...tree, items: [{ ...first, lead: rest }, ...items] } : { ...tree, tail: rest };
  };
  return {
    opening: { text: front.slice(0, count).join('') },
    base: base && without(base),
    ours: without(ours),
    theirs: without(theirs),
  };
}

/** Whether anything is written in it. */
function isBegun({ items, tail }: SourceTree): boolean {
  return items.length > 0 || tail !== '';
}

/** What stands before the first entry, or where entries would stand. */
function frontOf({ items, tail }: SourceTree): string {
  return items[0]?.lead ?? tail;
}

function byId(tree: SourceTree | undefined): Map<string, SourceItem> {
  return new Map(tree?.items.map((item) => [item.id, item]));
}

function columnOf({ base, ours, theirs }: Versions<SourceTree>): number {
  if (ours.items.length === 0) return theirs.column;
  if (theirs.items.length === 0) return ours.column;
  return ours.column === base?.column ? theirs.column : ours.column;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Where both added something at one place: by the day that they say, in the order of the format, or by name. */
function compare(one: SourceItem, other: SourceItem): number {
  const [day, otherDay] = [scalarIn(one.node, 'le'), scalarIn(other.node, 'le')];
  if (day !== undefined && otherDay !== undefined && day !== otherDay) return day < otherDay ? -1 : 1;
  const [name, otherName] = [one.name, other.name];
  const keys = formatKeys.find((list) => list.includes(name) && list.includes(otherName));
  return keys ? keys.indexOf(name) - keys.indexOf(otherName) : collator.compare(name, otherName);
}

/** What one has and the other has not, who removed it if it was there. */
function mergeOne(base: SourceItem | undefined, item: SourceItem, removedBy: 'ours' | 'theirs', place: Place): Chunk[] {
  const text = placed(item.lead + item.body, item, place);
  if (!base) return [{ text }];
  if (isUntouched(base, item)) return [];
  const conflict = { ...conflictAt('removed', item, place), removedBy };
  return [removedBy === 'ours' ? { ours: '', theirs: text, conflict } : { ours: text, theirs: '', conflict }];
}

/** Whether nothing is lost of what one person did when the other's removal counts. */
function isUntouched(base: SourceItem, item: SourceItem): boolean {
  if (item.meaning !== base.meaning) return false;
  const had = new Set(linesOf(base.lead + base.body).map((line) => line.trim()));
  return commentsOf(item).every((line) => had.has(line)) && inlineComments(item) <= inlineComments(base);
}

function commentsOf({ lead, body }: SourceItem): string[] {
  return linesOf(lead + body).flatMap((line) => (line.trim().startsWith('#') ? [line.trim()] : []));
}

/** Signs that may begin a comment behind a value: one too many only leaves more to decide. */
function inlineComments({ body }: SourceItem): number {
  return body.match(/[^\s#][ \t]+#/g)?.length ?? 0;
}

function mergeBoth({ base, ours, theirs }: Versions<SourceItem>, place: Place): Chunk[] {
  const lead = mergeComments({
    base: base && placed(base.lead, base, place),
    ours: placed(ours.lead, ours, place),
    theirs: placed(theirs.lead, theirs, place),
  });
  const chunks: Chunk[] = lead === '' ? [] : [{ text: lead }];
  const bodies = {
    base: base && placed(base.body, base, place),
    ours: placed(ours.body, ours, place),
    theirs: placed(theirs.body, theirs, place),
  };
  const chosen = pick(bodies);
  if (chosen !== undefined) return [...chunks, { text: chosen }];
  const clash = base !== undefined && reviewsAnother({ base, ours, theirs });
  const merged = clash ? 'conflict' : mergeContents({ base, ours, theirs }, place);
  if (merged !== 'conflict') return [...chunks, ...merged];
  const conflict = conflictAt(clash ? 'review' : 'value', ours, place);
  return [...chunks, ...narrowed(linesOf(bodies.ours), linesOf(bodies.theirs), conflict)];
}

/** What only one changed, or both the same way; undefined where both changed it. */
function pick<T>({ base, ours, theirs }: Versions<T>): T | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}

/** One reviewed a piece while the other put another file, link or run in its place: nobody has reviewed that. */
function reviewsAnother({ base, ours, theirs }: { [side in keyof Versions<SourceItem>]: SourceItem }): boolean {
  if (!isPiece(base.node)) return false;
  const clash = (reviewed: SourceItem, replaced: SourceItem): boolean =>
    reviewOf(reviewed.node) !== undefined &&
    reviewOf(reviewed.node) !== reviewOf(base.node) &&
    !sameContent(base.node, replaced.node);
  return clash(ours, theirs) || clash(theirs, ours);
}

function conflictAt(kind: ConflictKind, { name }: SourceItem, { path }: Place): { kind: ConflictKind; path: string[] } {
  return { kind, path: [...path, name] };
}

function mergeContents({ base, ours, theirs }: Versions<SourceItem>, place: Place): Merged {
  const contents = { base: base?.content(), ours: ours.content(), theirs: theirs.content() };
  const trees = {
    base: base && contents.base && entriesOf(base, contents.base, place),
    ours: entriesOf(ours, contents.ours, place),
    theirs: entriesOf(theirs, contents.theirs, place),
  };
  if (contents.ours.kind === 'atom' && contents.theirs.kind === 'atom') {
    const atoms = { base: contents.base, ours: contents.ours, theirs: contents.theirs };
    return mergeAtoms({ base, ours, theirs }, atoms, trees, place);
  }
  if (!trees.ours || !trees.theirs) return 'conflict';
  return mergeEntries({ base: trees.base, ours: trees.ours, theirs: trees.theirs }, { ours, theirs }, place);
}

/** The entries under a key or behind a dash, however they are written. */
interface Entries {
  readonly head: string;
  readonly tree: SourceTree;
  readonly form: 'block' | 'flow' | 'none';
  readonly dash: boolean;
}

function entriesOf(item: SourceItem, content: ItemContent, place: Place): Entries | undefined {
  if (content.kind === 'tree') {
    const dash = content.dash !== undefined;
    return { head: placed(content.head, item, place), tree: content.tree, form: 'block', dash };
  }
  const dash = /^\s*-$/.test(content.head);
  // The comment behind the key stays with it, those below it are among the entries.
  const restFrom = content.rest.indexOf('\n') + 1;
  const head = dash ? '' : placed(content.head, item, place) + content.rest.slice(0, restFrom);
  const tail = placed(content.rest.slice(restFrom), item, place);
  if (isEmptyItem(item)) return { head, tree: { kind: 'map', column: 0, items: [], tail }, form: 'none', dash };
  const tree = flowTree(item.node, content.value);
  return tree && { head, tree: { ...tree, tail }, form: 'flow', dash };
}

function mergeEntries(
  { base, ours, theirs }: Versions<Entries>,
  items: { readonly ours: SourceItem; readonly theirs: SourceItem },
  place: Place,
): Merged {
  const head = pick({ base: base?.head, ours: ours.head, theirs: theirs.head });
  if (head === undefined) return 'conflict';
  const [block, other] = ours.form === 'block' ? [ours, theirs] : [theirs, ours];
  const column = other.form === 'block' && base?.form === 'block' ? undefined : block.tree.column;
  const path = [...place.path, items.ours.name];
  const merged = mergeTrees({ base: base?.tree, ours: ours.tree, theirs: theirs.tree }, path, column);
  if (merged === 'conflict') return 'conflict';
  if (ours.dash) return withDash(merged, place.column);
  if (merged.length > 0) return [{ text: head }, ...merged];
  // Both together removed all of it.
  if (ours.form === 'none') return [{ text: placed(items.ours.body, items.ours, place) }];
  if (theirs.form === 'none') return [{ text: placed(items.theirs.body, items.theirs, place) }];
  return [{ text: head }];
}

/** The entries of an item, the first behind its dash. */
function withDash(chunks: readonly Chunk[], column: number): Merged {
  const [first, ...rest] = chunks;
  if (!first || !('text' in first)) return 'conflict';
  const margin = ' '.repeat(column);
  if (new RegExp(`^ {${String(column + 1)},}[^ #\\n]`).test(first.text))
    return [{ text: `${margin}-${first.text.slice(column + 1)}` }, ...rest];
  return [{ text: `${margin}-\n${first.text}` }, ...rest];
}

type Atom = ItemContent & { kind: 'atom' };

function mergeAtoms(
  items: Versions<SourceItem>,
  { base, ours, theirs }: { base: ItemContent | undefined; ours: Atom; theirs: Atom },
  trees: { base: Entries | undefined; ours: Entries | undefined; theirs: Entries | undefined },
  place: Place,
): Merged {
  const was = base?.kind === 'atom' ? base : undefined;
  const part = (name: 'head' | 'value' | 'rest'): Versions<string> => {
    const move = (item: SourceItem, atom: Atom): string =>
      name === 'head' ? placed(atom.head, item, place) : movedLines(atom[name], item, place);
    return {
      base: was && items.base && move(items.base, was),
      ours: move(items.ours, ours),
      theirs: move(items.theirs, theirs),
    };
  };
  const heads = part('head');
  const head = pick(heads) ?? heads.ours;
  const rest = pick(part('rest'));
  const value = mergeValues(items, part('value'), trees, place);
  if (rest === undefined || value === undefined) return 'conflict';
  // Behind the first line of a text in lines nothing else can stand.
  if (/^\s*(?:[&!]\S+\s+)*[|>]/.test(value) && !rest.startsWith('\n')) return 'conflict';
  return [{ text: head + value + rest }];
}

function mergeValues(
  items: Versions<SourceItem>,
  written: Versions<string>,
  trees: { base: Entries | undefined; ours: Entries | undefined; theirs: Entries | undefined },
  { path }: Place,
): string | undefined {
  const [was, mine, its] = [
    items.base && valueMeaning(items.base),
    valueMeaning(items.ours),
    valueMeaning(items.theirs),
  ];
  const chosen =
    mine === its
      ? (pick(written) ?? written.ours)
      : mine === was
        ? written.theirs
        : its === was
          ? written.ours
          : undefined;
  if (chosen !== undefined) {
    const others = [written.ours, written.theirs].filter((one) => one !== chosen && one !== written.base);
    return others.some(hasComment) ? undefined : chosen;
  }
  const { base, ours, theirs } = trees;
  if (!ours || !theirs || isScalarText(items.ours) || isScalarText(items.theirs)) return undefined;
  if (ours.form === 'none' && theirs.form === 'none') return undefined;
  // Comments below the value are merged as what stands behind it.
  const bare = ({ tree }: Entries): SourceTree => ({ ...tree, tail: '' });
  const versions = { base: base && bare(base), ours: bare(ours), theirs: bare(theirs) };
  const merged = mergeTrees(versions, [...path, items.ours.name], 0);
  if (merged === 'conflict') return undefined;
  const bodies: string[] = [];
  for (const chunk of merged) {
    if (!('text' in chunk)) return undefined;
    bodies.push(chunk.text);
  }
  const { kind } = ours.form === 'flow' && ours.tree.items.length > 0 ? ours.tree : theirs.tree;
  const like = ours.form === 'flow' ? written.ours : written.theirs;
  return ` ${flowText(kind, bodies, like)}`;
}

/** What a value says; a path however its folders are spelt. */
function valueMeaning({ name, node }: SourceItem): string {
  const isPath = (name === 'fichier' || name === 'declaration') && isScalar(node);
  return isPath ? plainPath(String(node.value)) : meaningOf(node);
}

/** Whether a comment may stand inside a value: one too many only leaves more to decide. */
function hasComment(value: string): boolean {
  return /\s#/.test(value);
}

/** A value that is a text, not the absence of one. */
function isScalarText(item: SourceItem): boolean {
  return isScalar(item.node) && !isEmptyItem(item);
}

/** Comments and empty lines: those of both, and none that one removed while the other left it alone. */
function mergeComments({ base, ours, theirs }: Versions<string>): string {
  const chosen = pick({ base: base ?? '', ours, theirs });
  if (chosen !== undefined) return chosen;
  return resolvedAs('ours', mergeLines(base ?? '', ours, theirs, bothComments));
}

/** Whole lines of an item, where items of the result stand. */
function placed(lines: string, item: SourceItem, { column }: Place): string {
  const by = column - item.column;
  return by === 0
    ? lines
    : linesOf(lines)
        .map((line) => moved(line, by))
        .join('');
}

/** The same of a text that begins within a line. */
function movedLines(text: string, item: SourceItem, { column }: Place): string {
  const by = column - item.column;
  if (by === 0) return text;
  return linesOf(text)
    .map((line, at) => (at === 0 ? line : moved(line, by)))
    .join('');
}

function moved(line: string, by: number): string {
  if (line === '\n') return line;
  if (by > 0) return ' '.repeat(by) + line;
  return line.replace(new RegExp(`^ {0,${String(-by)}}`), '');
}
