import assert from 'node:assert/strict';
import { analyse, manifest, mainUri, rootUri } from '../../../test/kit/dossier-kit';
import { applyChanges } from '../fixes/verified';
import { under } from '../text/uri';
import { planMoves } from './plan-moves';

const proof = (items: string) => `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
${items}`;

interface Case {
  readonly main: string;
  readonly files?: Readonly<Record<string, string>>;
  /** By path, old to new; an absolute URI is taken as it is. */
  readonly moves: Readonly<Record<string, string>>;
  readonly onDisk?: Readonly<Record<string, string>>;
}

/** Texts after the moves, by path where they were, and what is said. */
async function after({ main, files = {}, moves, onDisk = {} }: Case) {
  const { analysis } = await analyse([], { main, files });
  const uriOf = (path: string) => (path.includes('://') ? path : under(rootUri, path));
  const plan = planMoves(
    Object.entries(moves).map(([from, to]) => ({ from: uriOf(from), to: uriOf(to) })),
    [{ ...analysis.dossier, nameOnDisk: (path) => onDisk[path] }],
  );
  const texts = new Map(
    [analysis.dossier.main, ...analysis.dossier.fragments].map(({ uri, path, parsed }) => [
      path,
      applyChanges(
        parsed.text,
        plan.edits.filter((edit) => edit.uri === uri),
      ),
    ]),
  );
  return { main: texts.get('main.preuves.yaml') ?? '', texts, plan, why: plan.unmoved.map(({ why }) => why) };
}

/** The lines that changed, each as it is now. */
function changed(before: string, now: string): string[] {
  const old = before.split('\n');
  return now.split('\n').flatMap((line, index) => (line === old[index] ? [] : [line.trim()]));
}

