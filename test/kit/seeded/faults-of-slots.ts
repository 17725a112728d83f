import { all, change, mark, swap } from './plant';
import type { SeededFault } from './seeded-faults';

const shot = 'preuves/ins/fiche.png';
const message = 'preuves/ins/a31.hl7';
const journal = 'preuves/ins/trace.log';
const letter = 'preuves/documents/lettre.xml';
const sent = 'preuves/mssante/envoi.eml';
const gazelle = 'https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519';

/** Sound pieces that contradict the slot, the manifest or each other. */
export const slotFaults: readonly SeededFault[] = [
  {
    rule: 'preuve/autre-preuve',
    message: 'other',
    fault: 'a file named after another proof',
    plant: swap(shot, 'fautes/INS-va1.57.01.01-fiche.png'),
  },
  {
    rule: 'preuve/evenement-hl7',
    message: 'other',
    fault: 'an A28 where the proof asks for an A31',
    plant: swap(message, 'fautes/a28.hl7'),
  },
  {
    rule: 'preuve/evenement-hl7',
    message: 'other',
    fault: 'an A28 in XML where the proof asks for an A31',
    plant: swap(message, 'fautes/a28.xml'),
  },
  {
    rule: 'preuve/page-d-erreur',
    message: 'error',
    fault: 'an error page of a gateway in place of a journal',
    plant: swap(journal, 'fautes/erreur.html'),
  },
  {
    rule: 'preuve/page-d-erreur',
    message: 'login',
    fault: 'the login page of an application in place of a journal',
    plant: swap(journal, 'fautes/connexion.html'),
  },
  {
    rule: 'preuve/autre-logiciel',
    message: 'both',
    fault: 'an extract in JSON of another product and vendor',
    plant: swap(journal, 'fautes/autre-produit.json'),
  },
  {
    rule: 'preuve/autre-logiciel',
    message: 'both',
    fault: 'a table in CSV of another product and vendor',
    plant: swap(journal, 'fautes/autre-produit.csv'),
  },
  {
    rule: 'preuve/en-tete-mssante',
    message: 'otherProduct',
    fault: 'an e-mail of another product, by X-MSS-NIL',
    plant: all(
      change('  date_version: 2026-10-12\n', '  date_version: 2026-10-12\n  reference_produit: MA-REFERENCE\n'),
      mark(sent),
    ),
  },
  {
    rule: 'preuve/en-tete-mssante',
    message: 'insPresent',
    fault: 'X-MSS-INS says no, and the archive has an INS',
    plant: swap(sent, 'fautes/x-mss-ins-n.eml'),
  },
  {
    rule: 'preuve/enregistree-plus-tard',
    message: 'later',
    fault: 'a journal that goes on a week after the date written',
    plant: (texts) => {
      const swapped = swap(journal, 'fautes/plus-tard.log')(texts);
      const main = swapped['main.preuves.yaml'].replace(/[⟦⟧]/g, '');
      return mark('2026-11-02', 'fautes/plus-tard.log')({ ...swapped, 'main.preuves.yaml': main });
    },
  },
  {
    rule: 'preuve/relue-trop-tot',
    message: 'before',
    fault: 'a review of before the evidence',
    plant: change('2026-11-03', '⟦2026-11-01⟧', shot),
  },
  {
    rule: 'preuve/dates-differentes',
    message: 'version',
    fault: 'one file cited with two versions',
    plant: all(swapQuietly(message, journal), change('12.4.0', '⟦12.3.9⟧', 'INS/va1.57.01.01:\n')),
    also: ['preuve/autre-version'],
  },
  {
    rule: 'preuve/sans-date',
    message: 'date',
    fault: 'a picture without date',
    plant: all(mark(shot), change('              date: 2026-11-02\n', '', shot)),
  },
  {
    rule: 'preuve/code-loinc',
    message: 'inDocument',
    fault: 'a CDA whose LOINC code has a wrong check digit',
    plant: swap(letter, 'fautes/lettre-loinc.xml'),
  },
  {
    rule: 'preuve/code-loinc',
    message: 'inHeader',
    fault: 'an e-mail whose X-MSS-CODECDA has a wrong check digit',
    plant: swap(sent, 'fautes/x-mss-codecda.eml'),
  },
  {
    rule: 'preuve/patients-differents',
    message: 'otherIns',
    fault: 'an archive of another patient than the CDA of its scenario',
    plant: swap('preuves/documents/IHE_XDM.zip', 'fautes/autre-patient.zip'),
  },
  {
    rule: 'preuve/fichier-endommage',
    message: 'encrypted',
    fault: 'an archive with a password',
    plant: swap('preuves/documents/IHE_XDM.zip', 'fautes/protegee.zip'),
    also: ['preuve/examen-partiel'],
  },
  {
    rule: 'preuve/contenu-inattendu',
    message: 'programs',
    fault: 'an archive of programs alone',
    plant: swap('preuves/documents/IHE_XDM.zip', 'fautes/programmes.zip'),
    also: ['preuve/examen-partiel', 'preuve/xdm-incomplete'],
  },
  {
    rule: 'preuve/a-completer',
    message: 'found',
    fault: 'a form in which a field is left open',
    plant: swap('preuves/securite/passi.pdf', 'fautes/passi-inacheve.pdf'),
    also: ['preuve/passi-non-signe'],
  },
  {
    rule: 'preuve/transaction-absente',
    message: 'others',
    fault: 'a log of another transaction than the proof asks for',
    plant: swap(journal, 'fautes/td02.log'),
  },
  {
    rule: 'preuve/document-interne',
    message: 'whole',
    fault: 'a list of tasks of the team cited as a log',
    plant: swap(journal, 'fautes/taches.log'),
    also: ['preuve/transaction-absente'],
  },
  {
    rule: 'lien/inaccessible',
    message: 'private',
    fault: 'a link to an address of a private network',
    plant: change(gazelle, '⟦https://192.168.1.20/PatientManager/messages/messageDisplay.seam?id=204519⟧'),
  },
  {
    rule: 'lien/forme',
    message: 'noId',
    fault: 'a link to a message without its number',
    plant: change(gazelle, `⟦${gazelle.slice(0, -'204519'.length)}⟧`),
  },
];

/** Cites another clean piece in place of one, without a mark. */
function swapQuietly(clean: string, other: string): SeededFault['plant'] {
  return (texts) => {
    const swapped = swap(clean, other)(texts);
    return { ...swapped, 'main.preuves.yaml': swapped['main.preuves.yaml'].replace(/[⟦⟧]/g, '') };
  };
}
