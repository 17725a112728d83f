import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskEvidence, diskManifest } from '../disk-dossier';

/** Longer ones cost more than they find. */
const longest = 12_000;

function textsUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.length <= longest);
}

/** Manifests of the examples and of the tests, and what these leave out. */
export function manifestSeeds(): readonly string[] {
  const folders = ['examples', 'test/fixtures/manifests', 'test/golden/fixes'];
  const known = folders.flatMap((folder) => textsUnder(folder, '.preuves.yaml'));
  return [...known, ...written];
}

const written = [
  diskEvidence('fichier: preuves/a.png', 'lien: https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.3', 'execution: 4127'),
  diskManifest(`exigences:
  INS/va1.56:
    commentaire: >-
      Sur deux
      lignes.
    suivi: { responsable: AM, pour_le: 2026-12-01, travail: en cours }
    scenarios:
      INS/va1.56.01:
        commentaire: "a: b"
        preuves:
          INS/va1.56.01.01:
            - &p
              fichier: preuves/a.png
              date: 2026-11-02
              version: 12.10
              note_interne: à voir
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
            - *p
  PSC.01: { non_applicable: { justification: Non., declaration: d.pdf } }
scenarios:
  SCN_DB/CO.01: {}
chapitres:
  Identité nationale de santé: { statut: soumis, le: 2026-11-10 }
agrements:
  - { teleservice: DMP, statut: Obtenu, date: 2026-10-01 }
parcours:
  jalons:
    depot: { date: 2026-12-15, source: courriel }
`),
];

export const threadSeeds: readonly string[] = [
  `version: 1
preuve: INS/va1.56.01.01
scenario: INS/va1.56.01
exigence: INS/va1.56
sujet: "Quel écran ?"
etat: ouverte
messages:
  - par: AM
    le: 2026-11-03
    texte: |
      Sur deux
      lignes.
  - { par: BL, le: 2026-11-04, texte: "oui" }
`,
  'version: 1\nexigence: SSI/GEN.06\nsujet: a\nmessages: []\n',
];

export const portfolioSeeds: readonly string[] = [
  ...textsUnder('examples', 'portefeuille.yaml'),
  'version: 1\ndossiers: [a, b/c.preuves.yaml, "../x"]\ncommun: commun\n',
];

export const configurationSeeds: readonly string[] = [
  `version: 1
gravites:
  preuve/empreinte-absente: warning
  agrement: off
ignorer:
  - fichiers: [preuves/archives/**]
    regles: [preuve/autre-version]
    raison: Écrans inchangés depuis la 12.3
depot:
  noms: '{ordre} {chapitre}/{exigence}/{scenario}/{preuve} – {nom}'
  preavis: 30
pieces:
  noms: 'preuves/{preuve}-{nom}'
donnees: faits.yaml
controle:
  cda: ../TestContenuCDA-3-0
`,
];

export const answerSeeds: readonly string[] = [
  `Bonjour,

Voici notre retour du 3 novembre 2026.
INS/va1.56.01.01 : accepté
INS/va1.56.02 – demande de modification : l’écran n’est pas lisible.
SSI/GEN.06\trefusé\tIl manque la déclaration.

Cordialement,
`,
  'Preuve\tAvis\tCommentaire\nINS/va1.56.01.01\tValidé\tok\nPSC.01.01.01\tÀ modifier\t"sur\ndeux lignes"\n',
];

export const sheetSeeds: readonly string[] = [
  'Exigence;Scénario;Preuve;Fichier;Responsable;Statut;Date;Commentaire\nINS/va1.56;INS/va1.56.01;INS/va1.56.01.01;a.png;AM;en cours;03/11/2026;vu\nSSI/GEN.06;;;b.pdf;BL;fait;2026-11-04;\n',
  'sep=,\nproof,file,owner\nINS/va1.56.01.01,"a.png, b.png",AM\n',
  ...['excel-france.csv', 'tabule.tsv'].map((name) => readFileSync(join('test/fixtures/suivis', name), 'utf8')),
];

export const factsSeeds: readonly string[] = ['.yaml', '.yml']
  .flatMap((ending) => textsUnder('catalogues', `faits${ending}`))
  .concat('version: 1\nfaits: {}\n');
