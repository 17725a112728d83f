import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { writeCells } from '../cells/write-cells';
import { openRequests } from '../instruction/open-requests';
import { plainWords } from '../workbook/cell-text';
import { answerLine, answerNoteLine, answersSummary } from './answer-words';
import { answerCells, planAnswers, type AnswersInput } from './plan-answers';
import { verdictOf } from './verdict-words';

const main = manifest('exigences: {}\n');
type How = Omit<AnswersInput, 'dossier' | 'said'>;

async function planOf(said: string | readonly string[][], how: How = {}, text = main) {
  const { analysis } = await analyse([], { main: text });
  const rows = typeof said === 'string' ? [] : said.map((cells, index) => ({ number: index + 1, cells }));
  const input =
    typeof said === 'string'
      ? ({ kind: 'text', text: said } as const)
      : ({ kind: 'table', workbook: { sheets: [{ name: 'Retour', rows }] } } as const);
  const plan = planAnswers({ dossier: analysis.dossier, said: input, ...how });
  return {
    analysis,
    plan,
    lines: plan.answers.map((one) => answerLine(one, 'fr')),
    notes: plan.notes.map((one) => answerNoteLine(one, 'fr')),
  };
}

const asked = (proof: string, comment = '') =>
  `${proof} : modification demandée, 2026-11-18${comment === '' ? '' : ` : ${comment}`}`;
const fine = (proof: string) => `${proof} : validé, 2026-11-18`;
const [a, b] = ['INS/va1.56.02.01', 'INS/va1.56.02.02'];

