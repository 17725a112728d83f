import assert from 'node:assert/strict';
import type { AttachmentView } from '../../protocol/requests/attach-plan';
import { attachMessages } from './attach-messages';
import { mustConfirm, planLines, withSlots } from './plan-shown';

const one: AttachmentView = { piece: 0, slot: { proof: 'a' }, sentence: 'a : x', copied: false, alreadyCited: false };

describe('plan of attaching', () => {
  it('is shown first when it is no matter of course', () => {
    const warning = { severity: 'warning', message: 'm' } as const;
    assert.equal(mustConfirm({ attachments: [one], warnings: [] }), false);
    assert.equal(mustConfirm({ attachments: [one], warnings: [warning] }), false);
    assert.equal(mustConfirm({ attachments: [one], warnings: [{ ...warning, severity: 'error' }] }), true);
    assert.equal(mustConfirm({ attachments: [{ ...one, copied: true }], warnings: [] }), true);
    assert.equal(mustConfirm({ attachments: [one, { ...one, piece: 1 }], warnings: [] }), true);
  });

  it('says what is done, then what a check would find', () => {
    const plan = { attachments: [one], warnings: [{ severity: 'error', message: 'identité' }] } as const;
    assert.deepEqual(planLines(plan, attachMessages.fr), ['a : x', 'Erreur : identité']);
    assert.deepEqual(planLines(plan, attachMessages.en), ['a : x', 'Error: identité']);
  });

  it('gives pieces the places that are known, and leaves the others', () => {
    const pieces = [
      { kind: 'link', url: 'https://a.fr' },
      { kind: 'execution', number: '12', slot: { proof: 'b' } },
    ] as const;
    assert.deepEqual(withSlots(pieces, [{ piece: 0, slot: { proof: 'a' } }]), [
      { kind: 'link', url: 'https://a.fr', slot: { proof: 'a' } },
      pieces[1],
    ]);
  });

  it('is worded in both languages, by number', () => {
    assert.equal(attachMessages.fr.confirmTitle(1), 'Joindre cette pièce ?');
    assert.equal(attachMessages.fr.confirmTitle(3), 'Joindre ces 3 pièces ?');
    assert.match(attachMessages.en.undoneKept(2, 'x, y'), /The copied files stay in the dossier, .*: x, y\.$/);
  });
});
