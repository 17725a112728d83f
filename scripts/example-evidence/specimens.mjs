// Evidence of the specimens dossier: copies, because no path may leave a dossier's folder, and broken files.
import { clinicalDocument } from './clinical-document.mjs';
import { textPdf } from './pdf.mjs';

const capture = 'dmp/DMP-UX.11.01.01-non-qualifiee.png';
const productionOid = '1.2.250.1.213.1.4.8';
const shortLetter = textPdf({
  title: 'Lettre',
  author: 'Cabinet Exemple',
  date: '2026-11-04',
  lines: ['Document de test.'],
});

/** `content` is written, `copyOf` names a file of the example dossier. @type {{ path: string, content?: string | Buffer, copyOf?: string }[]} */
export const specimenFiles = [
  { path: 'capture.png', copyOf: capture },
  { path: 'modifiee.png', copyOf: 'cnda/agrement-dmp.png' },
  { path: 'Majuscule.PNG', copyOf: 'comptes/SSI-IE.30.02.01-report.png' },
  { path: 'attestation.pdf', copyOf: 'declarations/attestation-securite.pdf' },
  { path: 'archive.zip', content: 'PK\x05\x06' + '\0'.repeat(18) },
  { path: 'vide.png', content: '' },
  { path: 'dossier-de-captures/LISEZMOI.txt', content: 'Ce dossier est cité comme s’il était un fichier.\n' },
  { path: 'capture-renommee.pdf', copyOf: capture },
  { path: 'lettre-oid-production.xml', content: clinicalDocument(shortLetter, productionOid) },
];
