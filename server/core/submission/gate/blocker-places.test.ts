import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, type KitInput } from '../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../test/kit/small-catalogue';
import type { Catalogue } from '../../catalogue/catalogue';
import type { EvidenceFile } from '../../evidence/evidence-file';
import type { Finding } from '../../findings/finding';
import { filingOf } from '../gate';
import type { Scope } from '../scope';
import { blockerMessage } from './blocker-words';
import type { Blocker } from './blocker';

const pdf = (more: Partial<EvidenceFile> = {}): EvidenceFile =>
  ({ ...file({ detected: { extension: 'pdf', mime: 'application/pdf' } }), ...more }) as EvidenceFile;

/** Blockers of one kind: what stands at the place of each, and its sentence. */
async function blockersOf(
  kind: Blocker['kind'],
  main: string,
  more: Partial<KitInput> = {},
  scope: Scope = {},
): Promise<{ readonly at: string; readonly said: string }[]> {
  const { analysis, textOf } = await analyse([], { main, ...more });
  const found = filingOf(analysis, scope).blockers.filter((one) => one.kind === kind);
  return found.map((one) => {
    assert.ok(one.uri === mainUri && one.range);
    assert.doesNotMatch(blockerMessage(one, 'en'), /undefined|\{\w+\}/);
    return { at: textOf(mainUri).slice(one.range.start, one.range.end), said: blockerMessage(one, 'fr') };
  });
}

describe('the gate says of an approval', () => {
  const insi = '  - { teleservice: INSi, statut: Finalisation, piece: insi.pdf }\n';
  const evidence = { 'insi.pdf': pdf(), 'dmp.pdf': pdf() };
  const dmp = async (line: string, files: Readonly<Record<string, EvidenceFile>> = evidence) => {
    const [one, ...others] = await blockersOf('approval', manifest(`agrements:\n${insi}${line}`), { evidence: files });
    assert.deepEqual(others, []);
    return one;
  };

  it('what is wrong with the other entry, where of two that contradict each other the first is sound', async () => {
    const two =
      '  - { teleservice: DMP, statut: Finalisation, piece: dmp.pdf }\n' +
      '  - { teleservice: DMP, statut: Initialisation, piece: dmp.pdf }\n';
    const found = await blockersOf('approval', manifest(`agrements:\n${insi}${two}`), { evidence });
    assert.deepEqual(
      found.map(({ at }) => at),
      ['Initialisation'],
    );
    assert.doesNotMatch(found[0]?.said ?? '', /que MDV-LGC-Va2 exige/);
  });

  it('that it is not written, at the section or, without one, at the dispositif', async () => {
    const absent = await dmp('');
    assert.equal(absent?.at, 'agrements');
    assert.match(absent.said, /L’homologation DMP, que MDV-LGC-Va2 exige pour déposer/);
    const none = await blockersOf('approval', manifest('exigences:\n'));
    assert.deepEqual(
      none.map(({ at }) => at),
      ['MDV-LGC-Va2', 'MDV-LGC-Va2'],
    );
  });

  const cases: readonly [line: string, at: string, said: RegExp][] = [
    ['  - { teleservice: DMP, piece: dmp.pdf }\n', 'DMP', /DMP n’a pas de statut/],
    ['  - { teleservice: DMP, statut: à compléter, piece: dmp.pdf }\n', 'à compléter', /DMP n’a pas de statut/],
    ['  - { teleservice: DMP, statut: Dossier créé, piece: dmp.pdf }\n', 'Dossier créé', /« Dossier créé »/],
    ['  - { teleservice: DMP, statut: Bientôt, piece: dmp.pdf }\n', 'Bientôt', /« Bientôt » .*Pré-examen/],
    ['  - { teleservice: DMP, statut: Pré-examen }\n', 'DMP', /DMP n’a pas de justificatif/],
    ['  - { teleservice: DMP, statut: Pré-examen, piece: "  " }\n', '"  "', /DMP n’a pas de justificatif/],
    [
      '  - { teleservice: DMP, statut: Pré-examen, piece: non.pdf }\n',
      'non.pdf',
      /DMP manque : « non\.pdf » n’a pas encore/,
    ],
    [
      '  - { teleservice: DMP, dispense: { piece: dmp.pdf } }\n',
      'dispense',
      /dispense d’homologation DMP ne dit pas pourquoi/,
    ],
    ['  - { teleservice: DMP, dispense: { motif: DMP, piece: dmp.pdf } }\n', 'DMP', /ne dit pas pourquoi/],
    ['  - { teleservice: DMP, dispense: { motif: Le logiciel n’appelle pas le DMP. } }\n', 'dispense', /justificatif/],
  ];
  for (const [line, at, said] of cases) {
    it(`what is wrong with ${line.trim()}`, async () => {
      const one = await dmp(line);
      assert.equal(one?.at, at);
      assert.match(one.said, said);
    });
  }

  it('nothing where an exemption says why and shows it', async () => {
    const line = '  - { teleservice: DMP, dispense: { motif: Le logiciel n’appelle pas le DMP., piece: dmp.pdf } }\n';
    assert.equal(await dmp(line), undefined);
  });

  it('nothing where there is no catalogue, or the section was not read', async () => {
    assert.deepEqual(await blockersOf('approval', manifest('exigences:\n'), { catalogue: null }), []);
    // What stands behind a fault of syntax may be it.
    assert.deepEqual(await blockersOf('approval', manifest('exigences: {}\n"x\n')), []);
  });
});

