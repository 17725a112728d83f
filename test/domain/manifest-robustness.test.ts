import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseManifest } from '../../server/core/manifest/parse-manifest';

const seed = 20261215;

const manifest = `# Dossier
version: 1
dossier:
  dispositif: MDV-LGC-Va2
  profils: [BAL PER-ORG, "Équipements mobiles"]
  fragments: [exigences/*.preuves.yaml]
editeur: { siret: "73282932000074" }
logiciel:
  version: 12.10
agrements:
  - { teleservice: DMP, statut: Pré-examen }
exigences:
  INS/va1.56:
    empreinte: 3f9a1c20
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - &piece
              fichier: preuves/va1.56.02.01.mp4
              commentaire: >-
                Sur deux
                lignes.
              revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }
          INS/va1.56.02.02: [*piece]
  SSI/GEN.06:
    non_applicable:
      justification: 'Pas d''hébergement'
scenarios:
  SCN_DB/CO.01: {}
chapitres:
  Identité: { statut: soumis, le: 2026-11-10 }
`;

/** Entries with one piece each, `lines` lines in all. */
function long(lines: number): string {
  const entries: string[] = [];
  for (let index = 0; index * 9 < lines; index++) {
    const id = `X.${String(index)}`;
    entries.push(`  ${id}:
    scenarios:
      ${id}.01:
        preuves:
          ${id}.01.01:
            - fichier: preuves/${id}.png
              date: 2026-11-02
              version: 12.4.0
              titre: Une pièce
`);
  }
  return `version: 1\nexigences:\n${entries.join('')}`;
}

describe('parseManifest, on anything', () => {
  it('reads a manifest while it is typed', () => {
    let parsed = parseManifest('');
    for (let length = 1; length <= manifest.length; length++) {
      parsed = parseManifest(manifest.slice(0, length), parsed);
      for (const { range } of parsed.problems) assert.ok(range.start <= range.end && range.end <= length);
    }
    assert.deepEqual(parsed, parseManifest(manifest));
    assert.deepEqual(parsed.problems, []);
  });

  it('reads a manifest while a line in its middle is typed', () => {
    const at = manifest.indexOf('  SSI/GEN.06');
    const line = '  PSC.01: { scenarios: { PSC.01.01: { preuves: { PSC.01.01.01: [{ fichier: "a.png" }] } } } }\n';
    let parsed = parseManifest(manifest);
    for (let length = 1; length <= line.length; length++)
      parsed = parseManifest(manifest.slice(0, at) + line.slice(0, length) + manifest.slice(at), parsed);
    assert.deepEqual(
      parsed.requirements.map(({ facts }) => facts.id.value),
      ['INS/va1.56', 'PSC.01', 'SSI/GEN.06'],
    );
  });

  it('does not throw on shuffled lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(manifest.split('\n')), (lines) => {
        parseManifest(lines.join('\n'));
      }),
      { seed, numRuns: 100 },
    );
  });

  it('does not throw on random text and marks places inside it', () => {
    const marks = fc.constantFrom(
      ...'\n\r\t :-?#&*!|>\'"%@`{}[],~<=.'.split(''),
      '---',
      '\ufeff',
      '\0',
      '\ud800',
      '😀',
      'é',
      'a',
      'exigences:',
    );
    const text = fc.oneof(
      fc.array(marks, { maxLength: 60 }).map((some) => some.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (some) => {
        for (const { range } of parseManifest(some).problems)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= some.length);
      }),
      { seed, numRuns: 600 },
    );
  });

  const heavy: Record<string, string> = {
    'open brackets': '['.repeat(300),
    'open braces': `exigences:\n  A: ${'{'.repeat(300)}`,
    'a million open brackets': `exigences: ${'['.repeat(1_000_000)}`,
    'as many brackets, closed': `exigences: ${'['.repeat(500_000)}${']'.repeat(500_000)}`,
    'nested lists': '- '.repeat(3000),
    'nested keys': Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    'unknown keys': Array.from({ length: 10_000 }, (_, index) => `k${String(index)}: 1`).join('\n'),
    'syntax errors': `exigences:\n${Array.from({ length: 5000 }, (_, index) => `  k${String(index)}: a: b`).join('\n')}`,
    'an open quote': `a: "${'x\n'.repeat(20_000)}`,
    'unknown aliases': `a: [${'*a, '.repeat(20_000)}]`,
    anchors: `version: 1\nexigences: {${Array.from({ length: 10_000 }, (_, index) => `k${String(index)}: &a${String(index)} {}`).join(', ')}}`,
    'a huge scalar': `version: 1\nexigences: { A: { commentaire: "${'x '.repeat(500_000)}" } }`,
    tabs: '\t\n'.repeat(50_000),
    colons: ': '.repeat(300),
    questions: '? '.repeat(2000),
  };
  // A wrong order of growth would run into mocha's time limit.
  for (const [name, text] of Object.entries(heavy)) {
    it(`gets to the end of ${name}`, () => {
      assert.ok(parseManifest(text).problems.length < text.length);
    });
  }

  it('reads fifty thousand lines, and after an edit only the entry that it touches', () => {
    const text = long(50_000);
    const parsed = parseManifest(text);
    assert.deepEqual(parsed.problems, []);
    const at = text.indexOf('preuves/X.3000.png');
    const again = parseManifest(`${text.slice(0, at)}z${text.slice(at)}`, parsed);
    const read = again.requirements.filter(({ facts }, index) => facts !== parsed.requirements[index]?.facts);
    assert.deepEqual(
      read.map(({ facts }) => facts.id.value),
      ['X.3000'],
    );
  });

  it('accepts thousands of aliases of the same piece', () => {
    const fields = 'fichier: a.png, date: 2026-11-02, version: 1, titre: x, commentaire: y';
    const entries = Array.from(
      { length: 5000 },
      (_, i) =>
        `  X.${String(i)}: { scenarios: { X.1: { preuves: { X.1.1: [${i === 0 ? `&x { ${fields} }` : '*x'}] } } } }\n`,
    );
    const parsed = parseManifest(`version: 1\nexigences:\n${entries.join('')}`);
    assert.deepEqual(parsed.problems, []);
    assert.equal(
      parsed.requirements.flatMap(({ facts }) =>
        facts.scenarios.flatMap(({ proofs }) => proofs.flatMap(({ evidence }) => evidence)),
      ).length,
      5000,
    );
  });

  it('stops at an alias bomb, with one problem', () => {
    const items = (count: number, of: string) => Array.from({ length: count }, () => of).join(', ');
    const text = `version: 1
exigences:
  A: { scenarios: { A.1: { preuves: { A.1.1: &list [${items(300, '{ fichier: a.png }')}] } } } }
  B: { scenarios: { B.1: &scenario { preuves: { ${Array.from({ length: 300 }, (_, i) => `p${String(i)}: *list`).join(', ')} } } } }
  C: { scenarios: { ${Array.from({ length: 300 }, (_, i) => `s${String(i)}: *scenario`).join(', ')} } }
`;
    const parsed = parseManifest(text);
    assert.deepEqual(
      parsed.problems.map(({ kind, args }) => `${kind} ${String(args['code'])}`),
      ['syntax TOO_MANY_ALIASES'],
    );
  });
});
