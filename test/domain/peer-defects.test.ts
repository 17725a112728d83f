import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededDossiers } from '../kit/seeded/check-seeded';
import { all, change, mark, swap, without, type Plant } from '../kit/seeded/plant';
import { digestOf } from '../kit/seeded/seeded-evidence';
import { cleanTexts } from '../kit/seeded/seeded-manifest';

interface Defect {
  readonly name: string;
  readonly plant: Plant;
  /** The rule that must stand on the marked text. */
  readonly rule: string;
}

const shot = 'preuves/ins/fiche.png';
const film = 'preuves/ins/consommation.mp4';
const firstItem = 'INS/va1.56.01.01:\n';
const link = 'lien: https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519';

/**
 * The defects with which yaml-language-server and this project's JSON Schema were measured, written in the format of a
 * dossier: the first eight are those that it reports.
 */
const defects: readonly Defect[] = [
  {
    name: 'tab indentation',
    rule: 'yaml/syntaxe',
    plant: change('  denomination:', '⟦\t⟧denomination:'),
  },
  {
    name: 'the same key twice in a mapping',
    rule: 'manifeste/cle-en-double',
    plant: change('version: 12.4.0\n', 'version: 12.4.0\n              ⟦version⟧: 12.4.0\n', firstItem),
  },
  {
    name: 'an unquoted ": " in a comment',
    rule: 'yaml/syntaxe',
    plant: change("À droite, l'INS qualifiée", '⟦Voir: la capture⟧'),
  },
  {
    name: 'an unknown key',
    rule: 'manifeste/cle-inconnue',
    plant: change('sha256', '⟦sha265⟧', firstItem),
  },
  {
    name: 'a value outside the list',
    rule: 'manifeste/valeur-non-admise',
    plant: change('statut: soumis', 'statut: ⟦ok⟧'),
  },
  {
    name: 'a file without path',
    rule: 'manifeste/nature-de-piece',
    plant: change(`fichier: ${shot}\n              sha256`, '⟦sha256⟧'),
  },
  {
    name: 'a Gazelle entry without link',
    rule: 'manifeste/nature-de-piece',
    plant: change(`${link}\n              cas_de_test`, '⟦cas_de_test⟧'),
  },
  {
    name: 'a digest of 63 digits',
    rule: 'manifeste/format-incorrect',
    plant: change(digestOf(shot), `⟦${digestOf(shot).slice(1)}⟧`),
  },
  {
    name: 'a link that is no address',
    rule: 'manifeste/format-incorrect',
    plant: change(link, 'lien: ⟦rapport gazelle 12⟧'),
  },
  {
    name: '31 February',
    rule: 'manifeste/format-incorrect',
    plant: change('2026-11-02', '⟦2026-02-31⟧', firstItem),
  },
  {
    name: 'a date in the future',
    rule: 'preuve/date-future',
    plant: change('2026-11-02', '⟦2031-01-01⟧', firstItem),
  },
  {
    name: 'evidence older than the version',
    rule: 'preuve/plus-ancienne-que-la-version',
    plant: change('2026-11-02', '⟦2019-01-01⟧', firstItem),
  },
  {
    name: 'a requirement twice',
    rule: 'exigence/en-double',
    plant: change('  INS/va1.57:\n', '  ⟦INS/va1.56⟧:\n'),
  },
  {
    name: 'a scenario twice',
    rule: 'manifeste/cle-en-double',
    plant: change('      INS/va1.56.02:\n', '      ⟦INS/va1.56.01⟧:\n'),
  },
  {
    name: 'a proof twice',
    rule: 'manifeste/cle-en-double',
    plant: change('          INS/va1.56.02.02:\n', '          ⟦INS/va1.56.02.01⟧:\n'),
  },
  {
    name: 'the scenario of another requirement',
    rule: 'scenario/inconnu',
    plant: change('      INS/va1.56.02:\n', '      ⟦MSS/CONF.15.01⟧:\n'),
  },
  {
    name: 'a requirement that is not in the catalogue',
    rule: 'exigence/inconnue',
    plant: change('  PSC.01:\n', '  ⟦INS/EX.9999⟧:\n'),
  },
  {
    name: 'a requirement of the catalogue left out',
    rule: 'exigence/absente',
    plant: all(without('PSC.01'), mark('exigences', 'piece: preuves/cnda/insi.png')),
  },
  {
    name: 'a file missing on disk',
    rule: 'preuve/fichier-introuvable',
    plant: change(shot, '⟦preuves/ins/absente.png⟧'),
  },
  {
    name: 'a digest that is not the file’s',
    rule: 'preuve/empreinte-differente',
    plant: change(digestOf(shot), `⟦ffff${digestOf(shot).slice(4)}⟧`),
  },
  {
    name: 'a type against its extension (screenshot in .mp4)',
    rule: 'preuve/contenu-inattendu',
    plant: swap(film, 'fautes/image.mp4'),
  },
  {
    name: 'a path leaving the dossier',
    rule: 'preuve/hors-dossier',
    plant: change('preuves/securite/passi.pdf', '⟦../../x.pdf⟧'),
  },
  {
    name: 'the same file cited twice',
    rule: 'preuve/meme-fichier',
    plant: all(
      change(firstItem, `${firstItem}            - fichier: ${shot}\n              titre: Premier\n`),
      mark(shot, 'titre: Premier\n'),
    ),
  },
  {
    name: 'said to conform, with a failed scenario',
    rule: 'preuve/verdict-en-echec',
    plant: swap('preuves/documents/rapport.xml', 'fautes/echec.xml'),
  },
  {
    name: 'said to conform, without evidence',
    rule: 'chapitre/soumis-incomplet',
    plant: (texts) => {
      const planted = mark('Identité nationale de santé')(texts);
      const main = planted['main.preuves.yaml'];
      const [start, end] = [main.indexOf(firstItem), main.indexOf('      INS/va1.56.02:')];
      return { ...planted, 'main.preuves.yaml': `${main.slice(0, start)}INS/va1.56.01.01: []\n${main.slice(end)}` };
    },
  },
];

describe('defects of the peer study', () => {
  let folder = '';
  let dossiers: SeededDossiers;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-preuves-peer-'));
    dossiers = new SeededDossiers(folder);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are twenty-five', () => {
    assert.equal(defects.length, 25);
  });

  for (const { name, rule, plant } of defects) {
    it(`finds ${name} on the exact value`, async () => {
      const { findings, marked } = await dossiers.check(plant(cleanTexts));
      assert.equal(marked.length, 1);
      const [place] = marked;
      const found = findings.filter(
        (finding) =>
          finding.rule === rule &&
          finding.uri === place?.uri &&
          finding.range.start === place.start &&
          finding.text === place.text,
      );
      assert.equal(
        found.length,
        1,
        findings.map((finding) => `${finding.rule} ${finding.message} ${finding.text}`).join('\n'),
      );
    });
  }
});
