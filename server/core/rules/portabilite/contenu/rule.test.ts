import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { findTopics } from '../../../evidence/find-topics';
import { rule } from './rule';

const asking = (types: readonly string[], domain = 'portabilite') => ({
  ...smallCatalogue,
  requirements: [
    requirement('PORT/va1.01', [scenario('PORT/va1.01.01', [proof('PORT/va1.01.01.01', types)])], { domain }),
  ],
});
const catalogue = asking(['documentation']);
const main = (path: string) => evidenceOf('PORT/va1.01.01.01', `fichier: ${path}`);
const showing = (text: string) => {
  const topics = findTopics(text);
  return { a: file({ text: true, inspection: { ...(topics && { topics }) } }) };
};
const section = (formats: string, path = 'a') =>
  manifest(`portabilite: { formats: [${formats}], documentation: ${path} }\n`);
const whole =
  'Les comptes rendus sont exportés en CDA dans le répertoire Export, avec le nom, le prénom et la date de naissance du patient.';

describe(rule.meta.id, () => {
  it('hints at what a paper under the proof does not speak of', async () => {
    for (const [text, message] of [
      ['Les comptes rendus sont déposés par le menu dans le répertoire Export.', 'format'],
      ['Les comptes rendus sont convertis en CDA selon le guide du CI-SIS.', 'place'],
      ['Export en XML, sous C:\\Export après le traitement de nuit.', 'data'],
    ] as const) {
      const [found] = await fires(rule, { main: main('⟦a⟧'), evidence: showing(text), catalogue });
      assert.deepEqual([found?.message, found?.severity], [message, 'info'], text);
    }
  });

  it('hints at traits, and warns of other formats, in the documentation of the section', async () => {
    const bare = 'Les comptes rendus sont exportés en CDA dans le répertoire Export.';
    const [traits] = await fires(rule, { main: section('HL7 CDA', '⟦a⟧'), evidence: showing(bare) });
    assert.deepEqual([traits?.message, traits?.severity], ['traits', 'info']);
    const [formats] = await fires(rule, { main: section('PDF, FHIR', '⟦a⟧'), evidence: showing(whole) });
    assert.deepEqual([formats?.message, formats?.severity], ['otherFormats', 'warning']);
  });

  it('accepts a paper that speaks of all, of one of the formats, or of one that is not known', async () => {
    await silent(rule, { main: main('a'), evidence: showing(whole), catalogue });
    for (const formats of ['HL7 CDA', 'PDF, CDA', 'format maison']) {
      await silent(rule, { main: section(formats), evidence: showing(whole) });
    }
  });

  it('knows CDA by its long name, beside a copy in PDF', async () => {
    for (const name of ['Clinical Document Architecture (HL7 v3)', 'C.D.A. R2 N3']) {
      const text = `Données exportées : comptes rendus selon ${name}, avec une copie en PDF, dans le dossier C:\\Export.`;
      await silent(rule, { main: section('HL7 CDA'), evidence: showing(`${text} Nom, prénom et sexe y figurent.`) });
    }
  });

  it('says nothing of other proofs, files that were not read, or no section', async () => {
    const text = 'Ce document décrit la procédure de sauvegarde quotidienne de la base.';
    await silent(rule, { main: main('a'), evidence: showing(text), catalogue: asking(['documentation', 'video']) });
    await silent(rule, { main: main('a'), evidence: showing(text), catalogue: asking(['documentation'], 'ins') });
    await silent(rule, { main: main('a'), evidence: { a: file({ inspection: {} }) }, catalogue });
    await silent(rule, { main: section('PDF'), evidence: { a: file() } });
    await silent(rule, { main: manifest(''), evidence: showing(text) });
  });
});
