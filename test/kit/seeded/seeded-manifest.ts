import { digestOf } from './seeded-evidence';

/** Paths of the files of the dossier. */
export const mainPath = 'main.preuves.yaml';
export const fragmentPath = 'exigences/messagerie.preuves.yaml';

/** A planted piece of evidence that nothing cites; the dossier without fault has none. */
export const strayPath = 'preuves/ins/fiche-2.png';

/** Where the schemas of test/fixtures/cisis are; no setting of the dossier without fault names them. */
export const schemasFolder = 'schemas';

/** Settings of the team; the dossier without fault has none. */
export const settingsPath = 'segur.config.yaml';

export type SeededTexts = Readonly<
  Record<typeof mainPath | typeof fragmentPath, string> &
    Partial<Record<typeof strayPath | typeof settingsPath, string>>
>;

const reviewed = ['date: 2026-11-02', 'version: 12.4.0', 'revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }'];

function item(first: string, ...more: readonly string[]): string {
  const rest = [...more, ...reviewed];
  return [`            - ${first}`, ...rest.map((line) => `              ${line}`)].join('\n');
}

const file = (path: string, ...more: readonly string[]) =>
  item(`fichier: ${path}`, `sha256: ${digestOf(path)}`, ...more);
const link = (id: number, testCase: string) =>
  item(
    `lien: https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=${id}`,
    `cas_de_test: ${testCase}`,
  );

const main = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  profils: [BAL PER-ORG]
  depot_vise: 2026-12-15
  fragments: [exigences/*.preuves.yaml]
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: MonCabinet
  version: 12.4.0
  date_version: 2026-10-12
agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png, date: 2026-10-20 }
  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi.png, date: 2026-10-20 }
exigences:
  INS/va1.56:
    empreinte: 3f9a1c20
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${file('preuves/ins/fiche.png', "commentaire: À droite, l'INS qualifiée")}
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
${file('preuves/ins/consommation.mp4')}
          INS/va1.56.02.02:
${link(204519, 'CI-SIS-HL7V2-Cons_identite_INS')}
          INS/va1.56.02.03:
${file('preuves/ins/a31.hl7')}
  INS/va1.57:
    empreinte: 0badcafe
    scenarios:
      INS/va1.57.01:
        preuves:
          INS/va1.57.01.01:
${file('preuves/ins/trace.log')}
  PSC.01:
    empreinte: 0badcafe
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01:
${file('preuves/psc/mode-web.mp4')}
  SSI/GEN.06:
    non_applicable:
      justification: Pas d'hébergement de données de santé.
      declaration: preuves/securite/hds.pdf
  SSI/GEN.07:
    empreinte: 0badcafe
    scenarios:
      SSI/GEN.07.01:
        preuves:
          SSI/GEN.07.01.01:
${file('preuves/securite/passi.pdf')}
  DOC.01:
    empreinte: 0badcafe
    scenarios:
      DOC.01.01:
        preuves:
          DOC.01.01.01:
${file('preuves/documents/lettre.xml')}
          DOC.01.01.02:
${file('preuves/documents/lettre.pdf')}
          DOC.01.01.03:
${file('preuves/documents/IHE_XDM.zip')}
          DOC.01.01.04:
${link(204520, 'CI-SIS-CR-VIL-N1-Create_doc-Sc1')}
          DOC.01.01.05:
${link(204521, 'CI-SIS-CR-VIL-N1-Create_doc-Sc2')}
  DMP/UX.50:
    empreinte: 0badcafe
    scenarios:
      DMP/UX.50.01:
        preuves:
          DMP/UX.50.01.01:
${file('preuves/documents/td-air.xml')}
  BIO.01:
    empreinte: 0badcafe
    scenarios:
      BIO.01.01:
        preuves:
          BIO.01.01.01:
${file('preuves/documents/rapport.xml')}
chapitres:
  Identité nationale de santé: { statut: soumis, le: 2026-11-10 }
  Pro Santé Connect: { statut: modification demandée, le: 2026-11-19 }
`;

const fragment = `version: 1
exigences:
  MSS/CONF.01:
    empreinte: 0badcafe
    scenarios:
      MSS/CONF.01.01:
        preuves:
          MSS/CONF.01.01.01:
${item('execution: 4127', 'cas_de_test: MSS-LPS-SEGUR-GEN')}
  MSS/CONF.04:
    empreinte: 0badcafe
    scenarios:
      MSS/CONF.04.01:
        preuves:
          MSS/CONF.04.01.01:
${item('execution: 4131', 'cas_de_test: MSS-LPS-SEGUR-PER-ORG')}
  MSS/CONF.15:
    empreinte: 0badcafe
    scenarios:
      MSS/CONF.15.01:
        preuves:
          MSS/CONF.15.01.01:
${file('preuves/mssante/envoi.eml')}
          MSS/CONF.15.01.02:
${file('preuves/mssante/client.pem')}
`;

/** The dossier that has no fault. */
export const cleanTexts: SeededTexts = { [mainPath]: main, [fragmentPath]: fragment };
