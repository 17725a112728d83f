import assert from 'node:assert/strict';
import { conflictSentence } from './merge-words';

describe('conflictSentence', () => {
  const path = ['exigences', 'RUM.01', 'scenarios', 'RUM.01.01', 'preuves'];
  const line = 12;

  it('says where, without the sections that what stands in them tells', () => {
    assert.equal(
      conflictSentence({ kind: 'value', path, line }, 'fr'),
      'ligne 12 : « RUM.01 › RUM.01.01 › preuves » a reçu deux valeurs. Gardez la bonne.',
    );
    assert.equal(
      conflictSentence({ kind: 'value', path, line }, 'en'),
      'line 12: “RUM.01 › RUM.01.01 › preuves” was given two values. Keep the right one.',
    );
  });

  it('says who removed what the other changed', () => {
    const removed = { kind: 'removed', path: ['a'], line } as const;
    assert.match(
      conflictSentence({ ...removed, removedBy: 'ours' }, 'fr'),
      /« a » a été retiré de notre côté et modifié de l’autre/,
    );
    assert.match(
      conflictSentence({ ...removed, removedBy: 'theirs' }, 'fr'),
      /« a » a été modifié de notre côté et retiré de l’autre/,
    );
    assert.match(
      conflictSentence({ ...removed, removedBy: 'ours' }, 'en'),
      /“a” was removed on our side and changed on the other/,
    );
    assert.match(
      conflictSentence({ ...removed, removedBy: 'theirs' }, 'en'),
      /“a” was changed on our side and removed on the other/,
    );
  });

  it('says on which side nothing is left of a file', () => {
    const emptied = { kind: 'emptied', path: [], line: 1 } as const;
    assert.match(
      conflictSentence({ ...emptied, removedBy: 'ours' }, 'fr'),
      /^ligne 1 : de notre côté, il ne reste rien/,
    );
    assert.match(
      conflictSentence({ ...emptied, removedBy: 'theirs' }, 'fr'),
      /^ligne 1 : de l’autre côté, il ne reste rien/,
    );
    assert.match(
      conflictSentence({ ...emptied, removedBy: 'ours' }, 'en'),
      /is left on our side\. Keep the version of the other/,
    );
    assert.match(
      conflictSentence({ ...emptied, removedBy: 'theirs' }, 'en'),
      /is left on the other side\. Keep our version/,
    );
  });
});
