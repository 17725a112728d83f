import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filedManifest } from './filed-manifest';

describe('filedManifest', () => {
  it('leaves out internal notes and comments, and keeps the rest as written', () => {
    const filed = filedManifest(`# à relire avec Paul
version: 1
logiciel: { version: 12.10, note_interne: secret }   # pas encore
exigences:
  # secret
  INS/va1.56: # secret
    note_interne: |
      secret
      sur deux lignes
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: a.png
              # secret
              note_interne: secret
              commentaire: Vu par l'instructeur
`);
    assert.ok(!filed.includes('secret'));
    assert.ok(!filed.includes('#'));
    assert.match(filed, /version: 12\.10/);
    assert.match(filed, /commentaire: Vu par l'instructeur/);
  });

  it('keeps one piece shared by an alias', () => {
    const filed = filedManifest('a: &x\n  - fichier: p.pdf\n    note_interne: secret\nb: *x\n');
    assert.ok(!filed.includes('secret'));
    assert.match(filed, /b: \*x/);
  });

  it('never lets a note out, wherever it stands', () => {
    const text = fc.stringMatching(/^[a-z ]{1,20}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.constantFrom('note_interne', 'commentaire')), { maxLength: 8 }),
        (pairs) => {
          const items = pairs.map(
            ([, key], index) => `  - ${key}: SECRET${index}\n    suite: { ${key}: SECRET${index} }\n`,
          );
          const filed = filedManifest(`liste:\n${items.join('')}`);
          pairs.forEach(([, key], index) => {
            assert.equal(filed.includes(`SECRET${index}`), key === 'commentaire');
          });
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
