import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (steps: string) => manifest(`parcours: { etapes: { ${steps} } }\n`);

describe(rule.meta.id, () => {
  it('reports a step that is ahead of the one before', async () => {
    await fires(rule, { main: of('eligibilite: { etat: à faire }, preuves: { etat: ⟦en cours⟧ }') });
    await fires(rule, { main: of('agrement_cnda: { etat: en cours }, referencement: { etat: ⟦faite⟧ }') });
    await fires(rule, {
      main: of('eligibilite: { etat: faite, fin: 2026-05-02 }, preuves: { etat: faite, fin: ⟦2026-05-01⟧ }'),
    });
  });

  it('reports dates that contradict each other', async () => {
    await fires(rule, { main: of('preuves: { etat: faite, debut: 2026-05-02, fin: ⟦2026-05-01⟧ }') });
    await fires(rule, { main: of('preuves: { etat: faite, fin: ⟦2027-05-01⟧ }') });
  });

  it('says nothing of steps in order, of those not written, nor where the order is only concluded', async () => {
    await silent(rule, {
      main: of('eligibilite: { etat: faite, fin: 2026-05-01 }, preuves: { etat: faite, fin: 2026-05-01 }'),
    });
    await silent(rule, { main: of('referencement: { etat: faite }') });
    await silent(rule, { main: of('conformite: { etat: à faire }, preuves: { etat: en cours }') });
    await silent(rule, { main: of('demande_cnda: { etat: sans objet }, eligibilite: { etat: en cours }') });
  });

  it('holds the order of a wave against dossiers of that wave alone', async () => {
    const steps = 'eligibilite: { etat: à faire }, enrolement: { etat: ⟦en cours⟧ }';
    await fires(rule, { main: of(steps) });
    const plain = of(steps.replace(/[⟦⟧]/g, ''));
    await silent(rule, { main: plain.replace('MDV-LGC-Va2', 'MDV-LGC-Va1') });
    await silent(rule, { main: plain.replace('MDV-LGC-Va2', 'AUTRE') });
  });
});