describe('the gate says of who files what', () => {
  it('which value is missing, at the value, the section or the dispositif', async () => {
    const full = manifest('exigences:\n');
    const places = async (main: string) => (await blockersOf('identity', main)).map(({ at }) => at);
    assert.deepEqual(await places(full), []);
    assert.deepEqual(await places(full.replace('MonCabinet', '""')), ['""']);
    assert.deepEqual(await places(full.replace('  nom: MonCabinet\n', '')), ['logiciel']);
    assert.deepEqual(await places(full.replace('  denomination: Éditeur Exemple\n', '')), ['editeur']);
    assert.deepEqual(await places(full.replace(/logiciel:\n.*\n.*\n/, '')), ['MDV-LGC-Va2', 'MDV-LGC-Va2']);
    // What stands behind a fault of syntax may be it.
    assert.deepEqual(await places(full.replace('editeur:', '"x\nediteur:')), []);
  });

  it('that a SIRET is wrong, spaces around it apart, and that zeros are no version', async () => {
    const full = manifest('exigences:\n');
    const siret = await blockersOf('identity', full.replace('"73282932000074"', '"73282932000075"'));
    assert.deepEqual(siret, [
      { at: '"73282932000075"', said: 'Le SIRET de l’éditeur est faux : relisez ses 14 chiffres.' },
    ]);
    assert.deepEqual(await blockersOf('identity', full.replace('"73282932000074"', '" 73282932000074 "')), []);
    for (const version of ['0', '00', 'v0.0', '0.00.0', '" 0.0 "'])
      assert.equal((await blockersOf('identity', full.replace('12.4.0', version))).length, 1, version);
    for (const version of ['0.1', '10', '0.0.1', '0a'])
      assert.deepEqual(await blockersOf('identity', full.replace('12.4.0', version)), [], version);
    // « 0 » may be the name of something.
    assert.deepEqual(await blockersOf('identity', full.replace('MonCabinet', '"0"')), []);
  });
});

