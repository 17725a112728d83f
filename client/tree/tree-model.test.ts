import assert from 'node:assert/strict';
import type { ViewGroup, ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';
import { TreeModel } from './tree-model';

function node(id: string, children: readonly ViewNode[] = [], more: Partial<ViewNode> = {}): ViewNode {
  return { id, kind: 'requirement', label: id, status: 'provided', statusLabel: 'fournie', children, ...more };
}

function view(...roots: readonly ViewNode[]): ComplianceView {
  const filing = { possible: false, text: '' };
  return { dossiers: roots.map((root) => ({ uri: `file:///${root.id}`, root, summary: '', catalogue: '', filing })) };
}

/** Walks down from the first dossier by positions. */
function keyAt(model: TreeModel, ...path: readonly number[]): string {
  const [first = 0, ...rest] = path;
  return rest.reduce((key, index) => model.row(key)!.children[index]!, model.roots[first]!);
}

describe('tree model', () => {
  it('gives every row its parent, its children and its dossier', () => {
    const model = new TreeModel();
    model.update(view(node('a', [node('a1', [node('a11')])]), node('b')));
    const deep = model.row(keyAt(model, 0, 0, 0))!;
    assert.equal(deep.node.id, 'a11');
    assert.equal(deep.dossierUri, 'file:///a');
    assert.equal(model.row(deep.parent!)?.node.id, 'a1');
    assert.deepEqual(deep.children, []);
    assert.equal(model.row(model.roots[1]!)?.parent, undefined);
    assert.equal(model.find(({ id }) => id === 'a1')?.key, keyAt(model, 0, 0));
    assert.equal(model.row('unknown'), undefined);
  });

  it('keeps keys when the figures change, and tells nothing when nothing did', () => {
    const model = new TreeModel();
    model.update(view(node('a', [node('a1')])));
    const before = keyAt(model, 0, 0);
    assert.deepEqual(model.update(view(node('a', [node('a1')]))), { kind: 'none' });
    assert.equal(keyAt(model, 0, 0), before);
  });

  it('redraws everything when dossiers come or go', () => {
    const model = new TreeModel();
    assert.deepEqual(model.update(view()), { kind: 'none' });
    assert.deepEqual(model.update(view(node('a'))), { kind: 'all' });
    assert.deepEqual(model.update(view(node('b'), node('a'))), { kind: 'all' });
    assert.deepEqual(model.update(view(node('a'), node('b'))), { kind: 'all' });
    assert.deepEqual(model.update(view()), { kind: 'all' });
    assert.deepEqual(model.roots, []);
  });

  it('redraws the highest row that differs, and nothing beside it', () => {
    const model = new TreeModel();
    const build = (label: string, extra: readonly ViewNode[] = []): ComplianceView =>
      view(node('a', [node('a1', [node('a11', [], { label }), ...extra]), node('a2')]), node('b'));
    model.update(build('before'));
    assert.deepEqual(model.update(build('after')), { kind: 'rows', keys: [keyAt(model, 0, 0, 0)] });
    assert.deepEqual(model.update(build('after', [node('a12')])), { kind: 'rows', keys: [keyAt(model, 0, 0)] });
    assert.deepEqual(model.update(build('after')), { kind: 'rows', keys: [keyAt(model, 0, 0)] });
  });

  it('names each of several changed rows', () => {
    const model = new TreeModel();
    const build = (label: string): ComplianceView =>
      view(node('a', [node('a1', [], { label })]), node('b', [node('b1', [], { label })]), node('c'));
    model.update(build('before'));
    assert.deepEqual(model.update(build('after')), {
      kind: 'rows',
      keys: [keyAt(model, 0, 0), keyAt(model, 1, 0)],
    });
  });

  it('redraws a row whose place moved, since a click goes there', () => {
    const model = new TreeModel();
    const at = (line: number): ComplianceView => {
      const position = { line, character: 0 };
      return view(node('a', [], { place: { uri: 'file:///a', range: { start: position, end: position } } }));
    };
    model.update(at(1));
    assert.deepEqual(model.update(at(2)), { kind: 'rows', keys: [keyAt(model, 0)] });
  });

  it('tells siblings with the same id apart, and the same id under two parents', () => {
    const model = new TreeModel();
    model.update(view(node('a', [node('x'), node('x')]), node('b', [node('x')])));
    const keys = [keyAt(model, 0, 0), keyAt(model, 0, 1), keyAt(model, 1, 0)];
    assert.equal(new Set(keys).size, 3);
  });

  it('does not confuse an id that looks like a path of ids', () => {
    const model = new TreeModel();
    model.update(view(node('a', [node('b', [node('c')]), node('b"]["c')])));
    assert.notEqual(keyAt(model, 0, 0, 0), keyAt(model, 0, 1));
  });

  it('stands dossiers in the groups of their portfolio, once each, and the others by themselves', () => {
    const model = new TreeModel();
    const group = (
      id: string,
      kind: ViewNode['kind'],
      dossiers: string[] = [],
      groups: ViewGroup[] = [],
    ): ViewGroup => ({
      node: node(id, kind === 'portfolio' ? [node('commune')] : [], { kind }),
      groups,
      dossiers,
    });
    const dossier = (id: string) => node(id, [node(`${id}1`)], { kind: 'dossier' });
    const product = group('produit', 'product', [], [group('vague', 'wave', ['file:///a', 'file:///absent'])]);
    const all = view(dossier('a'), dossier('b'));
    model.update({ ...all, groups: [group('p', 'portfolio', [], [product]), group('q', 'portfolio', ['file:///a'])] });
    const labels = model.all().map((row) => row.node.label);
    assert.deepEqual(labels, ['p', 'commune', 'produit', 'vague', 'a', 'a1', 'q', 'commune', 'b', 'b1']);
    assert.equal(model.dossiers.length, 2);
    const row = (label: string) => model.find((one) => one.label === label);
    assert.equal(row('a1')?.dossierUri, 'file:///a');
    assert.equal(row('produit')?.dossierUri, undefined);
    assert.equal(model.row(row('a')?.parent ?? '')?.node.label, 'vague');
  });
});
