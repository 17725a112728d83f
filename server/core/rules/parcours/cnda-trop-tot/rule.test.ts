import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (steps: string, state: string) =>
  manifest(`parcours: { etapes: { ${steps} } }\nagrements: [{ teleservice: DMP, statut: ${state} }]\n`);

describe(rule.meta.id, () => {
  it('reports a request too early for the filing or for the referencing', async () => {
    await fires(rule, { main: of('eligibilite: { etat: en cours }', '⟦Initialisation⟧') });
    await fires(rule, { main: of('referencement: { etat: faite }', '⟦En cours actif⟧') });
  });

  it('takes “En cours actif” for Pré-examen, and an approval that was obtained for what it is', async () => {
    await silent(rule, { main: of('preuves: { etat: faite }', 'En cours actif') });
    await silent(rule, { main: of('referencement: { etat: faite }', 'Examen de conformité, obtenu_le: 2026-05-01') });
  });

  it('says nothing of an unknown status, nor before the filing', async () => {
    await silent(rule, { main: of('referencement: { etat: faite }', 'Agréé') });
    await silent(rule, { main: of('eligibilite: { etat: à faire }', 'Initialisation') });
  });
});
