import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { searchRows } from './search-rows';
import { TreeModel } from './tree-model';

const place = {
  uri: 'file:///d/a.preuves.yaml',
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
};

const node = (
  id: string,
  kind: ViewNode['kind'],
  children: readonly ViewNode[],
  more: Partial<ViewNode> = {},
): ViewNode => ({
  id,
  kind,
  label: id,
  status: 'toProvide',
  statusLabel: 'à fournir',
  place,
  children,
  ...more,
});

describe('the search', () => {
  it('offers requirements, scenarios, proofs and evidence with what stands above them', () => {
    const model = new TreeModel();
    const proof = node('P1', 'proof', [node('a.png', 'evidence', [])]);
    const requirement = node('R1', 'requirement', [node('S1', 'scenario', [proof])]);
    const root = node('D', 'dossier', [node('C', 'chapter', [requirement]), node('X', 'problem', [])]);
    model.update({
      dossiers: [{ uri: place.uri, root, summary: '', catalogue: '', filing: { possible: false, text: '' } }],
    });
    assert.deepEqual(
      searchRows(model).map(({ label, detail }) => `${detail} › ${label}`),
      ['D › C › R1', 'D › C › R1 › S1', 'D › C › R1 › S1 › P1', 'D › C › R1 › S1 › P1 › a.png'],
    );
  });

  it('offers nothing that has no place', () => {
    const model = new TreeModel();
    const nowhere: ViewNode = {
      id: 'R1',
      kind: 'requirement',
      label: 'R1',
      status: 'toProvide',
      statusLabel: 'à fournir',
      children: [],
    };
    const root = node('D', 'dossier', [nowhere]);
    model.update({
      dossiers: [{ uri: place.uri, root, summary: '', catalogue: '', filing: { possible: false, text: '' } }],
    });
    assert.deepEqual(searchRows(model), []);
  });
});
