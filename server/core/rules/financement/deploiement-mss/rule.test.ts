import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (order: string) => manifest(`commandes: [{ client: Cabinet Exemple, ${order} }]\n`);
const ms = 'MS1-DUI-PA-PH-DOM-Va1';

describe(rule.meta.id, () => {
  it('asks a request filed since 12/09/2024, or sent back, for the deployment', async () => {
    await fires(rule, { main: of('signee_le: 2024-02-01, ⟦solde⟧: {}').replace('MDV-LGC-Va2', ms) });
    await fires(rule, {
      main: of('signee_le: 2024-02-01, ⟦solde⟧: { etat: A modifier, deposee_le: 2024-08-01 }').replace(
        'MDV-LGC-Va2',
        ms,
      ),
    });
  });

  it('says nothing once told, settled or filed before, nor of other dispositifs', async () => {
    for (const balance of ['deploiement_mss: Cas 2', 'etat: Validée', 'deposee_le: 2024-09-11'])
      await silent(rule, { main: of(`signee_le: 2024-02-01, solde: { ${balance} }`).replace('MDV-LGC-Va2', ms) });
    await silent(rule, { main: of('signee_le: 2024-02-01, solde: {}') });
  });
});
