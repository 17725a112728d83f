import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { say } from '../messages/say';
import type { Cell } from './cell';
import { notWrittenWords } from './cell-words';
import { writeCells, type CellsOutcome } from './write-cells';

async function outcomeOf(input: KitInput | string, ...cells: readonly Cell[]): Promise<CellsOutcome> {
  const { analysis } = await analyse([], typeof input === 'string' ? { main: input } : input);
  return writeCells(analysis, cells, 'fr');
}

async function textAfter(input: KitInput | string, ...cells: readonly Cell[]): Promise<string> {
  const outcome = await outcomeOf(input, ...cells);
  assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
  assert.ok(outcome.files.length <= 1);
  return outcome.files[0]?.after ?? (typeof input === 'string' ? input : input.main);
}

/** What is said of the cells that can not be written. */
async function refusedOf(input: KitInput | string, ...cells: readonly Cell[]): Promise<string[]> {
  const outcome = await outcomeOf(input, ...cells);
  assert.ok(outcome.kind === 'refused', JSON.stringify(outcome));
  return outcome.cells.map(({ cell, refusal }) => `${cell}: ${say(refusal.sentence, 'fr', refusal.args ?? {})}`);
}

const slot = { proof: 'INS/va1.56.02.01', scenario: 'INS/va1.56.02', requirement: 'INS/va1.56' };
const core = { proof: 'SCN_DB/CO.01.01', scenario: 'SCN_DB/CO.01' };
const entry = (pieces: string, more = '') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:${pieces}${more}`);
const piece = (field: 'date' | 'version' | 'commentaire' | 'note_interne', value: string, of = 0): Cell => ({
  kind: 'piece',
  slot,
  piece: of,
  field,
  value,
});
const review = (par: string, le: string, avis: string): Cell => ({ kind: 'review', slot, piece: 0, par, le, avis });
const follow = (
  field: 'responsable' | 'pour_le' | 'travail',
  value: string,
  level: 'proof' | 'scenario' | 'requirement' = 'proof',
): Cell => ({ kind: 'follow', slot, level, field, value });
const block = '\n            - fichier: a.png # vue\n              version: 12.4.0\n';
const flow = ' [{ fichier: a.png, version: 12.4.0 }] # fin\n';

describe('writing cells', () => {
  it('writes a key of a piece where the format has it, in block and in flow', async () => {
    assert.equal(
      await textAfter(entry(block), piece('date', '2026-11-02')),
      entry('\n            - fichier: a.png # vue\n              date: 2026-11-02\n              version: 12.4.0\n'),
    );
    assert.equal(
      await textAfter(entry(flow), piece('date', '2026-11-02')),
      entry(' [{ fichier: a.png, date: 2026-11-02, version: 12.4.0 }] # fin\n'),
    );
    assert.equal(
      await textAfter(entry(flow), piece('commentaire', 'vu, puis: relu')),
      entry(' [{ fichier: a.png, version: 12.4.0, commentaire: "vu, puis: relu" }] # fin\n'),
    );
  });

  it('writes over a value in its way of quoting, keeping what stands behind it', async () => {
    for (const [before, after] of [
      ['12.4.0', '12.5.0'],
      ['"12.4.0" # à revoir', '"12.5.0" # à revoir'],
      ["'12.4.0'", "'12.5.0'"],
      ['~ # rien', '12.5.0 # rien'],
      [' # rien', '12.5.0  # rien'],
    ] as const) {
      const lines = (version: string) => entry(`\n            - fichier: a.png\n              version: ${version}\n`);
      assert.equal(
        await textAfter(lines(before), piece('version', '12.5.0')),
        lines(after).replace(' 12.5.0  #', ' 12.5.0  #'),
      );
    }
  });

  it('writes dates and versions as attaching does', async () => {
    const plain = entry(block).replaceAll('12.4.0', '12.4');
    assert.match(await textAfter(plain, piece('version', '12.5')), /version: "12\.5"\n/);
    assert.match(
      await textAfter(plain.replace('              version: 12.4\n', ''), piece('version', '12.4')),
      /png # vue\n {14}version: 12\.4\n/,
    );
  });

  it('takes a key away, the first of a piece too', async () => {
    assert.equal(await textAfter(entry(block), piece('version', '')), entry('\n            - fichier: a.png # vue\n'));
    assert.equal(await textAfter(entry(flow), piece('version', '')), entry(' [{ fichier: a.png }] # fin\n'));
    for (const between of ['', '              # note\n'])
      assert.match(
        await textAfter(
          entry(`\n            - date: 2026-11-02\n${between}              fichier: a.png\n`),
          piece('date', ''),
        ),
        /02\.01:\n {12}-(?:\n {14}# note\n {13})? fichier: a\.png\n/,
      );
    assert.equal(await textAfter(entry(block), piece('date', '')), entry(block));
  });

  it('keeps a literal block one, and gives up a folded one', async () => {
    const long = (value: string) =>
      entry(`\n            - fichier: a.png\n              commentaire: ${value}\n              date: 2026-11-02\n`);
    assert.equal(
      await textAfter(long('|\n                un\n                deux'), piece('commentaire', 'un\n\ntrois')),
      long('|-\n                un\n\n                trois'),
    );
    assert.equal(
      await textAfter(long('>-\n                un\n                deux'), piece('commentaire', 'un')),
      long('un'),
    );
    assert.equal(await textAfter(long('un'), piece('commentaire', 'un\ndeux')), long('"un\\ndeux"'));
  });

  it('writes, changes and takes away a review', async () => {
    const written = entry(`${block}              revue: { par: AM, le: 2026-11-03, avis: suffisante }\n`);
    assert.equal(await textAfter(entry(block), review('AM', '2026-11-03', 'suffisante')), written);
    assert.equal(
      await textAfter(written, review('BC', '2026-11-03', 'insuffisante')),
      written.replace('AM', 'BC').replace('suffisante', 'insuffisante'),
    );
    assert.equal(await textAfter(written, review('', '', '')), entry(block));
    const inFlow = entry(flow);
    const after = await textAfter(inFlow, review('A, M', '2026-11-03', 'suffisante'));
    assert.equal(
      after,
      entry(' [{ fichier: a.png, version: 12.4.0, revue: { par: "A, M", le: 2026-11-03, avis: suffisante } }] # fin\n'),
    );
    assert.equal(await textAfter(after, review('', '', '')), inFlow);
    const tall = entry(
      `${block}              revue:\n                par: AM\n                le: 2026-11-03\n                avis: suffisante\n`,
    );
    assert.equal(await textAfter(tall, review('', '', '')), entry(block));
  });

  it('seals a review with the piece that was reviewed, where the earlier one was', async () => {
    const sealed = (digest: string) =>
      entry(`${block}              revue: { par: AM, le: 2026-11-03, avis: suffisante${digest} }\n`);
    const before = sealed(`, sha256: ${'a'.repeat(64)}`);
    const evidence = { 'a.png': file({ sha256: 'b'.repeat(64) }) };
    const known = await outcomeOf({ main: before, evidence }, review('AM', '2026-11-04', 'suffisante'));
    assert.ok(known.kind === 'planned');
    assert.equal(known.files[0]?.after, sealed(`, sha256: ${'b'.repeat(64)}`).replace('-03', '-04'));
    assert.equal(await textAfter(before, review('AM', '2026-11-04', 'suffisante')), sealed('').replace('-03', '-04'));
    assert.equal(await textAfter(before, review('AM', '2026-11-03', 'suffisante')), before);
  });

  it('writes who does what, of proof, scenario and requirement, and leaves nothing empty behind', async () => {
    const own = await textAfter(entry(block), follow('responsable', 'AM'));
    assert.equal(
      own,
      entry(
        `${block}        suivi:\n          preuves:\n            INS/va1.56.02.01:\n              responsable: AM\n`,
      ),
    );
    const more = await textAfter(own, follow('travail', 'à vérifier'), follow('pour_le', '2026-12-01'));
    assert.equal(more, `${own}              pour_le: 2026-12-01\n              travail: à vérifier\n`);
    assert.equal(
      await textAfter(more, follow('travail', ''), follow('pour_le', ''), follow('responsable', '')),
      entry(block),
    );
    const whole = await textAfter(
      entry(block),
      follow('responsable', 'chef', 'scenario'),
      follow('travail', 'fait', 'requirement'),
    );
    assert.equal(
      whole,
      entry(`${block}        suivi:\n          responsable: chef\n    suivi:\n      travail: fait\n`),
    );
    assert.equal(
      await textAfter(whole, follow('responsable', '', 'scenario'), follow('travail', '', 'requirement')),
      entry(block),
    );
    const noted = entry(block, '        suivi:\n          # en congé\n          responsable: AM\n');
    assert.match(await textAfter(noted, follow('responsable', '', 'scenario')), /suivi:\n {10}# en congé\n$/);
  });

  it('writes the entries above in the words of the catalogue', async () => {
    const text = await textAfter(manifest(''), follow('responsable', 'AM'));
    assert.match(text, /exigences:\n {2}INS\/va1\.56:\n(?: {4}#.*\n)+ {4}scenarios:\n/);
    assert.match(text, /suivi:\n {10}preuves:\n {12}INS\/va1\.56\.02\.01:\n {14}responsable: AM\n/);
    const inCore = await textAfter(manifest(''), {
      kind: 'follow',
      slot: core,
      level: 'scenario',
      field: 'travail',
      value: 'fait',
    });
    assert.match(inCore, /scenarios:\n {2}SCN_DB\/CO\.01:\n(?:.*\n)* {4}suivi:\n {6}travail: fait\n/);
    assert.equal(await textAfter(manifest(''), follow('responsable', '')), manifest(''));
  });

  it('leaves the comment above the next entry there, where a proof without pieces comes before it', async () => {
    const next = '\n  # --- Suite ---\n  PSC.01:\n    commentaire: là\n';
    assert.equal(
      await textAfter(entry('\n            # attendu\n', next), follow('responsable', 'AM', 'requirement')),
      entry('\n            # attendu\n', `    suivi:\n      responsable: AM\n${next}`),
    );
  });

  it('ticks steps, in the style that stands there', async () => {
    const [scenario, ...others] = smallCatalogue.coreScenarios;
    assert.ok(scenario);
    const steps = (done: readonly number[]): Cell => ({ kind: 'steps', slot: { proof: scenario.id }, done });
    const long = { ...scenario, steps: [1, 2, 3].map((step) => ({ text: `Étape ${step}`, covers: [] })) };
    const catalogue = { ...smallCatalogue, coreScenarios: [long, ...others] };
    const after = async (main: string, cell: Cell) => textAfter({ main, catalogue }, cell);
    const head = `scenarios:\n  ${scenario.id}:\n`;
    const ticked = (list: string) => manifest(`${head}    etapes_faites:${list}\n    commentaire: x\n`);
    const bare = manifest(`${head}    commentaire: x\n`);
    assert.match(await after(bare, steps([3, 1, 1])), /\n {4}etapes_faites: \[1, 3\]\n {4}commentaire: x\n/);
    assert.equal(await after(ticked(' [1, 3]'), steps([1])), ticked(' [1]'));
    assert.equal(await after(ticked(' [1, 3]'), steps([])), bare);
    assert.equal(
      await after(ticked('\n      - 1 # vue\n      - 2'), steps([1, 3])),
      ticked('\n      - 1 # vue\n      - 3'),
    );
    const [said] = await refusedOf({ main: bare, catalogue }, steps([4]));
    assert.match(said ?? '', /n’a pas d’étape 4 : il en a 3/);
  });

  it('writes the texts that the format has of an entry, and no other key', async () => {
    const note = (field: string, value: string, level: 'scenario' | 'requirement' = 'requirement'): Cell => ({
      kind: 'entry',
      slot,
      level,
      field,
      value,
    });
    assert.equal(await textAfter(entry(block), note('commentaire', 'voir')), entry(block, '    commentaire: voir\n'));
    assert.match(await textAfter(entry(block), note('note_interne', 'voir', 'scenario')), /\n {8}note_interne: voir\n/);
    const aside = await textAfter(entry('\n'), note('non_applicable.justification', 'sans objet'));
    assert.match(
      aside,
      /INS\/va1\.56:\n {4}empreinte: 3f9a1c20\n(?:.*\n)* {4}non_applicable:\n {6}justification: sans objet\n/,
    );
    const signed = await textAfter(aside, note('non_applicable.declaration', 'na.pdf'));
    assert.match(signed, /justification: sans objet\n {6}declaration: na\.pdf\n/);
    assert.deepEqual((await refusedOf(signed, note('non_applicable.justification', ''))).length, 1);
    const back = await textAfter(
      signed,
      note('non_applicable.justification', ''),
      note('non_applicable.declaration', ''),
    );
    assert.doesNotMatch(back, /non_applicable/);
    for (const field of ['empreinte', 'scenarios', 'revue', 'inconnu', '__proto__', 'suivi.preuves'])
      assert.match((await refusedOf(entry(block), note(field, 'x')))[0] ?? '', /n’a pas de texte/);
  });

  it('takes pieces away, each where it stood before, and leaves the proof to be filled again', async () => {
    const three =
      '\n            - fichier: a.png\n              # dessous\n            # entre\n            - fichier: b.png\n            - lien: https://a.fr/x\n';
    const remove = (of: number): Cell => ({ kind: 'removePiece', slot, piece: of });
    assert.equal(
      await textAfter(entry(three), remove(0), remove(2), piece('date', '2026-11-02', 1)),
      entry('\n            # entre\n            - fichier: b.png\n              date: 2026-11-02\n'),
    );
    assert.equal(await textAfter(entry(block), remove(0)), entry('\n'));
    assert.equal(await textAfter(entry(flow), remove(0)), entry(' [] # fin\n'));
    assert.equal(
      await textAfter(entry(' [{ fichier: a.png }, { fichier: b.png }]\n'), remove(0)),
      entry(' [{ fichier: b.png }]\n'),
    );
    assert.equal(
      await textAfter(entry(' [{ fichier: a.png }, { fichier: b.png }]\n'), remove(1)),
      entry(' [{ fichier: a.png }]\n'),
    );
    const noted = entry(' [\n            { fichier: a.png }, # un\n            { fichier: b.png } ]\n');
    assert.equal(await textAfter(noted, remove(0)), entry(' [\n             # un\n            { fichier: b.png } ]\n'));
    assert.equal(
      await textAfter(noted, remove(1)),
      entry(' [\n            { fichier: a.png }, # un\n             ]\n'),
    );
  });

  it('keeps the ways of writing that few use', async () => {
    for (const [before, after] of [
      [
        '\n            -\n              fichier: a.png\n',
        '\n            -\n              fichier: a.png\n              date: 2026-11-02\n',
      ],
      [' &x\n            - &y { fichier: a.png }\n', ' &x\n            - &y { fichier: a.png, date: 2026-11-02 }\n'],
      [
        '\n            - "fichier": a.png\n              "date" : !!str x # c\n',
        '\n            - "fichier": a.png\n              "date" : !!str 2026-11-02 # c\n',
      ],
      [
        '\n            - ? fichier\n              : a.png\n',
        '\n            - ? fichier\n              : a.png\n              date: 2026-11-02\n',
      ],
      [' [ { "fichier": "a.png", "date": "2026-01-01" } ]\n', ' [ { "fichier": "a.png", "date": "2026-11-02" } ]\n'],
      [
        '\n\n            - fichier: a.png\n\n              version: 12.4.0\n\n\n# fin\n',
        '\n\n            - fichier: a.png\n              date: 2026-11-02\n\n              version: 12.4.0\n\n\n# fin\n',
      ],
      ['\n            - fichier: a.png', '\n            - fichier: a.png\n              date: 2026-11-02'],
    ] as const)
      assert.equal(await textAfter(entry(before), piece('date', '2026-11-02')), entry(after));
    const bare = entry('\n            - fichier: a.png\n', '        suivi: ~ # rien\n');
    assert.equal(
      await textAfter(bare, follow('responsable', 'AM')),
      bare.replace('~', '{ preuves: { INS/va1.56.02.01: { responsable: AM } } }'),
    );
  });

  it('keeps the line ends of Windows', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    for (const [cell, after] of [
      [
        piece('date', '2026-11-02'),
        entry('\n            - fichier: a.png # vue\n              date: 2026-11-02\n              version: 12.4.0\n'),
      ],
      [
        follow('responsable', 'AM'),
        entry(
          `${block}        suivi:\n          preuves:\n            INS/va1.56.02.01:\n              responsable: AM\n`,
        ),
      ],
      [piece('version', ''), entry('\n            - fichier: a.png # vue\n')],
      [{ kind: 'removePiece', slot, piece: 0 }, entry('\n')],
    ] as const)
      assert.equal(await textAfter(windows(entry(block)), cell), windows(after));
  });

  it('says why aliases are not written through', async () => {
    const shared = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: &p
            - &q { fichier: a.png }
          INS/va1.56.02.02: *p
          INS/va1.56.02.03:
            - *q
            - fichier: b.png
`);
    const at = (proof: string, of = 0): Cell => ({
      kind: 'piece',
      slot: { ...slot, proof },
      piece: of,
      field: 'date',
      value: '2026-11-02',
    });
    assert.match((await refusedOf(shared, at('INS/va1.56.02.01')))[0] ?? '', /repris ailleurs par un alias/);
    assert.match((await refusedOf(shared, at('INS/va1.56.02.02')))[0] ?? '', /écrit par un alias/);
    const third = 'INS/va1.56.02.03';
    const { analysis } = await analyse([], { main: shared });
    if (analysis.dossier.catalogue.kind !== 'loaded') assert.fail();
    assert.match((await refusedOf(shared, at(third)))[0] ?? '', /écrit par un alias/);
    assert.match(await textAfter(shared, at(third, 1)), /b\.png\n {14}date: 2026-11-02\n/);
    assert.match(
      await textAfter(shared, { kind: 'removePiece', slot: { ...slot, proof: third }, piece: 0 }),
      /03:\n {12}- fichier: b/,
    );
  });

  it('says so of a scenario or proofs that are an alias as a whole', async () => {
    const list = `\n          preuves:\n            INS/va1.56.02.01:\n              - fichier: a.png\n`;
    for (const body of [
      `x: &s${list.replaceAll('\n          ', '\n  ')}exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.02: *s\n`,
      `x: &s\n  INS/va1.56.02.01:\n    - fichier: a.png\nexigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.02:\n        preuves: *s\n`,
    ])
      assert.match((await refusedOf(manifest(body), piece('date', '2026-11-02')))[0] ?? '', /écrit par un alias/, body);
  });

  it('says what is wrong with a value, and then writes none of them', async () => {
    assert.deepEqual(
      await refusedOf(
        entry(block),
        piece('date', '2026-02-30'),
        piece('commentaire', 'bon'),
        piece('version', '  '),
        follow('travail', 'presque'),
        review('AM', '2026-11-03', 'moyenne'),
        review('AM', '', 'suffisante'),
        piece('commentaire', 'a\u0007b'),
        follow('responsable', 'A\nM'),
        piece('date', '2026-11-02', 4),
        { ...piece('date', ''), slot: { proof: 'INS/va9.99.01.01' } },
      ),
      [
        '0: « 2026-02-30 » n’est pas une date du calendrier. Écrivez-la AAAA-MM-JJ, par exemple 2026-11-02.',
        '2: Des espaces seuls ne disent rien : videz la cellule pour retirer « version ».',
        '3: « presque » n’est pas une valeur de « travail ». Choisissez parmi : à faire, en cours, à vérifier, fait.',
        '4: « moyenne » n’est pas une valeur de « avis ». Choisissez parmi : suffisante, insuffisante.',
        '5: Une revue dit qui a relu, quand, et son avis : il manque le. Videz les trois pour la retirer.',
        '6: Ce texte contient un caractère invisible (U+0007) qui ne survivrait pas dans le fichier. Retirez-le, puis recommencez.',
        '7: « responsable » tient sur une ligne : retirez les retours à la ligne.',
        '9: INS/va9.99.01.01 n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
      ],
    );
    assert.match((await refusedOf(entry(block), piece('date', '2026-11-02', 4)))[0] ?? '', /n’a pas de pièce numéro 5/);
    assert.match(
      (
        await refusedOf(manifest(''), {
          kind: 'follow',
          slot: core,
          level: 'requirement',
          field: 'travail',
          value: 'fait',
        })
      )[0] ?? '',
      /scénario cœur de métier/,
    );
  });

  it('finds what an id alone means, a requirement or scenario too', async () => {
    const at = (id: string, level: 'proof' | 'scenario' | 'requirement'): Cell => ({
      ...{ kind: 'follow', slot: { proof: id }, level, field: 'responsable', value: 'AM' },
    });
    for (const [id, level, text] of [
      ['INS/va1.56', 'requirement', entry(block, '    suivi:\n      responsable: AM\n')],
      ['INS/va1.56.02.01', 'requirement', entry(block, '    suivi:\n      responsable: AM\n')],
      ['INS/va1.56.02', 'scenario', entry(block, '        suivi:\n          responsable: AM\n')],
      ['INS/va1.56.02.01', 'scenario', entry(block, '        suivi:\n          responsable: AM\n')],
    ] as const)
      assert.equal(await textAfter(entry(block), at(id, level)), text, `${id} ${level}`);
    const own = `scenarios:\n  X.01:\n    preuves:\n      X.01.01:\n        - fichier: a.png\n`;
    assert.equal(
      await textAfter(manifest(own), at('X.01', 'scenario')),
      manifest(`${own}    suivi:\n      responsable: AM\n`),
    );
    assert.equal(
      await textAfter(entry(block), { ...piece('version', ''), slot: { proof: slot.proof, scenario: slot.scenario } }),
      entry('\n            - fichier: a.png # vue\n'),
    );
  });

  it('says which id, step or value is none', async () => {
    const other = { proof: 'X.01.01', scenario: 'X.01' };
    const unknown = (id: string) => `${id} n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.`;
    const note = (field: string, value: string, of: typeof slot | typeof core = slot): Cell => ({
      ...{ kind: 'entry', slot: of, level: 'requirement', field, value },
    });
    for (const [cell, said] of [
      [{ kind: 'removePiece', slot: other, piece: 0 }, unknown('X.01.01')],
      [{ ...follow('travail', 'fait'), slot: other }, unknown('X.01.01')],
      [{ ...follow('travail', 'fait', 'scenario'), slot: other }, unknown('X.01')],
      [
        {
          kind: 'follow',
          slot: { proof: '', requirement: 'X' },
          level: 'requirement',
          field: 'travail',
          value: 'fait',
        },
        unknown('X'),
      ],
      [{ kind: 'opinion', slot: other, le: '2026-11-18', avis: 'validé', commentaire: '' }, unknown('X.01.01')],
      [{ kind: 'steps', slot: other, done: [0] }, 'Le scénario X.01 n’a pas d’étape 0 : il n’en a aucune.'],
      [
        follow('travail', 'presque', 'requirement'),
        '« presque » n’est pas une valeur de « travail ». Choisissez parmi : à faire, en cours, à vérifier, fait.',
      ],
      [
        note('commentaire', 'x', core),
        'SCN_DB/CO.01 est un scénario cœur de métier : il ne dépend d’aucune exigence seule. Écrivez-le pour le scénario.',
      ],
      [note('commentaire.mot', 'x'), 'Le format n’a pas de texte « commentaire.mot » à cet endroit.'],
    ] as const satisfies readonly (readonly [Cell, string])[])
      assert.deepEqual(await refusedOf(entry(block), cell), [`0: ${said}`]);
    const bare = { main: manifest('').replace(/^ {2}dispositif:.*$/m, '  dispositif: INCONNU') };
    assert.deepEqual(await refusedOf(bare, { ...follow('travail', 'fait', 'scenario'), slot: other }), [
      `0: ${unknown('X.01')}`,
    ]);
  });

  it('says that entries cannot be written behind an alias, whichever cell asks for them', async () => {
    const main = manifest('x: &e {}\nexigences: *e\nscenarios: *e\n');
    const cells: readonly Cell[] = [
      follow('responsable', 'AM'),
      { kind: 'opinion', slot, le: '2026-11-18', avis: 'validé', commentaire: '' },
      { kind: 'steps', slot, done: [1] },
      { kind: 'entry', slot, level: 'requirement', field: 'commentaire', value: 'x' },
      {
        kind: 'follow',
        slot: { proof: '', scenario: core.scenario },
        level: 'scenario',
        field: 'travail',
        value: 'fait',
      },
    ];
    const said = await refusedOf(main, ...cells);
    const bad = (key: string, id: string) =>
      `« ${key} » est écrit sous ${id} d’une façon que seule la vue texte peut corriger. Rien n’a été modifié.`;
    assert.deepEqual(said, [
      `0: ${bad('suivi', slot.proof)}`,
      `1: ${bad('instruction', slot.proof)}`,
      `2: ${bad('etapes_faites', slot.scenario)}`,
      `3: ${bad('commentaire', slot.requirement)}`,
      `4: ${bad('suivi', core.scenario)}`,
    ]);
  });

  it('writes of proofs that the catalogue does not know under the ids that are written', async () => {
    const own = `scenarios:\n  X.01:\n    preuves:\n      X.01.01:\n        - fichier: a.png\n`;
    const [known, other] = ['X.01.01', 'X.01.02'].map((proof) => ({ proof, scenario: 'X.01' }));
    assert.ok(known && other);
    const text = await textAfter(manifest(own), { ...follow('travail', 'fait'), slot: known });
    assert.equal(text, manifest(`${own}    suivi:\n      preuves:\n        X.01.01:\n          travail: fait\n`));
    assert.deepEqual(await refusedOf(manifest(own), { ...follow('travail', 'fait'), slot: other }), [
      '0: X.01.02 n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
    ]);
    const bare: KitInput = { main: manifest(own), catalogue: null };
    assert.match(await textAfter(bare, { kind: 'steps', slot: known, done: [7] }), /etapes_faites: \[7\]\n/);
    for (const [level, id] of [
      ['requirement', 'X'],
      ['scenario', 'X'],
    ] as const)
      assert.deepEqual(await refusedOf(manifest(own), { ...follow('travail', 'fait', level), slot: { proof: id } }), [
        `0: ${id} n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.`,
      ]);
    assert.match(
      (await refusedOf(entry(block), { kind: 'steps', slot, done: [2] }))[0] ?? '',
      /INS\/va1\.56\.02 n’a pas d’étape 2 : il n’en a qu’une\.$/,
    );
    assert.deepEqual(
      await refusedOf(entry(block), { ...follow('travail', 'fait', 'scenario'), slot: { ...slot, scenario: 'X' } }),
      ['0: X n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.'],
    );
  });

  it('says in both languages why nothing is written', async () => {
    const refused = await outcomeOf(entry(block), piece('date', 'demain'), piece('date', 'hier'));
    const na = '    non_applicable:\n      justification: sans objet\n      declaration: na.pdf\n';
    const bare = await outcomeOf(entry(block, na), {
      ...{ kind: 'entry', slot, level: 'requirement', field: 'non_applicable.justification', value: '' },
    });
    const broken = await outcomeOf(`${entry(block)}<<<<<<< a\n=======\n>>>>>>> b\n`, piece('date', ''));
    assert.ok(refused.kind !== 'planned' && bare.kind !== 'planned' && broken.kind !== 'planned');
    for (const [outcome, fr, en] of [
      [
        refused,
        'Rien n’est écrit : 2 valeurs ne conviennent pas. « demain » n’est pas une date du calendrier. Écrivez-la AAAA-MM-JJ, par exemple 2026-11-02.',
        'Nothing is written: 2 values do not fit. “demain” is no date of the calendar. Write it YYYY-MM-DD, such as 2026-11-02.',
      ],
      [
        bare,
        'Rien n’est écrit : une valeur ne convient pas. Une déclaration « non applicable » dit pourquoi : écrivez la justification, ou retirez d’abord la déclaration signée.',
        'Nothing is written: one value does not fit. Declaring something not applicable takes a reason: write the justification, or take the signed statement away first.',
      ],
      [
        broken,
        'main.preuves.yaml porte un conflit de fusion git : gardez l’un des deux textes dans la vue texte. D’ici là, rien n’est écrit.',
        'main.preuves.yaml holds a git merge conflict: keep one of the two texts in the text view. Until then nothing is written.',
      ],
    ] as const)
      assert.deepEqual(
        [notWrittenWords(outcome, 'fr'), notWrittenWords(outcome, 'en')].map((text) =>
          text.replaceAll(/[\u00a0\u202f]/g, ' '),
        ),
        [fr, en],
      );
  });

  it('gives up a block in lines for a text whose blanks it would lose', async () => {
    const long = (value: string) => entry(`\n            - fichier: a.png\n              commentaire: ${value}\n`);
    for (const [value, source] of [
      ['un \ndeux', '"un \\ndeux"'],
      ['un\n\tdeux', '"un\\n\\tdeux"'],
    ] as const)
      assert.equal(await textAfter(long('|\n                un'), piece('commentaire', value)), long(source));
  });

  it('says which list or review is written in a way that only the text view can correct', async () => {
    const bad = (key: string) =>
      `0: « ${key} » est écrit sous INS/va1.56.02.01 d’une façon que seule la vue texte peut corriger. Rien n’a été modifié.`;
    assert.deepEqual(
      await refusedOf(entry(`${block}              revue: oui\n`), review('AM', '2026-11-03', 'suffisante')),
      [bad('revue')],
    );
    assert.deepEqual(await refusedOf(entry(`${block}              date: [a]\n`), piece('date', '2026-11-02')), [
      bad('date'),
    ]);
  });

  it('never writes in a text that is not read to its end', async () => {
    for (const broken of [`${entry(block)}  PSC.01: "\n`, `${entry(block)}<<<<<<< a\n=======\n>>>>>>> b\n`]) {
      const outcome = await outcomeOf(broken, piece('date', '2026-11-02'));
      assert.equal(outcome.kind, 'readOnly');
    }
  });

  it('writes in the fragment that has the entry, all files together', async () => {
    const body = (more: string) =>
      `version: 1\nexigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.02:\n        preuves:\n          INS/va1.56.02.01:${more}`;
    const main = (more: string) =>
      manifest(`exigences:\n  PSC.01:\n${more}`).replace('  depot', '  fragments: [ins.preuves.yaml]\n  depot');
    const psc = { proof: 'PSC.01.01.01', scenario: 'PSC.01.01', requirement: 'PSC.01' };
    const outcome = await outcomeOf(
      { main: main(''), files: { 'ins.preuves.yaml': body(block) } },
      piece('version', ''),
      { kind: 'follow', slot: psc, level: 'requirement', field: 'responsable', value: 'AM' },
    );
    assert.ok(outcome.kind === 'planned');
    assert.deepEqual(
      outcome.files.map(({ after }) => after),
      [main('    suivi:\n      responsable: AM\n'), body('\n            - fichier: a.png # vue\n')],
    );
  });

  it('adds what ANS said after what it said before, in block, in flow and where nothing stands yet', async () => {
    const opinion = (
      commentaire: string,
      avis = 'modification demandée',
      of: Extract<Cell, { kind: 'opinion' }>['slot'] = slot,
    ): Cell => ({
      kind: 'opinion',
      slot: of,
      le: '2026-11-18',
      avis,
      commentaire,
    });
    const said = '{ le: 2026-11-18, avis: modification demandée, commentaire: "Floue : à refaire.\\nVoir p. 2" }';
    const one = opinion('Floue : à refaire.\r\nVoir p. 2');
    const before = entry(block);
    assert.equal(
      await textAfter(before, one),
      `${before}        instruction:\n          INS/va1.56.02.01: [${said}]\n`,
    );
    const list = `        instruction:\n          INS/va1.56.02.01: # de l’ANS\n            - le: 2026-11-02\n              avis: validé # vu\n`;
    assert.equal(await textAfter(entry(block, list), one), entry(block, `${list}            - ${said}\n`));
    for (const end of [' ]', ', ]']) {
      const flowing = (more: string) =>
        `        instruction: { INS/va1.56.02.01: [ { le: 2026-11-02, avis: validé }${more}${more === '' ? end : ' ]'} }\n`;
      assert.equal(await textAfter(entry(block, flowing('')), one), entry(block, flowing(`, ${said}`)));
    }
    assert.equal(
      await textAfter(entry(block, '        instruction: { INS/va1.56.02.01: [] }\n'), opinion('', 'validé')),
      entry(block, '        instruction: { INS/va1.56.02.01: [{ le: 2026-11-18, avis: validé }] }\n'),
    );
    // Two of one proof, and one of a scenario that is not written yet.
    const both = await textAfter(
      manifest('exigences: {}\n'),
      one,
      opinion('', 'validé'),
      opinion('', 'validé', { proof: 'SCN_DB/CO.01.01.01' }),
    );
    assert.match(both, /INS\/va1\.56\.02\.01: \[\{ le.*\}, \{ le: 2026-11-18, avis: validé \}\]/);
    assert.match(both, /SCN_DB\/CO\.01\.01\.01: \[\{ le: 2026-11-18, avis: validé \}\]/);
  });

  it('writes no opinion that ANS does not have, nor one without a day', async () => {
    const cell = (le: string, avis: string): Cell => ({ kind: 'opinion', slot, le, avis, commentaire: '' });
    assert.match(
      (await refusedOf(entry(block), cell('2026-11-18', 'conforme'))).join(),
      /« conforme » n’est pas une valeur/,
    );
    assert.equal((await refusedOf(entry(block), cell('', 'validé'))).length, 1);
    assert.equal((await refusedOf(entry(block), cell('2026-02-30', 'validé'))).length, 1);
  });
});
