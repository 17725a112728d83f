import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { rules } from './registry';

/** A digest for each file, by a digit of its own. */
const digest = (digit: string) => digit.repeat(64);
const review = 'revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }';
const shown = (digit: string) => `sha256: ${digest(digit)}, date: 2026-11-02, version: 12.4.0, ${review}`;

const main = manifest(`agrements:
  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png, date: 2026-10-20 }
  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi.png, date: 2026-10-20 }
exigences:
  INS/va1.56:
    empreinte: 3f9a1c20
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/INS/fiche.png
              sha256: ${digest('1')}
              date: 2026-11-02
              version: 12.4.0
              commentaire: "À droite : l'INS qualifiée"
              note_interne: Vue par Claire
              ${review}
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - { fichier: preuves/INS/consommation.mp4, ${shown('2')} }
          INS/va1.56.02.02:
            - lien: https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519
              cas_de_test: CI-SIS-HL7V2-Cons_identite_INS
              date: 2026-11-03
              version: 12.4.0
              ${review}
  PSC.01:
    empreinte: 0badcafe
    scenarios:
      PSC.01.02: { preuves: { PSC.01.01.02: [{ fichier: preuves/PSC/ciba.mp4, ${shown('3')} }] } }
  SSI/GEN.06:
    non_applicable:
      justification: Pas d'hébergement de données de santé.
      declaration: preuves/declarations/ssi-gen-06.pdf
  SSI/GEN.07:
    empreinte: 0badcafe
    scenarios:
      SSI/GEN.07.01: { preuves: { SSI/GEN.07.01.01: [{ fichier: preuves/SSI/passi.pdf, ${shown('4')} }] } }
  MSS/CONF.14:
    empreinte: 0badcafe
    scenarios:
      MSS/CONF.14.01:
        preuves:
          MSS/CONF.14.01.01:
            - { execution: 4127, date: 2026-11-02, version: 12.4.0, ${review} }
scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01:
        - { fichier: preuves/DB/appel.log, ${shown('5')} }
chapitres:
  Identité nationale de santé: { statut: soumis, le: 2026-11-10 }
commandes:
  - { client: Cabinet Exemple, signee_le: 2026-10-05 }
`);

const seen = (extension: string, digit: string) =>
  file({ sha256: digest(digit), detected: { extension, mime: 'application/octet-stream' } });
const evidence = {
  'preuves/cnda/dmp.png': seen('png', '7'),
  'preuves/cnda/insi.png': seen('png', '8'),
  'preuves/INS/fiche.png': seen('png', '1'),
  'preuves/INS/consommation.mp4': seen('mp4', '2'),
  'preuves/PSC/ciba.mp4': seen('mp4', '3'),
  'preuves/declarations/ssi-gen-06.pdf': seen('pdf', '6'),
  'preuves/SSI/passi.pdf': seen('pdf', '4'),
  'preuves/DB/appel.log': file({ sha256: digest('5'), text: true }),
};

describe('a clean dossier', () => {
  it('has no finding, with every rule', async () => {
    const { analysis } = await analyse(rules, { main, evidence });
    assert.deepEqual(
      analysis.findings.map(({ rule, message, args }) => ({ rule, message, args })),
      [],
    );
    assert.equal(analysis.compliance()?.status, 'provided');
  });

  it('has none either with Windows line ends, an anchor, or its requirements in a fragment', async () => {
    const anchored = main.replace(
      `[{ fichier: preuves/PSC/ciba.mp4, ${shown('3')} }]`,
      `[&ciba { fichier: preuves/PSC/ciba.mp4, ${shown('3')} }]`,
    );
    for (const text of [main.replaceAll('\n', '\r\n'), anchored]) {
      const { analysis } = await analyse(rules, { main: text, evidence });
      assert.deepEqual(analysis.findings, []);
    }
    const at = main.indexOf('exigences:');
    const end = main.indexOf('scenarios:\n  SCN_');
    const head = (main.slice(0, at) + main.slice(end)).replace(
      '  depot_vise',
      '  fragments: [exigences/*.preuves.yaml]\n  depot_vise',
    );
    const files = { 'exigences/tout.preuves.yaml': `version: 1\n${main.slice(at, end)}` };
    const { analysis } = await analyse(rules, { main: head, files, evidence });
    assert.deepEqual(analysis.findings, []);
  });

  it('waits for evidence facts without a word', async () => {
    const { analysis } = await analyse(rules, { main });
    assert.deepEqual(analysis.findings, []);
    assert.ok(mainUri.endsWith('main.preuves.yaml'));
  });
});
