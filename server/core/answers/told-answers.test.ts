import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import type { Sheet } from '../workbook/workbook';
import { answerLine, answerNoteLine } from './answer-words';
import { planAnswers, type AnswersInput } from './plan-answers';

const on = '2026-11-18';
const a = 'INS/va1.56.02.01';

interface How extends Partial<Omit<AnswersInput, 'dossier' | 'said'>> {
  readonly main?: string;
  readonly catalogue?: Catalogue | null;
}

async function planned(said: AnswersInput['said'], { main = 'exigences: {}\n', catalogue, ...how }: How) {
  const { analysis } = await analyse([], {
    main: manifest(main),
    ...(catalogue === undefined ? {} : { catalogue }),
  });
  const plan = planAnswers({ dossier: analysis.dossier, said, on, ...how });
  const inWords = (locale: 'fr' | 'en') => ({
    lines: plan.answers.map((one) => answerLine(one, locale)),
    notes: plan.notes.map((one) => answerNoteLine(one, locale)),
  });
  return { ...inWords('fr'), english: inWords('en'), already: plan.already };
}
const pasted = (text: string, how: How = {}) => planned({ kind: 'text', text }, how);
const rowsOf = (cells: readonly (readonly string[])[], struck: readonly number[] = []): Sheet['rows'] =>
  cells.map((each, index) => ({
    number: index + 1,
    cells: each,
    ...(struck.includes(index + 1) ? { struck: true } : {}),
  }));
const read = (sheets: readonly Sheet[], how: How = {}) => planned({ kind: 'table', workbook: { sheets } }, how);
const table = (cells: readonly (readonly string[])[], struck: readonly number[] = []) =>
  read([{ name: 'Retour', rows: rowsOf(cells, struck) }]);

