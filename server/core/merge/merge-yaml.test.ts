import assert from 'node:assert/strict';
import { mergeYaml } from './merge-yaml';

const names = { ours: 'ours', theirs: 'theirs' };

const base = `# Dossier
version: 1

dossier:
  dispositif: MDV-LGC-Va2 # la vague
  profils: [BAL PER-ORG]

exigences:
  # --- Application carte Vitale ---
  APCV.01:
    empreinte: 4410d5bb
    scenarios:
      APCV.01.01:
        preuves:
          APCV.01.01.01:
            - fichier: preuves/a.png
              titre: "Un titre"
              version: 12.4.0
          APCV.01.01.02: []

  # --- Médicament ---
  RUM.01:
    note_interne: |
      Première ligne
        # pas un commentaire
    commentaire: 'dit simplement'
`;

interface Merged {
  readonly text: string;
  readonly conflicts: readonly { kind: string; path: readonly string[]; line: number }[];
}

function merge(ours: string, theirs: string, from = base): Merged {
  return mergeYaml({ base: from, ours, theirs }, names);
}

function edited(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, base);
}

function clean(ours: string, theirs: string, from = base): string {
  const merged = merge(ours, theirs, from);
  assert.deepEqual(merged.conflicts, [], merged.text);
  return merged.text;
}

const piece = (path: string, more = ''): string => `            - fichier: ${path}\n${more}`;
const lastField = '              version: 12.4.0\n';

