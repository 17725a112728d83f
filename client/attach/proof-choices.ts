import type { DossierView, ViewNode } from '../../protocol/compliance-view';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';

/** A proof that a piece may go to. */
export interface ProofChoice {
  readonly slot: AttachSlotParams;
  /** Its id and what is expected. */
  readonly label: string;
  readonly statusLabel: string;
  /** Ids of its scenario and requirement. */
  readonly above: string;
  /** What the requirement asks, or the core-business scenario, as the tree shows it. */
  readonly asks?: string;
  /** Nothing was provided yet. */
  readonly isOpen: boolean;
}

/** Every proof of a dossier, in the order of its tree. */
export function proofChoices({ root }: Pick<DossierView, 'root'>): readonly ProofChoice[] {
  const found = new Map<string, ProofChoice>();
  const visit = (node: ViewNode, above: readonly ViewNode[]): void => {
    const slot = node.kind === 'proof' ? slotOf([node, ...above]) : undefined;
    if (slot) {
      const ids = [slot.requirement, slot.scenario].filter((id) => id !== undefined);
      const isOpen = node.status === 'toProvide';
      const { label, statusLabel } = node;
      const asks = askingNode(above)?.label;
      const one = { slot, label, statusLabel, above: ids.join(', '), isOpen };
      found.set(keyOf(slot), asks === undefined ? one : { ...one, asks });
    }
    for (const child of node.children) visit(child, [node, ...above]);
  };
  visit(root, []);
  return [...found.values()];
}

/** What a proof is asked by: its requirement; a core-business scenario stands under none. */
function askingNode(above: readonly ViewNode[]): ViewNode | undefined {
  return above.find(({ kind }) => kind === 'requirement') ?? above.find(({ kind }) => kind === 'scenario');
}

/**
 * Where a piece goes that is given to a row: to its proof, or to one below its scenario or requirement.
 * @param path the row's node, then those above it
 * @returns undefined for a row that stands for no such thing
 */
export function slotOf(path: readonly ViewNode[]): AttachSlotParams | undefined {
  const idOf = (kind: ViewNode['kind']): string | undefined => {
    const node = path.find((one) => one.kind === kind);
    return node?.id.slice(node.id.indexOf(':') + 1);
  };
  const [requirement, scenario, proof] = [idOf('requirement'), idOf('scenario'), idOf('proof')];
  const named = proof ?? scenario ?? requirement;
  if (named === undefined) return undefined;
  return {
    proof: named,
    ...(scenario === undefined ? {} : { scenario }),
    ...(requirement === undefined ? {} : { requirement }),
  };
}

/** Two slots are the same when this is. */
export function keyOf({ proof, scenario, requirement }: AttachSlotParams): string {
  return JSON.stringify([requirement ?? '', scenario ?? '', proof]);
}
