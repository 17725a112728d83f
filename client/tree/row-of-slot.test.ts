import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { rowOfSlot, subjectOfSlot } from './row-of-slot';
import { TreeModel } from './tree-model';

const node = (kind: ViewNode['kind'], id: string, children: readonly ViewNode[] = []): ViewNode => ({
  id: `${kind}:${id}`,
  kind,
  label: id,
  status: 'provided',
  statusLabel: '',
  children,
});
const dossier = (uri: string) => ({
  uri,
  root: node('dossier', uri, [
    node('chapter', 'INS', [
      node('requirement', 'E1', [
        node('scenario', 'S1', [
          node('proof', 'P1', [node('problem', 'x'), node('evidence', 'a.png'), node('evidence', 'b.png')]),
        ]),
        node('scenario', 'S2', [node('proof', 'P1')]),
      ]),
    ]),
  ]),
  summary: '',
  catalogue: '',
  filing: { possible: true, text: '' },
});

describe('the row of a proof of the table', () => {
  const model = new TreeModel();
  model.update({ dossiers: [dossier('file:///a'), dossier('file:///b')] });
  const slot = { requirement: 'E1', scenario: 'S1', proof: 'P1' };
  const found = (place: Parameters<typeof rowOfSlot>[1]) => {
    const row = rowOfSlot(model, place);
    return row && [row.dossierUri, row.node.label];
  };

  it('is that of its dossier and scenario, or of the piece that is meant', () => {
    assert.deepEqual(found({ uri: 'file:///b', slot }), ['file:///b', 'P1']);
    assert.deepEqual(found({ uri: 'file:///b', slot, piece: 1 }), ['file:///b', 'b.png']);
    assert.equal(rowOfSlot(model, { uri: 'file:///a', slot: { ...slot, scenario: 'S2' } })?.children.length, 0);
  });

  it('is none where the tree has no such proof', () => {
    assert.equal(found({ uri: 'file:///c', slot }), undefined);
    assert.equal(found({ uri: 'file:///a', slot: { ...slot, proof: 'P9' } }), undefined);
  });

  it('has its requirement above it, or its core-business scenario, also where its proofs are no rows', () => {
    const label = (uri: string, of: Parameters<typeof subjectOfSlot>[1]['slot']) => {
      const row = subjectOfSlot(model, { uri, slot: of });
      return row && [row.dossierUri, row.node.label];
    };
    assert.deepEqual(label('file:///b', { ...slot, proof: 'P9' }), ['file:///b', 'E1']);
    assert.deepEqual(label('file:///a', { scenario: 'S2', proof: 'P1' }), ['file:///a', 'S2']);
    assert.equal(label('file:///a', { requirement: 'E9', scenario: 'S1', proof: 'P1' }), undefined);
    assert.equal(label('file:///c', slot), undefined);
  });
});
