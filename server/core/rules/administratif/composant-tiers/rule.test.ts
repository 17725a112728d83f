import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (items: string) => manifest(`administratif: { composants_tiers: [${items}] }\n`);

describe(rule.meta.id, () => {
  it('asks for the NIL of a certified component, and for the approval of an embedded EAI engine', async () => {
    await fires(rule, { main: of('{ nom: ⟦Module DMP⟧, certifie: oui }') });
    await fires(rule, { main: of('{ nom: A, certifie: oui, nil: "1" }, { nom: ⟦Mirth⟧, moteur_eai: oui }') });
  });

  it('says nothing when they are there, nor of a component that is not certified', async () => {
    await silent(rule, { main: of('{ nom: A, certifie: oui, nil: "1" }, { nom: B, certifie: non }') });
    await silent(rule, {
      main: `${of('{ nom: Mirth, moteur_eai: oui }')}agrements: [{ teleservice: DMP, statut: Pré-examen }]\n`,
    });
  });

  it('says nothing of a component without a name, which another rule asks for', async () => {
    await silent(rule, { main: of('{ certifie: oui, moteur_eai: oui }') });
  });
});
