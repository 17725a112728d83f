import type { ViewNode } from '../../protocol/compliance-view';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';
import { keyOf, slotOf } from '../attach/proof-choices';
import type { Row, TreeModel } from './tree-model';

/** A proof of a dossier, or one of its pieces. */
export interface ProofPlace {
  /** Of the main manifest. */
  readonly uri: string;
  readonly slot: AttachSlotParams;
  /** Which piece of the proof, 0-based. */
  readonly piece?: number;
}

/**
 * The row of a proof, or of its piece where that has one.
 *
 * @returns undefined when the tree has no such proof any more
 */
export function rowOfSlot(model: TreeModel, { uri, slot, piece }: ProofPlace): Row | undefined {
  const wanted = keyOf(slot);
  const proof = model.all().find((row) => {
    if (row.node.kind !== 'proof' || row.dossierUri !== uri) return false;
    const own = slotOf(pathIn(model, row));
    return own !== undefined && keyOf(own) === wanted;
  });
  if (!proof || piece === undefined) return proof;
  const pieces = proof.children.flatMap((key) => model.row(key) ?? []).filter(({ node }) => node.kind === 'evidence');
  return pieces[piece] ?? proof;
}

/** The requirement that a proof stands under, its core-business scenario where it has none; also where its proofs are no rows. */
export function subjectOfSlot(model: TreeModel, { uri, slot }: Omit<ProofPlace, 'piece'>): Row | undefined {
  const { requirement, scenario } = slot;
  const id = requirement === undefined ? `scenario:${scenario ?? ''}` : `requirement:${requirement}`;
  return model.all().find(({ dossierUri, node }) => dossierUri === uri && node.id === id);
}

/** The node of a row, then those above it. */
function pathIn(model: TreeModel, row: Row): readonly ViewNode[] {
  const nodes: ViewNode[] = [];
  for (let at: Row | undefined = row; at; at = at.parent === undefined ? undefined : model.row(at.parent))
    nodes.push(at.node);
  return nodes;
}
