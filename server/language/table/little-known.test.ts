import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { ViewNode } from '../../../protocol/compliance-view';
import type { Catalogue, Requirement } from '../../core/catalogue/catalogue';
import type { Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import type { PlacedThread } from '../../core/threads/place-threads';
import { complianceView } from '../compliance/compliance-view';
import { Places } from '../compliance/places';
import { piecesOf } from '../pieces/pieces-of';
import { threadLines } from '../threads/thread-views';
import { tableOf, wholeTable } from './table-of';

function untold({ text, ...rest }: Requirement): Requirement {
  assert.ok(text);
  return rest;
}

const silent = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  ...untold(requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`, [], { expected: '' })], { steps: [] })])),
  ...more,
});
/** A catalogue that says next to nothing of what it asks. */
const catalogue: Catalogue = {
  ...smallCatalogue,
  domains: [{ id: 'ins', name: 'Identité' }],
  requirements: [silent('A.01'), silent('A.02', { fonction: 'Consulter le DMP', domain: 'autre' })],
  coreScenarios: [
    scenario('SCN.1', [proof('SCN.1.01')], { covers: ['A.01', 'A.02'], steps: [] }),
    scenario('SCN.2', [proof('SCN.2.01')], { covers: ['A.02'] }),
    scenario('SCN.3', [proof('SCN.3.01')]),
  ],
};

async function table(main: string, input: Partial<KitInput> = {}, locale: Locale = 'fr') {
  const { analysis } = await analyse(rules, { catalogue, ...input, main });
  return wholeTable(tableOf(analysis, { locale, places: new Places(analysis.dossier) }), '1');
}

async function tree(
  main: string,
  input: Partial<KitInput> = {},
  threads: readonly PlacedThread[] = [],
  locale: Locale = 'fr',
) {
  const { analysis } = await analyse(rules, { catalogue, ...input, main });
  const view = await complianceView(analysis, { groupBy: 'chapter', locale, threads }, () => Promise.resolve());
  const nodes = (node: ViewNode): ViewNode[] => [node, ...node.children.flatMap(nodes)];
  return { view, nodes: nodes(view.root) };
}

describe('views of a catalogue that says little', () => {
  it('have cells and labels with ids alone, and the function of the software where that is all', async () => {
    const { rows } = await table(manifest('exigences:\n  A.01:\n'));
    assert.deepEqual(
      rows.map(({ requirement: of, scenario: one, proof: expected, domain }) => [
        of.text,
        one.text,
        expected.text,
        domain,
      ]),
      [
        ['', '', '', 'Identité'],
        ['Consulter le DMP', '', '', 'autre'],
        ['', '', 'Pièce attendue pour SCN.1.01', ''],
        ['Dérouler SCN.2', 'Dérouler SCN.2', 'Pièce attendue pour SCN.2.01', 'autre'],
        ['Dérouler SCN.3', 'Dérouler SCN.3', 'Pièce attendue pour SCN.3.01', ''],
      ],
    );
    const { nodes } = await tree(manifest('exigences:\n  A.01:\n'));
    const labels = nodes.filter(({ id }) => /:(A\.0|SCN\.1)/.test(id)).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 4), ['A.01', 'A.01.01', 'A.01.01.01', 'A.02 Consulter le DMP']);
    assert.ok(labels.includes('SCN.1'));
    assert.ok(!nodes.some((node) => 'responsible' in node));
  });

  it('lead to the end of the manifest where a section is not there yet', async () => {
    const main = manifest('');
    const { rows } = await table(main);
    const end = { line: main.split('\n').length - 1, character: 0 };
    for (const { place } of rows) assert.deepEqual(place?.range.start, end);
  });

  it('tell of a review only what is written of it', async () => {
    const of = async (review: string) => {
      const items = `exigences:\n  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [{ lien: x, revue: ${review} }] } } } }\n`;
      return (await table(manifest(items))).rows[0]?.pieces[0]?.review;
    };
    assert.deepEqual(await of('{ par: AM }'), { by: 'AM' });
    assert.deepEqual(await of('{ le: 2026-11-02 }'), { on: '2026-11-02' });
    assert.deepEqual(await of('{ avis: suffisante }'), { verdict: 'suffisante' });
  });

  it('name eight of the entries that are not of the REM, then say that there are more', async () => {
    const body = (count: number) => Array.from({ length: count }, (_, index) => `  X.${index}:\n`).join('');
    const left = async (text: string) => (await table(manifest(text))).leftOut.join('');
    assert.match(await left(`exigences:\n${body(8)}`), /X\.6, X\.7\.$/);
    assert.match(await left(`exigences:\n${body(9)}`), /X\.6, X\.7…\.$/);
    const inside =
      'exigences:\n  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [], Y.1: [] } }, Y.2: {} } }\n';
    assert.match(await left(inside), /^2 entrées ne sont pas du REM.* : Y\.1, Y\.2\.$/);
  });
});

describe('the tree', () => {
  it('tells why an imported catalogue is not read, in both languages', async () => {
    const main = manifest('').replace('  depot_vise', '  catalogue: c.rem.yaml\n  depot_vise');
    for (const [locale, advice] of [
      ['fr', 'Importez de nouveau le REM.'],
      ['en', 'Import the REM again.'],
    ] as const) {
      const { nodes, view } = await tree(main, { files: { 'c.rem.yaml': 'dispositif: [\n' } }, [], locale);
      const problem = nodes.find(({ kind }) => kind === 'problem');
      assert.equal(problem?.description, advice);
      assert.ok((problem.tooltip ?? '').length > advice.length, 'the reasons follow');
      assert.equal(view.root.status, 'unknown');
      assert.equal(problem.place?.range.start.line, 4);
    }
  });

  it('tells of threads that are open, and of those that cannot be read or are about nothing', async () => {
    const thread = { id: 'a.yaml', uri: 'file:///dossier/discussions/a.yaml', about: {}, isOpen: true, messages: [] };
    const threads: PlacedThread[] = [
      { thread, slot: { requirement: 'A.01' } },
      { thread, slot: { scenario: 'A.01.01' } },
      { thread, lost: 'orphan' },
    ];
    const { view, nodes } = await tree(manifest(''), {}, threads);
    assert.equal(view.openThreads, 3);
    assert.equal(view.team?.length, 2);
    assert.deepEqual(
      nodes.filter((one) => one.threads !== undefined).map(({ id, threads: count }) => [id, count]),
      [
        ['requirement:A.01', 1],
        ['scenario:A.01.01', 1],
      ],
    );
  });

  it('pauses now and then in a large catalogue', async () => {
    const many = { ...catalogue, requirements: Array.from({ length: 201 }, (_, index) => silent(`M.${index}`)) };
    const { analysis } = await analyse([], { main: manifest(''), catalogue: many });
    let pauses = 0;
    await complianceView(analysis, { groupBy: 'chapter', locale: 'fr' }, () => {
      pauses++;
      return Promise.resolve();
    });
    assert.equal(pauses, 2);
  });
});

describe('lines at which a thread can be begun', () => {
  it('are those of all entries, by file', async () => {
    const main = manifest('exigences:\n  A.01:\n    commentaire: x\n  A.02:\nscenarios:\n  SCN.1:\n');
    const { analysis } = await analyse([], { main, catalogue });
    const [lines, ...others] = threadLines(analysis, new Places(analysis.dossier));
    assert.deepEqual(others, []);
    const first = manifest('').split('\n').length;
    // A block ends where the next line begins.
    assert.deepEqual(lines?.ranges, [
      [first, first + 2],
      [first + 2, first + 2],
      [first + 4, first + 4],
    ]);
  });

  it('are of a file that is none of the dossier its beginning', async () => {
    const { analysis } = await analyse([], { main: manifest(''), catalogue });
    assert.deepEqual(new Places(analysis.dossier).at('file:///other', 3, { start: 1, end: 2 }), {
      uri: 'file:///other',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
  });
});

describe('segur/pieces of statements and papers', () => {
  it('tells by whom each is cited, and names the dossier by what it has', async () => {
    const body = `exigences:
  A.01: { non_applicable: { justification: x, declaration: a.pdf } }
  A.02:
    scenarios:
      A.02.01: { non_applicable: { justification: x, declaration: ./b.pdf } }
agrements:
  - { statut: Finalisation, piece: c.pdf }
  - { teleservice: DMP, statut: Finalisation, piece: a.pdf }
`;
    const of = async (main: string) =>
      piecesOf((await analyse([], { main, catalogue, evidence: { 'a.pdf': file() } })).analysis, 'fr');
    const { pieces, label } = await of(manifest(body));
    assert.equal(label, 'MonCabinet');
    assert.deepEqual(
      pieces.map(({ path, uses }) => [path, uses.map((use) => use.label)]),
      [
        ['a.pdf', ['A.01', 'DMP']],
        ['b.pdf', ['A.02.01']],
        ['c.pdf', ['agrements']],
      ],
    );
    assert.equal((await of('version: 1\ndossier: { dispositif: X }\n')).label, 'X');
    assert.equal((await of('version: 1\ndossier: {}\n')).label, 'main.preuves.yaml');
  });
});
