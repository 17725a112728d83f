import assert from 'node:assert/strict';
import { mainShape } from '../../core/manifest/manifest-shape';
import { parseManifest } from '../../core/manifest/parse-manifest';
import { proofHere, type ProofHere } from './proof-here';

function at(marked: string): ProofHere {
  const text = marked.replace('‸', '');
  return proofHere(parseManifest(text), mainShape, marked.indexOf('‸'));
}

const head = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
exigences:
  R:
    scenarios:
      R.01:
        preuves:
`;
const slot = { proof: 'R.01.01', scenario: 'R.01', requirement: 'R' };

describe('the proof at a place of the text', () => {
  for (const text of [
    '‸          R.01.01: []\n',
    '          R.01‸.01: []\n',
    '          R.01.01: ‸[]\n',
    '          R.01.01: [‸]\n',
    '          R.01.01: []‸\n',
    '          R.01.01:‸\n',
    '          R.01.01: [] # à fil‸mer\n',
    '          R.01.01:\n            ‸\n',
    '          R.01.01:\n‸            - fichier: a.png\n',
    '          R.01.01:\n            - fichier: a.png\n            ‸\n',
    '          R.01.01:\n            - fichier: a.png\n              revue:\n                par: x\n  ‸              le: 2026-01-01\n',
    '          R.01.01: [{ fichier: a.png }, ‸]\n',
  ]) {
    it(`is known at ${JSON.stringify(text)}`, () => {
      assert.deepEqual(at(head + text), { slot, inValue: false });
    });
  }

  it('is known in a value, which keeps the texts that come there', () => {
    assert.deepEqual(at(`${head}          R.01.01:\n            - lien: ‸\n`), { slot, inValue: true });
    assert.deepEqual(at(`${head}          R.01.01:\n            - fichier: a‸.png\n`), { slot, inValue: true });
  });

  it('is known under a core-business scenario', () => {
    const core = 'version: 1\nscenarios:\n  S:\n    preuves:\n      S.01: ‸\n';
    assert.deepEqual(at(core), { slot: { proof: 'S.01', scenario: 'S' }, inValue: false });
  });

  it('is none elsewhere: no requirement, no scenario, no comment, no text', () => {
    for (const text of [
      head.replace('  R:', '  R:‸'),
      head.replace('R.01:', '‸R.01:'),
      `${head}‸`,
      `${head}          R.01.01:\n            # atten‸du\n`,
      head.replace('dispositif: ', 'dispositif: ‸'),
      '‸',
    ]) {
      assert.deepEqual(at(text), { inValue: false }, text);
    }
  });
});