describe('answers of ANS that are not written', () => {
  it('are told in the language of whoever reads', async () => {
    const { english } = await pasted(`${a} : modification demandée : Floue.\nINS/va1.30.01 : oui`);
    assert.deepEqual(english, {
      lines: [`${a}: modification demandée, 2026-11-18: Floue.`],
      notes: ['line 2: INS/va1.30.01: “oui” is no known verdict (validé, modification demandée); it is not guessed'],
    });
  });

  it('contradict themselves, on one line or on several, whichever the day stands behind', async () => {
    for (const text of [
      `${a}\nAvis : Validé\nAvis : Modification demandée\nDate : 18/11/2026\n`,
      `${a} : validé – 18/11/2026\nFinalement : modification demandée.\n`,
      `${a} : validé – 18/11/2026 – modification demandée\n`,
      `${a} : validé\nMotif vu. Statut : modification demandée\nle 18/11/2026`,
    ]) {
      const { lines, notes } = await pasted(text);
      assert.deepEqual(lines, [], text);
      assert.match(notes.join('\n'), /se contredisent|contredi/, text);
    }
    for (const text of [
      `${a} : modification demandée : à valider, puis validé par nous ; modification demandée.\n`,
      `${a} : modification demandée\nCommentaire : validé\n`,
      `${a} : validé\nLa modification demandée en octobre est faite.\n`,
    ])
      assert.equal((await pasted(text)).lines.length, 1, text);
  });

  it('are struck out: told, and no comment on the answer before', async () => {
    const { lines, notes } = await pasted(`${a} : validé\n~~INS/va1.30.01 : modification demandée~~\n`);
    assert.deepEqual(lines, [`${a} : validé, 2026-11-18`]);
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /^ligne 2 .*~~INS\/va1\.30\.01/);
  });

  it('are about what the REM asks without a proof, and are no comment on the proof before', async () => {
    const without = { ...smallCatalogue, coreScenarios: [scenario('SCN_DB/CO.09', [])] };
    const { lines, notes } = await pasted(`${a} : validé\nCO.48 : validé\nscn_db/co.09 : validé`, {
      catalogue: without,
    });
    assert.deepEqual(lines, [`${a} : validé, 2026-11-18`]);
    assert.deepEqual(notes, [
      'ligne 2 : CO.48 n’a pas de preuve attendue où l’écrire',
      'ligne 3 : SCN_DB/CO.09 n’a pas de preuve attendue où l’écrire',
    ]);
    // No REM is known: an id that no entry has is none.
    const unknown = await pasted(`${a} : validé\nCO.48 : validé`, { catalogue: null });
    assert.deepEqual(unknown.lines, []);
    assert.match(unknown.notes.join('\n'), /« INS\/va1\.56\.02\.01 » n’est pas un identifiant de ce dossier/);
  });

  it('are about a proof in a scenario or a requirement that does not hold it', async () => {
    const header = ['Exigence', 'Scénario', 'Preuve', 'Avis'];
    const { lines, notes, english } = await table([
      header,
      ['INS/va1.56', 'INS/va1.56.01', a, 'Validé'],
      ['PSC.01', 'INS/va1.56.02', '', 'Validé'],
      ['INS/va1.56', 'INS/va1.56.02', 'INS/va1.56.02.02', 'Validé'],
    ]);
    assert.deepEqual(lines, ['INS/va1.56.02.02 : validé, 2026-11-18']);
    assert.deepEqual(notes, [
      `« Retour », ligne 2 : ${a} : la ligne nomme aussi INS/va1.56.01, INS/va1.56, où ce dossier ne l’attend pas ; rien n’en est écrit`,
      '« Retour », ligne 3 : INS/va1.56.02 : la ligne nomme aussi PSC.01, où ce dossier ne l’attend pas ; rien n’en est écrit',
    ]);
    assert.equal(
      english.notes[1],
      '“Retour”, row 3: INS/va1.56.02: the line names PSC.01 too, where this dossier does not expect it; nothing of it is written',
    );
  });

  it('are about a proof whose id stands in the columns of its scenario or requirement, too', async () => {
    const { lines, notes } = await table([
      ['Exigence', 'Scénario', 'Preuve', 'Avis'],
      [a, a.toUpperCase(), a, 'Validé'],
    ]);
    assert.deepEqual([lines, notes], [[`${a} : validé, ${on}`], []]);
  });

  it('are about a proof that the REM prints twice, or a requirement with several', async () => {
    const twice: Catalogue = {
      ...smallCatalogue,
      requirements: [
        requirement('REQ.01', [
          scenario('REQ.01.01', [proof('REQ.01.01.01')]),
          scenario('REQ.01.02', [proof('REQ.01.01.01')]),
        ]),
      ],
    };
    const both = await pasted('REQ.01.01.01 : validé\nExigence REQ.01 : validé', { catalogue: twice, spreads: true });
    assert.deepEqual(both.notes, [
      'ligne 1 : REQ.01.01.01 a plusieurs preuves (REQ.01.01 › REQ.01.01.01, REQ.01.02 › REQ.01.01.01) : la réponse ne dit pas de laquelle elle parle',
    ]);
    assert.equal(both.lines.length, 2, 'the requirement is spread over both');
    const rows = await table([
      ['Exigence', 'Avis'],
      ['INS/va1.30', 'Validé'],
      ['PSC.01', 'Validé'],
    ]);
    assert.deepEqual(rows.lines, ['INS/va1.30.01.01 : validé, 2026-11-18']);
    assert.match(rows.notes.join(), /PSC\.01 a plusieurs preuves \(PSC\.01\.01\.01, PSC\.01\.01\.02\)/);
  });

  it('are struck out, with headers or without', async () => {
    const withHeader = await table(
      [
        ['Preuve', 'Avis', 'Motif'],
        [a, 'Validé', ''],
        ['INS/va1.56.01.01', 'Modification demandée', 'Floue'],
      ],
      [2],
    );
    assert.deepEqual(withHeader.lines, ['INS/va1.56.01.01 : modification demandée, 2026-11-18 : Floue']);
    assert.deepEqual(withHeader.notes, [`« Retour », ligne 2 : laissée de côté, car barrée : « ${a} · Validé »`]);
    assert.deepEqual(withHeader.english.notes, [
      `“Retour”, row 2: left aside, since it is struck out: “${a} · Validé”`,
    ]);
    const bare = await table(
      [
        [a, 'Validé'],
        ['INS/va1.56.01.01', 'Validé'],
        [' ', ''],
      ],
      [1, 3],
    );
    assert.deepEqual(bare.lines, ['INS/va1.56.01.01 : validé, 2026-11-18']);
    assert.deepEqual(bare.notes, [`« Retour », ligne 1 : laissée de côté, car barrée : « ${a} · Validé »`]);
  });

  it('say two verdicts in one block, of which none is written', async () => {
    const day = '18/11/2026';
    const two = 'modification demandée';
    const blocks: readonly (readonly [text: string, line: number])[] = [
      [`${a}\nAvis : Validé\nAvis : Modification demandée`, 3],
      [`${a} : validé – ${day}\nFinalement : ${two}.`, 2],
      [`${a} : validé – ${day} – ${two}`, 1],
      [`${a} : validé – ${day}\n${two} le 25/11/2026`, 2],
      [`${a} : validé : Vu\n(${two}) : La capture est floue.`, 2],
    ];
    for (const [text, line] of blocks) {
      const { lines, notes, english } = await pasted(text);
      assert.deepEqual(lines, [], text);
      assert.equal(notes.length, 1, text);
      assert.match(notes[0] ?? '', new RegExp(`^ligne ${line} : ${a} : .*odification demandée.*ligne 1`), text);
      assert.match(english.notes[0] ?? '', new RegExp(`^line ${line}: ${a}: .*odification demandée.*line 1`), text);
    }
    const comments = ['Commentaire : validé', 'Remarque : vu – Validé', 'Le statut est validé.', '« Validé »', two];
    for (const comment of comments) {
      const { lines, notes } = await pasted(`${a} : ${two}\n${comment}`);
      assert.deepEqual([lines.length, notes], [1, []], comment);
    }
  });

  it('are struck out in a text, with what stands below them', async () => {
    const b = 'INS/va1.56.01.01';
    for (const struck of [`~~${b} : validé~~`, `- ~~${b}~~ : validé`, `<del>${b} : validé</del>`, '~~Vu.~~']) {
      const { lines, notes, english } = await pasted(`${a} : validé\n${struck}`);
      assert.deepEqual(lines, [`${a} : validé, ${on}`], struck);
      assert.deepEqual(notes, [`ligne 2 : laissée de côté, car barrée : « ${struck.replace(/^- /, '')} »`]);
      assert.deepEqual(english.notes, [`line 2: left aside, since it is struck out: “${struck.replace(/^- /, '')}”`]);
    }
    const below = await pasted(`${a} : validé\n~~${b} : validé~~\nFloue.\n${b} : modification demandée`);
    assert.deepEqual(below.lines, [`${a} : validé, ${on}`, `${b} : modification demandée, ${on}`]);
    assert.equal(below.notes.length, 2);
  });

  it('are not read by a mapping of columns that are not there', async () => {
    const rows = rowsOf([
      ['Preuve', 'Avis', 'Motifs'],
      [a, 'Validé', 'Vu'],
    ]);
    const choices = (role: 'avis' | 'commentaire', header: string) => ({
      choices: { columns: new Map([[role, header]]) },
    });
    const missing = await read([{ name: 'Retour', rows }], choices('commentaire', 'Motif'));
    const near = (await read([{ name: 'Retour', rows }], choices('commentaire', 'MOTIFS'))).lines;
    assert.deepEqual([missing.lines, near], [[], [`${a} : validé, ${on} : Vu`]]);
    assert.match(missing.notes.join('|'), /^aucune colonne ne s’appelle « Motif »/);
    assert.match(missing.english.notes.join('|'), /^no column is called “Motif”/);
    const text = `Preuve\tAvis\n${a}\tValidé`;
    for (const one of [text, `${a} : validé`]) {
      const { lines, notes } = await pasted(one, choices('avis', 'Décision'));
      assert.deepEqual([lines, notes], [[], ['aucune colonne ne s’appelle « Décision »']]);
    }
  });

  it('stand in other sheets than the one that is asked for, or in hidden ones', async () => {
    const rows = rowsOf([
      ['Preuve', 'Avis'],
      [a, 'Validé'],
    ]);
    const sheets: Sheet[] = [
      { name: 'Retours de l’ANS', rows },
      { name: 'Brouillon', rows: rowsOf([['INS/va1.56.01.01', 'Validé']]), hidden: true },
    ];
    const line = `${a} : validé, 2026-11-18`;
    assert.deepEqual((await read(sheets)).lines, [line]);
    const chosen = await read(sheets, { choices: { sheet: 'RETOURS DE L’ANS' } });
    assert.deepEqual([chosen.lines, chosen.notes], [[line], []]);
    const hidden = await read(sheets, { choices: { sheet: 'brouillon' } });
    assert.deepEqual(hidden.lines, ['INS/va1.56.01.01 : validé, 2026-11-18']);
    const none = await read(sheets, { choices: { sheet: 'Retour' } });
    assert.deepEqual(none.lines, []);
    assert.deepEqual(none.notes, ['ce classeur n’a pas de feuille « Retour » ; il a : Retours de l’ANS, Brouillon']);
    assert.deepEqual(none.english.notes, ['this workbook has no sheet “Retour”; it has: Retours de l’ANS, Brouillon']);
  });

  it('are pasted from a table, of which lines are told and no sheet', async () => {
    const text = `Preuve\tAvis\tDécision\tMotif\r\n${a}\tValidé\tValidé\t"Vu,\r\nrien à dire"\r\n\t\t\tAutre\r\n`;
    const unclear = await pasted(text, { choices: { sheet: 'Retour' } });
    assert.deepEqual(unclear.lines, []);
    assert.deepEqual(unclear.notes, [
      'plusieurs colonnes peuvent être « avis » (Avis, Décision) ; aucune n’est prise',
      `ligne 2 : ${a} : aucun avis n’est donné`,
      'ligne 3 : laissée de côté, faute d’identifiant : « Autre »',
    ]);
    assert.equal(unclear.english.notes[0], 'several columns can be “avis” (Avis, Décision); none is taken');
    const choices = { columns: new Map([['avis', 'Décision'] as const]) };
    assert.deepEqual((await pasted(text, { choices })).lines, [`${a} : validé, 2026-11-18 : Vu, rien à dire`]);
  });

  it('name a chapter that two names may be', async () => {
    const main = `exigences: {}
chapitres:
  Pro sante connect: { statut: soumis, le: 2026-11-10 }
  "…": { statut: soumis, le: 2026-11-10 }
`;
    const { lines, notes } = await pasted('Chapitre PRO SANTÉ CONNECT : validé', { main });
    assert.deepEqual(lines, []);
    assert.deepEqual(notes, [
      'ligne 1 : « PRO SANTÉ CONNECT » n’est pas un chapitre de ce dossier ; vouliez-vous dire Pro Santé Connect, Pro sante connect ?',
    ]);
  });

  it('look like an id that the dossier does not know', async () => {
    const { notes } = await pasted('INS/va9.99.01.01 validé le 18/11/2026');
    assert.match(notes.join(), /^ligne 1 : « INS\/va9\.99\.01\.01 » n’est pas un identifiant de ce dossier/);
  });
});

