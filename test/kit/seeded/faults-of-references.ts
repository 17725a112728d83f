import { all, change, mark, settings, stray, swap } from './plant';
import { digestOf } from './seeded-evidence';
import type { SeededFault } from './seeded-faults';

const shot = 'preuves/ins/fiche.png';
const firstItem = 'INS/va1.56.01.01:\n';
const purchaseOrder = 'pieces: { bon_de_commande: preuves/securite/hds.pdf }';
const gazelle = 'interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519';

/** Faults in what the manifest says of a piece of evidence: path, digest, dates, links, executions; and of the procedure. */
export const referenceFaults: readonly SeededFault[] = [
  {
    rule: 'preuve/fichier-introuvable',
    message: 'absent',
    fault: 'a file that is not there',
    plant: change(shot, '⟦preuves/ins/autre.png⟧'),
  },
  {
    rule: 'preuve/dossier',
    message: 'folder',
    fault: 'a folder cited as evidence',
    plant: change(shot, '⟦fautes/dossier⟧'),
  },
  {
    rule: 'preuve/casse-du-nom',
    message: 'differs',
    fault: 'a capital that the name on disk has not',
    plant: change(shot, '⟦preuves/ins/Fiche.png⟧'),
  },
  {
    rule: 'preuve/hors-dossier',
    message: 'parent',
    fault: 'a path that leaves the dossier',
    plant: change(shot, '⟦../../fiche.png⟧'),
  },
  {
    rule: 'preuve/hors-dossier',
    message: 'drive',
    fault: 'a path with a drive letter',
    plant: change(shot, '⟦"C:/preuves/fiche.png"⟧'),
  },
  {
    rule: 'preuve/empreinte-absente',
    message: 'none',
    fault: 'a file without digest',
    plant: all(change(`              sha256: ${digestOf(shot)}\n`, ''), mark(shot)),
  },
  {
    rule: 'preuve/empreinte-differente',
    message: 'afterReview',
    fault: 'a digest of which one digit was changed',
    plant: change(digestOf(shot), `⟦${flipped(digestOf(shot))}⟧`),
  },
  {
    rule: 'preuve/orpheline',
    message: 'orphan',
    fault: 'a file among the evidence that nothing cites',
    plant: all(stray(), mark('dossier', 'version: 1\n')),
  },
  {
    rule: 'preuve/meme-fichier',
    message: 'twice',
    fault: 'the same file twice under one proof',
    plant: all(
      change(
        firstItem,
        `${firstItem}            - fichier: ${shot}\n              sha256: ${digestOf(shot)}\n              titre: Premier\n`,
      ),
      mark(shot, 'titre: Premier\n'),
    ),
    also: ['preuve/sans-date'],
  },
  {
    rule: 'preuve/meme-contenu',
    message: 'sameScenario',
    fault: 'two names for one digest in a scenario',
    plant: all(
      change(digestOf('preuves/ins/a31.hl7'), digestOf('preuves/ins/consommation.mp4')),
      mark('preuves/ins/a31.hl7'),
    ),
    also: ['preuve/empreinte-differente'],
  },
  {
    rule: 'preuve/nom-non-portable',
    message: 'characters',
    fault: 'a question mark in a name',
    plant: change(shot, '⟦preuves/ins/fiche 1?.png⟧'),
    also: ['preuve/fichier-introuvable'],
  },
  {
    rule: 'preuve/type-non-accepte',
    message: 'notAccepted',
    fault: 'a screenshot where a video is required (Pro Santé Connect)',
    plant: swap('preuves/psc/mode-web.mp4', 'fautes/capture.png'),
  },
  {
    rule: 'preuve/date-future',
    message: 'capture',
    fault: 'evidence of 2031',
    plant: change('2026-11-02', '⟦2031-01-01⟧', firstItem),
  },
  {
    rule: 'preuve/date-future',
    message: 'review',
    fault: 'a review of next month',
    plant: change('2026-11-03', '⟦2026-12-03⟧', firstItem),
  },
  {
    rule: 'preuve/plus-ancienne-que-la-version',
    message: 'older',
    fault: 'evidence of before the candidate version',
    plant: change('2026-11-02', '⟦2026-10-01⟧', firstItem),
  },
  {
    rule: 'preuve/autre-version',
    message: 'other',
    fault: 'evidence of another version',
    plant: change('12.4.0', '⟦12.3.9⟧', firstItem),
  },
  {
    rule: 'preuve/autre-version',
    message: 'other',
    fault: 'a version that only reads the same as a number (12.40 for 12.4)',
    plant: all(change('  version: 12.4.0', '  version: "12.40"', 'nom: MonCabinet'), eachVersion),
  },
  {
    rule: 'suivi/en-retard',
    message: 'late',
    fault: 'a day of the team that is over, of a proof that was found insufficient',
    plant: all(
      change('  INS/va1.57:\n', '  INS/va1.57:\n    suivi: { pour_le: ⟦2026-11-19⟧ }\n'),
      change('avis: suffisante', 'avis: insuffisante', 'preuves/ins/trace.log'),
    ),
    also: ['preuve/revue-insuffisante'],
  },
  {
    rule: 'suivi/relecture-par-le-responsable',
    message: 'same',
    fault: 'a review by whoever is responsible, for a team that wants another',
    plant: all(
      settings('version: 1\ngravites: { suivi/relecture-par-le-responsable: warning }\n'),
      change(
        '      INS/va1.56.01:\n',
        '      INS/va1.56.01:\n        suivi: { preuves: { INS/va1.56.01.01: { responsable: a. martin } } }\n',
      ),
      mark('A. Martin', firstItem),
    ),
  },
  {
    rule: 'preuve/revue-insuffisante',
    message: 'insufficientBy',
    fault: 'evidence that the review found insufficient',
    plant: change('suffisante', '⟦insuffisante⟧', firstItem),
  },
  {
    rule: 'preuve/note-dans-commentaire',
    message: 'note',
    fault: 'a note for the team in a comment for the examiner',
    plant: change("À droite, l'INS qualifiée", '⟦TODO refaire avant le dépôt⟧'),
  },
  {
    rule: 'lien/forme',
    message: 'notSecure',
    fault: 'a link without encryption',
    plant: change(`https://${gazelle}`, `⟦http://${gazelle}⟧`),
  },
  {
    rule: 'lien/forme',
    message: 'home',
    fault: 'the home page of the platform for a link',
    plant: change(`https://${gazelle}`, '⟦https://interop.referencement.esante.gouv.fr/evs/home.seam⟧'),
  },
  {
    rule: 'lien/forme',
    message: 'list',
    fault: 'the list of tests for a link',
    plant: change(
      `https://${gazelle}`,
      '⟦https://interop.referencement.esante.gouv.fr/gazelle/testing/testsDefinition/testsList.seam?testType=5⟧',
    ),
  },
  {
    rule: 'lien/plateforme',
    message: 'freeTests',
    fault: 'a report of the platform for free tests',
    plant: change(
      `https://${gazelle}`,
      '⟦https://interop.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=1⟧',
    ),
  },
  {
    rule: 'lien/plateforme',
    message: 'waveOne',
    fault: 'a report of the platform of wave 1 in wave 2',
    plant: change(
      `https://${gazelle}`,
      '⟦https://interopsegur.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=1⟧',
    ),
  },
  {
    rule: 'lien/cas-de-test',
    message: 'otherClose',
    fault: 'a link of another test case',
    plant: change('CI-SIS-HL7V2-Cons_identite_INS', '⟦CI-SIS-HL7V2-Cons_identite⟧'),
  },
  {
    rule: 'lien/partage',
    message: 'other',
    fault: 'one link for two test cases',
    plant: change(
      'https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204521',
      '⟦https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204520⟧',
    ),
  },
  {
    rule: 'lien/acces',
    message: 'private',
    fault: 'a link that the examiner cannot open',
    plant: change(
      '              cas_de_test: CI-SIS-HL7V2-Cons_identite_INS\n',
      '              acces: ⟦prive⟧\n              cas_de_test: CI-SIS-HL7V2-Cons_identite_INS\n',
    ),
  },
  {
    rule: 'execution/test',
    message: 'other',
    fault: 'an execution of another test case',
    plant: change('MSS-LPS-SEGUR-GEN', '⟦CI-SIS-VSM-Create_doc-Sc1⟧'),
  },
  {
    rule: 'execution/partagee',
    message: 'other',
    fault: 'one execution for two test cases',
    plant: change('4131', '⟦4127⟧'),
  },
  {
    rule: 'agrement/absent',
    message: 'stated',
    fault: 'an expected approval left out',
    plant: all(
      change('  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi.png, date: 2026-10-20 }\n', ''),
      mark('agrements'),
    ),
  },
  {
    rule: 'agrement/statut-insuffisant',
    message: 'earlyFor',
    fault: 'an approval that is only at “Initialisation”',
    plant: change('Pré-examen', '⟦Initialisation⟧'),
  },
  {
    rule: 'agrement/sans-piece',
    message: 'none',
    fault: 'an approval without supporting document',
    plant: all(change(', piece: preuves/cnda/dmp.png', ''), mark('DMP', 'teleservice: ')),
  },
  {
    rule: 'agrement/piece-introuvable',
    message: 'absent',
    fault: 'a supporting document that is not there',
    plant: change('preuves/cnda/dmp.png', '⟦preuves/cnda/ancien.png⟧'),
  },
  {
    rule: 'agrement/statut-inconnu',
    message: 'unknown',
    fault: 'an approval with a status that the CNDA does not have',
    plant: change('Finalisation', '⟦en attente⟧'),
  },
  {
    rule: 'agrement/teleservice-inconnu',
    message: 'unknownClose',
    fault: 'a mistyped teleservice',
    plant: change('teleservice: DMP', 'teleservice: ⟦DPM⟧'),
    also: ['agrement/absent'],
  },
  {
    rule: 'agrement/dates',
    message: 'obtainedFirst',
    fault: 'an approval obtained before its request was filed',
    plant: change(
      'piece: preuves/cnda/insi.png, date: 2026-10-20',
      'piece: preuves/cnda/insi.png, deposee_le: 2026-09-20, date: 2026-10-20, obtenu_le: ⟦2026-09-10⟧',
    ),
  },
  {
    rule: 'agrement/dates',
    message: 'stateFirst',
    fault: 'a status of before the request was filed',
    plant: change(
      'piece: preuves/cnda/dmp.png, date: 2026-10-20',
      'piece: preuves/cnda/dmp.png, deposee_le: 2026-10-22, date: ⟦2026-10-20⟧',
    ),
  },
  {
    rule: 'agrement/autre-teleservice',
    message: 'name',
    fault: 'the paper of another teleservice',
    plant: change('preuves/cnda/insi.png', '⟦preuves/cnda/dmp.png⟧'),
  },
  {
    rule: 'agrement/autre-teleservice',
    message: 'text',
    fault: 'a letter that speaks of another teleservice only',
    plant: change('preuves/cnda/insi.png', '⟦fautes/lettre-dmp.pdf⟧'),
  },
  {
    rule: 'chapitre/soumis-avant-pieces',
    message: 'later',
    fault: 'a chapter submitted before its evidence was captured',
    plant: change('statut: soumis, le: 2026-11-10', 'statut: soumis, le: ⟦2026-11-01⟧'),
  },
  {
    rule: 'parcours/depot-passe',
    message: 'past',
    fault: 'a planned filing that is over while chapters are not submitted',
    plant: change('2026-12-15', '⟦2026-11-19⟧'),
  },
  {
    rule: 'financement/etat-inconnu',
    message: 'unknown',
    fault: 'an advance whose status ASP does not have',
    plant: order(`avance: { etat: ⟦en cours de virement⟧, montant_ht: 100, ${purchaseOrder} }`),
  },
  {
    rule: 'financement/solde-superieur',
    message: 'fractions',
    fault: 'the 30 % and the 70 % written as amounts',
    plant: order(
      `avance: { etat: versée, montant_ht: 300, ${purchaseOrder} }, solde: { etat: payée, montant_ht: ⟦700⟧ }`,
    ),
  },
  {
    rule: 'chapitre/inconnu',
    message: 'unknownClose',
    fault: 'a mistyped chapter',
    plant: change('  Pro Santé Connect:', '  ⟦Pro Santé Connecte⟧:'),
  },
  {
    rule: 'chapitre/soumis-incomplet',
    message: 'owed',
    fault: 'a chapter submitted with a proof missing',
    plant: all(emptyFirstProof, mark('Identité nationale de santé')),
    also: ['preuve/manquante'],
  },
  {
    rule: 'chapitre/modification-sans-reponse',
    message: 'waiting',
    fault: 'a request for change left for a week',
    plant: change('2026-11-19', '⟦2026-11-13⟧'),
  },
  {
    rule: 'configuration/ignore-sans-raison',
    message: 'noReason',
    fault: 'a comment that ignores a finding without saying why',
    plant: all(
      change('2026-11-02', '2026-10-01', firstItem),
      change('2026-10-01\n', '2026-10-01 ⟦# segur-ignore preuve/plus-ancienne-que-la-version⟧\n'),
    ),
    also: ['preuve/plus-ancienne-que-la-version'],
  },
  {
    rule: 'preuve/fichier-du-dossier',
    message: 'own',
    fault: 'the configuration cited as evidence',
    plant: change(`fichier: ${shot}`, 'fichier: ⟦segur.config.yaml⟧'),
    also: ['preuve/fichier-introuvable', 'preuve/type-non-accepte'],
  },
  {
    rule: 'configuration/ignore-inutile',
    message: 'unused',
    fault: 'a comment that ignores what is not there',
    plant: change(`fichier: ${shot}`, `fichier: ${shot} ⟦# segur-ignore preuve/fichier-vide : refait⟧`),
  },
];

/** An order before the chapters. */
function order(requests: string): ReturnType<typeof change> {
  return change(
    'chapitres:\n',
    `commandes:\n  - { client: Cabinet Exemple, signee_le: 2026-10-05, ${requests} }\nchapitres:\n`,
  );
}

function flipped(digest: string): string {
  return (digest.startsWith('0') ? '1' : '0') + digest.slice(1);
}

/** The version of the dossier is changed to 12.40: of the evidence, one piece says 12.4 and the others are right. */
function eachVersion(texts: Parameters<ReturnType<typeof change>>[0]): ReturnType<ReturnType<typeof change>> {
  const right = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text.replaceAll('version: 12.4.0', 'version: "12.40"')]),
  ) as typeof texts;
  return change('"12.40"', '⟦12.4⟧', firstItem)(right);
}

function emptyFirstProof(texts: Parameters<ReturnType<typeof change>>[0]): ReturnType<ReturnType<typeof change>> {
  const main = texts['main.preuves.yaml'];
  const start = main.indexOf(firstItem);
  const end = main.indexOf('      INS/va1.56.02:');
  return { ...texts, 'main.preuves.yaml': `${main.slice(0, start)}INS/va1.56.01.01: []\n${main.slice(end)}` };
}