describe('the gate says why there is nothing to prove', () => {
  const bare: Catalogue = { ...smallCatalogue, requirements: [], coreScenarios: [] };
  const said = async (catalogue: Catalogue, main = manifest('exigences:\n'), scope: Scope = {}) =>
    (await blockersOf('nothingToProve', main, { catalogue }, scope)).map((one) => one.said);

  it('no requirement, no proof, or all of it set aside', async () => {
    assert.match((await said(bare))[0] ?? '', /Le catalogue de MDV-LGC-Va2 n’a aucune exigence/);
    const silent = requirement('R.1', [scenario('R.1.01', [])]);
    assert.match((await said({ ...bare, requirements: [silent] }))[0] ?? '', /n’attend aucune preuve/);
    assert.match((await said({ ...bare, coreScenarios: [scenario('SCN_X', [])] }))[0] ?? '', /n’attend aucune preuve/);
    const other = requirement('R.2', [scenario('R.2.01', [proof('R.2.01.01')])], { profiles: ['IAM'] });
    assert.match(
      (await said({ ...bare, requirements: [silent, other] }))[0] ?? '',
      /tout y est déclaré non applicable/,
    );
    const core = scenario('SCN_X', [proof('SCN_X.01')], { profiles: ['IAM'] });
    assert.match((await said({ ...bare, coreScenarios: [core] }))[0] ?? '', /tout y est déclaré non applicable/);
  });

  it('which of the chosen chapters are empty, and nothing of answers or without a catalogue', async () => {
    const empty = requirement('R.1', [scenario('R.1.01', [])], { chapter: 'DRIMbox' });
    const catalogue = { ...bare, requirements: [empty] };
    const chosen = await said(catalogue, undefined, { chapters: ['DRIMbox'] });
    assert.match(chosen[0] ?? '', /Aucune preuve n’est attendue dans : DRIMbox\./);
    const second = requirement('R.2', [scenario('R.2.01', [])], { chapter: 'Pro Santé Connect' });
    const both = await said({ ...bare, requirements: [empty, second] }, undefined, {
      chapters: ['DRIMbox', 'Pro Santé Connect'],
    });
    assert.match(both[0] ?? '', /dans : Pro Santé Connect · DRIMbox\./);
    assert.deepEqual(await said(catalogue, undefined, { proofs: new Set() }), []);
    assert.deepEqual(await blockersOf('nothingToProve', manifest('exigences:\n'), { catalogue: null }), []);
  });

  it('nothing where a statement answers, for the requirement or for one of its scenarios', async () => {
    const two = requirement('R.1', [scenario('R.1.01', []), scenario('R.1.02', [])], { chapter: 'DRIMbox' });
    const catalogue = { ...bare, requirements: [two] };
    const scope = { chapters: ['DRIMbox'] };
    const whole = manifest('exigences:\n  R.1: { non_applicable: { justification: x } }\n');
    assert.deepEqual(await said(catalogue, whole, scope), []);
    const part = manifest(
      'exigences:\n  R.1:\n    scenarios:\n      R.1.01: { note_interne: y }\n      R.1.02: { non_applicable: { justification: x } }\n',
    );
    assert.deepEqual(await said(catalogue, part, scope), []);
    const neither = manifest('exigences:\n  R.1:\n    scenarios:\n      R.1.01: { note_interne: y }\n');
    assert.equal((await said(catalogue, neither, scope)).length, 1);
  });
});

describe('the gate says of a piece without which nothing is filed', () => {
  const declared = (path: string) =>
    manifest(
      `exigences:\n  SSI/GEN.06:\n    non_applicable: { justification: Pas d’hébergement de données., declaration: ${path} }\n`,
    );
  const fault = async (path: string, facts?: EvidenceFile) => {
    const evidence = facts ? { [path.replaceAll('"', '')]: facts } : {};
    const found = await blockersOf('setAside', declared(path), { evidence });
    assert.ok(found.length <= 1);
    const [one] = found;
    if (one) assert.equal(one.at, path);
    return one?.said;
  };

  it('what is wrong with the file, with its name', async () => {
    const cases: readonly [path: string, facts: EvidenceFile | undefined, said: RegExp][] = [
      ['../a.pdf', pdf(), /« \.\.\/a\.pdf » n’est pas un chemin à l’intérieur du dossier/],
      ['a.pdf', undefined, /« a\.pdf » n’a pas encore été examinée/],
      ['a.pdf', { state: 'absent' }, /« a\.pdf » n’existe pas/],
      ['a.pdf', { state: 'directory' }, /« a\.pdf » est un dossier/],
      ['a.pdf', { state: 'unreadable', reason: 'EACCES' }, /« a\.pdf » ne peut pas être lue \(EACCES\)/],
      ['a.pdf', file({ size: 0 }), /« a\.pdf » est vide/],
      ['a.mp4', file({ detected: { extension: 'mp4', mime: 'video/mp4' } }), /« a\.mp4 » n’est pas un document/],
      ['a.bin', file(), /« a\.bin » n’est pas un document/],
      ['a.bin', file({ detected: { extension: 'mp4', mime: 'video/mp4' } }), /« a\.bin » n’est pas un document/],
      ['a', file({ detected: { extension: 'mp4', mime: 'video/mp4' } }), /« a » n’est pas un document/],
      ['"~$a.docx"', file({ detected: { extension: 'docx', mime: 'x' } }), /« ~\$a\.docx » n’a pas le contenu/],
      ['a.pdf', file({ detected: { extension: 'png', mime: 'image/png' } }), /« a\.pdf » n’a pas le contenu/],
      ['a.pdf', pdf({ inspection: { damage: { code: 'truncated' } } }), /« a\.pdf » est endommagée/],
      [
        'a.pdf',
        pdf({
          inspection: { pdf: { encrypted: false, signatures: [], unsignedDraft: true } },
        } as unknown as Partial<EvidenceFile>),
        /« a\.pdf » est le brouillon non signé/,
      ],
    ];
    for (const [path, facts, said] of cases) assert.match((await fault(path, facts)) ?? '', said, path);
  });

  it('nothing where it is a document, whatever of its kind, or signed as a whole', async () => {
    assert.equal(await fault('a.pdf', pdf()), undefined);
    // A picture in another format than its name says is still the picture.
    assert.equal(await fault('a.png', file({ detected: { extension: 'jpg', mime: 'image/jpeg' } })), undefined);
    assert.equal(await fault('a.p7m', file()), undefined);
    // Word writes a document as a compound file, which may be a spreadsheet as well.
    assert.equal(await fault('a.doc', file({ detected: { extension: 'cfb', mime: 'application/x-cfb' } })), undefined);
  });
});