describe('citations that follow moved files', () => {
  it('follow a file everywhere it is cited, each in its own way of quoting', async () => {
    const main = `${manifest(
      proof(`            - fichier: preuves/a.png
            - { fichier: "preuves/a.png", titre: preuves/a.png }
            - declaration: 'preuves/./a.png'
            - fichier: preuves/b.png
`),
    )}agrements:
  - teleservice: INSi
    statut: Finalisation
    piece: preuves/a.png
`;
    const { main: now, why } = await after({ main, moves: { 'preuves/a.png': 'preuves/INS/l’écran nº 1.png' } });
    assert.deepEqual(changed(main, now), [
      '- fichier: preuves/INS/l’écran nº 1.png',
      '- { fichier: "preuves/INS/l’écran nº 1.png", titre: preuves/a.png }',
      "- declaration: 'preuves/INS/l’écran nº 1.png'",
      'piece: preuves/INS/l’écran nº 1.png',
    ]);
    assert.deepEqual(why, []);
  });

  it('are quoted where the new name needs it', async () => {
    const main = manifest(proof('            - fichier: preuves/a.png   # gardé\n'));
    const { main: now } = await after({ main, moves: { 'preuves/a.png': 'preuves/a: b #1.png' } });
    assert.deepEqual(changed(main, now), ['- fichier: "preuves/a: b #1.png"   # gardé']);
  });

  it('follow a folder, in fragments too, and several moves at once', async () => {
    const fragment = proof('            - fichier: preuves/INS/b.png\r\n            - fichier: preuves/INSi/c.png\n');
    const main = manifest('').replace('  profils:', '  fragments: [exigences/*.preuves.yaml]\n  profils:');
    const { texts, why } = await after({
      main,
      files: { 'exigences/ins.preuves.yaml': fragment },
      moves: {
        'preuves/INS': 'pièces/INS',
        'preuves/INS/b.png': 'preuves/INSi/c.png',
        'preuves/INSi/c.png': 'x/c.png',
      },
    });
    assert.deepEqual(changed(fragment, texts.get('exigences/ins.preuves.yaml') ?? ''), [
      '- fichier: preuves/INSi/c.png',
      '- fichier: x/c.png',
    ]);
    assert.deepEqual(why, []);
  });

  it('swap two files', async () => {
    const main = manifest(proof('            - fichier: a/1.png\n            - fichier: a/2.png\n'));
    const { main: now } = await after({ main, moves: { 'a/1.png': 'a/2.png', 'a/2.png': 'a/1.png' } });
    assert.deepEqual(changed(main, now), ['- fichier: a/2.png', '- fichier: a/1.png']);
  });

  it('take the case and the accents of the disk', async () => {
    const main = manifest(proof('            - fichier: preuves/Écran.png\n            - fichier: preuves/B.PNG\n'));
    const { main: now } = await after({
      main,
      moves: { 'preuves/E\u0301cran.png': 'preuves/écran.png', 'preuves/b.png': 'preuves/c.png' },
      onDisk: { 'preuves/B.PNG': 'preuves/b.png' },
    });
    assert.deepEqual(changed(main, now), ['- fichier: preuves/écran.png', '- fichier: preuves/c.png']);
  });

  it('leave another file of nearly the same name alone', async () => {
    const main = manifest(
      proof(
        '            - fichier: preuves/a.png\n            - fichier: preuves2/a.png\n            - fichier: preuves/A.png\n',
      ),
    );
    const { plan } = await after({ main, moves: { 'preuves/a.pn': 'b', preuve: 'b', 'preuves/A.PNG': 'b' } });
    assert.deepEqual(plan, { edits: [], unmoved: [] });
  });

  it('follow an anchor, and replace an alias of what is no citation', async () => {
    const main = manifest(
      proof(`            - fichier: &a preuves/a.png
            - fichier: *a
            - { titre: &t preuves/b.png, execution: 12 }
            - fichier: *t
`),
    );
    const { main: now, why } = await after({
      main,
      moves: { 'preuves/a.png': 'preuves/A.png', 'preuves/b.png': 'preuves/c.png' },
    });
    assert.deepEqual(changed(main, now), ['- fichier: &a preuves/A.png', '- fichier: preuves/c.png']);
    assert.deepEqual(why, []);
  });

  it('follow a block and a value on several lines', async () => {
    const main = manifest(
      proof(`            - fichier: >-
                preuves/a.png
              titre: t
            - fichier: preuves/b
                c.png
`),
    );
    const { main: now, why } = await after({ main, moves: { preuves: 'pièces' } });
    assert.deepEqual(why, []);
    assert.match(now, /- fichier: pièces\/a.png\n {14}titre: t\n {12}- fichier: pièces\/b c.png\n/);
  });

  it('say what leaves the dossier, and what no manifest can hold', async () => {
    const main = manifest(proof('            - fichier: preuves/a.png\n            - fichier: preuves/b.png\n'));
    const { plan } = await after({
      main,
      moves: { 'preuves/a.png': 'file:///ailleurs/a.png', 'preuves/b.png': 'file:///dossier/preuves/b%5Cc.png' },
    });
    assert.deepEqual(plan, {
      edits: [],
      unmoved: [
        { uri: mainUri, path: 'preuves/a.png', why: 'leaves' },
        { uri: mainUri, path: 'preuves/b.png', why: 'refused' },
      ],
    });
  });

  it('stay as they are when the whole dossier moves, or its main manifest gets another name', async () => {
    const main = manifest(proof('            - fichier: preuves/a.png\n'));
    for (const moves of [
      { [rootUri]: 'file:///autre' },
      { [mainUri]: `${rootUri}/autre.preuves.yaml` },
    ] satisfies Record<string, string>[])
      assert.deepEqual((await after({ main, moves })).plan, { edits: [], unmoved: [] });
  });

  it('follow when the main manifest moves without them', async () => {
    const main = manifest(
      proof('            - fichier: dossier/preuves/a.png\n            - fichier: preuves/b.png\n'),
    );
    const { main: now, why } = await after({ main, moves: { [mainUri]: `${rootUri}/dossier/main.preuves.yaml` } });
    assert.deepEqual(changed(main, now), ['- fichier: preuves/a.png']);
    assert.deepEqual(why, ['leaves']);
  });

  it('follow fragments that are named, or lie in a folder that a pattern begins with', async () => {
    const main = manifest('').replace(
      '  profils:',
      '  fragments: [exigences/*.preuves.yaml, "ins.preuves.yaml"]\n  profils:',
    );
    const files = { 'exigences/a.preuves.yaml': proof(''), 'ins.preuves.yaml': 'scenarios: {}\n' };
    const moves = { exigences: 'chapitres', 'ins.preuves.yaml': 'chapitres/INS.preuves.yaml' };
    const { main: now, why } = await after({ main, files, moves });
    assert.deepEqual(changed(main, now), ['fragments: [chapitres/*.preuves.yaml, "chapitres/INS.preuves.yaml"]']);
    assert.deepEqual(why, []);
    const { plan } = await after({ main, files, moves: { 'exigences/a.preuves.yaml': 'x/a.preuves.yaml' } });
    assert.deepEqual(plan, {
      edits: [],
      unmoved: [{ uri: mainUri, path: 'exigences/a.preuves.yaml', why: 'pattern' }],
    });
  });

  it('are not written into a file in the middle of a merge', async () => {
    const main = manifest(
      proof(
        '<<<<<<< a\n            - fichier: preuves/a.png\n=======\n            - fichier: preuves/b.png\n>>>>>>> b\n',
      ),
    );
    const { plan } = await after({ main, moves: { preuves: 'p' } });
    assert.deepEqual(plan.edits, []);
    assert.ok(plan.unmoved.length > 0 && plan.unmoved.every(({ why }) => why === 'unwritable'));
  });

  it('say which of a file in the middle of a merge would follow, and not the others', async () => {
    const items = '            - fichier: preuves/a.png\n            - fichier: autres/b.png\n';
    const main = manifest(proof(`${items}<<<<<<< a\n            - fichier: autres/c.png\n=======\n>>>>>>> b\n`));
    const { plan } = await after({ main, moves: { preuves: 'p' } });
    assert.deepEqual(plan, { edits: [], unmoved: [{ uri: mainUri, path: 'preuves/a.png', why: 'unwritable' }] });
  });

  it('follow in a manifest that says nothing of its dossier', async () => {
    const main = `version: 1\n${proof('            - fichier: preuves/a.png\n')}`;
    const { main: now, why } = await after({ main, moves: { preuves: 'p' } });
    assert.deepEqual([changed(main, now), why], [['- fichier: p/a.png'], []]);
  });

  it('leave patterns that lead nowhere, or that no other can stand for', async () => {
    const main = manifest('').replace(
      '  profils:',
      '  fragments: ["../*.preuves.yaml", "*.preuves.yaml", "x/*.preuves.yaml", "y/*.preuves.yaml", z.preuves.yaml]\n  profils:',
    );
    const files = { 'x/a.preuves.yaml': proof(''), 'z.preuves.yaml': 'scenarios: {}\n' };
    const { main: now, plan } = await after({
      main,
      files,
      moves: { x: 'a[1]', y: 'file:///ailleurs/y', 'z.preuves.yaml': 'file:///ailleurs/z.preuves.yaml' },
    });
    assert.equal(now, main);
    assert.deepEqual(
      plan.unmoved.map(({ path, why }) => [path, why]),
      [
        ['x/*.preuves.yaml', 'refused'],
        ['y/*.preuves.yaml', 'leaves'],
        ['z.preuves.yaml', 'leaves'],
        ['x/a.preuves.yaml', 'pattern'],
      ],
    );
  });

  it('follow what an alias stands for in a pattern and in a piece alike', async () => {
    const main = manifest(
      `x: &p preuves/a.png\n${proof('            - fichier: *p\n            - { fichier: *p, titre: preuves/a.png }\n')}`,
    );
    const { main: now, why } = await after({ main, moves: { 'preuves/a.png': 'preuves/b.png' } });
    assert.deepEqual(changed(main, now), [
      '- fichier: preuves/b.png',
      '- { fichier: preuves/b.png, titre: preuves/a.png }',
    ]);
    assert.deepEqual(why, []);
  });

  it('leave an alias whose anchor leads elsewhere', async () => {
    const main = manifest(
      proof('            - fichier: preuves/a.png\n            - &i { fichier: preuves/a.png }\n            - *i\n'),
    );
    const { main: now, why } = await after({ main, moves: { 'preuves/a.png': 'preuves/b.png' } });
    assert.deepEqual(changed(main, now), ['- fichier: preuves/b.png', '- &i { fichier: preuves/b.png }']);
    assert.deepEqual(why, []);
  });
});

