import assert from 'node:assert/strict';
import type { Slot } from '../attach/slots';
import { collectedLine, collectNoteLine } from './collect-words';
import type { CollectNote, ReadResult } from './plan-collect';

const slot = (proof: string): Slot => ({ proof, scenario: 'A.1', requirement: 'A', pieces: 0 });
const source = { kind: 'file', path: '/r/a.png' } as const;
const attachment = { name: 'a', fileName: 'a.png', sha256: 'a'.repeat(64), source };
const result: ReadResult = {
  ...{ tool: 'Playwright', report: '/r/r.json', title: ['ins.spec.ts', 'imprime'], slots: [], words: [] },
  ...{ outcome: 'passed', attachments: [attachment] },
};

describe('words of a collection', () => {
  it('tell each piece, and that it takes the place of another', () => {
    const piece = { test: 't', slot: slot('A.1.1'), result, attachment };
    const entry = { test: 't', slot: slot('A.1.1'), path: 'a.png', sha256: 'b', copied: true };
    const replacing = { ...piece, replaces: { entry, piece: 0, isAlone: true } };
    assert.equal(collectedLine(piece, 'fr'), 'A.1.1 ← a.png (ins.spec.ts › imprime)');
    assert.equal(collectedLine(replacing, 'fr'), 'A.1.1 ← a.png (ins.spec.ts › imprime), à la place de la précédente');
    assert.equal(collectedLine(replacing, 'en'), 'A.1.1 ← a.png (ins.spec.ts › imprime), in place of the former one');
  });

  it('tell why a test brings nothing, and what to do', () => {
    const title = 'imprime';
    for (const [note, fr, en] of [
      [{ kind: 'failed', title, before: false }, /^« imprime » a échoué : aucune pièce/, /^“imprime” failed: no piece/],
      [
        { kind: 'failed', title, before: true },
        /a échoué cette fois : la pièce d’une exécution précédente reste/,
        /failed this time: the piece of an earlier run stays/,
      ],
      [{ kind: 'skipped', title, before: true }, /n’a pas été joué/, /was not run/],
      [{ kind: 'unknown', title, before: true }, /ne dit pas s’il a réussi/, /does not say whether it passed/],
      [
        { kind: 'noAttachment', title },
        /n’a laissé aucune pièce : faites-lui joindre/,
        /left no piece: have it attach/,
      ],
      [
        { kind: 'noSlot', title, near: [] },
        /ne dit pas pour quelle preuve : mettez son identifiant/,
        /does not say for which proof: put its id/,
      ],
      [
        { kind: 'noSlot', title, near: ['A.1.1', 'A.1.2'] },
        /Vouliez-vous dire A\.1\.1, A\.1\.2/,
        /Did you mean A\.1\.1, A\.1\.2\?$/,
      ],
      [
        { kind: 'severalSlots', title, slots: ['A.1.1', 'A.1.2', 'A.1.1'].map(slot) },
        /plusieurs preuves \(A\.1\.1, A\.1\.2\)/,
        /several proofs \(A\.1\.1, A\.1\.2\)/,
      ],
      [
        { kind: 'kept', title, path: 'p/a.png' },
        /^p\/a\.png a été relue ou complétée depuis/,
        /^p\/a\.png was reviewed or completed since/,
      ],
      [
        { kind: 'moved', title, path: 'p/a.png' },
        /déplacée ou rattachée ailleurs \(p\/a\.png\)/,
        /moved or filed elsewhere \(p\/a\.png\)/,
      ],
      [
        { kind: 'changed', title, path: 'p/a.png' },
        /^p\/a\.png a été modifiée depuis sur le disque/,
        /^p\/a\.png was changed on disk since/,
      ],
    ] as const satisfies readonly (readonly [CollectNote, RegExp, RegExp])[]) {
      const plain = (locale: 'fr' | 'en') => collectNoteLine(note, locale).replaceAll(/[\u00a0\u202f]/g, ' ');
      assert.match(plain('fr'), fr);
      assert.match(plain('en'), en);
    }
  });
});