describe('the gate takes an error for what stands at its place', () => {
  const main = manifest(`agrements:
  - { teleservice: DMP, statut: Finalisation, piece: dmp.pdf }
  - { statut: Pré-examen }
  - { teleservice: INSi, dispense: { motif: Pas d’appel de l’INSi, piece: insi.pdf } }
exigences:
  SSI/GEN.06: { non_applicable: { justification: Aucun hébergement, declaration: na.pdf } }
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01: { non_applicable: { justification: Aucun test, declaration: nb.pdf } }
scenarios:
  SCN_DB/CO.01: { non_applicable: { justification: Aucun appel, declaration: nc.pdf } }
`);
  /** The kind of an error at the first place of a text. */
  const kindAt = async (text: string, target?: Finding['target']) => {
    const { analysis, textOf } = await analyse([], { main });
    const start = textOf(mainUri).indexOf(text);
    assert.ok(start >= 0, text);
    const range = { start, end: start + text.length };
    const finding: Finding = { rule: 'x', severity: 'error', message: 'x', args: {}, uri: mainUri, range };
    const { blockers } = filingOf({ ...analysis, findings: [{ ...finding, ...(target ? { target } : {}) }] });
    return blockers.find(({ reason }) => 'finding' in reason)?.kind;
  };

  const kinds: readonly [kind: Blocker['kind'], places: readonly string[]][] = [
    ['identity', ['Éditeur Exemple', '"73282932000074"', 'MonCabinet', '12.4.0']],
    ['approval', ['DMP', 'Finalisation', 'dmp.pdf', 'Pré-examen', 'dispense', 'Pas d’appel de l’INSi', 'insi.pdf']],
    ['setAside', ['non_applicable', 'Aucun hébergement', 'na.pdf', 'Aucun test', 'nb.pdf', 'Aucun appel', 'nc.pdf']],
    ['finding', ['version', 'MDV-LGC-Va2', 'SSI/GEN.07']],
  ];
  for (const [kind, places] of kinds) {
    it(`${kind}: ${places.join(', ')}`, async () => {
      for (const place of places) assert.equal(await kindAt(place), kind, place);
    });
  }

  it('and what is told of a proof for a finding, wherever it stands', async () => {
    assert.equal(await kindAt('na.pdf', { requirement: 'SSI/GEN.06', scenario: 'x', proof: 'y' }), 'finding');
  });
});

describe('the gate points to the head of a dossier', () => {
  it('at the section, without a dispositif, and at the beginning without a section', async () => {
    const full = manifest('exigences:\n');
    const section = full.replace('  dispositif: MDV-LGC-Va2\n', '');
    assert.deepEqual(
      (await blockersOf('scope', section)).map(({ at }) => at),
      ['dossier'],
    );
    const none = full.replace(/dossier:\n(?: .*\n)+/, '');
    assert.deepEqual(
      (await blockersOf('scope', none)).map(({ at }) => at),
      ['v'],
    );
  });
});
