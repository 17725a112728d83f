import type { ViewGroup, ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';

/** Names a row of the tree: the ids from its dossier down. The same row has the same key after a refresh. */
export type RowKey = string;

/** What a view should draw again: nothing, everything, or the rows with these keys and all below them. */
export type TreeChange =
  { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'rows'; readonly keys: readonly RowKey[] };

export interface Row {
  readonly key: RowKey;
  readonly node: ViewNode;
  readonly parent: RowKey | undefined;
  readonly children: readonly RowKey[];
  /** Which dossier the row belongs to; undefined above dossiers. */
  readonly dossierUri: string | undefined;
}

/**
 * The rows of the *Conformité* tree by key. Rows are handed to the editor as keys, so that a row keeps its identity (selection,
 * folding) when a refresh brings new objects.
 */
export class TreeModel {
  #rows: ReadonlyMap<RowKey, Row> = new Map();
  #roots: readonly RowKey[] = [];
  #dossiers: readonly RowKey[] = [];

  /** The keys of the rows that stand above all others, in the server's order. */
  get roots(): readonly RowKey[] {
    return this.#roots;
  }

  /** The keys of the dossiers, wherever they stand. */
  get dossiers(): readonly RowKey[] {
    return this.#dossiers;
  }

  row(key: RowKey): Row | undefined {
    return this.#rows.get(key);
  }

  /** Every row, in the tree's order. */
  all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** The first row, in the tree's order, whose node satisfies the condition. */
  find(condition: (node: ViewNode) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (condition(row.node)) return row;
    return undefined;
  }

  /** Takes a new view, and tells the smallest parts of the tree that differ from the one before. */
  update(view: ComplianceView): TreeChange {
    const rows = new Map<RowKey, Row>();
    const roots = addRows(rows, rootsOf(view), undefined);
    const before = this.#rows;
    const sameRoots = sameList(this.#roots, roots);
    this.#rows = rows;
    this.#roots = roots;
    this.#dossiers = [...rows.values()].flatMap(({ key, node }) => (node.kind === 'dossier' ? [key] : []));
    if (!sameRoots) return { kind: 'all' };
    const keys: RowKey[] = [];
    const compare = (key: RowKey): void => {
      const was = before.get(key);
      const is = rows.get(key);
      if (was === undefined || is === undefined || !sameRow(was, is)) keys.push(key);
      else is.children.forEach(compare);
    };
    roots.forEach(compare);
    return keys.length === 0 ? { kind: 'none' } : { kind: 'rows', keys };
  }
}

/** A node with the dossier that it belongs to, and what stands below it besides its own children. */
interface Placed {
  readonly node: ViewNode;
  readonly dossierUri: string | undefined;
  readonly below?: readonly Placed[];
}

/** Portfolios first, then the dossiers that stand in none. A dossier that several portfolios name stands in the first. */
function rootsOf({ dossiers, groups = [] }: ComplianceView): readonly Placed[] {
  const left = new Map(dossiers.map((one) => [one.uri, one]));
  const placed = ({ node, groups: inner, dossiers: uris }: ViewGroup): Placed => {
    const own = uris.flatMap((uri): Placed[] => {
      const dossier = left.get(uri);
      left.delete(uri);
      return dossier ? [{ node: dossier.root, dossierUri: uri }] : [];
    });
    return { node, dossierUri: undefined, below: [...inner.map(placed), ...own] };
  };
  const above = groups.map(placed);
  return [...above, ...[...left.values()].map(({ root, uri }): Placed => ({ node: root, dossierUri: uri }))];
}

/** Adds rows for nodes and all below them; siblings with the same id are told apart by a number. */
function addRows(rows: Map<RowKey, Row>, nodes: readonly Placed[], parent: RowKey | undefined): readonly RowKey[] {
  const seen = new Map<string, number>();
  return nodes.map(({ node, dossierUri, below = [] }) => {
    const again = seen.get(node.id) ?? 0;
    seen.set(node.id, again + 1);
    const id = JSON.stringify(again === 0 ? [node.id] : [node.id, again]);
    const key = parent === undefined ? id : `${parent}${id}`;
    // The row goes in before its children, so that the map is in the tree's order.
    rows.set(key, { key, node, parent, dossierUri, children: [] });
    const children = addRows(
      rows,
      [...node.children.map((child): Placed => ({ node: child, dossierUri })), ...below],
      key,
    );
    rows.set(key, { key, node, parent, dossierUri, children });
    return key;
  });
}

function sameRow(a: Row, b: Row): boolean {
  return a.dossierUri === b.dossierUri && sameList(a.children, b.children) && shown(a.node) === shown(b.node);
}

/** Everything of a node but its children. */
function shown(node: ViewNode): string {
  return JSON.stringify({ ...node, children: undefined });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
