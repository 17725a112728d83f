import { cndaStates } from './known-states';
import { financingShape, orderShape } from './financing-shape';
import { requirementFollowUp, scenarioFollowUp, stepsDone, testIdentities } from './follow-up-shape';
import { administrativeShape, journeyShape, portabilityShape } from './journey-shape';
import { chapterHistory, chapterStates, proofInstruction } from './instruction-shape';
import type { Sentence } from '../messages/say';
import { dict, filed, filedRequired, list, map, scalar, type KeyShape, type MapShape, type Shape } from './shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });
const required = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, required: true, doc: { fr, en } });

const text = scalar('text');
const date = scalar('date');
const path = scalar('path');

/** Why a section leaves: what the examiner does with it. */
const why = {
  format: { fr: 'dit comment lire le fichier', en: 'says how to read the file' },
  subject: {
    fr: 'dit de quel dossier, de quel éditeur et de quel logiciel il s’agit',
    en: 'says which dossier, vendor and software this is',
  },
  proofs: {
    fr: 'dit quelle pièce répond à quoi, ou pourquoi rien n’est dû, avec les mots écrits pour l’instructeur',
    en: 'says which piece answers what, or why nothing is owed, in the words written for the examiner',
  },
  approvals: { fr: 'homologations que l’ANS attend', en: 'approvals that ANS waits for' },
  instruction: {
    fr: 'ce que l’ANS a dit du chapitre, et la réponse',
    en: 'what ANS said of the chapter, and the answer',
  },
  components: {
    fr: 'ce que le logiciel examiné embarque, et ses numéros de version',
    en: 'what the examined software embeds, and its version numbers',
  },
  portability: { fr: 'ce que l’export et le contrat prévoient', en: 'what the export and the contract provide for' },
} satisfies Record<string, Sentence>;

/** What the reviewer concluded. `insuffisante` makes the proof incomplete. */
/** What a review may conclude. */
export const reviewOpinions = ['suffisante', 'insuffisante'] as const;

/** CNDA statuses, in order, as completion offers them. `En cours actif` is the publisher path's name of `Pré-examen`. */
const cndaWords = [...cndaStates.slice(0, 2), 'En cours actif', ...cndaStates.slice(2)];

const internalNote = key(
  text,
  "Note pour l'équipe. Ne part jamais dans un dépôt ni dans un rapport pour l'ANS.",
  'Note for the team. Never leaves in a package or in a report for ANS.',
);
const comment = filed(text, "Commentaire pour l'instructeur.", 'Comment for the examiner.');

export const reviewShape = map('revue', {
  par: required(text, 'Qui a relu la pièce.', 'Who reviewed the evidence.'),
  le: required(date, 'Date de la relecture (AAAA-MM-JJ).', 'Date of the review (YYYY-MM-DD).'),
  avis: required(
    scalar('text', { allowed: reviewOpinions }),
    'Avis : la pièce est-elle suffisante ?',
    'Opinion: is the evidence sufficient?',
  ),
  sha256: key(
    scalar('sha256'),
    'Empreinte du fichier relu : une pièce changée depuis est à revoir.',
    'Digest of the reviewed file: evidence changed since then must be reviewed again.',
  ),
});

/** Who can open what a link leads to, as its owner has set it. */
const linkAccesses = ['public', 'prive'] as const;

/** The keys that say what kind of evidence an item is: exactly one of them. */
const evidenceKinds = ['fichier', 'lien', 'execution', 'declaration'] as const;

