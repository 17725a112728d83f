import assert from 'node:assert/strict';
import { analyse, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { namesakeCatalogue } from '../../../../../test/kit/namesake-catalogue';
import { answeringProofs } from '../../../submission/answering-proofs';
import { openRequests } from '../../../instruction/open-requests';
import { rule } from './rule';

const withOpinions = (...lines: string[]) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { fichier: a.mp4 } ]
          INS/va1.56.02.02: [ { lien: https://x.fr/1 } ]
        instruction:
          INS/va1.56.02.01:
${lines.map((line) => `            - ${line}\n`).join('')}`);
const withHistory = (...lines: string[]) =>
  manifest(`chapitres:
  Identité nationale de santé:
    statut: soumis
    historique:
${lines.map((line) => `      - ${line}\n`).join('')}`);

describe(rule.meta.id, () => {
  it('reports a request that nobody answered; the proof is to review', async () => {
    const main = withOpinions('{ le: 2026-11-18, avis: ⟦modification demandée⟧, commentaire: Trop court. }');
    const [found] = await fires(rule, { main });
    assert.deepEqual(found?.args, { what: 'INS/va1.56.02.01', on: '2026-11-18', until: '2026-11-19' });
    const { analysis } = await analyse([rule], { main });
    const chapter = analysis.compliance()?.chapters[0]?.requirements[0]?.scenarios[1];
    assert.deepEqual(
      chapter?.proofs.map(({ status }) => status),
      ['toReview', 'provided'],
    );
    const [open] = openRequests(analysis, '2026-11-20');
    assert.deepEqual(
      [open?.chapter, open?.proof, open?.comment, open?.ageDays, open?.answerBy, open?.overdue],
      ['Identité nationale de santé', 'INS/va1.56.02.01', 'Trop court.', 2, '2026-11-19', true],
    );
    assert.deepEqual([...answeringProofs(analysis)], ['INS/va1.56.02\nINS/va1.56.02.01']);
  });

  it('is content once it is answered, or accepted later', async () => {
    const asked = '{ le: 2026-11-18, avis: modification demandée }';
    await silent(rule, {
      main: withOpinions('{ le: 2026-11-18, avis: modification demandée, repondu_le: 2026-11-19 }'),
    });
    await silent(rule, { main: withOpinions(asked, '{ le: 2026-11-20, avis: validé }') });
    await silent(rule, { main: withOpinions('{ le: 2026-11-20, avis: validé }', asked) });
    await silent(rule, { main: withOpinions('{ avis: modification demandée }', '{ avis: validé }') });
  });

  it('reports every one of several requests, and one that comes after an acceptance', async () => {
    await fires(rule, {
      main: withOpinions(
        '{ le: 2026-11-18, avis: ⟦modification demandée⟧ }',
        '{ le: 2026-11-19, avis: ⟦modification demandée⟧ }',
      ),
    });
    await fires(rule, {
      main: withOpinions('{ le: 2026-11-18, avis: validé }', '{ le: 2026-11-19, avis: ⟦modification demandée⟧ }'),
    });
  });

  it('reads the history of a chapter, where filing again is an answer, but not for a request about one proof', async () => {
    await fires(rule, {
      main: withHistory('{ le: 2026-11-18, statut: ⟦modification demandée⟧ }').replace(
        'statut: soumis',
        'statut: modification demandée',
      ),
    });
    await silent(rule, {
      main: withHistory('{ le: 2026-11-18, statut: modification demandée }', '{ le: 2026-11-19, statut: soumis }'),
    });
    const about = '{ le: 2026-11-18, statut: ⟦modification demandée⟧, preuve: INS/va1.56.02.01 }';
    const [found] = await fires(rule, { main: withHistory(about, '{ le: 2026-11-19, statut: soumis }') });
    assert.deepEqual([found?.effect, found?.target?.scenario], ['review', 'INS/va1.56.02']);
  });

  it('leaves a chapter without history to another rule, but lists it, and takes all of it to answer', async () => {
    const main = manifest(
      'chapitres:\n  Identité nationale de santé: { statut: modification demandée, le: 2026-11-20 }\n',
    );
    await silent(rule, { main });
    const { analysis } = await analyse([rule], { main });
    const [open] = openRequests(analysis, '2026-11-20');
    assert.deepEqual([open?.chapter, open?.ageDays, open?.overdue], ['Identité nationale de santé', 0, false]);
    assert.ok(answeringProofs(analysis).has('MSS/CONF.14.01\nMSS/CONF.14.01.01'));
  });

  it('takes what is being filed today, and not what was answered before', async () => {
    const answered = (on: string) => withOpinions(`{ le: 2026-11-18, avis: modification demandée, repondu_le: ${on} }`);
    const today = await analyse([rule], { main: answered('2026-11-20') });
    assert.equal(answeringProofs(today.analysis).size, 1);
    const before = await analyse([rule], { main: answered('2026-11-19') });
    assert.equal(answeringProofs(before.analysis).size, 0);
  });

  it('weighs on the proof that is meant until it is filed again, wherever the request is noted', async () => {
    const settled = { effect: 'review', settledByFiling: true };
    const target = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02', proof: 'INS/va1.56.02.01' };
    const [dated] = await fires(rule, { main: withOpinions('{ le: 2026-11-18, avis: ⟦modification demandée⟧ }') });
    const [undated] = await fires(rule, { main: withOpinions('{ avis: ⟦modification demandée⟧ }') });
    const about = '{ le: 2026-11-18, statut: ⟦modification demandée⟧, preuve: INS/va1.56.02.01 }';
    const [chapter] = await fires(rule, { main: withHistory(about) });
    for (const found of [dated, undated, chapter])
      assert.deepEqual(
        { effect: found?.effect, settledByFiling: found?.settledByFiling, target: found?.target },
        {
          ...settled,
          target,
        },
      );
    assert.deepEqual([undated?.message, undated?.args], ['open', { what: 'INS/va1.56.02.01' }]);
    const core = manifest(`scenarios:
  SCN_DB/CO.01:
    preuves: { SCN_DB/CO.01.01.01: [ { execution: 1 } ] }
    instruction:
      SCN_DB/CO.01.01.01: [ { le: 2026-11-18, avis: ⟦modification demandée⟧ } ]
`);
    const [found] = await fires(rule, { main: core });
    assert.deepEqual(found?.target, { scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' });
  });

  it('tells a request about a proof that the catalogue does not know, and of a whole chapter, as it is written', async () => {
    const unknown = withOpinions('{ le: 2026-11-18, avis: ⟦modification demandée⟧ }').replace(
      'instruction:\n          INS/va1.56.02.01:',
      'instruction:\n          INS/va1.56.02.99:',
    );
    assert.equal((await fires(rule, { main: unknown }))[0]?.args['what'], 'INS/va1.56.02.99');
    const whole = withHistory('{ le: 2026-11-18, statut: ⟦modification demandée⟧ }');
    const [chapter] = await fires(rule, { main: whole.replace('statut: soumis', 'statut: modification demandée') });
    assert.deepEqual([chapter?.args['what'], chapter?.effect], ['Identité nationale de santé', undefined]);
    const other = '{ le: 2026-11-18, statut: ⟦modification demandée⟧, preuve: X.1 }';
    assert.equal((await fires(rule, { main: withHistory(other) }))[0]?.args['what'], 'X.1');
  });

  it('asks which proof is meant by an id that is printed twice, and goes by a key that only one has', async () => {
    const catalogue = namesakeCatalogue;
    const about = (id: string, mark: boolean) =>
      withHistory(
        `{ le: 2026-11-18, statut: ${mark ? '⟦modification demandée⟧' : 'modification demandée'}, preuve: ${id} }`,
      );
    const [twice] = await fires(rule, { main: about('⟦A.01.01.01⟧', false), catalogue });
    assert.deepEqual([twice?.message, twice?.effect, twice?.args['what']], ['printedTwice', undefined, 'A.01.01.01']);
    assert.match(String(twice?.args['ids']), /A\.01\.01\.01~general, A\.01\.01\.01~/);
    const [one] = await fires(rule, { main: about('A.01.01.01~general', true), catalogue });
    assert.deepEqual([one?.effect, one?.target?.proof], ['review', 'A.01.01.01~general']);
    const entry = manifest(`exigences:
  A.01~general:
    scenarios:
      A.01.01~general:
        preuves: { A.01.01.01~general: [ { execution: 1 } ] }
        instruction: { A.01.01.01: [ { le: 2026-11-18, avis: ⟦modification demandée⟧ } ] }
`);
    assert.equal((await fires(rule, { main: entry, catalogue }))[0]?.target?.proof, 'A.01.01.01~general');
  });
});
