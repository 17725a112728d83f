import assert from 'node:assert/strict';
import { Doubts } from './import-report';
import { splitProof } from './split-proof';

const place = { sheet: 'S', row: 2, column: 'I' };
function split(
  rawId: string,
  expected: string,
): { proofs: (readonly [string | undefined, string])[]; codes: string[] } {
  const doubts = new Doubts();
  const id = rawId.trim() === '' ? undefined : rawId.replace(/\s+/g, ' ').trim();
  const proofs = splitProof({ id, expected, index: 1, place }, rawId, doubts);
  return { proofs: proofs.map((one) => [one.id, one.expected]), codes: doubts.inOrder(['S']).map(({ code }) => code) };
}

describe('splitProof', () => {
  it('gives each id its bullet, its line or what begins with it', () => {
    for (const text of [
      "- Copie d'écran\n- Vidéo",
      "Copie d'écran\nVidéo",
      "1) Copie d'écran\n2) Vidéo",
      "A.01.02 : Vidéo\nA.01.01 : Copie d'écran",
    ])
      for (const ids of ['A.01.01\nA.01.02', 'A.01.01 ; A.01.02', 'A.01.01 et A.01.02', 'A.01.01 A.01.02'])
        assert.deepEqual(
          split(ids, text),
          {
            proofs: [
              ['A.01.01', "Copie d'écran"],
              ['A.01.02', 'Vidéo'],
            ],
            codes: ['preuves-dans-une-cellule'],
          },
          `${ids} ${text}`,
        );
  });

  it('keeps with a bullet the lines under it', () => {
    assert.deepEqual(split('A.01.01\nA.01.02', '- Copie\n  de la fiche\n- Vidéo').proofs, [
      ['A.01.01', 'Copie\n  de la fiche'],
      ['A.01.02', 'Vidéo'],
    ]);
  });

  it('gives each the whole text where the words cannot be told apart, and says so', () => {
    const { proofs, codes } = split('A.01.01\nA.01.02', "Copie d'écran\nde la fiche");
    assert.deepEqual(proofs, [
      ['A.01.01', "Copie d'écran\nde la fiche"],
      ['A.01.02', "Copie d'écran\nde la fiche"],
    ]);
    assert.deepEqual(codes, ['preuves-melees']);
  });

  it('finds the ids in the text where their cell is empty', () => {
    assert.deepEqual(split('', 'A.01.01 : Vidéo\n(de tout)\nA.01.02 : Journal').proofs, [
      ['A.01.01', 'Vidéo\n(de tout)'],
      ['A.01.02', 'Journal'],
    ]);
  });

  it('leaves one proof alone', () => {
    for (const [id, text] of [
      ['A.01.01', '- Vidéo\n- Journal'],
      ['SSI/GEN.02 BIS', 'Vidéo'],
      ['', 'Voir A.01.01 et A.01.02'],
      ['A.01.01', 'A.01.01 : Vidéo\nA.01.02 : non'],
    ] as const)
      assert.equal(split(id, text).proofs.length, 1, id);
  });
});