export const evidenceShape = map(
  'pièce',
  {
    fichier: filed(path, 'Chemin de la pièce, relatif au dossier.', 'Path of the evidence, relative to the dossier.'),
    lien: filed(scalar('url'), 'Lien permanent (rapport Gazelle…).', 'Permanent link (Gazelle report…).'),
    acces: filed(
      scalar('text', { suggested: linkAccesses }),
      'Qui peut ouvrir le lien, tel que vous l’avez réglé : rien n’est vérifié en ligne.',
      'Who can open the link, as you have set it: nothing is checked online.',
    ),
    execution: filed(
      scalar('execution'),
      "Numéro d'exécution de l'outil de tests éditeur MSSanté.",
      'Execution number of the MSSanté vendor test tool.',
    ),
    declaration: filed(
      path,
      'Chemin d’une déclaration ou d’un engagement signé.',
      'Path of a signed statement or commitment.',
    ),
    titre: filed(text, 'Titre court de la pièce.', 'Short title of the evidence.'),
    sha256: filed(
      scalar('sha256'),
      'Empreinte SHA-256 du fichier : dit que la pièce est intacte, pas qu’elle est suffisante.',
      'SHA-256 digest of the file: says that the evidence is intact, not that it is sufficient.',
    ),
    date: filed(date, 'Date de la capture (AAAA-MM-JJ).', 'Date of the capture (YYYY-MM-DD).'),
    version: filed(
      scalar('version'),
      'Version du logiciel sur laquelle la pièce a été enregistrée.',
      'Software version on which the evidence was recorded.',
    ),
    cas_de_test: filed(text, 'Cas de test exécuté.', 'Test case that was run.'),
    commentaire: comment,
    note_interne: internalNote,
    revue: key(reviewShape, 'Relecture interne de la pièce.', 'Internal review of the evidence.'),
  },
  evidenceKinds,
);

export const notApplicableShape = map('non_applicable', {
  justification: filedRequired(text, "Pourquoi l'exigence ne s'applique pas.", 'Why the requirement does not apply.'),
  declaration: filed(
    path,
    'Déclaration sur l’honneur justifiée, datée et signée.',
    'Signed and dated statement that justifies it.',
  ),
});

/** What the vendor says of how a scenario conforms; ANS gives no limit of its length that a source would tell. */
export const conformityShape = map('conformité', {
  texte: filed(
    text,
    'Texte de conformité : comment le logiciel répond à ce scénario. Part avec le dépôt.',
    'Text of conformity: how the software answers this scenario. Leaves with the package.',
  ),
  redige_par: key(
    text,
    'Qui l’a rédigé : initiales ou rôle. Ne part jamais.',
    'Who wrote it: initials or a role. Never leaves.',
  ),
});

const scenarioKeys = {
  preuves: filed(dict('proof', list(evidenceShape)), 'Pièces, par preuve attendue.', 'Evidence, by expected proof.'),
  instruction: proofInstruction,
  non_applicable: filed(
    notApplicableShape,
    'Le scénario ne s’applique pas, et pourquoi.',
    'The scenario does not apply, and why.',
  ),
  conformite: filed(
    conformityShape,
    'Le texte de conformité du scénario, pour l’instructeur, et qui l’a rédigé, pour l’équipe.',
    'The text of conformity of the scenario, for the examiner, and who wrote it, for the team.',
  ),
  suivi: scenarioFollowUp,
  etapes_faites: stepsDone,
  commentaire: comment,
  note_interne: internalNote,
};

export const scenarioShape = map('scénario', scenarioKeys);

const coreScenarioShape = map('scénario cœur de métier', {
  empreinte: filed(
    scalar('fingerprint'),
    'Empreinte de ce que demandait le scénario quand ses pièces ont été acceptées.',
    'Fingerprint of what the scenario asked when its evidence was accepted.',
  ),
  ...scenarioKeys,
});

export const requirementShape = map('exigence', {
  empreinte: filed(
    scalar('fingerprint'),
    "Empreinte du texte de l'exigence quand ses pièces ont été acceptées.",
    "Fingerprint of the requirement's text when its evidence was accepted.",
  ),
  scenarios: filed(
    dict('scenario', scenarioShape),
    'Scénarios de conformité de l’exigence.',
    'Conformity scenarios of the requirement.',
  ),
  non_applicable: filed(
    notApplicableShape,
    "L'exigence ne s'applique pas, et pourquoi.",
    'The requirement does not apply, and why.',
  ),
  suivi: requirementFollowUp,
  commentaire: comment,
  note_interne: internalNote,
});

