import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { findTopics } from '../../../evidence/find-topics';
import { rule } from './rule';

const asking = (types: readonly string[], domain = 'annuaire') => ({
  ...smallCatalogue,
  requirements: [
    requirement('ANN/va1.01', [scenario('ANN/va1.01.01', [proof('ANN/va1.01.01.01', types)])], { domain }),
  ],
});
const catalogue = asking(['rapport_import']);
const main = (path: string) => evidenceOf('ANN/va1.01.01.01', `fichier: ${path}`);
const showing = (text: string) => {
  const topics = findTopics(text);
  return { a: file({ text: true, inspection: { ...(topics && { topics }) } }) };
};

describe(rule.meta.id, () => {
  it('hints at what is not named, and warns of another extraction', async () => {
    for (const [text, message, severity] of [
      ['2026-11-02 10:00 chargement de 1 254 000 lignes terminé', 'unnamed', 'info'],
      ['PS_LibreAcces_Personne_activite : 1 254 000 lignes chargées', 'undated', 'info'],
      ['02/11/2026 PS_LibreAcces_SavoirFaire_202611 : 12 000 lignes', 'other', 'warning'],
    ] as const) {
      const [found] = await fires(rule, { main: main('⟦a⟧'), evidence: showing(text), catalogue });
      assert.deepEqual([found?.message, found?.severity], [message, severity], text);
    }
  });

  it('accepts the extraction or the API with its day, in any of the usual spellings', async () => {
    for (const text of [
      '02/11/2026 PS_LibreAcces_Personne_activite_202611020800.txt : 1 254 000 lignes',
      'Import de l’extraction en libre accès du 2 novembre 2026 : 1 254 000 lignes',
      '20261102T100000 GET https://a.fr/fhir/v1/Practitioner?identifier=x 200',
      'Tue Oct 20 02:00:01 CEST 2026 PS_LibreAcces_Personne_activite: 1842113 lines loaded',
      'Oct 20 02:00:01 srv annuaire[312]: extraction en libre accès, 1 842 113 lignes',
      'Import du 20 oct. 2026 : fichier ps-libreacces-personne-activite.txt',
      '20-Oct-2026 02:00:01.123 INFO PS_LibreAcces_Personne_activite OK',
      '{"@timestamp":1760918401000,"msg":"PS_LibreAcces_Personne_activite chargée"}',
      'Fichier : PS_LibreAcces_Personne_activite_202610200130.txt, 1842113 lignes',
      '02/11/2026 PS_LibreAcces_SavoirFaire puis PS_LibreAcces_Personne_activite',
    ])
      await silent(rule, { main: main('a'), evidence: showing(text), catalogue });
  });

  it('says nothing of other proofs, nor of a file that is no text', async () => {
    const text = 'Chargement de 1 254 000 lignes terminé sans erreur';
    await silent(rule, { main: main('a'), evidence: showing(text), catalogue: asking(['rapport_import', 'video']) });
    await silent(rule, { main: main('a'), evidence: showing(text), catalogue: asking(['rapport_import'], 'ins') });
    await silent(rule, { main: main('a'), evidence: { a: file({ inspection: {} }) }, catalogue });
    await silent(rule, { main: main('a'), evidence: showing('ok'), catalogue });
  });
});
