import { isSamePerson } from '../../words/same-person';
import type { ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';

/** Which proofs the tree shows. */
export const treeFilters = ['all', 'missing', 'toReview', 'requested', 'mine', 'late'] as const;
export type TreeFilter = (typeof treeFilters)[number];

/** A filter as it was remembered; anything else shows everything. */
export function treeFilter(text: unknown): TreeFilter {
  return treeFilters.find((one) => one === text) ?? 'all';
}

/**
 * The same view with the proofs that a filter lets through, and all that stands above and below them. Figures stay those of
 * the whole: a filter hides rows, it measures nothing. What keeps a dossier from being measured is never hidden.
 * @param self who the user is, as `suivi.responsable` names them; empty: nobody
 */
export function filterView(view: ComplianceView, filter: TreeFilter, self: string): ComplianceView {
  if (filter === 'all') return view;
  const keeps = (node: ViewNode): boolean => {
    switch (filter) {
      case 'missing':
        return node.status === 'toProvide' || node.status === 'incomplete';
      case 'toReview':
        return node.status === 'toReview';
      case 'requested':
        return node.requested === true;
      case 'mine':
        return isSamePerson(node.responsible, self);
      case 'late':
        return node.late === true;
    }
  };
  const kept = (node: ViewNode): ViewNode | undefined => {
    if (node.kind === 'problem') return node;
    if (node.kind === 'requests') return filter === 'requested' ? node : undefined;
    if (node.kind === 'proof') return keeps(node) ? node : undefined;
    const children = node.children.flatMap((child) => kept(child) ?? []);
    return node.kind === 'dossier' || children.length > 0 ? { ...node, children } : undefined;
  };
  return { ...view, dossiers: view.dossiers.map((one) => ({ ...one, root: kept(one.root) ?? one.root })) };
}
