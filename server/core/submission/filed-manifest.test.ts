import assert from 'node:assert/strict';
import { parse, parseDocument } from 'yaml';
import { fragmentShape } from '../manifest/manifest-shape';
import { parseManifest } from '../manifest/parse-manifest';
import { filedManifest, isNothingFiled } from './filed-manifest';

function readable(text: string): string {
  const filed = filedManifest(text);
  assert.ok(filed !== undefined);
  return filed;
}

/** One piece, written by hand at its place. */
const withPiece = (lines: string, before = '') => `version: 1
${before}exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: a.png
${lines.replace(/^/gm, '              ')}
`;

describe('filedManifest', () => {
  it('gives nothing of a text that it does not understand whole', () => {
    for (const text of ['a: [', 'a: 1\n---\nb: 2\n', '['.repeat(5000), 'a: "x', '\tnote_interne: x']) {
      assert.equal(filedManifest(text), undefined, text.slice(0, 20));
    }
  });

  it('keeps what leaves as it is written, in its order', () => {
    const text = `version: 1
dossier:
  profils: [ BAL PER-ORG, 'Équipements mobiles' ]
  dispositif: MDV-LGC-Va2
editeur:
  siret: "01234567890123"
logiciel: { version: 12.10, nom: "Cabinet: n° 1" }
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - commentaire: |
                Vu par l'instructeur
                sur deux lignes
              fichier: a.png
          INS/va1.56.01.02:
            - lien: https://interop.referencement.esante.gouv.fr/x#y
`;
    assert.equal(readable(text), text);
    assert.equal(readable(readable(text)), text);
  });

  it('leaves every spelling of an internal key, and every key that is not of the format, in the house', () => {
    const spellings = [
      ...[
        'note_interne',
        'note_internes',
        'note-interne',
        'Note_interne',
        'NOTE_INTERNE',
        'note interne',
        'noteInterne',
      ],
      ...[
        'note_interne\u00a0',
        '\u00a0note_interne',
        'note_interne\u200b',
        'nоte_interne',
        '"note_interne"',
        "'note_interne'",
      ],
      ...[
        '!secret note_interne',
        '!!str note_interne',
        '&ancre note_interne',
        'suivi',
        'etapes_faites',
        'identites_de_test',
      ],
      ...['discussions', 'revue', '__proto__', 'constructor', 'toString', '""', '~', 'null', '"<<"', '12', 'x-équipe'],
    ];
    for (const key of spellings) {
      for (const value of ['SECRET', '{ preuves: { SECRET: { responsable: SECRET } } }', '[SECRET]', '|\n    SECRET']) {
        const line = `${key}: ${value}`;
        assert.ok(!readable(withPiece(line)).includes('SECRET'), line);
        assert.ok(!readable(`version: 1\n${line.replace('\n    ', '\n  ')}\n`).includes('SECRET'), line);
      }
      assert.ok(!readable(withPiece(`? ${key}\n: SECRET`)).includes('SECRET'), key);
    }
    assert.ok(!readable(withPiece('? { a: SECRET }\n: SECRET')).includes('SECRET'));
  });

  it('leaves them in the house at every level, in a fragment too', () => {
    const text = `version: 1
inconnue: SECRET
dossier: { dispositif: MDV-LGC-Va2, depot_vise: SECRET, inconnue: SECRET, identites_de_test: [SECRET] }
editeur: { denomination: Gardé, inconnue: SECRET }
agrements: [ { teleservice: DMP, inconnue: SECRET } ]
exigences:
  INS/va1.56:
    inconnue: SECRET
    non_applicable: { justification: Gardé, inconnue: SECRET }
    scenarios:
      inconnue: SECRET
      INS/va1.56.01:
        suivi: { preuves: { INS/va1.56.01.01: { responsable: SECRET } } }
        etapes_faites: [SECRET]
        instruction: { INS/va1.56.01.01: [ { le: 2026-11-02, avis: validé, inconnue: SECRET } ] }
        preuves:
          suivi: SECRET
          INS/va1.56.01.01: [ SECRET, [SECRET], { fichier: a.png, revue: { par: SECRET }, inconnue: SECRET } ]
  note_interne: SECRET
  suivi: { responsable: SECRET }
chapitres: { Un: { statut: soumis, historique: [ { le: 2026-11-02, statut: soumis, inconnue: SECRET } ] }, deux: SECRET }
`;
    for (const filed of [readable(text), filedManifest(text, fragmentShape) ?? '']) {
      assert.ok(!filed.includes('SECRET'), filed);
      assert.ok(!/suivi|inconnue|note_interne|deux/.test(filed), filed);
      assert.match(filed, /fichier: a\.png/);
    }
    assert.ok(!filedManifest(text, fragmentShape)?.includes('denomination'));
  });

  it('leaves comments, anchors and tags in the house', () => {
    const filed = readable(`# secret
version: 1 # secret
# secret
exigences: &secret # secret
  # secret
  INS/va1.56: !secret # secret
    # secret
    commentaire: !secret Gardé # secret
    # secret
# secret
...
# secret
`);
    assert.ok(!/secret|#/.test(filed), filed);
    assert.match(filed, /commentaire: Gardé/);
  });

  it('leaves sections that ANS does not examine in the house, whatever stands for their key or value', () => {
    for (const text of [
      'commandes: [{ client: SECRET }]\nfinancement: { numero_referencement: SECRET }\nparcours: { commercialisee_le: SECRET }',
      'dossier: { profils: [ &k commandes ] }\n*k : [{ client: SECRET }]',
      'x: &s [{ client: SECRET }]\ncommandes: *s',
      'x: &s { commandes: [{ client: SECRET }] }\n<<: *s',
      '<<: { commandes: [{ client: SECRET }], financement: { rib: SECRET } }',
      '<<: [ { commandes: [{ client: SECRET }] } ]',
      'administratif: { responsable_legal: { nom: SECRET, courriel: SECRET }, compte_isc: SECRET, commentaire: SECRET }',
    ]) {
      assert.ok(!readable(`version: 1\n${text}\n`).includes('SECRET'), text);
    }
  });

  it('resolves aliases and merge keys first', () => {
    const filed = readable(
      withPiece(
        'commentaire: *texte\n<<: [ *base, *autre ]',
        `x-modeles:
  - &texte Vu par l’instructeur
  - &base { version: 12.10, note_interne: SECRET, titre: Premier }
  - &autre { <<: *base, titre: SECRET, cas_de_test: CT-01, fichier: SECRET }
`,
      ),
    );
    assert.ok(!/SECRET|[*&]|<</.test(filed), filed);
    for (const line of ['fichier: a.png', 'commentaire: Vu par l’instructeur', 'version: 12.10', 'titre: Premier'])
      assert.ok(filed.includes(line), line);
    assert.match(filed, /cas_de_test: CT-01/);
  });

  it('keeps one piece shared by an alias in both places', () => {
    const filed = readable(`scenarios:
  SCN_A: { preuves: { P1: &x [ { fichier: p.pdf, note_interne: SECRET } ] } }
  SCN_B: { preuves: { P2: *x } }
`);
    assert.ok(!filed.includes('SECRET'));
    assert.equal(filed.match(/p\.pdf/g)?.length, 2);
  });

  it('is made where a comment is an alias of an internal note: it is then a comment', () => {
    const filed = readable(withPiece('note_interne: &s Vue le 2\ncommentaire: *s'));
    assert.match(filed, /commentaire: Vue le 2/);
    assert.ok(!filed.includes('note_interne'));
  });

  it('ends, whatever aliases and merge keys lead to', () => {
    const bomb = Array.from({ length: 40 }, (_, n) => `  - &m${n} { <<: [ *m${n - 1}, *m${n - 1} ], k${n}: v }`);
    const merges = `version: 1\nx:\n  - &m-1 { k: v }\n${bomb.join('\n')}\nexigences: { <<: *m39, INS/va1.56: { commentaire: c } }\n`;
    assert.match(readable(merges), /commentaire: c/);
    assert.match(readable('version: 1\nexigences: &a { <<: *a, INS/va1.56: { commentaire: c } }\n'), /commentaire: c/);
    assert.equal(readable('version: 1\nexigences: &a { INS/va1.56: *a }\n'), 'version: 1\n');
    const long = 'x'.repeat(100_000);
    const repeated = `x: &x { justification: ${long} }\nexigences:\n${Array.from({ length: 500 }, (_, n) => `  E${n}: { non_applicable: *x }\n`).join('')}`;
    assert.equal(filedManifest(repeated), undefined);
  });

  it('leaves paths of the machine in the house', () => {
    for (const path of [
      '/home/SECRET/a.png',
      'C:\\SECRET\\a.png',
      '../SECRET.png',
      'file:///home/SECRET',
      '\\\\srv\\SECRET',
    ]) {
      const filed = readable(withPiece(`declaration: '${path}'`).replace('a.png', `'${path}'`));
      assert.ok(!filed.includes('SECRET'), filed);
    }
    assert.ok(
      !readable("dossier: { catalogue: '/home/SECRET/x.rem.yaml', fragments: ['../SECRET/*.yaml'] }").includes(
        'SECRET',
      ),
    );
  });

  it('is read again as it was by us, and by any reader of YAML', () => {
    const text = withPiece(
      'sha256: "0123"\nversion: 1e3\ncommentaire: "a: b # c\\u2028\\n\\tfin "\ntitre: "- oui"\ncas_de_test: yes',
    );
    const filed = readable(text);
    const facts = (source: string) => {
      const [item] = parseManifest(source).requirements[0]?.facts.scenarios[0]?.proofs[0]?.evidence ?? [];
      return [item?.sha256, item?.version, item?.comment, item?.title, item?.testCase].map((one) => one?.value);
    };
    assert.deepEqual(facts(filed), facts(text));
    assert.deepEqual(parseDocument(filed).errors, []);
  });

  it('tells when nothing leaves', () => {
    assert.ok(isNothingFiled(readable('# rien\n')));
    assert.ok(isNothingFiled(readable('note: x\n')));
    assert.ok(!isNothingFiled(readable('version: 1\n')));
  });

  it('shows no character that turns the text around it, and says the same', () => {
    const filed = readable(
      'exigences:\n  "E\u202e": { scenarios: { S: { preuves: { P: [ { fichier: "a\u202Egol.exe.log", commentaire: "x\u200by" } ] } } } }\n',
    );
    assert.doesNotMatch(filed, /[\u202e\u200b]/);
    const piece = { fichier: 'a\u202egol.exe.log', commentaire: 'x\u200by' };
    assert.deepEqual(parse(filed), { exigences: { 'E\u202e': { scenarios: { S: { preuves: { P: [piece] } } } } } });
  });
});
