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
