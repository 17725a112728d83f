import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { rules } from '../rules/registry';
import type { Standing } from './destination';
import { refusalSentence, unplacedSentence } from './attach-words';
import type { FilePiece, Piece, WantedSlot } from './piece';
import { planAttach, type AttachOutcome, type AttachPlan } from './plan-attach';

const digest = (letter: string): string => letter.repeat(64);

/** A film as the host reads one. */
const film = (more: Partial<FilePiece> = {}): FilePiece => ({
  kind: 'file',
  name: 'consommation.mp4',
  content: file({
    sha256: digest('c'),
    detected: { extension: 'mp4', mime: 'video/mp4' },
    inspection: { video: { created: '2026-11-02T10:00:00', tracks: [{ kind: 'video' }], duration: 60 } },
  }),
  modified: '2026-11-10',
  ...more,
});

async function outcomeOf(
  input: KitInput,
  pieces: readonly Piece[],
  standing: Standing = nothing,
): Promise<AttachOutcome> {
  const { analysis } = await analyse(rules, input);
  return planAttach({ analysis, pieces, locale: 'fr', standing });
}
const nothing: Standing = () => Promise.resolve(undefined);

async function planOf(input: KitInput, pieces: readonly Piece[], standing?: Standing): Promise<AttachPlan> {
  const outcome = await outcomeOf(input, pieces, standing);
  assert.equal(outcome.kind, 'planned', JSON.stringify(outcome).slice(0, 300));
  return outcome;
}
const textAfter = ({ files }: AttachPlan, uri = mainUri): string => {
  const found = files.find((one) => one.uri === uri);
  assert.ok(found, `nothing changes in ${uri}`);
  return found.after;
};

const wanted = { proof: 'INS/va1.56.02.01' };
const entry = (proofs: string, more = '') =>
  manifest(`exigences:
  INS/va1.56:
${more}    scenarios:
      INS/va1.56.02:
        preuves:
${proofs}`);

