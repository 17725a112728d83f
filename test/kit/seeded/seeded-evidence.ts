import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { buildMp4 } from '../../../server/host/inspection/testing/build-film';
import { buildPdf, buildSignedPdf } from '../../../server/host/inspection/testing/build-pdf';
import { buildPng, uniformRows } from '../../../server/host/inspection/testing/build-png';
import {
  clinicalDocument,
  identityMessage,
  mail,
  madeUpIns,
  oids,
  soapMessage,
  testIns,
  validationReport,
  xdmArchive,
} from './seeded-documents';

/** A document of the schemas in test/fixtures/cisis, in which one text is replaced by another. */
const controlled = (from = '', to = ''): Buffer => {
  const sound = readFileSync(join('test', 'fixtures', 'cisis', 'ExemplesCDA', 'ESSAI-A_2024.01.xml'), 'utf8');
  if (!sound.includes(from)) throw new Error(`Not there: ${from}`);
  return Buffer.from(sound.replace(from, to));
};
const page = (title: string, body: string): Buffer =>
  Buffer.from(`<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${body}</body></html>\n`);
const structured = (event: string): Buffer =>
  Buffer.from(
    `<ADT_A05 xmlns="urn:hl7-org:v2xml"><MSH><MSH.7><TS.1>20261102101500</TS.1></MSH.7><MSH.9><MSG.1>ADT</MSG.1><MSG.2>${event}</MSG.2></MSH.9><MSH.11><PT.1>T</PT.1></MSH.11></MSH><PID><PID.3><CX.1>${testIns}</CX.1><CX.4><HD.2>${oids.test}</HD.2><HD.3>ISO</HD.3></CX.4></PID.3><PID.32>VALI</PID.32></PID></ADT_A05>\n`,
  );
const fixture = (name: string): Buffer => readFileSync(join('test', 'fixtures', 'evidence', name));

