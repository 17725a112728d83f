import type { ViewNode } from '../../protocol/compliance-view';
import type { Row, TreeModel } from './tree-model';

/** What one may jump to. */
export interface Found {
  readonly row: Row;
  readonly label: string;
  /** The status, in words. */
  readonly description: string;
  /** Where it stands: the rows above it. */
  readonly detail: string;
}

const kinds: readonly ViewNode['kind'][] = ['requirement', 'scenario', 'proof', 'evidence'];

/** Every requirement, scenario, proof and piece of evidence that has a place in a manifest, in the tree's order. */
export function searchRows(model: TreeModel): Found[] {
  return model.all().flatMap((row) => {
    const { node } = row;
    if (!kinds.includes(node.kind) || node.place === undefined) return [];
    return [{ row, label: node.label, description: node.statusLabel, detail: above(row, model).join(' › ') }];
  });
}

function above(row: Row, model: TreeModel): string[] {
  const parent = row.parent === undefined ? undefined : model.row(row.parent);
  return parent ? [...above(parent, model), parent.node.label] : [];
}
