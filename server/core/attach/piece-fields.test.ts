import assert from 'node:assert/strict';
import { manifest } from '../../../test/kit/dossier-kit';
import { parseManifest } from '../manifest/parse-manifest';
import type { PieceSaid } from './piece';
import { flowFields, pieceFields, type CitedPiece } from './piece-fields';

const parsed = (text: string) => parseManifest(text);
const main = parsed(manifest('exigences:\n'));
const written = (piece: CitedPiece, said?: PieceSaid, of = main) =>
  pieceFields(piece, of, said).map(([key, source]) => `${key}: ${source}`);
const sha256 = 'c'.repeat(64);
const film: CitedPiece = { kind: 'file', path: 'a.mp4', sha256, day: '2026-11-02' };

describe('what is written of a piece', () => {
  it('is what is known of it, a paper on no version, and nothing that is not known', () => {
    assert.deepEqual(written(film), ['fichier: a.mp4', `sha256: ${sha256}`, 'date: 2026-11-02', 'version: 12.4.0']);
    assert.deepEqual(written({ ...film, kind: 'declaration' }), [
      ...['declaration: a.mp4', `sha256: ${sha256}`, 'date: 2026-11-02'],
    ]);
    assert.deepEqual(written({ kind: 'file', path: 'a.mp4' }), ['fichier: a.mp4', 'version: 12.4.0']);
    assert.deepEqual(written({ kind: 'execution', number: '0042' }), ['execution: 0042', 'version: 12.4.0']);
    assert.deepEqual(written({ kind: 'link', url: 'https://exemple.test/r?a=1' }), [
      ...['lien: https://exemple.test/r?a=1', 'version: 12.4.0'],
    ]);
  });

  it('is what is said of it rather than what its file tells, whatever the piece is', () => {
    const said = { date: '2026-10-01', version: '12.3.9', comment: 'Vu', note: 'À refaire' };
    const words = ['date: 2026-10-01', 'version: 12.3.9', 'commentaire: Vu', 'note_interne: À refaire'];
    assert.deepEqual(written(film, said), ['fichier: a.mp4', `sha256: ${sha256}`, ...words]);
    assert.deepEqual(written({ kind: 'execution', number: '7' }, said), ['execution: 7', ...words]);
    assert.deepEqual(written({ kind: 'link', url: 'https://exemple.test/r' }, said), [
      'lien: https://exemple.test/r',
      ...words,
    ]);
    assert.deepEqual(written({ ...film, kind: 'declaration' }, said), [
      ...['declaration: a.mp4', `sha256: ${sha256}`, 'date: 2026-10-01', 'commentaire: Vu', 'note_interne: À refaire'],
    ]);
  });

  it('is no version where nobody noted it, or the manifest says none', () => {
    assert.deepEqual(written({ kind: 'execution', number: '7' }, { isVersionUnknown: true }), ['execution: 7']);
    for (const version of ['à compléter', '""'])
      assert.deepEqual(
        written({ kind: 'execution', number: '7' }, {}, parsed(manifest('').replace('12.4.0', version))),
        ['execution: 7'],
        version,
      );
    const without = parsed(manifest('').replace(/logiciel:\n.*\n.*\n/, ''));
    assert.deepEqual(written({ kind: 'execution', number: '7' }, {}, without), ['execution: 7']);
  });

  it('is the version as the team writes it', () => {
    for (const version of ['"12.40"', "'12.40'"])
      assert.deepEqual(
        written({ kind: 'execution', number: '7' }, {}, parsed(manifest('').replace('12.4.0', version))),
        ['execution: 7', `version: ${version}`],
      );
  });

  it('reads back as it was said: no number, link or word is taken for something else', () => {
    const odd: readonly CitedPiece[] = [
      { kind: 'execution', number: '12a' },
      { kind: 'execution', number: 'a12' },
      { kind: 'execution', number: '1: 2' },
      { kind: 'link', url: 'https://exemple.test/a b # c' },
      { kind: 'link', url: 'https://exemple.test/r: x' },
      { kind: 'link', url: '- https://exemple.test' },
      { kind: 'file', path: "- l'écran : « a », [b] {c} # d.png" },
    ];
    for (const piece of odd) {
      const value = piece.kind === 'link' ? piece.url : piece.kind === 'execution' ? piece.number : piece.path;
      for (const asFlow of [false, true]) {
        const fields = pieceFields(piece, main, { comment: 'a, b: [c] {d} # e', isVersionUnknown: true });
        const item = asFlow
          ? `[ { ${flowFields(fields)} } ]`
          : `\n            - ${fields.map(([key, source]) => `${key}: ${source}`).join('\n              ')}`;
        const text = `version: 1\nexigences:\n  A:\n    scenarios:\n      B:\n        preuves:\n          C: ${item}\n`;
        const [evidence, ...more] = parseManifest(text).requirements[0]?.facts.scenarios[0]?.proofs[0]?.evidence ?? [];
        assert.equal(more.length, 0);
        const cited = evidence?.file ?? evidence?.link ?? evidence?.execution;
        assert.deepEqual([cited?.value, evidence?.comment?.value], [value, 'a, b: [c] {d} # e'], text);
      }
    }
  });

  it('holds nothing in braces that would end what stands there', () => {
    assert.equal(
      flowFields([
        ['commentaire', 'a, b'],
        ['titre', '"c, d"'],
        ['fichier', 'e.png'],
      ]),
      'commentaire: "a, b", titre: "c, d", fichier: e.png',
    );
  });
});