const pdfA = (part: number): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="${part}" pdfaid:conformance="B"/></rdf:RDF></x:xmpmeta>`;
const letterPdf = buildPdf({ pages: ['Lettre de liaison'], xmp: pdfA(1) });
const letter = clinicalDocument(letterPdf);
const archive = xdmArchive({ document: letter });
const signed = (day: string): Buffer =>
  buildSignedPdf(`/Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:${day}090000+02'00')`);
const qualified = (ins: string, oid: string): string => `${ins}^^^ASIP-SANTE-INS-NIR&${oid}&ISO^INS`;
const png = (width: number, height = 300): Buffer => buildPng({ width, height });
const sent = (request: Parameters<typeof mail>[0] = {}): Buffer => mail({ archive, pdf: letterPdf, ...request });

/** The evidence of the dossier that has no fault. */
export const cleanEvidence: Readonly<Record<string, Buffer>> = {
  'preuves/cnda/dmp.png': png(401),
  'preuves/cnda/insi.png': png(402),
  'preuves/ins/fiche.png': png(400),
  'preuves/ins/consommation.mp4': buildMp4({ duration: 80_000 }),
  'preuves/ins/a31.hl7': identityMessage(`IPP-42^^^MONCABINET^PI~${qualified(testIns, oids.test)}`),
  'preuves/ins/trace.log': Buffer.from(`2026-11-02 10:15:00 INSi OK, TD3.1, INS ${testIns}\n`),
  'preuves/psc/mode-web.mp4': buildMp4({ duration: 60_000 }),
  'preuves/securite/hds.pdf': buildPdf({ pages: ['Pas d hebergement'] }),
  'preuves/securite/passi.pdf': signed('20260930'),
  'preuves/documents/lettre.xml': letter,
  'preuves/documents/lettre.pdf': letterPdf,
  'preuves/documents/IHE_XDM.zip': archive,
  'preuves/documents/td-air.xml': soapMessage(true),
  'preuves/documents/rapport.xml': validationReport('PASSED'),
  'preuves/mssante/envoi.eml': sent(),
  'preuves/mssante/client.pem': fixture('certificat-de-test.pem'),
};

/** Evidence with a fault each, cited only when that fault is planted. */
export const faultyEvidence: Readonly<Record<string, Buffer>> = {
  'fautes/vide.png': Buffer.alloc(0),
  'fautes/coupee.png': png(410).subarray(0, 400),
  'fautes/vignette.png': png(120, 90),
  'fautes/noire.png': buildPng({ width: 400, height: 300, rows: uniformRows([0, 0, 0], 400, 300) }),
  'fautes/image.mp4': png(420),
  'fautes/capture.png': png(430),
  'fautes/refaite.png': png(440),
  // The digest of another content, as DVC 3 writes it.
  'fautes/refaite.png.dvc': Buffer.from(
    'outs:\n- md5: a304afb96060aad90176268345e10355\n  size: 37891\n  hash: md5\n  path: refaite.png\n',
  ),
  'fautes/sans-index.mp4': buildMp4({ withoutIndex: true }),
  'fautes/eclair.mp4': buildMp4({ duration: 400 }),
  'fautes/mot-de-passe.pdf': buildPdf({ encryption: 'closed' }),
  'fautes/ordinaire.pdf': buildPdf({ pages: ['Lettre de liaison'] }),
  'fautes/pdf-a-3.pdf': buildPdf({ pages: ['Lettre de liaison'], xmp: pdfA(3) }),
  'fautes/autre-lettre.pdf': buildPdf({ pages: ['Une autre lettre'], xmp: pdfA(1) }),
  'fautes/passi-sans-signature.pdf': buildPdf({ pages: ['Test d intrusion'] }),
  'fautes/lettre-dmp.pdf': buildPdf({ pages: ['Lettre du CNDA, homologation DMP'] }),
  'fautes/passi-ancien.pdf': signed('20251130'),
  'fautes/nir.pdf': buildPdf({ pages: ['NIR 2 69 02 2A 004 001 88'], xmp: pdfA(1) }),
  'fautes/mal-forme.xml': Buffer.from('<ClinicalDocument xmlns="urn:hl7-org:v3">\n<title>\n</ClinicalDocument>\n'),
  'fautes/bundle.xml': Buffer.from('<Bundle xmlns="http://hl7.org/fhir"><type value="document"/></Bundle>\n'),
  'fautes/lettre-production.xml': clinicalDocument(letterPdf, { ins: madeUpIns, oid: oids.nir }),
  'fautes/lettre-test-sous-production.xml': clinicalDocument(letterPdf, { oid: oids.nir }),
  'fautes/reponse.xml': soapMessage(false),
  'fautes/assertion.xml': Buffer.from('<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>\n'),
  'fautes/echec.xml': validationReport('FAILED'),
  'fautes/sans-oid.hl7': identityMessage(testIns),
  'fautes/pas-de-message.hl7': Buffer.from('rien de tel\n'),
  'fautes/production.hl7': identityMessage(qualified(madeUpIns, oids.nir)),
  'fautes/provisoire.hl7': identityMessage(qualified(testIns, oids.test), 'PROV'),
  'fautes/nia.hl7': identityMessage(qualified(madeUpIns, oids.nia)),
  'fautes/ancien.log': Buffer.from(`2026-09-04 10:15:00 INSi OK, TD3.1, INS ${testIns}\n`),
  'fautes/nu.log': Buffer.from(`2026-11-02 10:15:00 appel INSi, TD3.1\n2026-11-02 10:15:01 reponse ${madeUpIns}\n`),
  'fautes/document-absent.zip': xdmArchive({ document: letter, missing: true }),
  'fautes/document-change.zip': xdmArchive({ document: letter, changed: true }),
  'fautes/sans-readme.zip': xdmArchive({ document: letter, withoutReadme: true }),
  'fautes/sans-metadonnees.zip': xdmArchive({ document: letter, withoutMetadata: true }),
  'fautes/non-annonce.zip': xdmArchive({ document: letter, unlisted: true }),
  'fautes/autre-archive.zip': buildZip([{ name: 'capture.txt', content: 'rien' }]),
  'fautes/production.zip': xdmArchive({ document: letter, ins: madeUpIns, oid: oids.nir }),
  'fautes/sans-en-tetes.eml': sent({ headers: [] }),
  'fautes/sans-objet.eml': sent({ subject: 'Lettre de liaison' }),
  'fautes/hors-espace.eml': sent({ to: 'dominique.essai@exemple.fr' }),
  'fautes/deux-patients.eml': sent({ archive: xdmArchive({ document: letter, secondIns: '110086322083060' }) }),
  'fautes/sans-pdf.eml': mail({ archive }),
  'fautes/sans-archive.eml': mail({ pdf: letterPdf }),
  'fautes/x-mss-ins.eml': sent({
    headers: ['X-MSS-CODECDA: 11490-0', 'X-MSS-INS: OUI', 'X-MSS-NIL: REFERENCE-PRODUIT'],
  }),
  'fautes/adresse-patient.eml': sent({ to: `${madeUpIns}@patient.mssante.fr` }),
  'fautes/perime.pem': fixture('certificat-perime.pem'),
  'fautes/INS-va1.57.01.01-fiche.png': png(450),
  'fautes/a28.hl7': identityMessage(qualified(testIns, oids.test), '', 'A28'),
  'fautes/plus-tard.log': Buffer.from(`2026-11-09 10:15:00 INSi OK, TD3.1, INS ${testIns}\n`),
  'fautes/passi-inacheve.pdf': buildPdf({ pages: ['Responsable : TBD'] }),
  'fautes/td02.log': Buffer.from(`2026-11-02 10:15:00 TD0.2 OK, INS ${testIns}\n`),
  'fautes/protegee.zip': buildZip([{ name: 'capture.txt', content: 'rien', flags: 0x801 }]),
  'fautes/taches.log': Buffer.from('Document interne : il nomme des personnes. Il n’est pas à transmettre à l’ANS.\n'),
  'fautes/programmes.zip': buildZip([{ name: 'installation.exe', content: 'MZ' }]),
  'fautes/autre-patient.zip': xdmArchive({ document: letter, ins: '110086322083060' }),
  'fautes/lettre-loinc.xml': clinicalDocument(letterPdf, { code: '11490-1' }),
  'fautes/x-mss-codecda.eml': sent({
    headers: ['X-MSS-CODECDA: 34133-8', 'X-MSS-INS: O', 'X-MSS-NIL: REFERENCE-PRODUIT'],
  }),
  'fautes/x-mss-ins-n.eml': sent({
    headers: ['X-MSS-CODECDA: 11490-0', 'X-MSS-INS: N', 'X-MSS-NIL: REFERENCE-PRODUIT'],
  }),
  'fautes/cda-juste.xml': controlled(),
  'fautes/archive-juste.zip': xdmArchive({ document: controlled() }),
  'fautes/envoi-juste.eml': sent({ archive: xdmArchive({ document: controlled() }) }),
  'fautes/cda-sans-couleur.xml': controlled('code="bleu" codeSystem="1.2.3.4.8"', 'nullFlavor="UNK"'),
  'fautes/cda-hors-jeu.xml': controlled('bleu', 'mauve'),
  'fautes/cda-hors-schema.xml': controlled('<id root="1.2.3.4.7"', '<id'),
  'fautes/cda-sans-titre.xml': controlled('<title>Couleurs</title>', ''),
  'fautes/cda-autre-version.xml': controlled('extension="2024.01"', 'extension="2019.01"'),
  'fautes/cda-volet-inconnu.xml': controlled('1.2.250.1.213.1.1.1.9001', '1.2.250.1.213.1.1.1.8999'),
  'fautes/erreur.html': page('502 Bad Gateway', '<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>'),
  'fautes/connexion.html': page('Se connecter', '<form><input name="u"><input type="password" name="p"></form>'),
  'fautes/page.html': page('Journal des envois', '<p>2026-11-02 TD3.1 : 404 envois, aucune erreur</p>'),
  'fautes/compte.html': page('Mon compte', '<p>TD3.1</p><form><input type="password" name="nouveau"></form>'),
  'fautes/a28.xml': structured('A28'),
  'fautes/a31.xml': structured('A31'),
  'fautes/a31-lot.xml': Buffer.from(
    `<lot>${structured('A28').toString().trim()}${structured('A31').toString().trim()}</lot>\n`,
  ),
  'fautes/autre-produit.json': Buffer.from(
    `${JSON.stringify({ nomLogiciel: 'MédiLog', editeur: 'MédiSoft SA', journal: [{ date: '2026-11-02', transaction: 'TD3.1' }] })}\n`,
  ),
  'fautes/produits.json': Buffer.from(
    `${JSON.stringify([
      { nomLogiciel: 'MédiLog', transaction: 'TD3.1' },
      { nomLogiciel: 'Axilis', transaction: 'TD3.1' },
    ])}\n`,
  ),
  'fautes/autre-produit.csv': Buffer.from('Logiciel;Éditeur;Transaction\nMédiLog;MédiSoft SA;TD3.1\n'),
  'fautes/dossier/lisez-moi.txt': Buffer.from('Un dossier.\n'),
};

/** SHA-256 of a piece of evidence, lower-case hexadecimal. */
export function digestOf(path: string): string {
  const content = cleanEvidence[path] ?? faultyEvidence[path];
  if (!content) throw new Error(`No evidence ${path}`);
  return createHash('sha256').update(content).digest('hex');
}
