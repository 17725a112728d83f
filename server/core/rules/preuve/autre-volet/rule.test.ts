import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const asking = (expected: string, text = '', types: readonly string[] = ['document_cda']) => ({
  ...smallCatalogue,
  requirements: [
    requirement('INS/va1.56', [
      scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', types, { expected })], { steps: [], text }),
    ]),
  ],
});
const of = (...names: readonly (string | undefined)[]) =>
  file({
    text: true,
    inspection: {
      cdaControls: names.map((name) => ({
        folder: 'f',
        document: 'd',
        failures: [],
        unverified: [],
        ...(name !== undefined && {
          volet: { name, sha256: 'a'.repeat(64), assertions: 9, notEvaluable: 0, applied: 8, failed: 0 },
        }),
      })),
    },
  });
const main = cites('⟦a.xml⟧');
const note = of('VAC-NOTE_2023.01');

describe(rule.meta.id, () => {
  it('reports a document of another volet than the one named', async () => {
    const [found] = await fires(rule, { main, evidence: { 'a.xml': note }, catalogue: asking('Le VSM produit') });
    assert.deepEqual([found?.severity, found?.effect], ['warning', undefined]);
    assert.deepEqual([found?.args['found'], found?.args['expected']], ['VAC-NOTE_2023.01', 'VSM']);
    for (const [catalogue, name] of [
      [asking('Document produit', 'Générer le volet de synthèse médicale. Le VSM est transmis.'), 'VAC_2023.01'],
      [asking('Compte-rendu d’examen de biologie'), 'VSM_1.4_2022.01'],
      [asking('CR BIO en CDA R2 N3', '', ['document_cda', 'archive_ihe_xdm']), 'IMG-CR-IMG_2024.01'],
      [asking("Le compte rendu d'imagerie"), 'BIO-CR-BIO_2024.01'],
      [asking('La note de vaccination'), 'VAC_2023.01'],
      [asking('L’historique de vaccination'), 'VAC-NOTE_2023.01'],
    ] as const)
      await fires(rule, { main, evidence: { 'a.xml': of(name) }, catalogue });
  });

  it('accepts the content asked for, in any version, in one of the documents or files', async () => {
    const catalogue = asking('Le VSM produit');
    for (const sound of [of('VSM_1.4_2022.01'), of('VSM_2024.01'), of('VAC-NOTE_2023.01', 'VSM_1.4_2022.01')])
      await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': sound }, catalogue });
    await silent(rule, {
      main: evidenceOf('INS/va1.56.01.01', 'fichier: a.xml', 'fichier: b.xml'),
      evidence: { 'a.xml': note, 'b.xml': of('VSM_1.4_2022.01') },
      catalogue,
    });
  });

  it('says nothing where several contents are named, none, or one to leave out', async () => {
    for (const catalogue of [
      asking('Un VSM et une note de vaccination'),
      asking('Document CDA R2 N3', 'Le VSM, puis le CR de biologie.'),
      asking('Document autre que le VSM'),
      asking('Compte rendu ou VSM'),
      asking('Document généré à partir d’un VSM'),
      asking('Document CDA'),
      asking('IVSM, VSMA et CR-BIOL'),
      asking('Capture du VSM', '', ['capture_ecran']),
    ])
      await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': note }, catalogue });
  });

  it('says nothing of what is not known', async () => {
    const catalogue = asking('Le VSM produit');
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': note } });
    for (const unknown of [
      of(),
      of(undefined),
      of('VAC-NOTE_2023.01', undefined),
      of('LDL-EES_2022.01'),
      file({ inspection: { ...note.inspection, partial: true } }),
    ])
      await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': unknown }, catalogue });
    await silent(rule, {
      main: evidenceOf('INS/va1.56.01.01', 'fichier: a.xml', 'fichier: b.png'),
      evidence: { 'a.xml': note, 'b.png': file({ inspection: {} }) },
      catalogue,
    });
  });
});
