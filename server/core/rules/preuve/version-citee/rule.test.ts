import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { findVersions } from '../../../evidence/find-versions';
import { rule } from './rule';

const showing = (text: string) => ({ a: file({ text: true, inspection: { versions: findVersions(text) } }) });
const of = (more: string) => evidenceOf('INS/va1.56.01.01', `{ ${more} }`);

describe(rule.meta.id, () => {
  it('reports another version beside the name of the software, in the content', async () => {
    for (const text of [
      '10:00 MonCabinet 12.3.1 démarré',
      'User-Agent: MonCabinet/12.3.1',
      'moncabinet (version 12.3)',
      'Mon-Cabinet v11\nMonCabinet V11',
      'Écran d’accueil de MonCabinet – version 12.3.1 du 3 mai',
    ]) {
      const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: showing(text) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], ['content', 'warning', 'review'], text);
    }
    const [hint] = await fires(rule, { main: cites('⟦a⟧'), evidence: showing('MonCabinet 12.3 est lancé') });
    assert.deepEqual([hint?.severity, hint?.effect], ['info', undefined]);
  });

  it('reports it in title, comment and name of the file', async () => {
    await fires(rule, { main: of('fichier: a, titre: ⟦Accueil MonCabinet 12.3.1⟧') });
    await fires(rule, { main: of('fichier: a, commentaire: ⟦Sur MonCabinet version 11⟧') });
    await fires(rule, { main: of('fichier: ⟦preuves/MonCabinet-12.3.1-accueil.png⟧') });
    await silent(rule, { main: of('fichier: MonCabinet-12.3.1/MonCabinet_12.4.0.png, titre: MonCabinet 12.4') });
  });

  it('reports a version that a form, JSON or XML tells beside the name', async () => {
    for (const text of [
      'Logiciel : MonCabinet\nVersion : 12.3.1\n',
      '- Nom du logiciel : MonCabinet\r\n- Numéro de version testée : v12.3\r\n',
      '{"application": "MonCabinet", "version": "12.3.1"}',
      '<trace logiciel="MonCabinet" version="12.3.1"/>',
    ]) {
      const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: showing(text) });
      assert.equal(found?.severity, 'warning', text);
    }
    // It may be the edition of the document.
    const cover = showing('Guide\nLogiciel : MonCabinet\nVersion : 1.2\n');
    const [hint] = await fires(rule, { main: cites('⟦a⟧'), evidence: cover });
    assert.equal(hint?.severity, 'info');
    for (const text of [
      'Logiciel : MonCabinet\nVersion : 12.4.0',
      'Logiciel : AutreProduit\nVersion : 3.1.0',
      'Logiciel : MonCabinet\nSystème : Windows\nVersion : 10.0.19',
      '{"name": "MonCabinet", "version": "1.0.0"}',
      '{"application":"MonCabinet","schema":{"version":"3.1.0"}}',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
  });

  it('says nothing of a change to the candidate version, nor of history', async () => {
    for (const text of [
      'Mise à jour de MonCabinet 12.3.1 vers 12.4.0 : terminée',
      'MonCabinet 12.3.1 -> 12.4.0 OK',
      'upgrading MonCabinet 12.3.1 to 12.4.0... done',
      'Version précédente : MonCabinet 12.3.1. Version installée : 12.4.0.',
      'MonCabinet 12.3.1 (2025) : INS\nLa version candidate 12.4.0 reprend ces fonctions.',
      'Fonction disponible dans MonCabinet 12.1.0, introduite en MonCabinet 11.4.2',
      'Le cabinet utilisait auparavant MonCabinet 7.4.2. Le défaut de MonCabinet 12.1.4 est corrigé. Avec MonCabinet 11.1.x aussi',
      'Défaut constaté en MonCabinet 12.1.2, corrigé depuis. Supprimée par rapport à MonCabinet 6.3.1',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
    await silent(rule, { main: of('fichier: a, titre: Passage de MonCabinet 12.3.1 à 12.4.0') });
    await silent(rule, {
      main: of('fichier: a, commentaire: Preuve de MonCabinet 12.3 refaite sur la version candidate'),
    });
  });

  it('says nothing of prices, telephones, editions of papers and names of modules', async () => {
    for (const text of [
      'MonCabinet 59.00 EUR, MonCabinet 1.5 million de dossiers, MonCabinet 12.5 euros HT',
      'Assistance MonCabinet 0.806.800.213',
      'Agrément : MONCABINET version 012.4',
      'CGU MonCabinet version 3.2\nPSSI MonCabinet v2.0\nPlan d’assurance qualité MonCabinet version 1.7',
      'annexe 2 ; licence MonCabinet v3 ; contrat MonCabinet v2.1 ; thème MonCabinet 1.1.0 ; base de données MonCabinet 42.1',
      'connecteur MSS de MonCabinet 4.0.7',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
    await fires(rule, { main: cites('⟦a⟧'), evidence: showing('Rapport de test MonCabinet 12.3.1') });
    await fires(rule, { main: cites('⟦a⟧'), evidence: showing('CGU : MonCabinet version 11.2') });
  });

  it('accepts the candidate version, its builds, and a text that names both', async () => {
    for (const text of [
      'MonCabinet 12.4.0',
      'MonCabinet 12.4',
      'MonCabinet version 12',
      'MonCabinet 12.4.0.1532',
      'MonCabinet 12.3.1 mis à jour vers MonCabinet 12.4.0',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
  });

  it('says nothing of other components, bounds, numbers that are no version, or without name or version', async () => {
    for (const text of [
      'Java 17.0.2, Chrome 120.0.1, PostgreSQL 14.1, Windows version 10',
      'Java version 17.0.2 lance MonCabinet',
      'MonCabinet Mobile 3.1.0, API MonCabinet 2.0.1, guide MonCabinet version 3.2',
      'Disponible depuis MonCabinet 12.3.1',
      'MonCabinet 12.3.1 ou supérieure',
      'MonCabinet, 12.3.1',
      'MonCabinet 10.0.0.12 répond',
      'MonCabinet 02.11.2026',
      'MonCabinet 1.5 Mo, MonCabinet 12:30',
      'AutreMonCabinet 12.3.1',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
    const evidence = showing('MonCabinet 12.3.1');
    await silent(rule, { main: cites('a').replace('  nom: MonCabinet\n', ''), evidence });
    await silent(rule, { main: cites('a').replace('  version: 12.4.0\n', ''), evidence });
    await silent(rule, { main: of('fichier: a, version: 12.3.1'), evidence });
    for (const candidate of ['0.0.0', 'à compléter', 'Automne'])
      await silent(rule, { main: cites('a').replace('12.4.0', candidate), evidence });
  });
});