/** What is noted of a chapter. */
export const chapterShape = map('chapitre', {
  statut: filedRequired(
    scalar('text', { allowed: chapterStates }),
    "Ce que l'ANS dit du chapitre.",
    'What ANS says of the chapter.',
  ),
  le: filed(date, 'Date de ce statut (AAAA-MM-JJ).', 'Date of this status (YYYY-MM-DD).'),
  historique: chapterHistory,
  commentaire: comment,
  note_interne: internalNote,
});

const exemptionShape = map('dispense', {
  motif: filedRequired(text, 'Pourquoi l’homologation n’est pas demandée.', 'Why the approval is not asked for.'),
  piece: filedRequired(
    path,
    'Pièce qui établit la dispense (réponse du CNDA ou de l’ANS).',
    'Document that establishes the exemption (answer of the CNDA or of ANS).',
  ),
});

const approvalShape = map('agrément', {
  teleservice: filedRequired(text, 'Téléservice homologué (DMP, INSi…).', 'Approved teleservice (DMP, INSi…).'),
  statut: {
    ...filedRequired(
      scalar('text', { suggested: cndaWords }),
      `Statut de la demande au CNDA, dans l’ordre : ${cndaStates.join(', ')}. « En cours actif » se lit « Pré-examen ».`,
      `Status of the request at the CNDA, in order: ${cndaStates.join(', ')}. “En cours actif” is read as “Pré-examen”.`,
    ),
    requiredUnless: ['dispense'],
  },
  piece: filed(path, 'Justificatif (copie d’écran, lettre).', 'Supporting document (screenshot, letter).'),
  date: filed(date, 'Date du statut (AAAA-MM-JJ).', 'Date of the status (YYYY-MM-DD).'),
  deposee_le: filed(date, 'Date de dépôt de la demande.', 'Date on which the request was filed.'),
  retour_prevu_le: filed(date, 'Date de retour annoncée par le CNDA.', 'Return date that the CNDA forecasts.'),
  obtenu_le: filed(date, 'Date d’obtention de l’agrément.', 'Date on which the approval was obtained.'),
  dispense: filed(
    exemptionShape,
    'À la place d’une demande : l’éditeur en est dispensé. Le motif et la pièce sont exigés pour un dépôt définitif.',
    'In place of a request: the vendor is exempt from it. A final package needs the reason and the document.',
  ),
  commentaire: comment,
  note_interne: internalNote,
});

const dossierShape = map('dossier', {
  dispositif: filedRequired(
    text,
    'Dispositif visé (sorte de logiciel et vague), par exemple MDV-LGC-Va2.',
    'Targeted dispositif (software kind and wave), such as MDV-LGC-Va2.',
  ),
  catalogue: filed(
    path,
    'REM importé (*.rem.yaml). Sans lui, le catalogue intégré est utilisé.',
    'Imported REM (*.rem.yaml). Without it the built-in catalogue is used.',
  ),
  profils: filed(list(text), 'Profils du logiciel, en plus de Général.', 'Profiles of the software, besides Général.'),
  depot_vise: key(date, 'Date de dépôt visée (AAAA-MM-JJ).', 'Planned filing date (YYYY-MM-DD).'),
  fragments: filed(
    list(scalar('glob')),
    'Fichiers qui complètent celui-ci (motifs relatifs au dossier).',
    'Files that complete this one (patterns relative to the dossier).',
  ),
  identites_de_test: testIdentities,
});

