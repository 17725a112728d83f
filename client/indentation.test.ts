import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Rule {
  readonly beforeText: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

const { onEnterRules } = JSON.parse(readFileSync('syntaxes/preuves-segur.language-configuration.json', 'utf8')) as {
  onEnterRules: Rule[];
};

/** Column of the cursor after Enter at the end of a line: the first rule that matches decides, as in the editor. */
function columnAfterEnter(line: string): number {
  const rule = onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  const margin = line.length - line.trimStart().length;
  return margin + (rule?.action.indent === 'indent' ? 2 : 0) + (rule?.action.appendText?.length ?? 0);
}

describe('Enter', () => {
  const table: readonly (readonly [line: string, column: number])[] = [
    // Under a key without value, at every level.
    ['exigences:', 2],
    ['exigences: ', 2],
    ['  INS/va1.56:', 4],
    ['      INS/va1.56.02:', 8],
    ['        preuves:   # ce qui est attendu', 10],
    ['          INS/va1.56.02.02:', 12],
    ['  "ANN/DRIMbox:1":', 4],
    ["  'ANN 1':", 4],
    ['  Pro Santé Connect:', 4],
    ['  A#B:', 4],
    ['  revue: &revue', 4],
    ['  revue: !!map', 4],
    ['  commentaire: |', 4],
    ['  commentaire: >-', 4],
    ['  commentaire: |2 # texte', 4],
    // Beside a key that has its value.
    ['dossier: { dispositif: X }', 0],
    ['  depot_vise: 2026-11-20', 2],
    ['  depot_vise: 2026-11-20 # prévu', 2],
    ['  lien: https://a.example/b:', 2],
    ['  nom: "a:"', 2],
    ["  nom: 'a:'", 2],
    ['  nom: a # voir :', 2],
    ['  nom: *autre', 2],
    ['  profils: []', 2],
    ['version: 1', 0],
    // In an item: beside its first key, or under it.
    ['            - fichier: preuves/a.png', 14],
    ['            - fichier: preuves/a.png # vu', 14],
    ['            - lien: https://a.example/b', 14],
    ['            - fichier: a: b', 14],
    ['            - nom: "a: b"', 14],
    ['  - teleservice: DMP', 4],
    ['  - revue:', 6],
    ['  - revue: # de la pièce', 6],
    ['  - commentaire: |', 6],
    ['  -', 4],
    ['  - ', 4],
    ['  - IAM', 2],
    ['  - "a: b"', 2],
    ['  - { teleservice: DMP }', 2],
    // In brackets that stay open.
    ['  profils: [', 4],
    ['  dossier: {', 4],
    ['  - profils: [', 6],
    ['  - {', 4],
    ['    a,', 4],
    // Texts and comments are no keys.
    ['# à faire :', 0],
    ['    # Attendu :', 4],
    ['    # Attendu:', 4],
    ['    Voici les pièces :', 4],
    ['    Voici les pièces\u00a0:', 4],
    ['    Voici\u202f:', 4],
    ['', 0],
    ['    ', 4],
  ];
  for (const [line, column] of table) {
    it(`goes to column ${column} after ${JSON.stringify(line)}`, () => {
      assert.equal(columnAfterEnter(line), column);
    });
  }

  it('stays where it is after a very long line that is no key', () => {
    for (const line of [`${'a:'.repeat(20000)} b`, `"${'"'.repeat(20000)}`, `k: ${'&a '.repeat(9000)}x`]) {
      assert.equal(columnAfterEnter(line), 0);
    }
  });
});
