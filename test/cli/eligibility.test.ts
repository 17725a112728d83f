import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';
import { cli } from './run-cli';

const waveOne = `version: 1
dossier:
  dispositif: MDV-LGC-Va1
editeur:
  denomination: &nom Éditeur <Exemple>
  siret: "73282932000074"
  nie: à compléter
logiciel:
  nom: *nom
  version: 12.10
administratif:
  distributeurs: [Un, Deux]
  groupement: non
exigences: {}
`;

describe('cli: eligibility', function () {
  this.timeout(30_000);
  let dossier: DiskDossier | undefined;
  const run = (manifest: string, ...args: string[]) => {
    dossier ??= new DiskDossier(manifest);
    return cli(dossier.base, ['eligibility', 'dossier', ...args]);
  };
  afterEach(() => {
    dossier?.remove();
    dossier = undefined;
  });

  it('is a sheet to copy from, which names what is empty and takes no placeholder for a value', async () => {
    const { code, out } = await run(waveOne);
    assert.equal(code, 1);
    assert.match(out, /^Formulaire d’éligibilité : MDV-LGC-Va1\nDénomination sociale : Éditeur <Exemple>\n/);
    assert.match(out, /SIRET : 73282932000074\nNIE \(CNDA\) : \(vide\)\n/);
    assert.match(out, /Nom du logiciel : Éditeur <Exemple>\nVersion du logiciel : 12\.10\n/);
    assert.match(out, /Distributeurs mandatés : Un, Deux\n/);
    assert.match(out, /7 champs obligatoires/);
    assert.match(out, /vides : NIE \(CNDA\), Responsable légal,/);
    assert.doesNotMatch(out, /n’est pas complète/);
    const page = await run(waveOne, '--format', 'html', '--lang', 'en');
    assert.ok(page.out.includes('&#60;Exemple&#62;') && !page.out.includes('<Exemple>'));
    const json = JSON.parse((await run(waveOne, '--format', 'json')).out) as {
      vides: string[];
      liste_complete: boolean;
    };
    assert.ok(json.vides.includes('NIE (CNDA)') && json.liste_complete);
    assert.match((await run(waveOne, '--format', 'csv')).out, /^\ufeffChamp;Valeur;Clé du manifeste;Indication\r\n/);
  });

  it('says of wave 2 that its list is not known, and of another that nothing is', async () => {
    const { out } = await run(diskManifest('exigences: {}\n'));
    assert.match(out, /Cette liste n’est pas complète : relevez les champs dans votre DSR/);
    assert.match(out, /NIE \(CNDA\) : \(vide\)/);
    assert.doesNotMatch(out, /SIRET/);
  });

  it('takes the list that a user copied from their DSR, and refuses what it does not understand', async () => {
    await run(diskManifest('exigences: {}\n'));
    const list = (text: string) => {
      writeFileSync(join(dossier?.base ?? '', 'dsr.yaml'), text);
      return run('', '--champs', 'dsr.yaml');
    };
    const good = await list(
      '\ufeffversion: 1\nsource: DSR §3\nchamps:\n  - { libelle: Raison sociale, cle: editeur.denomination }\n  - { libelle: Effectif, obligatoire: non }\n  - { libelle: Pays, texte: France }\n',
    );
    assert.equal(good.code, 0, good.err);
    assert.match(good.out, /Raison sociale : Éditeur Exemple\nEffectif : \(à remplir à la main\)\nPays : France\n/);
    assert.match(good.out, /Source : DSR §3\./);
    for (const [text, fault] of [
      ['champs:\n  - { libelle: X, cle: editeur.nom }\n', /ligne 2 : « editeur\.nom » n’est pas une clé du manifeste/],
      ['champs:\n  - { cle: editeur.siret }\n', /ligne 2 : chaque champ a un libellé/],
      ['champs:\n  - { libelle: X, clef: editeur.siret }\n', /« clef » n’est pas attendu ici/],
      ['champs: [', /ne se lit pas/],
      ['', /ne se lit pas/],
    ] as const) {
      const wrong = await list(text);
      assert.equal(wrong.code, 2, text);
      assert.match(wrong.err, fault);
    }
  });
});