describe('citations of a common folder', () => {
  const folderUri = 'file:///commun';
  const main = manifest(
    proof(
      [
        'commun:a.png',
        'commun:b.png',
        'commun:c.png',
        'commun:d.png',
        'commun:e.png',
        'commun:../f.png',
        'commun:g.png',
        '../g.png',
      ]
        .map((path) => `            - fichier: "${path}"\n`)
        .join(''),
    ),
  );
  const moves = [
    [`${folderUri}/a.png`, `${folderUri}/A.png`],
    [`${folderUri}/b.png`, 'file:///ailleurs/b.png'],
    [`${folderUri}/c.png`, `${rootUri}/preuves/c.png`],
    [`${folderUri}/d.png`, `${folderUri}/d%5Cd.png`],
    [`${folderUri}/e.png`, `${rootUri}/e%5Ce.png`],
  ].map(([from = '', to = '']) => ({ from, to }));

  it('follow within it and into the dossier, and say what leaves both or cannot be written', async () => {
    const { analysis } = await analyse([], { main });
    const dossier = { ...analysis.dossier, common: { folderUri, withinUri: folderUri } };
    const { edits, unmoved } = planMoves(moves, [dossier]);
    assert.deepEqual(changed(main, applyChanges(main, edits)), [
      '- fichier: "commun:A.png"',
      '- fichier: "preuves/c.png"',
    ]);
    assert.deepEqual(
      unmoved.map(({ path, why }) => [path, why]),
      [
        ['commun:b.png', 'leaves'],
        ['commun:d.png', 'refused'],
        ['commun:e.png', 'refused'],
      ],
    );
    assert.deepEqual(planMoves(moves, [analysis.dossier]), { edits: [], unmoved: [] }, 'no common folder is known');
  });
});

describe('citations in a fragment that dossiers share', () => {
  const fragment = proof('            - fichier: preuves/a.png\n');
  const shared = async (path: string) => {
    const text = manifest('').replace('  profils:', '  fragments: [f.preuves.yaml]\n  profils:');
    const { analysis } = await analyse([], { main: text, files: { 'f.preuves.yaml': fragment } });
    const { main, fragments } = analysis.dossier;
    return { main: { ...main, uri: under(path, 'main.preuves.yaml') }, fragments };
  };

  it('follow once where all agree, and not at all where they do not', async () => {
    const [one, other] = [await shared(rootUri), await shared('file:///autre')];
    const moves = [{ from: `${rootUri}/preuves`, to: `${rootUri}/p` }];
    const alike = planMoves(moves, [one, one]);
    assert.deepEqual(
      alike.edits.map(({ text }) => text),
      ['p/a.png'],
    );
    assert.deepEqual(alike.unmoved, []);
    const unlike = planMoves(moves, [one, other]);
    assert.deepEqual(unlike.edits, []);
    assert.deepEqual(unlike.unmoved.map(({ why }) => why).includes('shared'), true);
  });
});
