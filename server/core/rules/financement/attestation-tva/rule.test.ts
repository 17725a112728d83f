import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);

describe(rule.meta.id, () => {
  it('asks each request for the certificate', async () => {
    await fires(rule, { main: of('signee_le: 2026-10-05, tva: ⟦HT⟧, avance: {}') });
    await fires(rule, {
      main: of('signee_le: 2026-10-05, tva: ⟦HT⟧, avance: { pieces: { attestation_tva: a.pdf } }, solde: {}'),
    });
  });

  it('says nothing of another rate, with the certificate, or without a request', async () => {
    await silent(rule, { main: of('signee_le: 2026-10-05, tva: "20%", avance: {}') });
    await silent(rule, { main: of('signee_le: 2026-10-05, tva: HT, avance: { pieces: { attestation_tva: a.pdf } }') });
    await silent(rule, { main: of('signee_le: 2026-10-05, tva: HT') });
  });
});
