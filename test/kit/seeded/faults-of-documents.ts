import { all, change, swap } from './plant';
import type { SeededFault } from './seeded-faults';

const shot = 'preuves/ins/fiche.png';
const film = 'preuves/ins/consommation.mp4';
const message = 'preuves/ins/a31.hl7';
const journal = 'preuves/ins/trace.log';
const form = 'preuves/securite/passi.pdf';
const letter = 'preuves/documents/lettre.xml';
const letterPdf = 'preuves/documents/lettre.pdf';
const archive = 'preuves/documents/IHE_XDM.zip';
const soap = 'preuves/documents/td-air.xml';
const report = 'preuves/documents/rapport.xml';
const sent = 'preuves/mssante/envoi.eml';

const found = (rule: string, key: string, fault: string, clean: string, faulty: string, also?: readonly string[]) => ({
  rule,
  message: key,
  fault,
  plant: swap(clean, `fautes/${faulty}`),
  ...(also ? { also } : {}),
});
const mailFault = (key: string, fault: string, faulty: string) =>
  found('preuve/courriel-mssante', key, fault, sent, faulty);
const xdmFault = (key: string, fault: string, faulty: string) =>
  found('preuve/xdm-incomplete', key, fault, archive, faulty);
const leak = (key: string, fault: string, clean: string, faulty: string, also?: readonly string[]) =>
  found('donnees/ins-de-production', key, fault, clean, faulty, also);

