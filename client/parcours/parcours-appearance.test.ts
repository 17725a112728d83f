import assert from 'node:assert/strict';
import type { ParcoursRow } from '../../protocol/requests/parcours';
import { foldingOf, iconOf } from './parcours-appearance';

const row = (more: Partial<ParcoursRow>): ParcoursRow => ({
  id: 'a',
  kind: 'step',
  label: 'Étape',
  mood: 'onTime',
  spoken: 'Étape',
  children: [],
  ...more,
});

describe('rows of the way', () => {
  it('have a shape of their own for each mood', () => {
    const moods = ['done', 'notNeeded', 'late', 'tight', 'onTime', 'doubtful', 'unknown'] as const;
    const shapes = moods.map((mood) => iconOf(row({ mood })).id);
    assert.equal(new Set(shapes).size, moods.length);
    assert.notEqual(iconOf(row({ kind: 'group' })).id, iconOf(row({})).id);
  });

  it('start unfolded only when they are the single dossier', () => {
    const children = [row({})];
    assert.equal(foldingOf(row({ kind: 'dossier', children }), true), 'unfolded');
    assert.equal(foldingOf(row({ kind: 'dossier', children }), false), 'folded');
    assert.equal(foldingOf(row({ kind: 'group', children }), true), 'folded');
    assert.equal(foldingOf(row({}), true), 'none');
  });
});
