import assert from 'node:assert/strict';
import type { ViewNode, ViewStatus } from '../../protocol/compliance-view';
import { messagesFor } from '../messages';
import { appearanceOf, escapeMarkdown, toFix } from './row-appearance';

const fr = messagesFor('fr');
const counts = { provided: 12, toProvide: 20, incomplete: 1, toReview: 1, total: 34 };
const proof: ViewNode = {
  id: 'p',
  kind: 'proof',
  label: 'INS/va1.56.02.01',
  status: 'toReview',
  statusLabel: 'à revoir',
  children: [],
};
const chapter: ViewNode = {
  ...proof,
  kind: 'chapter',
  label: 'Identité',
  description: 'soumis',
  counts,
  children: [proof],
};

describe('row appearance', () => {
  it('describes a row by its counts and its own description', () => {
    assert.equal(appearanceOf(chapter, fr).description, '12/34 · soumis');
    assert.equal(appearanceOf({ ...chapter, description: '' }, fr).description, '12/34');
    assert.equal(appearanceOf(proof, fr).description, undefined);
    const none = { provided: 0, toProvide: 0, incomplete: 0, toReview: 0, total: 0 };
    assert.equal(appearanceOf({ ...proof, counts: none }, fr).description, undefined);
  });

  it('does not repeat what the server describes', () => {
    const node: ViewNode = { ...chapter, description: '12/34 fournies · à revoir' };
    assert.equal(appearanceOf(node, fr).description, '12/34 fournies · à revoir');
    assert.equal(appearanceOf(node, fr).spoken, 'Identité, à revoir, 12/34 fournies · à revoir');
    assert.equal(appearanceOf({ ...proof, description: 'à revoir' }, fr).spoken, 'INS/va1.56.02.01, à revoir');
  });

  it('says the status in words, not only by icon', () => {
    const shown = appearanceOf(chapter, fr);
    assert.equal(shown.spoken, 'Identité, à revoir, 12 fournies sur 34, soumis');
    assert.match(shown.tooltip, /^\*\*Identité\*\* — à revoir\n\n- fournies : 12\n/);
  });

  it('has a shape of its own for every status', () => {
    const statuses: ViewStatus[] = [
      'incomplete',
      'toReview',
      'toProvide',
      'provided',
      'covered',
      'requiredWithoutProof',
      'unknown',
      'notApplicable',
      'nothingExpected',
    ];
    const icons = statuses.map((status) => appearanceOf({ ...proof, status }, fr).icon.id);
    assert.equal(new Set(icons).size, statuses.length);
  });

  it('does not let a dossier without catalogue look neutral', () => {
    const broken: ViewNode = { ...chapter, kind: 'dossier', status: 'unknown', statusLabel: 'inconnue : x' };
    assert.deepEqual(appearanceOf(broken, fr).icon, { id: 'question', colour: 'list.errorForeground' });
    assert.equal(appearanceOf({ ...proof, status: 'unknown' }, fr).icon.colour, 'disabledForeground');
  });

  it('tells menus the kind, and whether a file is behind it', () => {
    assert.equal(appearanceOf(proof, fr).context, 'preuve');
    const evidence: ViewNode = { ...proof, kind: 'evidence', fileUri: 'file:///a.png' };
    assert.equal(appearanceOf(evidence, fr).context, 'piece fichier');
  });

  it('shows what ANS waits for at once, and reads out whether it is late', () => {
    const request: ViewNode = {
      ...proof,
      kind: 'request',
      statusLabel: 'à traiter, en retard',
      description: 'du 2026-11-10',
    };
    const group: ViewNode = { ...request, kind: 'requests', label: 'Demandes', children: [request] };
    assert.deepEqual([appearanceOf(group, fr).folding, appearanceOf(group, fr).context], ['unfolded', 'demandes']);
    assert.equal(appearanceOf(request, fr).spoken, 'INS/va1.56.02.01, à traiter, en retard, du 2026-11-10');
  });

  it('unfolds the only dossier', () => {
    const dossier: ViewNode = { ...chapter, kind: 'dossier' };
    assert.equal(appearanceOf(dossier, fr, true).folding, 'unfolded');
    assert.equal(appearanceOf(dossier, fr, false).folding, 'folded');
    assert.equal(appearanceOf(chapter, fr, true).folding, 'folded');
    assert.equal(appearanceOf(proof, fr, true).folding, 'none');
  });

  it('shows labels as they are written, whatever Markdown would make of them', () => {
    const label = '[clic](command:x) *a* <b> `c`';
    const { tooltip } = appearanceOf({ ...proof, label }, fr);
    assert.ok(!tooltip.includes('](command:'));
    assert.equal(escapeMarkdown('a\nb'), 'a b');
  });

  it('counts what needs somebody', () => {
    assert.equal(toFix([counts, undefined, counts]), 4);
    assert.equal(toFix([]), 0);
  });
});
