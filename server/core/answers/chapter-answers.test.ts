import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { writeCells } from '../cells/write-cells';
import { rules } from '../rules/registry';
import { chapterStates } from '../instruction/chapter-states';
import { openRequests } from '../instruction/open-requests';
import { answerLine, answerNoteLine } from './answer-words';
import { answerCells, planAnswers, type AnswersInput } from './plan-answers';

type How = Omit<AnswersInput, 'dossier' | 'said'>;
const on = '2026-11-18';
const bare = manifest('exigences: {}\n');
const ins = 'Identité nationale de santé';
const proof = 'INS/va1.56.02.01';

/** A dossier with a section of chapters. */
function noted(chapters: string): string {
  return `${bare}chapitres:\n${chapters}`;
}

async function planOf(said: string | readonly string[][], text = bare, how: How = { on }) {
  const { analysis } = await analyse([], { main: text });
  const input: AnswersInput['said'] =
    typeof said === 'string'
      ? { kind: 'text', text: said }
      : {
          kind: 'table',
          workbook: { sheets: [{ name: 'Retour', rows: said.map((cells, at) => ({ number: at + 1, cells })) }] },
        };
  const plan = planAnswers({ dossier: analysis.dossier, said: input, ...how });
  return {
    analysis,
    plan,
    lines: plan.answers.map((one) => answerLine(one, 'fr')),
    notes: plan.notes.map((one) => answerNoteLine(one, 'fr')),
  };
}

async function written(said: string, text = bare, how: How = { on }) {
  const { analysis, plan } = await planOf(said, text, how);
  const outcome = writeCells(analysis, answerCells(plan), 'fr');
  assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
  const after = outcome.files[0]?.after ?? text;
  const now = await analyse([], { main: after });
  return {
    after,
    states: Object.fromEntries(chapterStates(now.analysis.dossier.main.parsed)),
    open: openRequests(now.analysis, '2026-11-20').map(({ chapter, proof: of, comment }) => [chapter, of, comment]),
  };
}

