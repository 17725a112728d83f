import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import type { Inspection, PersonFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const [ins, otherIns] = ['279035121518989', '269022A00400188'];
const system = '1.2.250.1.213.1.4.10';
const person = (value: string | undefined, family?: string, birthDate?: string): PersonFacts => ({
  identifiers: value === undefined ? [{ value: 'IPP-42' }] : [{ value, system }],
  ...(family !== undefined && { family }),
  ...(birthDate !== undefined && { birthDate }),
});
const message = (...patients: readonly PersonFacts[]): Inspection => ({
  hl7: { messages: patients.map((patient) => ({ segments: ['PID'], patient })) },
});
const letter = (patient: PersonFacts): Inspection => ({ cda: { templateIds: [], patient } });
const archive = (value: string): Inspection => ({
  xdm: {
    hasReadme: true,
    hasIndex: true,
    hasSubset: true,
    hasMetadata: true,
    files: [],
    documents: [],
    unlisted: [],
    patientIds: [{ value, system }],
  },
});
const both = (a: Inspection, b: Inspection) => ({ a: file({ inspection: a }), b: file({ inspection: b }) });
const main = (second: string) => evidenceOf('INS/va1.56.01.01', 'fichier: a', `fichier: ${second}`);
const trois = person(ins, 'PAT-TROIS', '1979-03-28');

describe(rule.meta.id, () => {
  it('reports another birth date or name under one INS', async () => {
    for (const [other, key] of [
      [person(ins, 'PAT-TROIS', '1961-11-05'), 'birthDate'],
      [person(ins.slice(0, 13), 'DURAND', '1979-03-28'), 'name'],
    ] as const) {
      const [found] = await fires(rule, { main: main('⟦b⟧'), evidence: both(message(trois), letter(other)) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [key, 'warning', 'review']);
    }
  });

  it('only informs of another INS, or of another person without INS', async () => {
    for (const [a, b, key] of [
      [message(trois), letter(person(otherIns, 'PAT-TROIS', '1979-03-28')), 'otherIns'],
      [message(trois), archive(otherIns), 'otherIns'],
      [message(trois), letter(person(undefined, 'DURAND', '1961-11-05')), 'otherPerson'],
    ] as const) {
      const [found] = await fires(rule, { main: main('⟦b⟧'), evidence: both(a, b) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [key, 'info', undefined]);
    }
  });

  it('accepts one patient, however spelt, and what one of them does not say', async () => {
    for (const other of [
      letter(trois),
      archive(ins),
      letter(person(ins, 'Pat trois', '1979-03-28')),
      letter(person(ins, 'TROIS-DURAND', '1979-03-28')),
      letter(person(ins)),
      letter(person(ins, 'PAT-TROIS', '1979-03')),
      letter(person(undefined, 'DURAND', '1979-03-28')),
      message(person(undefined)),
      {},
    ])
      await silent(rule, { main: main('b'), evidence: both(message(trois), other) });
  });

  it('says nothing of evidence with several patients, or not read to its end', async () => {
    const several = message(trois, person(otherIns, 'PAT-UN', '1969-02-01'));
    await silent(rule, { main: main('b'), evidence: both(message(trois), several) });
    await silent(rule, { main: main('b'), evidence: both(message(trois), { ...archive(otherIns), partial: true }) });
    await silent(rule, { main: main('b') });
  });

  it('speaks where something else than an identity changes', async () => {
    const evidence = both(message(trois), letter(person(ins, 'DURAND', '1979-03-28')));
    for (const text of [
      'Justifier la maintenance du navigateur (versions, correctifs)',
      'Changer le mot de passe',
      'Rapprocher les comptes',
      'Modifier le CR puis le renvoyer corrigé',
      'Afficher correctement la lettre du patient',
    ]) {
      const steps = [{ text, covers: [] }];
      const catalogue = {
        ...smallCatalogue,
        requirements: [
          {
            ...requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01')], { steps })]),
            text: 'Implémenter PSC.',
          },
        ],
      };
      const [found] = await fires(rule, { main: main('⟦b⟧'), evidence, catalogue });
      assert.equal(found?.message, 'name', text);
    }
  });

  it('says nothing of scenarios in which identities change, nor across scenarios', async () => {
    const evidence = both(message(trois), letter(person(ins, 'DURAND', '1961-11-05')));
    for (const text of ['Corriger le nom de naissance', 'Fusionner deux dossiers', 'Émettre un A47', 'Deux patients']) {
      const steps = [{ text, covers: [] }];
      const catalogue = {
        ...smallCatalogue,
        requirements: [requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01')], { steps })])],
      };
      await silent(rule, { main: main('b'), evidence, catalogue });
    }
    // The patient stands in one step, the change in another.
    const steps = ['Ouvrir l’identité du patient', 'Modifier puis valider'].map((text) => ({ text, covers: [] }));
    const catalogue = {
      ...smallCatalogue,
      requirements: [requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01')], { steps })])],
    };
    await silent(rule, { main: main('b'), evidence, catalogue });
    const apart = `${evidenceOf('INS/va1.56.01.01', 'fichier: a')}      INS/va1.56.02:
        preuves: { INS/va1.56.02.01: [{ fichier: b }] }
`;
    await silent(rule, { main: apart, evidence });
  });
});