describe('answers that a dossier has', () => {
  const noted = (entry: string) => `exigences:
  ABC/va9.01:
    scenarios:
      ABC/va9.01.01:
        preuves: { ABC/va9.01.01.01: [ { titre: Film } ] }
        instruction:
          ABC/va9.01.01.01: [ ${entry} ]
`;
  const own = 'ABC/va9.01.01.01';

  it('are found under entries that the REM does not know', async () => {
    const { lines, notes, already } = await pasted(`${own} : validé`, {
      main: noted(`{ le: ${on}, avis: validé }`),
    });
    assert.deepEqual([lines, notes, already], [[], [], 1]);
  });

  it('are none where they say no day or no verdict', async () => {
    for (const entry of ['{ avis: modification demandée }', '{ le: 2026-11-17, commentaire: Vu }'])
      assert.deepEqual((await pasted(`${own} : validé`, { main: noted(entry) })).lines, [
        `${own} : validé, 2026-11-18`,
      ]);
    const { notes } = await pasted(`${own} : validé`, { main: noted(`{ le: ${on}, commentaire: Vu }`) });
    assert.deepEqual(notes, [
      `ligne 1 : ${own} : ce jour-là, le dossier dit « Vu », et la réponse « validé » ; le dossier reste`,
    ]);
  });

  it('say more of a chapter than its state where they have a comment', async () => {
    const main = `exigences: {}\nchapitres:\n  Pro Santé Connect: { statut: validé, le: ${on} }\n`;
    const same = await pasted('Pro Santé Connect : validé', { main });
    assert.deepEqual([same.lines, same.already], [[], 1]);
    const more = await pasted('Pro Santé Connect : validé : Bien vu.', { main });
    assert.deepEqual(more.lines, ['Chapitre Pro Santé Connect : validé, 2026-11-18 : Bien vu.']);
    assert.deepEqual(more.english.lines, ['Chapter Pro Santé Connect: validé, 2026-11-18: Bien vu.']);
  });
});
