import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const complete = manifest(`parcours: { etapes: { eligibilite: { etat: en cours } } }
administratif:
  responsable_legal: { nom: A. Martin }
  compte_isc: editeur-exemple
  charte: { acceptee_le: 2026-02-01 }
  preuve_depot_cnda: cnda/depot.png
`);

describe(rule.meta.id, () => {
  it('lists what is missing while the application is filed', async () => {
    const [finding] = await fires(rule, {
      main: manifest('parcours: { etapes: { eligibilite: { etat: ⟦en cours⟧ } } }\n'),
    });
    assert.match(String(finding?.args['listEn']), /NIE.*legal representative.*NIL/);
    assert.doesNotMatch(String(finding?.args['listEn']), /SIRET/);
  });

  it('asks for mandates of a group only, and takes the NIL of a third-party component', async () => {
    const full = complete.replace('  nom:', '  nil: "1"\n  nom:').replace('  siret:', '  nie: "1"\n  siret:');
    await silent(rule, { main: full });
    await silent(rule, {
      main: full
        .replace('  nil: "1"\n', '')
        .replace('  compte_isc', '  composants_tiers: [{ nom: EAI, nil: "2" }]\n  compte_isc'),
    });
    const group = await fires(rule, {
      main: full
        .replace('  compte_isc', '  groupement: oui\n  compte_isc')
        .replace('etat: en cours', 'etat: ⟦en cours⟧'),
    });
    assert.match(String(group[0]?.args['listFr']), /^mandats/);
  });

  it('says nothing before the application, nor of a dispositif whose wave is unknown', async () => {
    await silent(rule, { main: manifest('') });
    await silent(rule, { main: manifest('parcours: { etapes: { eligibilite: { etat: à faire } } }\n') });
    await silent(rule, {
      main: manifest('parcours: { etapes: { eligibilite: { etat: en cours } } }\n').replace('MDV-LGC-Va2', 'X'),
      catalogue: null,
    });
  });
});
