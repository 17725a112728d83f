import assert from 'node:assert/strict';
import { head, markedProblems as problems, piece } from '../../../test/kit/manifest-text';
import { parseManifest } from './parse-manifest';

describe('parseManifest', () => {
  describe('problems', () => {
    const one = (text: string, expected: string[]) => {
      assert.deepEqual(problems(parseManifest(text)), expected);
    };

    it('reports unknown keys, at every level, with the keys that may stand there', () => {
      one(`${head}exigence: {}\n`, ['unknownKey "exigence"']);
      one(piece('fichier: a.png', 'fichiers: b.png'), ['unknownKey "fichiers"']);
      const problem = parseManifest(piece('fichier: a.png', 'titr: b')).problems[0]!;
      assert.ok(problem.candidates?.includes('titre'));
      assert.ok(!problem.candidates?.includes('fichier'));
      assert.deepEqual(problem.args, { key: 'titr', in: 'pièce' });
      one('version: 1\nexigences: {}\nconstructor: {}\n', ['unknownKey "constructor"']);
      one(piece('fichier: a.png', '__proto__: b'), ['unknownKey "__proto__"']);
    });

    it('reports values of the wrong type', () => {
      one(piece('fichier: a.png', 'revue: oui'), ['wrongType "oui"']);
      one(piece('fichier: [a.png]'), ['wrongType "[a.png]"']);
      one('version: 1\nexigences:\n  - PSC.01\n', ['wrongType "- PSC.01\\n"']);
      one('version: 1\nexigences:\n- PSC.01:\n    scenarios: {}\n', ['wrongType "- PSC.01:\\n    scenarios: {}\\n"']);
      one('version: 1\nexigences: oui\n', ['wrongType "oui"']);
      one(`${head}  profils: [~]\n`, ['wrongType "~"']);
      one('version: 1\nexigences: { [a, b]: {} }\n', ['wrongType "[a, b]"']);
    });

    it('reports missing keys', () => {
      one('exigences: {}\n', ['missingKey "exigences"']);
      one('version:\nexigences: {}\n', ['missingKey "version"']);
      one('version: 1\ndossier:\n', ['missingKey "dossier"']);
      one(piece('fichier: a.png', 'revue: { par: A. Martin, le: }'), ['missingKey "revue"', 'missingKey "le"']);
    });

    it('reports duplicate keys, but leaves doubles of entries to the dossier', () => {
      one(`${head}version: 1\n`, ['duplicateKey "version"']);
      one(piece('fichier: a.png', 'date: 2026-11-02', 'date: 2026-11-03'), ['duplicateKey "date"']);
      one('version: 1\nexigences:\n  A: { scenarios: { B: {}, B: {} } }\n', ['duplicateKey "B"']);
      one('version: 1\nexigences:\n  A: {}\n  A: {}\n', []);
      one('version: 1\nexigences:\n  A: &a {}\n  A: *a\n', []);
    });

    it('reports values outside a closed list and in the wrong format', () => {
      one('version: 2\nexigences: {}\n', ['badValue "2"']);
      one(piece('fichier: a.png', 'revue: { par: A, le: 2026-11-02, avis: correcte }'), ['badValue "correcte"']);
      one(piece('fichier: a.png', 'date: 2026-02-29'), ['badFormat "2026-02-29"']);
      one(piece('fichier: a.png', 'sha256: abc'), ['badFormat "abc"']);
      one(piece('lien: ftp://a'), ['badFormat "ftp://a"']);
      one(piece('execution: quatre'), ['badFormat "quatre"']);
      one('version: 1\nexigences: { A: { empreinte: xyz } }\n', ['badFormat "xyz"']);
    });

    it('reports evidence of no kind and of several', () => {
      one(piece('titre: a'), ['noneOf "titre"']);
      one(piece('fichier: a.png', 'lien: https://a'), ['severalOf "fichier"']);
      one(`version: 1\nexigences: { A: { scenarios: { A.1: { preuves: { A.1.1: [{}] } } } } }\n`, ['noneOf "{}"']);
    });

    it('reports several documents, and a list or a text at the top', () => {
      const [documents] = parseManifest('version: 1\n---\nversion: 1\n').problems;
      assert.equal(documents?.args['code'], 'MULTIPLE_DOCS');
      one('- version: 1\n', ['missingKey "-"', 'wrongType "- version: 1\\n"']);
      one('bonjour', ['missingKey "b"', 'wrongType "bonjour"']);
      one('', ['missingKey ""']);
      one('\ufeff', ['missingKey "\ufeff"']);
      one('# rien\n', ['missingKey "#"']);
    });

    it('reports tabs in the margin', () => {
      const { problems: found, requirements } = parseManifest('version: 1\nexigences:\n\tPSC.01:\n');
      assert.ok(found.some(({ kind }) => kind === 'syntax'));
      assert.equal(requirements.length, 0);
    });
  });

  describe('half-typed text', () => {
    it('keeps the entries around a slip', () => {
      const parsed = parseManifest(`version: 1
exigences:
  PSC.01:
    commentaire: "ouvert
  PSC.02:
    commentaire: ici
  PSC.0
  PSC.03:
    commentaire: là
`);
      const ids = parsed.requirements.map(({ facts }) => facts.id.value);
      assert.deepEqual(ids, ['PSC.01', 'PSC.02', 'PSC.03']);
      assert.equal(parsed.requirements[2]?.facts.comment?.value, 'là');
      assert.ok(parsed.problems.some(({ kind }) => kind === 'syntax'));
    });

    it('keeps the entries outside a merge conflict', () => {
      const parsed = parseManifest(`${head}exigences:
  PSC.01: { commentaire: a }
<<<<<<< HEAD
  PSC.02: { commentaire: b }
=======
  PSC.02: { commentaire: c }
>>>>>>> autre
`);
      assert.ok(parsed.problems.length > 0);
      assert.equal(parsed.requirements[0]?.facts.id.value, 'PSC.01');
      assert.equal(parsed.dossier?.facts.dispositif?.value, 'MDV-LGC-Va2');
    });
  });
});
