import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { rowAt } from './row-at';
import { TreeModel } from './tree-model';

const uri = 'file:///d/a.preuves.yaml';

function node(id: string, kind: ViewNode['kind'], line: number, children: readonly ViewNode[] = []): ViewNode {
  const range = { start: { line, character: 2 }, end: { line, character: 5 } };
  return { id, kind, label: id, status: 'provided', statusLabel: '', place: { uri, range }, children };
}

describe('the row at the cursor', () => {
  // `exigences` on line 2; R1 is written on line 3 with a scenario on line 5, R2 and R3 are not written.
  const model = new TreeModel();
  const written = node('R1', 'requirement', 3, [
    node('S1', 'scenario', 5, [node('P1', 'proof', 5), node('P2', 'proof', 5)]),
  ]);
  const root = node('d', 'dossier', 0, [
    node('c', 'chapter', 0, [written, node('R2', 'requirement', 2), node('R3', 'requirement', 2)]),
  ]);
  model.update({ dossiers: [{ uri, root, summary: '', catalogue: '', filing: { possible: false, text: '' } }] });
  const at = (line: number, sectionLine = 2, file = uri) =>
    rowAt(model, file, { line, character: 9 }, sectionLine)?.node.id;

  it('is the entry that begins at or above it', () => {
    assert.deepEqual([at(3), at(4), at(5), at(7)], ['R1', 'R1', 'S1', 'S1']);
  });

  it('is none above the first entry, in a later section, or in another file', () => {
    assert.equal(at(1, 1), undefined);
    assert.equal(at(9, 8), undefined);
    assert.equal(at(5, 2, 'file:///other'), undefined);
  });

  it('is none of the entries that are not written', () => {
    assert.equal(at(2), undefined);
  });
});
