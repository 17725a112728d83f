import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { filedManifest } from './filed-manifest';

function readable(text: string): string {
  const filed = filedManifest(text);
  assert.ok(filed !== undefined);
  return filed;
}

describe('filedManifest', () => {
  it('gives nothing of a text that it does not understand whole', () => {
    for (const text of ['a: [', 'a: 1\n---\nb: 2\n', '['.repeat(5000), 'a: "x', '\tnote_interne: x']) {
      assert.equal(filedManifest(text), undefined, text.slice(0, 20));
    }
  });

  it('leaves out internal notes and comments, and keeps the rest as written', () => {
    const filed = readable(`# à relire avec Paul
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

  it('leaves out orders and financing, and only these sections', () => {
    const filed = readable(`version: 1
commandes: [{ client: SECRET }]
financement: { numero_referencement: SECRET }
logiciel: { nom: A, commandes: gardé }
`);
    assert.ok(!filed.includes('SECRET'));
    assert.match(filed, /commandes: gardé/);
  });

  it('shows no character that turns the text around it, and says the same', () => {
    const filed = readable('a: "preuves/a\\u202Egol.exe.log"\nb: |\n  x\u200by\n"k\u202e": c\n');
    assert.doesNotMatch(filed, /[\u202e\u200b]/);
    assert.deepEqual(parse(filed), { a: 'preuves/a\u202egol.exe.log', b: 'x\u200by\n', 'k\u202e': 'c' });
  });

  it('keeps one piece shared by an alias', () => {
    const filed = readable('a: &x\n  - fichier: p.pdf\n    note_interne: secret\nb: *x\n');
    assert.ok(!filed.includes('secret'));
    assert.match(filed, /b: \*x/);
  });
});