/** Faults inside the files. */
export const documentFaults: readonly SeededFault[] = [
  found('preuve/fichier-vide', 'empty', 'a file of zero bytes', shot, 'vide.png'),
  found('preuve/contenu-inattendu', 'other', 'a picture renamed to a film', film, 'image.mp4'),
  found('preuve/fichier-endommage', 'truncated', 'a picture that was cut', shot, 'coupee.png'),
  found('preuve/fichier-endommage', 'noMovie', 'a film without index', film, 'sans-index.mp4'),
  found('preuve/fichier-endommage', 'notWellFormedAt', 'XML that is not well-formed', letter, 'mal-forme.xml'),
  found('preuve/fichier-endommage', 'encrypted', 'a PDF with a password', letterPdf, 'mot-de-passe.pdf'),
  found('preuve/image-illisible', 'small', 'a thumbnail', shot, 'vignette.png'),
  found('preuve/image-illisible', 'blank', 'a picture of one colour', shot, 'noire.png'),
  found('preuve/video-vide', 'short', 'a film of 0.4 seconds', film, 'eclair.mp4'),
  found('preuve/pdf-a', 'none', 'an ordinary PDF where PDF/A-1 is expected', letterPdf, 'ordinaire.pdf', [
    'preuve/cda-incoherent',
  ]),
  found('preuve/pdf-a', 'otherPart', 'PDF/A-3 where PDF/A-1 is expected', letterPdf, 'pdf-a-3.pdf', [
    'preuve/cda-incoherent',
  ]),
  found(
    'preuve/passi-non-signe',
    'unsigned',
    'a penetration-test form without signature',
    form,
    'passi-sans-signature.pdf',
  ),
  {
    rule: 'preuve/passi-perime',
    message: 'old',
    fault: 'a penetration-test form that will be a year old at the planned filing',
    plant: change('2026-11-02', '⟦2025-12-01⟧', 'SSI/GEN.07.01.01:\n'),
  },
  {
    rule: 'preuve/passi-perime',
    message: 'oldSignature',
    fault: 'a penetration-test form without date, signed more than a year before the planned filing',
    plant: all(
      change('              date: 2026-11-02\n', '', 'SSI/GEN.07.01.01:\n'),
      swap(form, 'fautes/passi-ancien.pdf'),
    ),
  },
  found('preuve/cda-incoherent', 'notCda', 'a FHIR document where a CDA is expected', letter, 'bundle.xml'),
  {
    rule: 'preuve/cda-incoherent',
    message: 'otherPdf',
    fault: 'a PDF that is not the one in the CDA',
    plant: (texts) => {
      const swapped = swap(letterPdf, 'fautes/autre-lettre.pdf')(texts);
      const main = swapped['main.preuves.yaml'].replace(/[⟦⟧]/g, '').replace(letter, `⟦${letter}⟧`);
      return { ...swapped, 'main.preuves.yaml': main };
    },
  },
  found('preuve/soap-sans-vihf', 'noAssertion', 'the SOAP answer in place of the request', soap, 'reponse.xml'),
  found('preuve/soap-sans-vihf', 'notSoap', 'an assertion without its SOAP envelope', soap, 'assertion.xml'),
  xdmFault('absent', 'an IHE_XDM archive that lists a document which is not there', 'document-absent.zip'),
  xdmFault('changed', 'an IHE_XDM archive whose document was changed', 'document-change.zip'),
  xdmFault('noPart', 'an IHE_XDM archive without README', 'sans-readme.zip'),
  xdmFault('noMetadata', 'an IHE_XDM archive without metadata', 'sans-metadonnees.zip'),
  xdmFault('unlisted', 'an IHE_XDM archive with a document that its metadata do not list', 'non-annonce.zip'),
  xdmFault('notXdm', 'another archive in place of an IHE_XDM one', 'autre-archive.zip'),
  mailFault('headers', 'an e-mail without the X-MSS headers', 'sans-en-tetes.eml'),
  mailFault('insHeader', 'X-MSS-INS with a word', 'x-mss-ins.eml'),
  mailFault('subject', 'an e-mail whose subject is not in the XDM form', 'sans-objet.eml'),
  mailFault('addresses', 'an e-mail to an address outside mssante.fr', 'hors-espace.eml'),
  mailFault('severalPatients', 'an e-mail about two patients', 'deux-patients.eml'),
  mailFault('noPdf', 'an e-mail with the archive and without the PDF', 'sans-pdf.eml'),
  mailFault('noArchive', 'an e-mail that announces documents and has no archive', 'sans-archive.eml'),
  found('preuve/hl7-patient', 'noOid', 'an INS without OID in PID-3', message, 'sans-oid.hl7'),
  found(
    'preuve/hl7-patient',
    'reliability',
    'an INS with its OID under another status than qualified',
    message,
    'provisoire.hl7',
  ),
  found(
    'preuve/plus-ancienne-que-la-version',
    'contentOlder',
    'a journal of before the candidate version',
    journal,
    'ancien.log',
  ),
  found('preuve/hl7-patient', 'noMessage', 'a file of HL7 without any message', message, 'pas-de-message.hl7'),
  leak('production', 'an INS under the OID of production in an HL7 message', message, 'production.hl7'),
  leak('production', 'a NIA under the OID of production in an HL7 message', message, 'nia.hl7'),
  leak('production', 'an INS under the OID of production in a CDA', letter, 'lettre-production.xml', [
    'preuve/patients-differents',
  ]),
  leak('production', 'an INS under the OID of production in the metadata of an archive', archive, 'production.zip', [
    'preuve/patients-differents',
  ]),
  leak('misplaced', 'a test identity under the OID of production', letter, 'lettre-test-sous-production.xml'),
  leak('bare', 'a bare number with the form and key of an INS in a journal', journal, 'nu.log'),
  found('donnees/ins-de-production', 'bare', 'a bare NIR in the text of a PDF', letterPdf, 'nir.pdf', [
    'preuve/cda-incoherent',
  ]),
  leak('bare', 'an INS in the address of a patient', sent, 'adresse-patient.eml', ['preuve/en-tete-mssante']),
  found('preuve/verdict-en-echec', 'failed', 'a validation report that failed', report, 'echec.xml'),
  found('preuve/certificat-perime', 'expired', 'an expired certificate', 'preuves/mssante/client.pem', 'perime.pem'),
  found('preuve/version-dvc', 'other', 'a picture that DVC tracks in another version', shot, 'refaite.png'),
];