describe('answers of ANS', () => {
  it('are read from a pasted text, however its parts are set apart', async () => {
    for (const text of [
      `${a} : Modification demandée (18/11/2026) : La capture est floue.`,
      `- Preuve ${a} – modifications demandées – le 18/11/2026 – La capture est floue.`,
      `${a}\tModification demandée\t18/11/2026\tLa capture est floue.`,
      `Exigences examinées :\n\n• ${a}\nAvis : Modification demandée\nDate : 18/11/2026\nCommentaire : La capture est floue.`,
      `\ufeff1. ins-va1.56.02.01 ; Demande de modification ; 2026-11-18\r\nLa capture est floue.\r\n`,
      `${a} : Modifications demandées le 18 novembre 2026 : La capture est floue.`,
      `${a} Modification demandée : 18 novembre 2026 : La capture est floue.`,
    ]) {
      const { lines, notes } = await planOf(text);
      assert.deepEqual(lines, [asked(a, 'La capture est floue.')], `${text}\n${notes.join('\n')}`);
    }
  });

  it('have what stands below them as their comment, to the next id', async () => {
    const text = `${a} : modification demandée\nVoir : la page 2 – en bas.\n\nAutre ligne.\n${b} : validée.\n`;
    const { plan, lines } = await planOf(text, { on: '2026-11-18' });
    assert.deepEqual(lines, [asked(a, 'Voir : la page 2 – en bas. Autre ligne.'), fine(b)]);
    assert.equal(plan.answers[0]?.comment, 'Voir : la page 2 – en bas.\nAutre ligne.');
  });

  it('end where the letter does, and take nothing in that is said of another proof', async () => {
    const { lines, notes } = await planOf(
      `${a} : validé\n\nBien cordialement,\nL’équipe\n\n${b} : validé\nLa preuve ${a} est validée.\nVoir aussi ${a}.\n`,
      { on: '2026-11-18' },
    );
    assert.deepEqual(lines, [fine(a), `${fine(b)} : Voir aussi ${a}.`]);
    assert.deepEqual(
      notes.map((note) => note.slice(0, 9)),
      ['ligne 3 :', 'ligne 4 :', 'ligne 7 :'],
    );
  });

  it('are read where nothing stands between the id and what is said of it, and in a table of Markdown', async () => {
    const tight = await planOf(`${a}:modification demandée\n${b}:validé\nXY/1.2.3:validé\n`, { on: '2026-11-18' });
    assert.deepEqual(tight.lines, [asked(a), fine(b)]);
    assert.match(tight.notes.join('\n'), /« XY\/1\.2\.3 » n’est pas un identifiant/);
    const table = await planOf(
      `| Preuve | Avis | Motif |\n|---|---|---|\n| ${a} | Modification demandée | flou |\n| ${b} | Validé | |\n`,
      { on: '2026-11-18' },
    );
    assert.deepEqual(table.lines, [asked(a, 'flou'), fine(b)]);
  });

  it('have no verdict that is guessed', async () => {
    for (const word of [
      'non validé',
      'Validé ?',
      'conforme',
      'à valider',
      'validé sous réserve',
      'OK',
      'refusé',
      '≠ validé',
      'in validé',
    ]) {
      assert.equal(verdictOf(word), undefined, word);
      for (const said of [
        `${a} : ${word} : la capture manque`,
        [
          ['Preuve', 'Avis', 'Date'],
          [a, word, '18/11/2026'],
        ],
      ]) {
        const { lines, notes } = await planOf(said, { on: '2026-11-18' });
        assert.deepEqual(lines, [], word);
        assert.equal(notes.length, 1, word);
      }
    }
    const { notes } = await planOf(`${a} : conforme : rien à dire`, { on: '2026-11-18' });
    assert.deepEqual(notes, [
      `ligne 1 : ${a} : « conforme » n’est pas un avis connu (validé, modification demandée) ; il n’est pas deviné`,
    ]);
    const verdicts = new Map([[plainWords('Conforme'), 'validé' as const]]);
    const chosen = await planOf(`${a} : conforme`, { on: '2026-11-18', choices: { verdicts } });
    assert.deepEqual(chosen.lines, [fine(a)]);
    const silent = await planOf(`${a} : La capture montre que tout est validé par le logiciel.`, { on: '2026-11-18' });
    assert.deepEqual(silent.lines, []);
  });

  it('are read from a table by the names of its columns, those of ANS before others', async () => {
    const { lines, notes } = await planOf([
      ['Retour de l’instruction'],
      [
        'ID',
        'N° scénario',
        'N° preuve',
        'Preuve',
        'Statut',
        'Avis ANS',
        'Date',
        'Commentaire',
        'Commentaire de l’instructeur',
      ],
      [
        'INS/va1.56',
        'INS/va1.56.02',
        a,
        'Un film',
        'fournie',
        'Modification demandée',
        '18/11/2026',
        'de nous',
        'Flou',
      ],
      ['', '', b, 'Un lien', 'fournie', 'Validé', '45979', '', ''],
      ['INS/va1.56', 'INS/va1.56.01', '', '', '', 'Validé', '2026-11-18', '', ''],
      ['', '', '', '', '', '', '', '', ''],
      ['', '', 'INS/va9.99.01.01', '', '', 'Validé', '2026-11-18', '', ''],
      ['', '', '', 'total', '', 'Validé', '', '', ''],
    ]);
    assert.deepEqual(lines.slice(0, 2), [asked(a, 'Flou'), `${b} : validé, 2025-11-18`]);
    assert.ok(notes.some((note) => note.includes('« INS/va9.99.01.01 » n’est pas un identifiant')));
    assert.ok(notes.some((note) => note.includes('« Retour », ligne 8')));
  });

  it('take no column where two could be meant, until the user says which', async () => {
    const table = [
      ['Preuve', 'Avis', 'Décision', 'Date'],
      [a, 'Validé', 'Modification demandée', '18/11/2026'],
    ];
    const { lines, notes } = await planOf(table);
    assert.deepEqual(lines, []);
    assert.match(notes.join('\n'), /plusieurs colonnes peuvent être « avis » \(Avis, Décision\)/);
    const chosen = await planOf(table, { choices: { columns: new Map([['avis', 'décision']]) } });
    assert.deepEqual(chosen.lines, [asked(a)]);
  });

  it('read what was copied without its headers', async () => {
    const { lines } = await planOf([[a, 'Un film', 'Modification demandée', '18/11/2026', 'Flou : à refaire']]);
    assert.deepEqual(lines, []);
    const bare = await planOf([[a, 'Modification demandée', '18/11/2026', 'Flou : à refaire']]);
    assert.deepEqual(bare.lines, [asked(a, 'Flou : à refaire')]);
  });

  it('about a scenario or requirement are of its proofs only when that is asked for', async () => {
    const text = 'INS/va1.56.02 : validé : 18/11/2026';
    const { lines, notes } = await planOf(text);
    assert.deepEqual(lines, []);
    assert.match(notes.join('\n'), /plusieurs preuves \(INS\/va1\.56\.02\.01, INS\/va1\.56\.02\.02/);
    const spread = await planOf(text, { spreads: true });
    assert.deepEqual(spread.lines.slice(0, 2), [fine(a), fine(b)]);
    const single = await planOf('INS/va1.56.01 : validé : 18/11/2026');
    assert.deepEqual(single.lines, [fine('INS/va1.56.01.01')]);
  });

  it('without a day that can be read are told', async () => {
    const { lines, notes } = await planOf(
      [
        ['Preuve', 'Avis', 'Date'],
        [a, 'Validé', 'bientôt'],
        [b, 'Validé', ''],
      ],
      { on: '2026-11-18' },
    );
    assert.deepEqual(lines, [fine(b)]);
    assert.match(notes.join('\n'), /« bientôt » n’est pas une date/);
    assert.match((await planOf(`${a} : validé`)).notes.join('\n'), /aucune date n’est donnée/);
  });

  it('are written under the keys that answers have, once, and what is there stays', async () => {
    const text = `${a} : modification demandée : Floue.\n${b} : validé\nSCN_DB/CO.01.01.01 : validé`;
    const { analysis, plan } = await planOf(text, { on: '2026-11-18' });
    const outcome = writeCells(analysis, answerCells(plan), 'fr');
    assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
    const after = outcome.files[0]?.after ?? '';
    const again = await planOf(text, { on: '2026-11-18' }, after);
    assert.deepEqual([again.lines, again.notes, again.plan.already], [[], [], 3]);
    assert.deepEqual(
      openRequests(again.analysis, '2026-11-20').map(({ proof, comment }) => [proof, comment]),
      [[a, 'Floue.']],
    );
    const other = await planOf(`${a} : validé`, { on: '2026-11-18' }, after);
    assert.deepEqual(other.lines, []);
    assert.match(
      other.notes.join('\n'),
      /le dossier dit « modification demandée : Floue\. », et la réponse « validé »/,
    );
    const later = await planOf(`${a} : validé\n${a} : validé`, { on: '2026-11-25' }, after);
    assert.equal(later.lines.length, 1);
    assert.match(answersSummary(later.plan, 'fr'), /^1 réponse à écrire, 1 déjà là, aucune laissée de côté\.$/);
  });

  it('that contradict each other are written neither way; two remarks on one proof are both', async () => {
    const on = '2026-11-18';
    for (const text of [
      `INS/va1.56.01 : validé\nINS/va1.56.01.01 : modification demandée : Floue.`,
      `INS/va1.56.01.01 : modification demandée : Floue.\nINS/va1.56.01.01 : validé\nINS/va1.56.01.01 : validé`,
    ]) {
      const { lines, notes } = await planOf(text, { on });
      assert.deepEqual(lines, [], text);
      assert.match(notes.join('\n'), /contredit, le même jour, ligne 1 ; aucune des deux n’est écrite/);
    }
    const both = await planOf(`${a} : modification demandée : Floue.\n${a} : modification demandée : Sans date.`, {
      on,
    });
    assert.deepEqual(both.lines, [asked(a, 'Floue.'), asked(a, 'Sans date.')]);
  });

  it('take any text', async () => {
    for (const text of [
      '',
      '\n\n',
      ':::;;;\t\t',
      'x'.repeat(100_000),
      `${a}\n`.repeat(3),
      `${a} ${'- '.repeat(5000)}`,
    ]) {
      assert.deepEqual((await planOf(text, { on: '2026-11-18' })).lines, []);
    }
  });
});