describe('mergeYaml', () => {
  it('keeps the pieces that both added at the same place, whoever merges whom', () => {
    const ours = edited([lastField, lastField + piece('preuves/c.png', '              titre: De nous # vu\n')]);
    const theirs = edited([lastField, lastField + piece('preuves/b.png')]);
    const expected = edited([
      lastField,
      lastField + piece('preuves/b.png') + piece('preuves/c.png', '              titre: De nous # vu\n'),
    ]);
    assert.equal(clean(ours, theirs), expected);
    assert.equal(clean(theirs, ours), expected);
  });

  it('makes a first piece of both in an empty list two', () => {
    const stub = 'APCV.01.01.02: []\n';
    const ours = edited([stub, `APCV.01.01.02:\n${piece('b.png')}`]);
    const theirs = edited([stub, `APCV.01.01.02: [ { fichier: a.png } ]\n`]);
    assert.equal(
      clean(ours, theirs),
      edited([stub, `APCV.01.01.02:\n            - { fichier: a.png }\n${piece('b.png')}`]),
    );
  });

  it('makes one of the same piece added by both, with the values of both', () => {
    const ours = edited([
      lastField,
      lastField + piece('b.png', '              titre: B\n              date: 2026-01-02\n'),
    ]);
    const theirs = edited([
      lastField,
      lastField + piece('./b.png', "              titre: 'B'\n              version: 1.2\n"),
    ]);
    const text = clean(ours, theirs);
    assert.equal(text.match(/b\.png/g)?.length, 1, text);
    assert.match(text, /date: 2026-01-02/);
    assert.match(text, /version: 1\.2/);
  });

  it('merges neighbouring values, reviews, comments', () => {
    const ours = edited(['titre: "Un titre"', 'titre: "Autre"'], ['4410d5bb', '4410d5bb # vérifiée']);
    const theirs = edited(
      ['version: 12.4.0', 'version: 12.4.0\n              revue: { par: A, le: 2026-01-01, avis: suffisante }'],
      ['4410d5bb', '11111111'],
    );
    assert.equal(
      clean(ours, theirs),
      edited(
        ['titre: "Un titre"', 'titre: "Autre"'],
        ['4410d5bb', '11111111 # vérifiée'],
        ['version: 12.4.0', 'version: 12.4.0\n              revue: { par: A, le: 2026-01-01, avis: suffisante }'],
      ),
    );
  });

  it('adds what both added to a list or mapping of one line', () => {
    const ours = edited(['[BAL PER-ORG]', '[BAL PER-ORG, Mobile]']);
    const theirs = edited(['[BAL PER-ORG]', '[BAL PER-ORG, "Autre, encore"]']);
    assert.match(clean(ours, theirs), /profils: \[BAL PER-ORG, "Autre, encore", Mobile\]\n/);
  });

  it('asks where both wrote another value, in the lines concerned alone', () => {
    const merged = merge(edited(['12.4.0', '12.4.1']), edited(['12.4.0', '12.5.0']));
    assert.equal(
      merged.text,
      edited([
        '              version: 12.4.0\n',
        '<<<<<<< ours\n              version: 12.4.1\n=======\n              version: 12.5.0\n>>>>>>> theirs\n',
      ]),
    );
    assert.deepEqual(merged.conflicts, [
      {
        kind: 'value',
        path: [
          'exigences',
          'APCV.01',
          'scenarios',
          'APCV.01.01',
          'preuves',
          'APCV.01.01.01',
          'preuves/a.png',
          'version',
        ],
        line: 18,
      },
    ]);
  });

  it('asks where one removed what the other changed', () => {
    const removed = edited([piece('preuves/a.png', '              titre: "Un titre"\n' + lastField), '']);
    const changed = edited(['Un titre', 'Deux titres']);
    const merged = merge(removed, changed);
    assert.equal(merged.conflicts.length, 1);
    assert.equal(merged.conflicts[0]?.kind, 'removed');
    assert.match(merged.text, /<<<<<<< ours\n=======\n {12}- fichier: preuves\/a\.png\n/);
    assert.equal(clean(removed, edited(['4410d5bb', '1'])), removed.replace('4410d5bb', '1'));
  });

  it('asks where one reviewed the file that the other replaced', () => {
    const pinned = base.replace(lastField, `${lastField}              sha256: aaaa\n`);
    const review = '              revue: { par: A, le: 2026-01-01, avis: suffisante }\n';
    const ours = pinned.replace(lastField, lastField + review);
    const replaced = merge(ours, pinned.replace('aaaa', 'bbbb'), pinned);
    assert.deepEqual(
      replaced.conflicts.map(({ kind }) => kind),
      ['review'],
    );
    const moved = pinned.replace('preuves/a.png', 'preuves/apcv/x.png');
    assert.equal(clean(ours, moved, pinned), ours.replace('preuves/a.png', 'preuves/apcv/x.png'));
  });

  it('never takes a review from one piece to another', () => {
    const review = '              revue: { par: A, le: 2026-01-01, avis: suffisante }\n';
    const merged = merge(edited([lastField, lastField + review]), edited(['preuves/a.png', 'preuves/z.png']));
    assert.equal(merged.conflicts.length, 1, merged.text);
    assert.equal(merged.conflicts[0]?.kind, 'removed');
  });

  it('keeps the line ends, byte order mark and indentation of each', () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const [ours, theirs] = [edited(['4410d5bb', '1']), edited(['Un titre', 'T'])];
    const both = edited(['4410d5bb', '1'], ['Un titre', 'T']);
    assert.equal(clean(windows(ours), windows(theirs), windows(base)), windows(both));
    assert.equal(clean(windows(ours), theirs), windows(both));
    assert.equal(clean(ours, windows(theirs)), windows(both));
    const wide = (text: string): string =>
      text.replace(/^ +/gm, (margin) => margin + margin).replace(/^( +)- /gm, '$1-   ');
    assert.equal(clean(wide(ours), theirs), wide(both));
    assert.equal(clean(ours, wide(theirs)), wide(both));
  });

  it('takes the order of the one who moved entries', () => {
    const from = 'a: 1\nb: 2\nc: 3\n';
    assert.equal(clean('c: 3\na: 1\nb: 2\n', 'a: 1\nb: 5\nc: 3\n', from), 'c: 3\na: 1\nb: 5\n');
    assert.equal(clean('a: 1\nb: 5\nc: 3\nd: 4\n', 'c: 3\na: 1\nb: 2\n', from), 'c: 3\nd: 4\na: 1\nb: 5\n');
  });

  it('keeps texts of several lines, anchors and what aliases mean', () => {
    const from = 'a: &x [1]\nb: *x\nt: |+\n  un\n\n  deux\n\nz: 1\n';
    const text = clean(from.replace('z: 1', 'z: 2'), from.replace('  deux', '  trois\n  # quatre'), from);
    assert.equal(text, 'a: &x [1]\nb: *x\nt: |+\n  un\n\n  trois\n  # quatre\n\nz: 2\n');
    const gone = merge('b: 1\nc: 1\n', 'a: &x [1]\nb: 1\nc: 1\nd: *x\n', 'a: &x [1]\nb: 1\nc: 1\n');
    assert.deepEqual(
      gone.conflicts.map(({ kind }) => kind),
      ['whole'],
    );
  });

  it('merges line by line what is not YAML, and marks what does not fit', () => {
    const broken = 'a: [1\nb: 2\n\n\n\nc: 3\n';
    const fine = merge(broken.replace('b: 2', 'b: 4'), broken.replace('c: 3', 'c: 5'), broken);
    assert.equal(fine.text, 'a: [1\nb: 4\n\n\n\nc: 5\n');
    const tab = merge('a: 1\nb:\n\t- x\n', 'a: 1\nb: 3\n', 'a: 1\nb: 2\n');
    assert.equal(tab.text, 'a: 1\n<<<<<<< ours\nb:\n\t- x\n=======\nb: 3\n>>>>>>> theirs\n');
    const twice = merge('a: 1\na: 2\nb: 2\n', 'a: 1\nb: 3\n', 'a: 1\nb: 2\n');
    assert.deepEqual(
      twice.conflicts.map(({ kind }) => kind),
      ['lines'],
    );
  });

  it('merges files that both made, and files that are empty', () => {
    assert.equal(clean('a: 1\n', 'b: 2\n', ''), 'a: 1\nb: 2\n');
    assert.equal(clean('# nous\na: 1\n', '# eux\na: 1\n', ''), '# nous\n# eux\na: 1\n');
    assert.equal(merge('', 'a: 2\n', 'a: 1\n').conflicts[0]?.kind, 'removed');
  });
});
