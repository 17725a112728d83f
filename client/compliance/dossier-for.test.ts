import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';
import { dossierFor, owner } from './dossier-for';

const start = { line: 0, character: 0 };

function dossier(uri: string, fragment?: string): ComplianceView['dossiers'][number] {
  const leaf: ViewNode = {
    id: 'leaf',
    kind: 'proof',
    label: '',
    status: 'provided',
    statusLabel: '',
    children: [],
    ...(fragment === undefined ? {} : { place: { uri: fragment, range: { start, end: start } } }),
  };
  const filing = { possible: false, text: '' };
  return { uri, summary: uri, catalogue: '', filing, root: { ...leaf, id: uri, kind: 'dossier', children: [leaf] } };
}

const outer = dossier('file:///w/a.preuves.yaml', 'file:///shared/x.preuves.yaml');
const inner = dossier('file:///w/sub%20folder/b.preuves.yaml');
const view: ComplianceView = { dossiers: [outer, inner] };

describe('dossier for a document', () => {
  it('is the one of its main manifest, however the URI is escaped', () => {
    assert.equal(dossierFor(view, 'file:///w/sub folder/b.preuves.yaml'), inner);
    const windows = { dossiers: [outer, dossier('file:///C:/d/c.preuves.yaml')] };
    assert.equal(owner(windows, 'file:///c%3A/d/c.preuves.yaml'), windows.dossiers[1]);
  });

  it('is the one with a row in it', () => {
    assert.equal(owner(view, 'file:///shared/x.preuves.yaml'), outer);
  });

  it('is the one in the nearest folder above', () => {
    assert.equal(owner(view, 'file:///w/sub%20folder/preuves/c.png'), inner);
    assert.equal(owner(view, 'file:///w/preuves/c.png'), outer);
  });

  it('is the first one for anything else', () => {
    assert.equal(dossierFor(view, 'untitled:Untitled-1'), outer);
    assert.equal(owner(view, 'untitled:Untitled-1'), undefined);
    assert.equal(dossierFor(view, undefined), outer);
    assert.equal(dossierFor({ dossiers: [] }, 'file:///w/a.preuves.yaml'), undefined);
  });

  it('takes a bare percent sign as it is', () => {
    assert.equal(owner(view, 'file:///w/100%.txt'), outer);
  });
});
