import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { filterView, treeFilter, type TreeFilter } from './filter-view';

function node(id: string, kind: ViewNode['kind'], more: Partial<ViewNode> = {}): ViewNode {
  return { id, kind, label: id, status: 'provided', statusLabel: '', children: [], ...more };
}

const proofs = [
  node('missing', 'proof', { status: 'toProvide', responsible: 'Zoé  MARTIN' }),
  node('broken', 'proof', { status: 'incomplete', late: true, children: [node('a.png', 'evidence')] }),
  node('review', 'proof', { status: 'toReview', requested: true }),
  node('done', 'proof', { responsible: 'zoé martin' }),
];
const root = node('d', 'dossier', {
  children: [
    node('problem', 'problem'),
    node('asked', 'requests', { children: [node('r', 'request')] }),
    node('c1', 'chapter', {
      children: [node('R1', 'requirement', { children: [node('S1', 'scenario', { children: proofs })] })],
    }),
    node('c2', 'chapter', { children: [node('R2', 'requirement')] }),
  ],
});
const view = { dossiers: [{ uri: 'd', root, summary: '', catalogue: '', filing: { possible: false, text: '' } }] };

function shown(filter: TreeFilter, self = ''): string[] {
  const ids = (one: ViewNode): string[] => [one.id, ...one.children.flatMap(ids)];
  return filterView(view, filter, self).dossiers.flatMap((dossier) => ids(dossier.root));
}

describe('the filter of the tree', () => {
  it('keeps the proofs that it is about, with what stands above and below, and what keeps one from measuring', () => {
    assert.deepEqual(shown('missing'), ['d', 'problem', 'c1', 'R1', 'S1', 'missing', 'broken', 'a.png']);
    assert.deepEqual(shown('toReview'), ['d', 'problem', 'c1', 'R1', 'S1', 'review']);
    assert.deepEqual(shown('late'), ['d', 'problem', 'c1', 'R1', 'S1', 'broken', 'a.png']);
    assert.deepEqual(shown('requested'), ['d', 'problem', 'asked', 'r', 'c1', 'R1', 'S1', 'review']);
    assert.equal(filterView(view, 'all', ''), view);
  });

  it('knows a person however the name is written, and nobody without a name', () => {
    assert.deepEqual(shown('mine', ' Zoé Martin '), ['d', 'problem', 'c1', 'R1', 'S1', 'missing', 'done']);
    assert.deepEqual(shown('mine'), ['d', 'problem']);
  });

  it('shows everything when what was remembered is no filter', () => {
    assert.equal(treeFilter('late'), 'late');
    for (const one of [undefined, 'other', 3]) assert.equal(treeFilter(one), 'all');
  });
});