describe('attaching a piece', () => {
  it('writes path, digest, date of the content and candidate version under the proof', async () => {
    const plan = await planOf({ main: entry('          INS/va1.56.02.01:\n') }, [film({ wanted })]);
    assert.equal(
      textAfter(plan),
      entry(
        `          INS/va1.56.02.01:
            - fichier: preuves/INS-va1.56.02.01-consommation.mp4
              sha256: ${digest('c')}
              date: 2026-11-02
              version: 12.4.0
`,
        '    empreinte: 3f9a1c20\n',
      ),
    );
    const [attachment] = plan.attachments;
    assert.deepEqual(attachment?.captured, { day: '2026-11-02', from: 'content' });
    assert.deepEqual(attachment.destination, { path: 'preuves/INS-va1.56.02.01-consommation.mp4', isThere: false });
    assert.deepEqual(plan.warnings, []);
  });

  it('takes the date of the file where the content states none, and none to come', async () => {
    const main = entry('          INS/va1.56.02.01: []\n');
    const dated = async (more: Partial<FilePiece>) =>
      (await planOf({ main, today: '2026-11-20' }, [film({ wanted, ...more })])).attachments[0]?.captured;
    const content = file({ sha256: digest('d') });
    assert.deepEqual(await dated({ content }), { day: '2026-11-10', from: 'file' });
    assert.equal(await dated({ content, modified: '2026-11-21' }), undefined);
    const unset = file({ inspection: { video: { created: '1904-01-01', tracks: [] } } });
    assert.deepEqual(await dated({ content: unset }), { day: '2026-11-10', from: 'file' });
  });

  it('replaces nothing, null and [], and keeps what stands around', async () => {
    const cases: readonly [before: string, after: string][] = [
      ['INS/va1.56.02.01:', 'INS/va1.56.02.01:\n            - execution: 7'],
      ['INS/va1.56.02.01: []', 'INS/va1.56.02.01:\n            - execution: 7'],
      ['INS/va1.56.02.01: ~', 'INS/va1.56.02.01:\n            - execution: 7'],
      ['INS/va1.56.02.01: null  # à filmer', 'INS/va1.56.02.01:  # à filmer\n            - execution: 7'],
      ['INS/va1.56.02.01: [ ]   # note', 'INS/va1.56.02.01:   # note\n            - execution: 7'],
      [
        'INS/va1.56.02.01:\n            # Attendu : un film',
        'INS/va1.56.02.01:\n            # Attendu : un film\n            - execution: 7',
      ],
      [
        'INS/va1.56.02.01: []\n            # Attendu : un film',
        'INS/va1.56.02.01:\n            # Attendu : un film\n            - execution: 7',
      ],
      [
        'INS/va1.56.02.01: [ { execution: 6 } ] # c',
        'INS/va1.56.02.01: [ { execution: 6 }, { execution: 7, version: 12.4.0 } ] # c',
      ],
      [
        'INS/va1.56.02.01:\n          - execution: 6',
        'INS/va1.56.02.01:\n          - execution: 6\n          - execution: 7',
      ],
      [
        'INS/va1.56.02.01:\n            - execution: 6\n              commentaire: |\n                Deux\n                lignes\n              # dit tout',
        'INS/va1.56.02.01:\n            - execution: 6\n              commentaire: |\n                Deux\n                lignes\n              # dit tout\n            - execution: 7',
      ],
      ['"INS/va1.56.02.01": []', '"INS/va1.56.02.01":\n            - execution: 7'],
    ];
    const next = '          INS/va1.56.02.02: [ { execution: 1 } ]\n';
    for (const [before, after] of cases) {
      for (const tail of ['', next]) {
        const main = entry(`          ${before}\n${tail}`, '    empreinte: 3f9a1c20\n');
        const plan = await planOf({ main }, [{ kind: 'execution', number: '7', wanted }]);
        const column = /\n( *)- execution: 7$/.exec(after)?.[1];
        const lines = column === undefined ? after : `${after}\n${column}  version: 12.4.0`;
        assert.equal(textAfter(plan), entry(`          ${lines}\n${tail}`, '    empreinte: 3f9a1c20\n'), before);
      }
    }
  });

  it('writes in braces where braces stand', async () => {
    const flow = (proof: string) =>
      manifest(`exigences:
  INS/va1.56: { empreinte: 3f9a1c20, scenarios: { INS/va1.56.02: { preuves: { ${proof} } } } }
`);
    for (const before of ['INS/va1.56.02.01: []', 'INS/va1.56.02.01: null', 'INS/va1.56.02.01:', 'INS/va1.56.02.01']) {
      const plan = await planOf({ main: flow(before) }, [film({ wanted, name: 'a, b.mp4' })]);
      const item = `{ fichier: "preuves/INS-va1.56.02.01-a, b.mp4", sha256: ${digest('c')}, date: 2026-11-02, version: 12.4.0 }`;
      assert.match(
        textAfter(plan).replace(/ +/g, ' '),
        new RegExp(`INS/va1.56.02.01: \\[ ${escaped(item)} \\]`),
        before,
      );
    }
  });

  it('writes the entries that are missing above, in the fragment of their domain', async () => {
    const fragment = `version: 1\nexigences:\n  INS/va1.30:\n    scenarios: {}\n`;
    const main = manifest('').replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:');
    const plan = await planOf({ main, files: { 'f/ins.preuves.yaml': fragment } }, [film({ wanted })]);
    const uri = 'file:///dossier/f/ins.preuves.yaml';
    assert.deepEqual(
      plan.files.map((one) => one.uri),
      [uri],
    );
    const after = textAfter(plan, uri);
    assert.match(after, /\n {2}INS\/va1\.56:\n {4}empreinte: 3f9a1c20\n/);
    assert.match(after, /INS\/va1\.56\.02\.01:\n(?: +#.*\n)* +- fichier: preuves\/INS-va1/);
    assert.match(after, /INS\/va1\.56\.02\.02:/);
    const core = await planOf({ main: manifest('') }, [
      { kind: 'link', url: 'https://x.fr/a', wanted: { proof: 'SCN_DB/CO.01.01.01' } },
    ]);
    assert.match(textAfter(core), /\nscenarios:\n {2}SCN_DB\/CO\.01:\n(?:.*\n)* +- lien: https:\/\/x\.fr\/a\n/);
    for (const more of [
      '',
      '    scenarios:\n',
      '    scenarios: { INS/va1.56.01: {} }\n',
      '    scenarios:\n      INS/va1.56.02:\n',
    ])
      assert.match(
        textAfter(await planOf({ main: manifest(`exigences:\n  INS/va1.56:\n${more}`) }, [film({ wanted })])),
        /fichier: "?preuves\/INS-va1/,
        more,
      );
  });

  it('writes for which text only the first evidence was accepted', async () => {
    const filled = entry('          INS/va1.56.02.01:\n          INS/va1.56.02.02: [ { execution: 1 } ]\n');
    assert.ok(!textAfter(await planOf({ main: filled }, [film({ wanted })])).includes('empreinte:'));
    const old = entry('          INS/va1.56.02.01:\n', '    empreinte: 00000000\n');
    assert.ok(textAfter(await planOf({ main: old }, [film({ wanted })])).includes('empreinte: 00000000'));
  });

  it('never writes over a file, and uses the very content where it is', async () => {
    const main = entry('          INS/va1.56.02.01:\n');
    const at = async (standing: Standing) =>
      (await planOf({ main }, [film({ wanted })], standing)).attachments[0]?.destination;
    const path = 'preuves/INS-va1.56.02.01-consommation.mp4';
    const other: Standing = (one) => Promise.resolve(one === path ? { path, sha256: digest('e') } : undefined);
    assert.deepEqual(await at(other), { path: path.replace('.mp4', '-2.mp4'), isThere: false });
    const folder: Standing = (one) => Promise.resolve(one === path ? { path } : undefined);
    assert.deepEqual(await at(folder), { path: path.replace('.mp4', '-2.mp4'), isThere: false });
    assert.deepEqual(await at(() => Promise.resolve({ path, sha256: digest('c') })), { path, isThere: true });
    const upper = path.replace('consommation', 'Consommation');
    assert.deepEqual(await at(() => Promise.resolve({ path: upper, sha256: digest('c') })), {
      path: upper,
      isThere: true,
    });
    const cited = entry('          INS/va1.56.02.01:\n          INS/va1.56.02.02: [ { fichier: preuves/là.mp4 } ]\n');
    const evidence = { 'preuves/là.mp4': file({ sha256: digest('c') }) };
    const reused = await planOf({ main: cited, evidence }, [film({ wanted })]);
    assert.deepEqual(reused.attachments[0]?.destination, { path: 'preuves/là.mp4', isThere: true });
    const two = await planOf({ main }, [film({ wanted }), film({ wanted, content: file({ sha256: digest('f') }) })]);
    assert.deepEqual(
      two.attachments.map(({ destination }) => destination?.path),
      [path, path.replace('.mp4', '-2.mp4')],
    );
  });

  it('leaves a file of the dossier where it is, and does not cite it twice', async () => {
    const inside = 'preuves/INS/film.mp4';
    const main = entry('          INS/va1.56.02.01:\n');
    const plan = await planOf({ main }, [film({ wanted, inside })]);
    assert.ok(textAfter(plan).includes(`- fichier: ${inside}\n`));
    const again = await planOf({ main: textAfter(plan) }, [film({ wanted, inside })]);
    assert.deepEqual([again.files, again.attachments[0]?.alreadyCited], [[], true]);
  });

  it('names files as the team says, portably, with the id once', async () => {
    const pathOf = async (name: string, more: Partial<KitInput> = {}) =>
      (await planOf({ main: entry('          INS/va1.56.02.01:\n'), ...more }, [film({ wanted, name })])).attachments[0]
        ?.destination?.path;
    assert.equal(await pathOf('INS_va1.56.02.01 - écran.mp4'), 'preuves/INS-va1.56.02.01-écran.mp4');
    assert.equal(await pathOf('ins-va1.56.02.01.mp4'), 'preuves/INS-va1.56.02.01.mp4');
    assert.equal(await pathOf('a:b?.mp4'), 'preuves/INS-va1.56.02.01-a b .mp4'.replace(' .mp4', '.mp4'));
    assert.equal(await pathOf('../../x.mp4'), 'preuves/INS-va1.56.02.01-.. .. x.mp4');
    const files = { 'segur.config.yaml': 'version: 1\npieces: { noms: "segur/{exigence}/{scenario} {nom}" }\n' };
    assert.equal(await pathOf('x.mp4', { files }), 'segur/INS-va1.56/INS-va1.56.02 x.mp4');
    const used = entry(
      '          INS/va1.56.02.01:\n          INS/va1.56.02.02: [ { fichier: segur/preuves/b.mp4 } ]\n',
    );
    assert.equal(await pathOf('x.mp4', { main: used }), 'segur/preuves/INS-va1.56.02.01-x.mp4');
  });

  it('finds the slot by the ids in the names, and asks where several may be meant', async () => {
    const main = entry('          INS/va1.56.02.01: [ { execution: 1 } ]\n');
    const slotOf = async (name: string) => {
      const outcome = await outcomeOf({ main }, [film({ name })]);
      if (outcome.kind === 'planned') return outcome.attachments[0]?.slot.proof;
      assert.equal(outcome.kind, 'unplaced');
      const choice = outcome.unplaced[0]?.choice;
      return choice?.kind === 'several' ? choice.slots.map(({ proof }) => proof) : choice?.kind;
    };
    assert.equal(await slotOf('INS-va1.56.02.01.mp4'), 'INS/va1.56.02.01');
    assert.equal(await slotOf('film_ins_va1.56.01.01_v2.mp4'), 'INS/va1.56.01.01');
    assert.equal(await slotOf('INS va1.56.02 suite.mp4'), 'INS/va1.56.02.02');
    assert.deepEqual(await slotOf('INS-va1.56.mp4'), ['INS/va1.56.01.01', 'INS/va1.56.02.02']);
    assert.deepEqual(await slotOf('SSI-GEN.06.01.mp4'), ['SSI/GEN.06.01.01', 'SSI/GEN.06.01.02']);
    assert.deepEqual(await slotOf('INS-va1.56.02.01 et INS-va1.56.02.02.mp4'), [
      'INS/va1.56.02.01',
      'INS/va1.56.02.02',
    ]);
    for (const name of ['film.mp4', 'INS-va1.56.02.011.mp4', 'XINS-va1.56.02.01.mp4', 'INS-va1.5.mp4'])
      assert.equal(await slotOf(name), 'none', name);
    const outcome = await outcomeOf({ main }, [film({ name: 'INS-va1.56.02.01.mp4' }), film()]);
    assert.ok(outcome.kind === 'unplaced');
    assert.deepEqual([outcome.placed.length, outcome.unplaced[0]?.piece], [1, 1]);
    const near = await outcomeOf({ main }, [film({ wanted: { proof: 'INS/va1.56.02.03x' } })]);
    assert.ok(near.kind === 'unplaced' && near.unplaced[0]?.choice.kind === 'none');
    assert.ok(near.unplaced[0].choice.near.includes('INS/va1.56.02.01'));
  });

  it('goes where its name says among the proofs of what was asked for', async () => {
    const main = entry('          INS/va1.56.02.01:\n');
    const asked = { proof: 'INS/va1.56', requirement: 'INS/va1.56' };
    const named = film({ wanted: asked, name: 'INS-va1.56.01.01 écran.mp4' });
    const plan = await planOf({ main }, [named]);
    assert.equal(plan.attachments[0]?.slot.proof, 'INS/va1.56.01.01');
    // A name that says another requirement does not lead out of what was asked for, nor does one that says nothing.
    for (const name of ['SSI-GEN.06.01.01.mp4', 'écran.mp4']) {
      const outcome = await outcomeOf({ main }, [film({ wanted: asked, name })]);
      assert.equal(outcome.kind, 'unplaced', name);
    }
  });

  it('says beforehand what a check would find of the piece, and nothing else', async () => {
    const main = entry('          INS/va1.56.02.01:\n');
    const rulesOf = async (piece: Piece, input: Partial<KitInput> = {}) =>
      (await planOf({ main, ...input }, [piece])).warnings.map(({ rule }) => rule);
    const text = file({ sha256: digest('9'), text: true });
    assert.deepEqual(await rulesOf(film({ wanted, name: 'x.txt', content: text })), ['preuve/type-non-accepte']);
    const [, value] = ['INS', '160015629909966'];
    const identified = file({
      ...film().content,
      inspection: { identifiers: [{ value, system: '1.2.250.1.213.1.4.8' }] },
    });
    const found = await rulesOf(film({ wanted, content: identified }));
    assert.deepEqual(found, ['donnees/ins-de-production']);
    assert.ok((await rulesOf(film({ wanted, content: file({ size: 0 }) }))).includes('preuve/fichier-vide'));
    const cited = entry(
      '          INS/va1.56.02.01:\n          INS/va1.56.02.02: [ { fichier: preuves/a.mp4, sha256: "' +
        digest('c') +
        '" } ]\n',
    );
    const evidence = { 'preuves/a.mp4': file({ sha256: digest('c') }) };
    assert.ok(
      (await rulesOf(film({ wanted, inside: 'preuves/b.mp4' }), { main: cited, evidence })).includes(
        'preuve/meme-contenu',
      ),
    );
  });

  it('refuses what it could only spoil', async () => {
    const cases = [
      entry('          INS/va1.56.02.01: texte\n'),
      entry('          INS/va1.56.02.01: { execution: 1 }\n'),
      entry('          INS/va1.56.02.02: &p [ { execution: 1 } ]\n          INS/va1.56.02.01: *p\n'),
      entry('          INS/va1.56.02.01: &p [ { execution: 1 } ]\n          INS/va1.56.02.02: *p\n'),
    ];
    for (const main of cases) {
      const outcome = await outcomeOf({ main }, [film({ wanted })]);
      assert.deepEqual([outcome.kind, outcome.kind === 'unwritable' && outcome.uri], ['unwritable', mainUri], main);
    }
  });

  it('refuses a manifest that is no YAML somewhere, and says where', async () => {
    const good = entry('          INS/va1.56.02.01:\n');
    const broken = [
      `${good}<<<<<<< a\n=======\n>>>>>>> b\n`,
      `${good}  MSS/CONF.14: [\n`,
      good.replace('  nom: MonCabinet', '  nom: "MonCabinet'),
      good.replace('  INS/va1.56:', '\tINS/va1.56:'),
    ];
    for (const main of broken) {
      const outcome = await outcomeOf({ main }, [film({ wanted })]);
      assert.ok(outcome.kind === 'broken' && outcome.uri === mainUri && outcome.line > 0, main);
      const sentence = refusalSentence(
        outcome,
        () => 'a.png',
        () => 'main.preuves.yaml',
        'fr',
      );
      assert.match(sentence, /^main\.preuves\.yaml, ligne \d+ : \S.*[.!] Rien n’a été modifié/);
    }
    const main = manifest('').replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:');
    const fragment = await outcomeOf({ main, files: { 'f/a.preuves.yaml': 'exigences: [\n' } }, [film({ wanted })]);
    assert.ok(fragment.kind === 'broken' && fragment.uri.endsWith('f/a.preuves.yaml'));
    const fault = { kind: 'unreadable', reason: 'EACCES' } as const;
    const unread = { main, files: { 'f/a.preuves.yaml': 'exigences:\n' }, faults: { 'f/a.preuves.yaml': fault } };
    const hidden = await outcomeOf(unread, [film({ wanted })]);
    assert.ok(hidden.kind === 'unwritable' && hidden.uri.endsWith('f/a.preuves.yaml'), hidden.kind);
  });

  it('takes no file in which the dossier is kept', async () => {
    const main = entry('          INS/va1.56.02.01:\n').replace('  profils:', '  fragments: [f/*.yaml]\n  profils:');
    const files = { 'f/a.yaml': 'exigences:\n' };
    const own = [
      'main.preuves.yaml',
      'rem/x.rem.yaml',
      'segur.config.yaml',
      'main-2026-01-05.zip',
      'discussions/a.yaml',
    ];
    for (const inside of own) {
      for (const kind of ['file', 'declaration'] as const)
        assert.deepEqual(await outcomeOf({ main, files }, [film({ wanted, kind, inside })]), { kind: 'own', piece: 0 });
    }
    assert.equal((await outcomeOf({ main, files }, [film({ wanted, name: 'autre.preuves.yaml' })])).kind, 'own');
    for (const inside of ['preuves/lisezmoi.pdf', 'preuves/export.yaml', 'ailleurs.zip'])
      assert.equal((await outcomeOf({ main, files }, [film({ wanted, inside })])).kind, 'planned', inside);
  });

  it('says of an id that leads to no proof why', async () => {
    const main = manifest('');
    const said = async (slot: WantedSlot, input: Partial<KitInput> = {}): Promise<string> => {
      const outcome = await outcomeOf({ main, ...input }, [film({ wanted: slot })]);
      assert.ok(outcome.kind === 'unplaced', outcome.kind);
      return outcome.unplaced.map((one) => unplacedSentence(one, () => 'a', slot, 'en')).join('');
    };
    assert.match(await said({ proof: 'CO.48' }), /^a: CO\.48 is known.* It is proved by SCN_DB\/CO\.01:/);
    assert.match(await said({ proof: 'sc.dmp/ux.51' }), /is known, but expects no proof of its own\.$/);
    const misplaced = { proof: 'INS/va1.56.02.01', scenario: 'INS/va1.56.01' };
    assert.match(await said(misplaced), /not under INS\/va1\.56\.01, but under INS\/va1\.56, INS\/va1\.56\.02\./);
    assert.match(await said({ ...misplaced, scenario: 'X' }), /not under X, but/);
    assert.match(await said({ proof: 'INS/va1.56.02.09', scenario: 'X' }), /Did you mean/);
    assert.match(
      await said({ proof: 'INS/va1.56.02.01' }, { catalogue: null }),
      /REM of this dossier could not be read/,
    );
  });

  it('puts a piece beside those of its scenario, requirement or chapter, and a statement beside statements', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [ { fichier: preuves/ins/deux/a.png } ]
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { fichier: preuves/ins/b.mp4 } ]
          INS/va1.56.02.02: [ { declaration: preuves/declarations/c.pdf } ]
  SSI/GEN.06:
    scenarios:
      SSI/GEN.06.01:
        preuves:
          SSI/GEN.06.01.01: [ { fichier: preuves/securite/d.pdf }, { fichier: preuves/securite/e.pdf } ]
`);
    const pathOf = async (id: string, more: Partial<FilePiece> = {}) =>
      (await planOf({ main }, [film({ wanted: { proof: id }, ...more })])).attachments[0]?.destination?.path;
    assert.equal(await pathOf('INS/va1.56.02.01'), 'preuves/ins/INS-va1.56.02.01-consommation.mp4');
    assert.equal(await pathOf('INS/va1.56.01.01'), 'preuves/ins/deux/INS-va1.56.01.01-consommation.mp4');
    // The chapter of INS/va1.56, by its most used folder.
    assert.match((await pathOf('MSS/CONF.14.01.01')) ?? '', /^preuves\/ins\/MSS/);
    assert.match((await pathOf('SSI/GEN.07.01.01')) ?? '', /^preuves\/securite\/SSI-GEN\.07/);
    assert.match((await pathOf('PSC.01.01.01')) ?? '', /^preuves\/PSC/);
    assert.match((await pathOf('PSC.01.01.01', { kind: 'declaration' })) ?? '', /^preuves\/declarations\/PSC/);
    const files = { 'segur.config.yaml': 'version: 1\npieces: { noms: "segur/{nom}" }\n' };
    const chosen = await planOf({ main, files }, [film({ wanted })]);
    assert.equal(chosen.attachments[0]?.destination?.path, 'segur/consommation.mp4');
  });

  it('keeps the line ends of Windows, and needs no catalogue for a proof that is written', async () => {
    const main = entry('          INS/va1.56.02.01: []\n').replace(/\n/g, '\r\n');
    const after = textAfter(await planOf({ main, catalogue: null }, [film({ wanted })]));
    assert.ok(!/[^\r]\n/.test(after) && after.includes('- fichier: preuves/INS-va1.56.02.01-consommation.mp4\r\n'));
    assert.equal((await outcomeOf({ main: manifest(''), catalogue: null }, [film({ wanted })])).kind, 'unplaced');
  });
});

describe('attaching again', () => {
  const link = (url: string): Piece => ({ kind: 'link', url, wanted });
  const run = (number: string): Piece => ({ kind: 'execution', number, wanted });
  const isCited = async (written: string, piece: Piece) => {
    const main = entry(`          INS/va1.56.02.01: [ ${written} ]\n`);
    const { files, attachments } = await planOf({ main }, [piece]);
    assert.equal(files.length === 0, attachments[0]?.alreadyCited === true);
    return files.length === 0;
  };

  it('writes nothing where the proof cites the very link or run, zeros before a number apart', async () => {
    assert.equal(await isCited('{ lien: "https://exemple.test/1" }', link('https://exemple.test/1')), true);
    assert.equal(await isCited('{ lien: "https://exemple.test/1" }', link('https://exemple.test/2')), false);
    assert.equal(await isCited('{ execution: 7 }', run('7')), true);
    assert.equal(await isCited('{ execution: "007" }', run('7')), true);
    assert.equal(await isCited('{ execution: 7 }', run('007')), true);
    for (const other of ['70', '17', '0', '707'])
      assert.equal(await isCited('{ execution: 7 }', run(other)), false, other);
    assert.equal(await isCited('{ execution: "0" }', run('0')), true);
    assert.equal(await isCited('{ execution: 10 }', run('1')), false);
    // What is cited as something else, or says nothing, is another piece.
    assert.equal(await isCited('{ titre: x }', run('7')), false);
    assert.equal(await isCited('{ titre: x }', link('https://exemple.test/1')), false);
    assert.equal(await isCited('{ titre: x }', film({ wanted })), false);
  });

  it('cites a statement that is there once, and gives each of two films of a name its own place', async () => {
    const paper = film({ wanted, kind: 'declaration', inside: 'preuves/na.pdf' });
    assert.equal(await isCited('{ declaration: preuves/na.pdf }', paper), true);
    assert.equal(await isCited('{ declaration: preuves/nb.pdf }', paper), false);
    const other = film({ wanted, content: file({ sha256: digest('d') }) });
    const main = entry('          INS/va1.56.02.01:\n');
    const { attachments } = await planOf({ main }, [film({ wanted }), other, film({ wanted })]);
    assert.deepEqual(
      attachments.map(({ destination, alreadyCited }) => [destination?.path, alreadyCited === true]),
      [
        ['preuves/INS-va1.56.02.01-consommation.mp4', false],
        ['preuves/INS-va1.56.02.01-consommation-2.mp4', false],
        ['preuves/INS-va1.56.02.01-consommation.mp4', true],
      ],
    );
  });

  it('keeps to the date that was said, and tells that it was', async () => {
    const main = entry('          INS/va1.56.02.01:\n');
    const [attachment] = (await planOf({ main }, [film({ wanted, said: { date: '2026-10-01' } })])).attachments;
    assert.deepEqual([attachment?.captured, attachment?.isDateSaid], [undefined, true]);
    const [unsaid] = (await planOf({ main }, [film({ wanted })])).attachments;
    assert.deepEqual([unsaid?.captured?.day, unsaid?.isDateSaid], ['2026-11-02', undefined]);
  });
});

describe('what a check would find of what is attached', () => {
  const told = async (main: string, pieces: readonly Piece[], input: Partial<KitInput> = {}) =>
    (await planOf({ main, ...input }, pieces)).warnings.map(({ rule, target }) => `${rule} ${target?.proof ?? ''}`);
  const text = (more: Partial<FilePiece> = {}) =>
    film({ wanted, name: 'x.txt', content: file({ sha256: digest('9'), text: true }), ...more });

  it('is told of the pieces of this gesture, not of what was wrong before nor of others', async () => {
    const wrong = '[ { fichier: preuves/autre.txt, version: 1.0.0 } ]';
    const main = entry(`          INS/va1.56.02.01:\n          INS/va1.56.02.02: ${wrong}\n`);
    const evidence = { 'preuves/autre.txt': file({ sha256: digest('8'), text: true }) };
    assert.deepEqual(await told(main, [film({ wanted })], { evidence }), []);
    assert.deepEqual(await told(main, [text()], { evidence }), ['preuve/type-non-accepte INS/va1.56.02.01']);
    // The same again beside one of its kind is told, once.
    const beside = entry(`          INS/va1.56.02.01: ${wrong}\n`);
    assert.deepEqual(await told(beside, [text()], { evidence }), ['preuve/type-non-accepte INS/va1.56.02.01']);
    const second = text({ content: file({ sha256: digest('7'), text: true }) });
    assert.equal((await told(main, [text(), second])).length, 2);
  });

  it('is told of a requirement that is set aside, which the piece contradicts', async () => {
    const aside = '    non_applicable: { justification: Le logiciel n’a pas cette fonction. }\n';
    assert.deepEqual(await told(entry('          INS/va1.56.02.01:\n', aside), [film({ wanted })]), [
      'exigence/non-applicable-et-preuves ',
    ]);
    const other = `${entry('          INS/va1.56.02.01:\n')}  PSC.01:\n${aside}`;
    assert.deepEqual(await told(other, [film({ wanted })]), []);
  });

  it('is nothing where nothing is written', async () => {
    const main = entry('          INS/va1.56.02.01: [ { fichier: preuves/x.txt } ]\n');
    assert.deepEqual(await told(main, [text({ inside: 'preuves/x.txt' })]), []);
  });
});

describe('the place of what is attached', () => {
  const keys = (main: string): readonly string[] =>
    [...main.matchAll(/^ {6,}(\S+\.\d\d):/gm)].map(([, id]) => id ?? '');

  it('follows the catalogue, whatever was written first', async () => {
    const second = entry('          INS/va1.56.02.02: [ { execution: 1 } ]\n');
    const after = textAfter(await planOf({ main: second }, [film({ wanted })]));
    assert.deepEqual(keys(after), ['INS/va1.56.02', 'INS/va1.56.02.01', 'INS/va1.56.02.02']);
    const first = entry('          INS/va1.56.02.01: [ { execution: 1 } ]\n');
    const later = textAfter(await planOf({ main: first }, [film({ wanted: { proof: 'INS/va1.56.02.02' } })]));
    assert.deepEqual(keys(later), ['INS/va1.56.02', 'INS/va1.56.02.01', 'INS/va1.56.02.02']);
    const scenario = textAfter(await planOf({ main: first }, [film({ wanted: { proof: 'INS/va1.56.01.01' } })]));
    assert.deepEqual(keys(scenario), ['INS/va1.56.01', 'INS/va1.56.01.01', 'INS/va1.56.02', 'INS/va1.56.02.01']);
  });

  it('is under a core-business scenario, written or not', async () => {
    const core = { wanted: { proof: 'SCN_DB/CO.01.01.01' }, name: 'appel.log', content: file({ text: true }) };
    const bodies = ['', '  SCN_DB/CO.01:\n', '  SCN_DB/CO.01:\n    note_interne: x\n'];
    for (const body of bodies) {
      const after = textAfter(await planOf({ main: manifest(`scenarios:\n${body}`) }, [film(core)]));
      assert.match(after, /^scenarios:\n {2}SCN_DB\/CO\.01:\n[^]*?SCN_DB\/CO\.01\.01\.01:\n[^]*- fichier: preuves\//m);
      assert.equal(after.split('SCN_DB/CO.01:').length, 2);
    }
  });

  it('is the entry that has the proof, where a requirement is written twice', async () => {
    const twice = manifest(`exigences:
  INS/va1.56:
    note_interne: première
  SC.INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { execution: 1 } ]
`);
    const after = textAfter(await planOf({ main: twice }, [{ kind: 'execution', number: '2', wanted }]));
    assert.match(after, /INS\/va1\.56\.02\.01: \[ \{ execution: 1 \}, \{ execution: 2/);
  });

  it('has the order and name of its chapter where the team files by chapter', async () => {
    const files = { 'segur.config.yaml': 'version: 1\npieces: { noms: "{ordre}-{chapitre}/{preuve} {nom}" }\n' };
    const pathOf = async (id: string) =>
      (await planOf({ main: manifest('exigences:\n'), files }, [film({ wanted: { proof: id } })])).attachments[0]
        ?.destination?.path;
    assert.match((await pathOf('INS/va1.56.02.01')) ?? '', /^01-Identité nationale de santé\/INS-va1\.56\.02\.01 /);
    assert.match((await pathOf('SSI/GEN.07.01.01')) ?? '', /^03-Sécurité du système\/SSI-GEN\.07\.01\.01 /);
  });
});

describe('the text for which evidence was accepted', () => {
  const isWritten = async (body: string) =>
    textAfter(await planOf({ main: manifest(body) }, [{ kind: 'execution', number: '9', wanted }])).includes(
      'empreinte: 3f9a1c20',
    );
  const under = (more: string, proofs = '{}') =>
    `exigences:\n  INS/va1.56:\n${more}    scenarios:\n      INS/va1.56.02: { preuves: ${proofs} }\n`;

  it('is written with the first evidence of a requirement', async () => {
    assert.equal(await isWritten(under('')), true);
    assert.equal(await isWritten('exigences:\n'), true);
  });

  it('is not written where something was accepted before, for a text that nobody noted', async () => {
    assert.equal(await isWritten(under('', '{ INS/va1.56.02.02: [ { execution: 1 } ] }')), false);
    assert.equal(await isWritten(under('    non_applicable: { justification: x }\n')), false);
    const scenario =
      'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01: { non_applicable: { justification: x } }\n      INS/va1.56.02: { preuves: {} }\n';
    assert.equal(await isWritten(scenario), false);
  });

  it('is noted of a core-business scenario alike', async () => {
    const attach = async (proofs: string) => {
      const main = manifest(`scenarios:\n  SCN_DB/CO.01:\n    note_interne: x\n    preuves: ${proofs}\n`);
      const slot = { proof: 'SCN_DB/CO.01.01.01' };
      return textAfter(await planOf({ main }, [{ kind: 'execution', number: '9', wanted: slot }]));
    };
    assert.match(await attach('{}'), /^ {4}empreinte: "?[0-9a-f]{8}"?$/m);
    assert.doesNotMatch(await attach('{ SCN_DB/CO.01.01.01: [ { execution: 1 } ] }'), /empreinte/);
  });

  it('stays what it is where it is written', async () => {
    const main = manifest(under('    empreinte: "00000001"\n'));
    const after = textAfter(await planOf({ main }, [{ kind: 'execution', number: '9', wanted }]));
    assert.deepEqual(after.match(/empreinte: .*/g), ['empreinte: "00000001"']);
  });
});

describe('a manifest that is no YAML somewhere', () => {
  it('is told at the place that the check tells, in the file that is meant', async () => {
    const broken = `${entry('          INS/va1.56.02.01:\n')}  PSC.01: { a: [ }\n`;
    const { analysis } = await analyse(rules, { main: broken });
    const outcome = await planAttach({ analysis, pieces: [film({ wanted })], locale: 'fr', standing: nothing });
    assert.ok(outcome.kind === 'broken');
    assert.deepEqual([outcome.uri, outcome.finding?.rule, outcome.finding?.uri], [mainUri, 'yaml/syntaxe', mainUri]);
    assert.equal(outcome.line, analysis.dossier.main.parsed.source.position(outcome.finding?.range.start ?? 0).line);
    const whole = entry('          INS/va1.56.02.01:\n').replace(
      '  profils:',
      '  fragments: [f.preuves.yaml]\n  profils:',
    );
    const files = { 'f.preuves.yaml': 'version: 1\nexigences:\n  PSC.01:\n    a: [\n' };
    const inFragment = await outcomeOf({ main: whole, files }, [film({ wanted })]);
    assert.ok(inFragment.kind === 'broken');
    assert.deepEqual([inFragment.uri.split('/').at(-1), inFragment.finding?.uri], ['f.preuves.yaml', inFragment.uri]);
  });

  it('asks for the proof of a link or a number that comes without one', async () => {
    const pieces: readonly Piece[] = [
      { kind: 'link', url: 'https://exemple.fr' },
      { kind: 'execution', number: '7' },
    ];
    assert.deepEqual(await outcomeOf({ main: manifest('') }, pieces), {
      kind: 'unplaced',
      placed: [],
      unplaced: [0, 1].map((piece) => ({ piece, choice: { kind: 'none', near: [] } })),
    });
  });

  it('writes nothing where requirements are a list, and says in which file', async () => {
    const outcome = await outcomeOf({ main: manifest('exigences: [a]\n') }, [film({ wanted })]);
    assert.deepEqual([outcome.kind, outcome.kind === 'unwritable' && outcome.uri], ['unwritable', mainUri]);
  });

  it('names files without extension, or named by the id alone, and never two alike', async () => {
    const of = (name: string, letter: string) => film({ wanted, name, content: file({ sha256: digest(letter) }) });
    const { attachments } = await planOf({ main: manifest('') }, [
      of('INS-va1.56.02.01', 'a'),
      of('capture', 'b'),
      of('capture', 'c'),
      of('INS-va1.56.02.01_fin', 'd'),
    ]);
    const paths = attachments.map(({ destination }) => destination?.path);
    assert.deepEqual(paths, [
      'preuves/INS-va1.56.02.01-INS-va1.56.02.01',
      'preuves/INS-va1.56.02.01-capture',
      'preuves/INS-va1.56.02.01-capture-2',
      'preuves/INS-va1.56.02.01-fin',
    ]);
  });

  it('goes to the folder that holds most, and of two that hold as many to the first by name', async () => {
    const citing = (...paths: readonly string[]) =>
      manifest(`exigences:
  PSC.01:
    scenarios:
      PSC.01.01: { preuves: { PSC.01.01.01: [${paths.map((path) => `{ fichier: ${path} }`).join(', ')}] } }
`);
    const folder = async (...paths: readonly string[]) =>
      (await planOf({ main: citing(...paths) }, [film({ wanted })])).attachments[0]?.destination?.path.replace(
        /\/INS-.*/,
        '',
      );
    assert.equal(await folder('b/preuves/1.png', 'a/preuves/2.png'), 'a/preuves');
    assert.equal(await folder('a/preuves/1.png', 'b/preuves/2.png'), 'a/preuves');
    assert.equal(await folder('a/preuves/1.png', 'b/preuves/2.png', 'b/preuves/x/3.png'), 'b/preuves');
    assert.equal(await folder('docs/1.png'), 'preuves');
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
