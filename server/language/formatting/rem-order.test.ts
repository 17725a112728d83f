import assert from 'node:assert/strict';
import { proof, smallCatalogue } from '../../../test/kit/small-catalogue';
import { CatalogueIndex } from '../../core/catalogue/index-catalogue';
import { parseManifest } from '../../core/manifest/parse-manifest';
import { inRemOrder } from './rem-order';

const index = new CatalogueIndex(smallCatalogue);
const order = (text: string): string => {
  const outcome = inRemOrder(parseManifest(text), index);
  return outcome.kind === 'ordered' ? outcome.text : outcome.kind;
};

describe('the order of the REM', () => {
  it('is that of requirements, scenarios and proofs, with the comments above each; gaps stay where they are', () => {
    const before = `version: 1
exigences:

  # sur Pro Santé Connect
  # en deux lignes
  PSC.01: {}

  # l’INS
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          # la vidéo
          INS/va1.56.02.02: []
          INS/va1.56.02.01:
          - fichier: a.png
      INS/va1.56.01: {}   # premier
    # reste ici
scenarios: {}
`;
    assert.equal(
      order(before),
      `version: 1
exigences:

  # l’INS
  INS/va1.56:
    scenarios:
      INS/va1.56.01: {}   # premier
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
          - fichier: a.png
          # la vidéo
          INS/va1.56.02.02: []
    # reste ici

  # sur Pro Santé Connect
  # en deux lignes
  PSC.01: {}
scenarios: {}
`,
    );
  });

  it('takes what the REM does not have along with what it stands behind, and ids by any of their names', () => {
    const before = 'exigences:\r\n  PSC.01: {}\r\n  X.1: {}\r\n  LGC.INS.01: {}\r\n  X.2: {}';
    assert.equal(order(before), 'exigences:\r\n  LGC.INS.01: {}\r\n  X.2: {}\r\n  PSC.01: {}\r\n  X.1: {}');
  });

  it('changes nothing of what is in order, on one line, or empty', () => {
    for (const text of ['', 'exigences: { PSC.01: {}, INS/va1.56: {} }\n', 'exigences:\n  INS/va1.56:\n  PSC.01:\n'])
      assert.equal(order(text), text);
  });

  it('is refused where a file is broken, has anchors, or is in the middle of a merge', () => {
    assert.equal(order('exigences:\n  PSC.01: {\n  INS/va1.56: {}\n'), 'broken');
    assert.equal(order('exigences:\n  PSC.01: &a {}\n  INS/va1.56: *a\n'), 'anchors');
    assert.equal(order('exigences:\n<<<<<<< a\n  PSC.01: {}\n=======\n  INS/va1.56: {}\n>>>>>>> b\n'), 'unwritable');
  });

  it('keeps the mark of byte order, the line ends and a last line that has none', () => {
    for (const [before, after] of [
      ['\ufeffexigences:\n  PSC.01: {}\n  INS/va1.56: {}\n', '\ufeffexigences:\n  INS/va1.56: {}\n  PSC.01: {}\n'],
      ['exigences:\r\n  PSC.01: {}\r\n  INS/va1.56: {}', 'exigences:\r\n  INS/va1.56: {}\r\n  PSC.01: {}'],
      [
        'exigences:\n  PSC.01:\n    suivi: {}\n  INS/va1.56:\n    suivi: {}',
        'exigences:\n  INS/va1.56:\n    suivi: {}\n  PSC.01:\n    suivi: {}',
      ],
    ] as const)
      assert.equal(order(before), after);
  });

  it('is that of core-business scenarios and their proofs, those that the REM does not have behind what they stood behind', () => {
    const first = { ...smallCatalogue.coreScenarios[0], id: 'SCN.1', proofs: [] } as const;
    const [core] = smallCatalogue.coreScenarios;
    assert.ok(core);
    const two = [proof('B.1'), proof('B.2')];
    const coreScenarios = [core, { ...core, ...first, proofs: two }];
    const other = new CatalogueIndex({ ...smallCatalogue, coreScenarios });
    const text =
      'scenarios:\n  SCN.1:\n    preuves:\n      B.2: []\n      B.1: []\n  MAISON: { preuves: { Y: [], X: [] } }\n  SCN_DB/CO.01: {}\n';
    assert.deepEqual(inRemOrder(parseManifest(text), other), {
      kind: 'ordered',
      text: 'scenarios:\n  SCN_DB/CO.01: {}\n  SCN.1:\n    preuves:\n      B.1: []\n      B.2: []\n  MAISON: { preuves: { Y: [], X: [] } }\n',
    });
  });

  it('is left as it is under a requirement that the REM does not have', () => {
    const text = 'exigences:\n  MAISON.01:\n    scenarios:\n      B: { preuves: { Y: [], X: [] } }\n      A: {}\n';
    assert.equal(order(text), text);
  });
});
