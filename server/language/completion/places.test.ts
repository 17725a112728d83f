import assert from 'node:assert/strict';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { scenarioFingerprint } from '../../core/revision/scenario-fingerprint';
import { file, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { completionsAt, viewAt, type ViewInput } from '../../../test/kit/view-kit';
import { describeOffer } from './completion';
import type { Described } from './offer';

const entry = (body: string) => manifest(`exigences:\n  INS/va1.56:\n${body}`);
const at = (value: string) =>
  entry(`    scenarios:\n      INS/va1.56.02:\n        preuves:\n          INS/va1.56.02.02:${value}\n`);
const core = (body: string) => manifest(`scenarios:\n  SCN_DB/CO.01:\n${body}`);
const digest = 'b'.repeat(64);
const input = { listing: ['a.png'], evidence: { 'a.png': file({ sha256: digest }) } };

describe('completion behind a dash', () => {
  it('writes a piece without a second dash, in the line ends of the file, and every other key of one', async () => {
    for (const newline of ['\n', '\r\n']) {
      const { labels, take } = await completionsAt(at('\n            - ‸').replaceAll('\n', newline), input);
      assert.deepEqual(labels.slice(0, 4), ['fichier', 'lien', 'execution', 'declaration']);
      assert.ok(labels.includes('a.png') && labels.includes('titre') && !labels.includes('- fichier'));
      const lines = ['            - fichier: a.png', `sha256: ${digest}`, 'version: 12.4.0'].join(
        `${newline}              `,
      );
      assert.ok(take('a.png').endsWith(`${lines}${newline}`));
    }
  });

  it('keeps the colon that stands there', async () => {
    const { labels, take } = await completionsAt(at('\n            - fich‸: a.png'), input);
    assert.deepEqual(labels, ['fichier']);
    assert.equal(take('fichier'), at('\n            - fichier: a.png'));
  });

  it('writes the keys of an item that is no piece', async () => {
    const list = await completionsAt('agrements:\n  ‸');
    assert.deepEqual(list.labels, ['- teleservice']);
    assert.equal(list.take('- teleservice'), 'agrements:\n  - teleservice: ');
    assert.deepEqual((await completionsAt('agrements:\n  - sta‸')).labels, ['statut']);
  });

  it('writes the values of a list of values, in brackets or under dashes', async () => {
    const profiles = (value: string) => manifest('').replace(' [BAL PER-ORG]', value);
    const under = await completionsAt(profiles('\n    - BAL PER-ORG\n    ‸'));
    assert.equal(under.take('IAM'), profiles('\n    - BAL PER-ORG\n    - IAM'));
  });
});

describe('completion in braces', () => {
  it('writes the keys of a mapping, or of a list of mappings, where none stands yet', async () => {
    const review = await completionsAt(manifest('exigences: { INS/va1.56: ‸ }'));
    assert.ok(review.take('suivi').endsWith('exigences: { INS/va1.56: { suivi: {  } } }'));
    const list = await completionsAt(entry('    scenarios: { INS/va1.56.01: { instruction: { X: ‸ } } }'));
    assert.ok(list.take('le').endsWith('instruction: { X: [{ le:  }] } } }'));
    const { items } = await completionsAt(entry('    scenarios: { INS/va1.56.01: { instruction: { X: ‸ } } }'), {
      snippets: true,
    });
    assert.equal(items[0]?.textEdit?.newText, '[{ le: $0 \\}]');
    assert.deepEqual((await completionsAt(entry('    scenarios: { INS/va1.56.01: { preuves: ‸ } }'))).labels, []);
  });

  it('writes a proof with its colon and a blank', async () => {
    const { take } = await completionsAt(manifest('scenarios:\n  SCN_DB/CO.01: { preuves: { ‸ } }'));
    assert.ok(take('SCN_DB/CO.01.01.01').endsWith('{ preuves: { SCN_DB/CO.01.01.01:  } }'));
  });

  it('writes the path of a statement with what is known of it', async () => {
    const { take } = await completionsAt(at(' [{ declaration: ‸ }]'), input);
    assert.ok(take('a.png').endsWith(` [{ declaration: a.png, sha256: ${digest} }]\n`));
    const whole = await completionsAt(at(` [{ declaration: ‸, sha256: ${digest} }]`), input);
    assert.ok(whole.take('a.png').endsWith(` [{ declaration: a.png, sha256: ${digest} }]\n`));
  });
});

describe('completion of a core-business scenario', () => {
  const { coreScenarios } = smallCatalogue;
  const [known] = coreScenarios;
  assert.ok(known);
  const fingerprint = scenarioFingerprint(known);

  it('offers its proofs, and nothing of one that no catalogue knows', async () => {
    assert.deepEqual((await completionsAt(core('    preuves:\n      ‸'))).labels, ['SCN_DB/CO.01.01.01']);
    assert.deepEqual((await completionsAt(manifest('scenarios:\n  AUTRE:\n    preuves:\n      ‸'))).labels, []);
    assert.deepEqual((await completionsAt(manifest('exigences:\n  AUTRE:\n    scenarios:\n      ‸'))).labels, []);
  });

  it('offers the fingerprint of its present text, as for a requirement', async () => {
    assert.deepEqual((await completionsAt(core('    empreinte: ‸'))).labels, [fingerprint]);
    assert.deepEqual((await completionsAt(manifest('scenarios:\n  AUTRE:\n    empreinte: ‸'))).labels, []);
    assert.deepEqual((await completionsAt(manifest('exigences:\n  AUTRE:\n    empreinte: ‸'))).labels, []);
  });

  it('writes that fingerprint with its first piece, and never a second time', async () => {
    const first = await completionsAt(core('    preuves:\n      SCN_DB/CO.01.01.01: ‸'), input);
    const piece = `\n        - fichier: a.png\n          sha256: ${digest}\n          version: 12.4.0`;
    assert.equal(
      first.take('a.png'),
      core(`    empreinte: ${fingerprint}\n    preuves:\n      SCN_DB/CO.01.01.01:${piece}`),
    );
    for (const body of [
      '    empreinte: "1"\n    preuves:\n      SCN_DB/CO.01.01.01: ‸',
      '    preuves:\n      X: [{ execution: 1 }]\n      SCN_DB/CO.01.01.01: ‸',
      '    non_applicable: { justification: x }\n    preuves:\n      SCN_DB/CO.01.01.01: ‸',
    ]) {
      const next = await completionsAt(core(body), input);
      assert.equal(next.take('a.png'), core(body.replace(' ‸', piece)));
    }
  });

  it('offers the digest of the file that a review is of', async () => {
    const review = (body: string) =>
      completionsAt(
        core(`    preuves:\n      SCN_DB/CO.01.01.01:\n        - ${body}\n          revue: { sha256: ‸ }\n`),
        input,
      );
    assert.deepEqual((await review('fichier: a.png')).labels, [digest]);
    assert.deepEqual((await review('lien: https://example.org')).labels, []);
    assert.deepEqual((await review('fichier: b.png')).labels, []);
  });
});

describe('completion of paths', () => {
  const listing = ['a.png', 'sous/f.preuves.yaml', 'g.preuves.yaml', 'main.preuves.yaml'];

  it('offers the other manifests as fragments, and the patterns of their folders first', async () => {
    const { labels } = await completionsAt('dossier:\n  fragments:\n    - ‸\n', { listing });
    assert.deepEqual(labels, ['sous/*.preuves.yaml', 'sous/f.preuves.yaml', 'g.preuves.yaml']);
  });

  it('tells of a file that cannot be read, and of one that is cited elsewhere, in both languages', async () => {
    const evidence = { 'a.png': { state: 'unreadable', reason: 'EACCES' } } as const;
    const cited = `\n            - { fichier: a.png }\n            - { fichier: ../x.png }\n            - fichier: ‸`;
    for (const [locale, detail] of [
      ['fr', 'déjà citée · fichier illisible, empreinte non écrite'],
      ['en', 'already cited · file not readable, digest not written'],
    ] as const) {
      const { items } = await completionsAt(at(cited), { listing, evidence, locale });
      assert.deepEqual(
        items.map((one) => [one.label, one.detail]),
        [['a.png', detail]],
      );
    }
  });

  it('says nothing of a digest that is written already', async () => {
    const { items } = await completionsAt(at('\n            - fichier: ‸\n              sha256: abc'), { listing });
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['a.png', undefined]],
    );
  });
});

