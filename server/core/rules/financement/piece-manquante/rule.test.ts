import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  const advance = 'avance: { pieces: { bon_de_commande: a.pdf } }';

  it('reports the document that a planned request lacks', async () => {
    await fires(rule, { main: of('signee_le: 2026-10-05, ⟦avance⟧: {}') });
    await fires(rule, { main: of('signee_le: 2026-10-05, ⟦solde⟧: { pieces: { mom: a.pdf } }') });
    const doubtful = await fires(rule, { main: of('signee_le: 2026-10-05, ⟦solde⟧: { pieces: { facture: a.pdf } }') });
    assert.equal(doubtful[0]?.severity, 'info');
  });

  it('knows the VA of the médico-social, the habilitation of DRIMbox and the invoice of operators', async () => {
    const on = (dispositif: string, order: string) =>
      of(`signee_le: 2026-10-05, ${order}`).replace('MDV-LGC-Va2', dispositif);
    await fires(rule, { main: on('MS1-DUI-PA-PH-DOM-Va1', '⟦solde⟧: { pieces: { facture: a.pdf, mom: b.pdf } }') });
    await fires(rule, { main: on('IMG-DB-Va2', `⟦avance⟧${advance.slice('avance'.length)}`) });
    await silent(rule, { main: on('MSS-OP-Va1', 'solde: { pieces: { facture: a.pdf } }') });
    await silent(rule, { main: on('HOP-DPI-Va2', 'solde: { pieces: { facture: a.pdf, mom: b.pdf } }') });
  });

  it('reports what the enrolment lacks, for whom files it', async () => {
    const pieces = 'attestation_referencement: a.pdf, rib: b.pdf, identite_representant_legal: c.pdf';
    await silent(rule, { main: manifest(`financement: { enrolement: { ${pieces} } }\n`) });
    await fires(rule, { main: manifest(`financement: { ⟦enrolement⟧: { depositaire: salarié, ${pieces} } }\n`) });
  });

  it('says nothing of a request that is not written, is settled or was cancelled', async () => {
    await silent(rule, { main: of('signee_le: 2026-10-05') });
    await silent(rule, { main: of(`signee_le: 2026-10-05, ${advance}`) });
    await silent(rule, { main: of('signee_le: 2026-10-05, avance: { etat: Décidée et payée }') });
    await silent(rule, { main: of('signee_le: 2026-10-05, annulee_le: 2026-10-06, avance: {}') });
  });
});
