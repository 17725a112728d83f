import assert from 'node:assert/strict';
import { parseManifest } from '../../core/manifest/parse-manifest';
import { formatManifest } from './format-manifest';

function formatted(text: string, only?: { start: number; end: number }): string {
  let result = text;
  const changes = formatManifest(parseManifest(text), only).sort((a, b) => b.range.start - a.range.start);
  for (const { range, text: fresh } of changes) result = result.slice(0, range.start) + fresh + result.slice(range.end);
  return result;
}

describe('formatting', () => {
  it('lays out margins, blanks and lists, and keeps quoting, comments and the words of texts', () => {
    const before = `# en tête

version:   1  \t


dossier:
    dispositif:  MDV-LGC-Va2   # le nôtre
    profils:
    - "BAL PER-ORG"
    -   'IAM'   # deux
exigences:
      # au-dessus
      INS/va1.56:
            # dedans
            commentaire: >
                  un texte

                    plus loin
            scenarios:
               INS/va1.56.02:
                  preuves:
                     INS/va1.56.02.01:
                     -   fichier:    a.png
                         titre: "sur
                            deux lignes"
                     - {  fichier: b.png ,
                          titre: x }
      # avant le suivant
      PSC.01: {}   # fin
`;
    const after = `# en tête

version: 1

dossier:
  dispositif: MDV-LGC-Va2   # le nôtre
  profils:
    - "BAL PER-ORG"
    - 'IAM'   # deux
exigences:
  # au-dessus
  INS/va1.56:
    # dedans
    commentaire: >
          un texte

            plus loin
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: a.png
              titre: "sur
                 deux lignes"
            - {  fichier: b.png ,
                 titre: x }
  # avant le suivant
  PSC.01: {}   # fin
`;
    assert.equal(formatted(before), after);
    assert.equal(formatted(after), after);
  });

  it('keeps line ends of Windows, a byte order mark, and ends the file with a line end', () => {
    const before = '\ufeffversion: 1\r\ndossier:\r\n    dispositif: X\r\n\r\n\r\n    # c\r\n    profils: [A]';
    assert.equal(
      formatted(before),
      '\ufeffversion: 1\r\ndossier:\r\n  dispositif: X\r\n\r\n  # c\r\n  profils: [A]\r\n',
    );
    assert.equal(formatted(''), '');
    assert.equal(formatted('\n\n'), '');
  });

  it('leaves an entry that is no YAML as it is, and the margin that others share with it', () => {
    const before = 'exigences:\n    A:\n        commentaire:  x\n    B: "a" b\n    C:\n        commentaire:  y\n';
    assert.equal(
      formatted(before),
      'exigences:\n    A:\n      commentaire: x\n    B: "a" b\n    C:\n      commentaire: y\n',
    );
    assert.equal(formatted('exigences:\n\tA: x\n'), 'exigences:\n\tA: x\n');
  });

  it('changes nothing of a file in the middle of a merge', () => {
    const before = 'version: 1\n<<<<<<< a\ndossier:\n    x: 1\n=======\ndossier:\n    x: 2\n>>>>>>> b\n';
    assert.equal(formatted(before), before);
  });

  it('keeps what a text keeps: blank lines at its end, its own margin', () => {
    const before =
      'exigences:\n    A:\n        commentaire: |+\n            a\n\n\n    B:\n        commentaire: |2\n            b\n        # c\n';
    const after = formatted(before);
    assert.deepEqual(
      parseManifest(after).requirements.map(({ facts }) => facts.comment?.value),
      ['a\n\n\n', '  b\n'],
    );
    assert.equal(formatted(after), after);
  });

  it('lays out only the entries that a range touches', () => {
    const before = 'exigences:\n    A:\n        commentaire: x\n    B:\n        commentaire: y\n';
    const at = before.indexOf('commentaire: y');
    assert.equal(
      formatted(before, { start: at, end: at }),
      'exigences:\n    A:\n        commentaire: x\n    B:\n      commentaire: y\n',
    );
  });

  it('takes anchors and several documents as they are read', () => {
    const before = 'exigences:\n    A: &a\n        commentaire:   x\n    B: *a\n';
    assert.equal(formatted(before), 'exigences:\n  A: &a\n    commentaire: x\n  B: *a\n');
    assert.equal(formatted('---\nversion:  1\n'), '---\nversion: 1\n');
  });

  it('takes no-break and other spaces off the ends of comments, and comes to an end', () => {
    for (const space of ['\u00a0', '\u00a0\u2003', ' \u00a0 ', '\u3000', '\ufeff'])
      assert.equal(
        formatted(`version: 1\nexigences:\n  # un texte${space}\n  INS/va1.56: {}\n`),
        'version: 1\nexigences:\n  # un texte\n  INS/va1.56: {}\n',
      );
  });

  it('changes nothing in a file of which not all is read', () => {
    const pairs = Array.from({ length: 10_001 }, (_, index) => `k${index}: v`).join(', ');
    const text = `version: 1\nediteur:\n    nom: A   \nexigences: { ${pairs} }\n`;
    assert.deepEqual(formatManifest(parseManifest(text)), []);
    assert.notDeepEqual(formatManifest(parseManifest(text.replace(pairs, 'k0: v'))), []);
  });

  it('takes blank lines away as one change, and leaves an entry of more lines than anybody writes as it is', () => {
    const text = (blank: number) =>
      `version: 1\nexigences:\n  A.01:\n    note_interne: un${'\n'.repeat(blank)}  B.01: {}\n`;
    const [only, ...others] = formatManifest(parseManifest(text(4000)));
    assert.deepEqual(others, []);
    assert.ok(only && only.text === '' && only.range.end - only.range.start === 3998, JSON.stringify(only));
    const long = `version: 1   \n${text(50_001).slice('version: 1\n'.length)}`;
    assert.deepEqual(formatManifest(parseManifest(long)), [{ range: { start: 10, end: 13 }, text: '' }]);
  });
});