describe('completion without a catalogue, or without a dossier', () => {
  const none: ViewInput = { catalogue: null };

  it('offers no id, no profile, no fingerprint and no test case, and writes pieces all the same', async () => {
    for (const marked of [
      manifest('exigences:\n  ‸'),
      manifest('').replace('BAL PER-ORG', '‸'),
      entry('    empreinte: ‸'),
      at('\n            - execution: 1\n              cas_de_test: ‸'),
    ])
      assert.deepEqual((await completionsAt(marked, none)).labels, [], marked);
    const { take } = await completionsAt(at(' ‸'), { ...none, ...input });
    assert.equal(
      take('a.png'),
      at(`\n            - fichier: a.png\n              sha256: ${digest}\n              version: 12.4.0`),
    );
  });

  it('offers no version where the software says none', async () => {
    const marked = at('\n            - execution: 1\n              version: ‸').replace('  version: 12.4.0\n', '');
    assert.deepEqual((await completionsAt(marked)).labels, []);
  });

  it('offers no test case of a proof that is unknown', async () => {
    const marked = core('    preuves:\n      AUTRE:\n        - execution: 1\n          cas_de_test: ‸');
    assert.deepEqual((await completionsAt(marked)).labels, []);
  });
});

describe('what is told of an id', () => {
  const bare: Catalogue = {
    ...smallCatalogue,
    requirements: [
      withoutText(
        requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01', [], { expected: '' })], { steps: [] })]),
      ),
      { ...withoutText(requirement('A.02', [])), fonction: 'Consulter le DMP' },
      requirement('A.03', [], { nature: 'SUPPRIMEE' }),
    ],
  };

  it('is its nature where the catalogue has no text of it, in both languages', async () => {
    for (const [locale, nature] of [
      ['fr', 'Exigence'],
      ['en', 'Requirement'],
    ] as const) {
      const { items } = await completionsAt(manifest('exigences:\n  ‸'), { catalogue: bare, locale });
      assert.deepEqual(
        items.map(({ label, detail }) => [label, detail]),
        [
          ['A.01', nature],
          ['A.02', 'Consulter le DMP'],
          ['A.03', 'Énoncé de A.03'],
        ],
      );
    }
  });

  it('is nothing where a scenario and a proof say nothing', async () => {
    const inside = (body: string) =>
      completionsAt(manifest(`exigences:\n  A.01:\n    scenarios:\n${body}`), { catalogue: bare });
    for (const [body, id] of [
      ['      ‸', 'A.01.01'],
      ['      A.01.01:\n        preuves:\n          ‸', 'A.01.01.01'],
    ] as const) {
      const { items } = await inside(body);
      assert.deepEqual(
        items.map(({ label, detail, filterText }) => [label, detail, filterText]),
        [[id, undefined, id]],
      );
    }
  });

  it('comes with its description, asked for later', async () => {
    const { view } = await viewAt(manifest(''));
    const of = (described: Described) => describeOffer(described, view)?.split('\n')[0];
    for (const [described, text] of [
      [{ kind: 'requirement', id: 'PSC.01' }, '**PSC.01** · Exigence'],
      [{ kind: 'scenario', id: 'PSC.01.02', within: 'PSC.01' }, '**PSC.01.02**'],
      [{ kind: 'scenario', id: 'SCN_DB/CO.01' }, '**SCN\\_DB/CO.01**'],
      [{ kind: 'scenario', id: 'AUTRE', within: 'AUTRE' }, undefined],
      [{ kind: 'proof', id: 'PSC.01.01.01', within: 'PSC.01.01' }, '**PSC.01.01.01**'],
      [{ kind: 'proof', id: 'PSC.01.01.01' }, '**PSC.01.01.01**'],
      [{ kind: 'proof', id: 'AUTRE', within: 'AUTRE' }, undefined],
    ] as const)
      assert.equal(of(described), text, described.id);
    const without = await viewAt(manifest(''), none());
    assert.equal(describeOffer({ kind: 'requirement', id: 'PSC.01' }, without.view), undefined);
  });
});

function none(): ViewInput {
  return { catalogue: null };
}

function withoutText({ text, ...rest }: Catalogue['requirements'][number]): Catalogue['requirements'][number] {
  assert.ok(text);
  return rest;
}
