import assert from 'node:assert/strict';
import { isPlaceholder } from './placeholder';

describe('isPlaceholder', () => {
  it('knows what stands where something is to be written', () => {
    for (const text of [
      '',
      ' ',
      '…',
      '...',
      '???',
      '-',
      'TODO',
      'todo : demander',
      'À compléter',
      'à  compléter…',
      'XXX',
      'x.y.z',
      '<nom>',
      '[à remplir]',
      'N/A',
    ])
      assert.ok(isPlaceholder(text), text);
  });

  it('takes names and numbers as they are', () => {
    for (const text of [
      'MonCabinet',
      '1.0.0',
      '0',
      'XR',
      '73282932000074',
      'Xavier Logiciels',
      'Todobien',
      'C',
      'Vide-grenier',
      'NA-Soft',
    ])
      assert.ok(!isPlaceholder(text), text);
  });
});
