import assert from 'node:assert/strict';
import type { StepId } from '../../manifest/journey-ids';
import { parseManifest } from '../../manifest/parse-manifest';
import { moment } from '../../time/moment';
import { makePlan } from './make-plan';
import { parcoursView } from './parcours-view';
import type { ProofFacts } from './proof-facts';

const now = moment('2026-04-20');
assert.ok(now);

function stepsOf(text: string, proofs?: ProofFacts, dispositif = 'IMG-DB-Va2') {
  assert.ok(now);
  const parsed = parseManifest(`version: 1\ndossier: { dispositif: ${dispositif} }\n${text}`);
  const view = parcoursView(makePlan(parsed, now, proofs), 'fr', parsed.journey?.base ?? 0);
  return (id: StepId) => view.steps.find((step) => step.id === id)?.stateLabel ?? '';
}

const approvals = (dmp: string, insi: string) =>
  `agrements:\n  - { teleservice: DMP, ${dmp} }\n  - { teleservice: INSi, ${insi} }\n`;
const order = (more: string) => `  - { client: A, signee_le: 2026-03-01, ${more} }\n`;

describe('steps that other sections of the dossier tell', () => {
  it('follow the requests to the CNDA, and say from what', () => {
    const step = stepsOf(
      approvals('statut: Finalisation, obtenu_le: 2026-04-01', 'statut: Pré-examen, deposee_le: 2026-03-01'),
    );
    assert.equal(step('demande_cnda'), 'faite (déduit de agrements, demandes déposées : 2 sur 2)');
    assert.equal(step('agrement_cnda'), 'en cours (déduit de agrements, agréments obtenus : 1 sur 2)');
    const both = approvals('statut: Finalisation, obtenu_le: 2026-04-01', 'obtenu_le: 2026-04-02, statut: Obtenue');
    assert.equal(stepsOf(both)('agrement_cnda'), 'faite (déduit de agrements, agréments obtenus : 2 sur 2)');
  });

  it('take the last day of all the requests that were filed, and know none whose teleservice is not told', () => {
    const told = (text: string) => {
      assert.ok(now);
      const parsed = parseManifest(`version: 1\ndossier: { dispositif: IMG-DB-Va2 }\n${text}`);
      return makePlan(parsed, now).input.deduced.get('demande_cnda');
    };
    const both = told(approvals('deposee_le: 2026-03-01', 'deposee_le: 2026-03-09'));
    assert.deepEqual([both?.state, both?.doneOn], ['faite', moment('2026-03-09')]);
    const nameless = told('agrements:\n  - { deposee_le: 2026-03-01 }\n');
    assert.deepEqual([nameless?.state, nameless?.why.fr], ['en cours', 'demandes déposées : 1 sur 3']);
  });

  it('do not take an approval for obtained without a date of the past, nor for all of those expected', () => {
    assert.match(
      stepsOf(approvals('statut: Finalisation', 'statut: Finalisation'))('agrement_cnda'),
      /^en cours .*0 sur 2/,
    );
    const future = approvals('statut: Finalisation, obtenu_le: 2026-09-01', 'statut: Finalisation');
    assert.match(stepsOf(future)('agrement_cnda'), /^en cours .*0 sur 2/);
    const one = stepsOf('agrements:\n  - { teleservice: DMP, statut: Finalisation, obtenu_le: 2026-04-01 }\n');
    assert.match(one('agrement_cnda'), /^en cours .*1 sur 2/);
    assert.match(one('demande_cnda'), /^en cours .*1 sur 2/);
    assert.equal(stepsOf('agrements:\n  - { teleservice: DMP, statut: bientôt }\n')('demande_cnda'), 'à faire');
    const exempt = '  - { teleservice: INSi, dispense: { motif: sans objet, piece: a.pdf } }\n';
    const rest = `agrements:\n  - { teleservice: DMP, statut: Obtenue, obtenu_le: 2026-04-01 }\n${exempt}`;
    assert.match(stepsOf(rest)('agrement_cnda'), /^faite .*1 sur 1/);
  });

  it('count orders, advances, services and balances one by one, cancelled ones left out', () => {
    const paid = 'avance: { etat: payée }, solde: { va_signee: oui, deposee_le: 2026-04-01 }';
    const text = `commandes:\n${order(paid)}${order('avance: { deposee_le: 2026-04-02 }')}${order('annulee_le: 2026-04-03')}`;
    const step = stepsOf(text);
    // What follows tells that orders were obtained.
    assert.equal(step('commandes'), 'faite (déduit de la suite)');
    assert.equal(step('demande_avance'), 'faite (déduit de commandes, avances demandées : 2 sur 2)');
    assert.equal(step('avance'), 'en cours (déduit de commandes, avances payées : 1 sur 2)');
    assert.equal(step('prestation'), 'en cours (déduit de commandes, prestations dont la VA est signée : 1 sur 2)');
    assert.equal(step('demande_solde'), 'en cours (déduit de commandes, soldes demandés : 1 sur 2)');
    assert.equal(step('solde'), 'à faire');
    assert.match(stepsOf(`commandes:\n${order('tva: HT')}`)('commandes'), /^en cours \(déduit de commandes/);
  });

  it('take a request that is incomplete, unknown or still to be filed for none', () => {
    for (const advance of ['etat: incomplète, deposee_le: 2026-04-01', 'etat: presque', 'deposee_le: 2026-12-01']) {
      assert.equal(stepsOf(`commandes:\n${order(`avance: { ${advance} }`)}`)('demande_avance'), 'à faire', advance);
    }
  });

  it('follow chapters, and the evidence where the whole dossier was read', () => {
    const chapters = 'chapitres:\n  A: { statut: validé, le: 2026-04-01 }\n  B: { statut: soumis, le: 2026-04-02 }\n';
    const proofs = { chapters: ['A', 'B', 'C'], total: 9, started: 2 };
    const part = stepsOf(chapters, proofs);
    assert.equal(part('eligibilite'), 'faite (déduit de chapitres, chapitres soumis : 2 sur 3)');
    assert.equal(part('preuves'), 'en cours (déduit de chapitres, chapitres soumis : 2 sur 3)');
    assert.equal(part('conformite'), 'en cours (déduit de preuves, preuves dont une pièce est citée : 2 sur 9)');
    const all = stepsOf(chapters, { ...proofs, chapters: ['A', 'B'] });
    assert.match(all('preuves'), /^faite .*2 sur 2/);
    assert.match(all('referencement'), /^en cours/);
    // Without the catalogue nobody knows whether these are all.
    assert.match(stepsOf(chapters)('preuves'), /^en cours/);
    const begun = stepsOf('', proofs);
    assert.match(begun('preuves'), /^en cours \(déduit de preuves/);
    assert.equal(begun('eligibilite'), 'à faire');
    assert.equal(stepsOf('chapitres:\n  A: { statut: presque }\n')('eligibilite'), 'à faire');
  });

  it('follow the referencing number and the enrolment, unless approvals say otherwise', () => {
    const number = 'financement: { numero_referencement: SONS-123, enrolement: { etat: A modifier } }\n';
    assert.match(stepsOf(number)('referencement'), /^faite \(déduit de financement/);
    assert.match(stepsOf(number)('enrolement'), /^en cours \(déduit de financement/);
    assert.equal(stepsOf(`${number}${approvals('statut: Examen', 'statut: Pré-examen')}`)('referencement'), 'à faire');
    assert.equal(stepsOf(number, undefined, 'MSS-OP-Va1')('referencement'), 'à faire');
  });

  it('give way to what is written, and tell nothing of a section that was not read whole', () => {
    const done = approvals('obtenu_le: 2026-04-01', 'obtenu_le: 2026-04-02');
    const written = stepsOf(`${done}parcours: { etapes: { agrement_cnda: { etat: en cours } } }\n`);
    assert.equal(written('agrement_cnda'), 'en cours');
    assert.equal(stepsOf(`${done}  - { teleservice: [} }\n`)('agrement_cnda'), 'à faire');
  });

  it('leave the earliest dates alone where only something of a step is there', () => {
    assert.ok(now);
    const parsed = parseManifest('version: 1\ndossier: { dispositif: IMG-DB-Va2 }\n');
    const ends = (proofs?: ProofFacts) => makePlan(parsed, now, proofs).steps.map(({ earliestEnd }) => earliestEnd);
    assert.deepEqual(ends({ chapters: ['A'], total: 9, started: 2 }), ends());
  });
});
