import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { findTransactions } from '../../../evidence/find-transactions';
import { rule } from './rule';

const asking = (expected: string, types: readonly string[] = ['log']) => ({
  ...smallCatalogue,
  requirements: [
    requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', types, { expected })])]),
  ],
});
const log = (text: string) => file({ text: true, inspection: { transactions: findTransactions(text) } });
const dmp = asking('Traces de la transaction TD3.1 (recherche) ou TD3.2');

describe(rule.meta.id, () => {
  it('warns of other transactions, and informs where none is seen', async () => {
    const others = { a: log('10:00 td0.2 OK, TD9.9') };
    const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: others, catalogue: dmp });
    assert.deepEqual([found?.message, found?.severity, found?.args['found']], ['others', 'warning', 'TD0.2, TD9.9']);
    const [none] = await fires(rule, { main: cites('⟦a⟧'), evidence: { a: log('10:00 OK') }, catalogue: dmp });
    assert.deepEqual([none?.message, none?.severity], ['missing', 'info']);
    const insi = asking('Journal de l’appel INSi');
    await fires(rule, { main: cites('⟦a⟧'), evidence: { a: log('10:00 TD0.2 inscrit') }, catalogue: insi });
  });

  it('accepts one of the transactions, in one of the files, and any trace of INSi', async () => {
    for (const text of ['10:00 [TD3.1] OK', 'TD3.2a', 'TD0.2 puis TD3.1'])
      await silent(rule, { main: cites('a'), evidence: { a: log(text) }, catalogue: dmp });
    const main = evidenceOf('INS/va1.56.01.01', 'fichier: a', 'fichier: b');
    await silent(rule, { main, evidence: { a: log('TD0.2'), b: log('TD3.1') }, catalogue: dmp });
    for (const text of ['INSi OK', 'appel ws-ins-i', 'rechercherInsAvecTraitsIdentite', 'INS qualifiée'])
      await silent(rule, { main: cites('a'), evidence: { a: log(text) }, catalogue: asking('Journal INSi') });
  });

  it('says nothing where nothing is named, other evidence is asked for, or a file is not known', async () => {
    const evidence = { a: log('10:00 TD0.2') };
    await silent(rule, { main: cites('a'), evidence, catalogue: asking('Journal de connexion') });
    await silent(rule, { main: cites('a'), evidence, catalogue: asking('TD3.1', ['log', 'capture_ecran']) });
    await silent(rule, { main: cites('a'), evidence: { a: file({ inspection: {} }) }, catalogue: dmp });
    const cut = file({ inspection: { transactions: [], partial: true } });
    await silent(rule, { main: cites('a'), evidence: { a: cut }, catalogue: dmp });
    await silent(rule, { main: cites('a'), catalogue: dmp });
  });
});
