import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { Damage } from '../../../evidence/inspection';
import { rule } from './rule';

const damaged = (damage: Damage) => file({ inspection: { damage } });

describe(rule.meta.id, () => {
  it('says of each damage what it is', async () => {
    for (const [damage, message] of [
      [{ code: 'truncated', offset: 12 }, 'truncated'],
      [{ code: 'no-moov' }, 'noMovie'],
      [{ code: 'not-well-formed' }, 'notWellFormed'],
      [{ code: 'not-well-formed', line: 12 }, 'notWellFormedAt'],
      [{ code: 'encrypted' }, 'encrypted'],
      [{ code: 'encoding', line: 3 }, 'encoding'],
      [{ code: 'metadata-not-well-formed' }, 'metadata'],
      [{ code: 'not-a-zip' }, 'archive'],
      [{ code: 'corrupt' }, 'archive'],
      [{ code: 'empty' }, 'empty'],
      [{ code: 'toString' }, 'other'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.bin⟧'), evidence: { 'a.bin': damaged(damage) } });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'error', 'incomplete']);
    }
  });

  it('only warns of a table that ends within quotes', async () => {
    const csv = { delimiter: ';', columns: ['a'], rows: 2, unevenRows: [] };
    const evidence = { 'a.csv': file({ text: true, inspection: { damage: { code: 'not-well-formed' }, csv } }) };
    const [found] = await fires(rule, { main: cites('⟦a.csv⟧'), evidence });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['uneven', 'warning', undefined]);
  });

  it('leaves sound, empty, unknown and misnamed files alone', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ inspection: {} }) } });
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file() } });
    await silent(rule, { main: cites('a.png') });
    const damage = { code: 'not-well-formed' };
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ size: 0, inspection: { damage } }) } });
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ text: true, inspection: { damage } }) } });
  });

  it('looks at the papers of approvals, of the way and of requests as well', async () => {
    const evidence = { 'a.png': damaged({ code: 'truncated', offset: 12 }) };
    const papers = [
      'agrements:\n  - { teleservice: DMP, statut: Finalisation, piece: ⟦a.png⟧ }\n',
      'parcours:\n  etapes:\n    referencement: { etat: faite, piece: ⟦a.png⟧ }\n',
      'commandes:\n  - client: Cabinet Exemple\n    avance: { pieces: { bon_de_commande: ⟦a.png⟧ } }\n',
    ];
    for (const main of papers) {
      const [found] = await fires(rule, { main: manifest(main), evidence });
      assert.deepEqual([found?.message, found?.target], ['truncated', { path: 'a.png' }]);
    }
  });
});