const requirements = filed(
  dict('requirement', requirementShape),
  'Exigences du REM.',
  'Requirements of the REM.',
  why.proofs,
);
const coreScenarios = filed(
  dict('coreScenario', coreScenarioShape),
  'Scénarios cœur de métier, qui couvrent plusieurs exigences.',
  'Core-business scenarios, which cover several requirements.',
  why.proofs,
);
const formatVersion = filedRequired(
  scalar('formatVersion', { allowed: ['1'] }),
  'Version du format de ce fichier : 1.',
  'Version of the format of this file: 1.',
  why.format,
);

/** Top level of a main manifest. */
export const mainShape: MapShape = map('manifeste', {
  version: formatVersion,
  dossier: filedRequired(dossierShape, 'De quel dossier il s’agit.', 'Which dossier this is.', why.subject),
  editeur: filed(
    map('éditeur', {
      denomination: filed(text, 'Dénomination sociale.', 'Company name.'),
      siret: filed(text, 'SIRET (14 chiffres, entre guillemets).', 'SIRET (14 digits, quoted).'),
      tva_intracommunautaire: key(
        text,
        'Numéro de TVA intracommunautaire, tel que sur les factures.',
        'VAT number, as on the invoices.',
      ),
      nie: filed(text, 'Numéro d’identification éditeur (CNDA).', 'Vendor identification number (CNDA).'),
    }),
    'L’éditeur.',
    'The vendor.',
    why.subject,
  ),
  logiciel: filed(
    map('logiciel', {
      nom: filed(text, 'Nom du logiciel.', 'Name of the software.'),
      version: filed(
        scalar('version'),
        'Version candidate : une pièce enregistrée sur une autre version est signalée.',
        'Candidate version: evidence recorded on another version is flagged.',
      ),
      date_version: filed(date, 'Date de cette version (AAAA-MM-JJ).', 'Date of this version (YYYY-MM-DD).'),
      nil: filed(text, 'Numéro d’identification du logiciel (CNDA).', 'Software identification number (CNDA).'),
      // Third-party reading of the MSSanté base referential no. 2, §3.8.3.
      reference_produit: filed(
        text,
        '« Référence produit » du logiciel dans Convergence : ce que porte l’en-tête X-MSS-NIL des courriels MSSanté, jamais le NIL du CNDA (lecture par un tiers du référentiel socle MSSanté n° 2, § 3.8.3 : à vérifier).',
        '“Référence produit” of the software in Convergence: what the header X-MSS-NIL of MSSanté e-mails carries, never the CNDA NIL (a third party’s reading of the MSSanté base referential no. 2, § 3.8.3: to be checked).',
      ),
    }),
    'Le logiciel candidat.',
    'The candidate software.',
    why.subject,
  ),
  agrements: filed(list(approvalShape), 'Homologations CNDA.', 'CNDA approvals.', why.approvals),
  exigences: requirements,
  scenarios: coreScenarios,
  chapitres: filed(
    dict('chapter', chapterShape),
    "Suivi de l'instruction, par chapitre.",
    'Instruction, by chapter.',
    why.instruction,
  ),
  commandes: key(
    list(orderShape),
    'Commandes signées « sous condition de référencement ».',
    'Orders signed on condition of referencing.',
  ),
  parcours: key(
    journeyShape,
    'Où en est chaque étape, de la documentation au solde, et le calendrier propre au dossier.',
    'Where each step stands, from the documents to the balance, and the dossier’s own calendar.',
  ),
  administratif: filed(
    administrativeShape,
    'Le dossier administratif de la candidature.',
    'The administrative file.',
    why.components,
  ),
  financement: key(financingShape, 'Enrôlement et demandes auprès de l’ASP.', 'Enrolment and requests with ASP.'),
  portabilite: filed(
    portabilityShape,
    'Portabilité des données du client.',
    'Portability of the client’s data.',
    why.portability,
  ),
});

/** Top level of a fragment: only the part of the dossier that it holds. */
export const fragmentShape: MapShape = map('fragment', {
  version: formatVersion,
  exigences: requirements,
  scenarios: coreScenarios,
});
