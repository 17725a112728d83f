import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { scenarioIdOf, scenariosOf, testDossier } from './test-tree';

const node = (kind: ViewNode['kind'], id: string, ...children: ViewNode[]): ViewNode => ({
  id: `${kind}:${id}`,
  kind,
  label: id,
  status: 'toProvide',
  statusLabel: '',
  children,
});

describe('the tree of a dossier as tests', () => {
  const shared = node(
    'requirement',
    'R1',
    node('scenario', 'R1.01', node('proof', 'R1.01.01')),
    node('scenario', 'R1.02'),
  );
  const root = node(
    'dossier',
    'd',
    node('requests', 'ANS', node('request', 'R9', node('requirement', 'R9', node('scenario', 'R9.01')))),
    node('problem', 'p'),
    node('chapter', 'A', shared, node('requirement', 'R2')),
    node('chapter', 'B', shared),
    node('chapter', 'core', node('scenario', 'SCN_1')),
  );
  const { requirements, scenarios } = testDossier({
    uri: 'file:///d/main.preuves.yaml',
    root,
    summary: '',
    catalogue: '',
    filing: { possible: false, text: '' },
  });
  const ids = (nodes: readonly ViewNode[]): string[] => nodes.map(({ id }) => id);

  it('has each requirement with scenarios once, in the order of the tree, and no request of ANS', () => {
    assert.deepEqual(ids(requirements), ['requirement:R1']);
    assert.deepEqual(ids(requirements.flatMap(scenariosOf)), ['scenario:R1.01', 'scenario:R1.02']);
  });

  it('has the scenarios that stand under no requirement', () => {
    assert.deepEqual(ids(scenarios), ['scenario:SCN_1']);
  });

  it('tells the id of a scenario, whatever it holds', () => {
    assert.equal(scenarioIdOf('scenario:INS/va1.56.01 (2)'), 'INS/va1.56.01 (2)');
    assert.equal(scenarioIdOf('requirement:R1'), undefined);
  });
});