describe('answers of ANS about a chapter', () => {
  it('are read from a text by the name of the chapter, however it is set apart', async () => {
    const asked = `Chapitre ${ins} : modification demandée, 2026-11-18 : Captures floues.`;
    for (const text of [
      `${ins} : Modification demandée : Captures floues.`,
      `- Chapitre « ${ins} » – modifications demandées – 18/11/2026 – Captures floues.`,
      `Chapitre 3 : ${ins}\nAvis : Modification demandée\nCommentaire : Captures floues.`,
      `IDENTITE NATIONALE DE SANTE (modification demandée) : Captures floues.`,
      `${ins}\tModification demandée\tCaptures floues.`,
    ]) {
      const { lines, notes } = await planOf(text);
      assert.deepEqual(lines, [asked], `${text}\n${notes.join('\n')}`);
      assert.deepEqual(notes, [], text);
    }
  });

  it('are none where the name is a heading over proofs, or where a sentence begins with it', async () => {
    const heading = await planOf(`${ins}\n\n• ${proof} : validé\nPro Santé Connect :\n`);
    assert.deepEqual(heading.lines, [`${proof} : validé, 2026-11-18`]);
    assert.deepEqual(heading.notes, []);
    const sentence = await planOf(
      `${proof} : modification demandée : Floue.\n${ins} manque à la page 2, validé ou non.`,
    );
    assert.deepEqual(sentence.lines, [
      `${proof} : modification demandée, 2026-11-18 : Floue. ${ins} manque à la page 2, validé ou non.`,
    ]);
  });

  it('are told where the chapter, or the word, is not known, and never spread over its proofs', async () => {
    const { lines, notes } = await planOf(
      `Chapitre Identité national de santé : validé\nChapitre Messagerie spatiale : validé\nVoir la page 2.\n${ins} : conforme`,
      bare,
      { on, spreads: true },
    );
    assert.deepEqual(lines, []);
    assert.match(
      notes[0] ?? '',
      /« Identité national de santé » n’est pas un chapitre.*vouliez-vous dire Identité nationale/,
    );
    assert.match(notes[1] ?? '', /« Messagerie spatiale » n’est pas un chapitre de ce dossier/);
    assert.match(notes[2] ?? '', /« conforme » n’est pas un avis connu/);
    const spread = await planOf(`${ins} : validé`, bare, { on, spreads: true });
    assert.deepEqual(spread.lines, [`Chapitre ${ins} : validé, 2026-11-18`]);
  });

  it('are read from the rows of a table that name nothing in the chapter', async () => {
    const { lines, notes } = await planOf([
      ['Chapitre', 'Preuve', 'Avis', 'Date'],
      [ins, proof, 'Validé', '18/11/2026'],
      ['Pro Santé Connect', '', 'Modification demandée', '18/11/2026'],
      [ins, 'toutes les preuves', 'Validé', '18/11/2026'],
      ['Chapitre inconnu', '', 'Validé', '18/11/2026'],
    ]);
    assert.deepEqual(lines, [
      `${proof} : validé, 2026-11-18`,
      'Chapitre Pro Santé Connect : modification demandée, 2026-11-18',
    ]);
    assert.equal(notes.length, 2, notes.join('\n'));
    const alone = await planOf([
      ['Chapitre', 'Avis', 'Date'],
      [ins, 'Validé', '18/11/2026'],
    ]);
    assert.deepEqual(alone.lines, [`Chapitre ${ins} : validé, 2026-11-18`]);
  });

  it('become the state of the chapter and an item of its history, where none is noted', async () => {
    const { after, states, open } = await written(`${ins} : modification demandée : Floues : « toutes ».`);
    assert.deepEqual(states, { [ins]: { state: 'modification demandée', on } });
    assert.deepEqual(open, [[ins, undefined, 'Floues : « toutes ».']]);
    assert.ok(after.startsWith(bare));
    const again = await planOf(`${ins} : modification demandée : Floues : « toutes ».`, after);
    assert.deepEqual([again.lines, again.notes, again.plan.already], [[], [], 1]);
    const { analysis } = await analyse(rules, { main: after });
    assert.deepEqual(
      analysis.findings.filter(({ rule }) => rule.startsWith('manifeste/')),
      [],
    );
  });

  it('keep in the history the state that stood there, once', async () => {
    for (const chapters of [
      `  ${ins}: { statut: soumis, le: 2026-11-10 } # déposé par AM\n`,
      `  ${ins}:\n    statut: soumis\n    le: 2026-11-10\n    note_interne: Voir AM.\n`,
      `  ${ins}:\n    statut: soumis\n    le: 2026-11-10\n    historique:\n      - { le: 2026-11-10, statut: soumis }\n`,
    ]) {
      const { after, states, open } = await written(`${ins} : modification demandée : Floues.`, noted(chapters));
      assert.deepEqual(states, { [ins]: { state: 'modification demandée', on } }, after);
      assert.deepEqual(open, [[ins, undefined, 'Floues.']], after);
      assert.equal(after.split('2026-11-10').length, 2, after);
      for (const kept of ['# déposé par AM', 'note_interne: Voir AM.'])
        assert.equal(after.includes(kept), chapters.includes(kept), after);
    }
  });

  it('are an item of the history alone where something later is noted', async () => {
    const text = noted(`  ${ins}: { statut: soumis, le: 2026-11-25 }\n`);
    const { states, open, after } = await written(`${ins} : modification demandée : Floues.`, text);
    assert.deepEqual(states, { [ins]: { state: 'soumis', on: '2026-11-25' } }, after);
    assert.deepEqual(open, [], 'filing it again answered it');
    assert.match(after, /historique: \[\{ le: 2026-11-18, statut: modification demandée, commentaire: Floues\. \}\]/);
  });

  it('are written one after the other, with answers on proofs, in whatever order they stand', async () => {
    for (const days of [
      ['2026-11-18', '2026-11-25'],
      ['2026-11-25', '2026-11-18'],
    ]) {
      const said = days.map((day) => `${ins} : ${day === on ? 'modification demandée' : 'validé'} : ${day}`);
      const { states, open } = await written([...said, `${proof} : modification demandée : Floue.`].join('\n'));
      assert.deepEqual(states, { [ins]: { state: 'validé', on: '2026-11-25' } });
      assert.deepEqual(open, [[ins, proof, 'Floue.']]);
    }
  });

  it('leave what the dossier says of the same day, or of no day, and each other', async () => {
    const said = `${ins} : modification demandée`;
    const same = await planOf(said, noted(`  ${ins}: { statut: validé, le: 2026-11-18 }\n`));
    assert.deepEqual(same.lines, []);
    assert.match(same.notes.join(), /le dossier dit « validé », et la réponse « modification demandée »/);
    const undated = await planOf(said, noted(`  ${ins}: { statut: soumis }\n`));
    assert.deepEqual(undated.lines, []);
    assert.match(undated.notes.join(), /le statut « soumis » du chapitre n’a pas de date/);
    const both = await planOf(`${said}\n${ins} : validé`);
    assert.deepEqual(both.lines, []);
    assert.match(both.notes.join(), /contredit, le même jour/);
  });

  it('write nothing in what cannot be written safely', async () => {
    for (const chapters of [
      `  ${ins}: &a { statut: soumis, le: 2026-11-10 }\n  Pro Santé Connect: *a\n`,
      `  ${ins}: [1]\n`,
    ]) {
      const { analysis, plan } = await planOf(`${ins} : validé`, noted(chapters));
      assert.equal(plan.answers.length, 1);
      assert.equal(writeCells(analysis, answerCells(plan), 'fr').kind, 'refused', chapters);
    }
  });

  it('take any text', async () => {
    for (const text of ['Chapitre', 'Chapitre :', 'chapitre 3', `${ins} `.repeat(4000), `${ins}${' '.repeat(9000)}x`])
      assert.deepEqual((await planOf(text)).lines, [], text.slice(0, 40));
  });
});
