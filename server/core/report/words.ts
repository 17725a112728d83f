import type { Severity } from '../findings/severity';
import type { Sentence } from '../messages/say';
import type { EvidenceRow, Integrity, Judgement } from './evidence-rows';

/** Everything that reports say beside the manifest's and the catalogue's own words. */
export const words = {
  dossier: { fr: 'Dossier de preuves', en: 'Proof dossier' },
  internal: {
    fr: 'Rapport interne : il contient les notes de l’équipe et les constats. Il n’est pas à transmettre à l’ANS.',
    en: 'Internal report: it holds the team’s notes and the findings. It is not to be sent to ANS.',
  },
  noCatalogue: { fr: 'aucun catalogue lisible', en: 'no readable catalogue' },
  noFigures: {
    fr: 'Aucun catalogue lisible : ce qui est attendu n’est pas connu, et la conformité ne peut pas être calculée.',
    en: 'No readable catalogue: what is expected is not known, and conformity cannot be computed.',
  },
  builtIn: {
    fr: 'catalogue intégré (reconstruction de travail, non officielle)',
    en: 'built-in catalogue (working reconstruction, not official)',
  },
  imported: { fr: 'REM importé', en: 'imported REM' },
  versionOf: { fr: 'version {version}', en: 'version {version}' },
  vendor: { fr: 'Éditeur', en: 'Vendor' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  nie: { fr: 'NIE', en: 'NIE' },
  nil: { fr: 'NIL', en: 'NIL' },
  software: { fr: 'Logiciel', en: 'Software' },
  softwareVersion: { fr: 'Version', en: 'Version' },
  versionDate: { fr: 'Date de version', en: 'Version date' },
  dispositif: { fr: 'Dispositif', en: 'Dispositif' },
  profiles: { fr: 'Profils', en: 'Profiles' },
  catalogue: { fr: 'Référentiel', en: 'Reference' },
  plannedFiling: { fr: 'Dépôt visé', en: 'Planned filing' },
  filing: { fr: 'Dépôt', en: 'Filing' },
  checkedOn: { fr: 'Vérifié le', en: 'Checked on' },
  madeBy: { fr: 'Établi par', en: 'Made by' },
  summary: { fr: 'Synthèse', en: 'Summary' },
  summaryLine: {
    fr: '{provided, plural, one {# preuve fournie} other {# preuves fournies}} sur {total, plural, one {# attendue} other {# attendues}} : {percent} %',
    en: '{provided, plural, one {# proof} other {# proofs}} provided out of {total, number} expected: {percent}%',
  },
  unknownFigures: {
    fr: 'Le catalogue ne dit pas ce qui est attendu de ce dossier : l’avancement n’est pas connu.',
    en: 'The catalogue does not say what is expected of this dossier: progress is not known.',
  },
  nothingCounted: {
    fr: 'Aucune preuve n’est attendue de ce dossier.',
    en: 'No proof is expected of this dossier.',
  },
  byChapter: { fr: 'Avancement par chapitre', en: 'Progress by chapter' },
  byDomain: { fr: 'Avancement par domaine', en: 'Progress by domain' },
  coverage: { fr: 'Couverture des exigences', en: 'Coverage of requirements' },
  evidence: { fr: 'Pièces', en: 'Evidence' },
  withoutProof: {
    fr: 'Exigées, sans preuve attendue',
    en: 'Required, no proof expected',
  },
  withoutProofHint: {
    fr: 'Exigences qui s’appliquent, et dont le REM n’attend aucune preuve : ni scénario propre avec des preuves, ni scénario cœur de métier qui les couvre.',
    en: 'Requirements that apply, and of which the REM expects no proof: neither a scenario of their own with proofs, nor a core-business scenario that covers them.',
  },
  uncounted: { fr: 'Exigences sans preuve à compter', en: 'Requirements without proofs to count' },
  notApplicable: { fr: 'Non applicable', en: 'Not applicable' },
  approvals: { fr: 'Agréments', en: 'Approvals' },
  findings: { fr: 'Constats', en: 'Findings' },
  accepted: { fr: 'Constats acceptés', en: 'Accepted findings' },
  coreScenarios: { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' },
  chapter: { fr: 'Chapitre', en: 'Chapter' },
  domain: { fr: 'Domaine', en: 'Domain' },
  requirement: { fr: 'Exigence', en: 'Requirement' },
  requirements: { fr: 'Exigences', en: 'Requirements' },
  text: { fr: 'Énoncé', en: 'Statement' },
  nature: { fr: 'Nature', en: 'Nature' },
  status: { fr: 'État', en: 'State' },
  requirementStatus: { fr: 'État de l’exigence', en: 'State of the requirement' },
  proofStatus: { fr: 'État de la preuve', en: 'State of the proof' },
  ansState: { fr: 'Instruction', en: 'Examination' },
  expectedCount: { fr: 'Attendues', en: 'Expected' },
  scenario: { fr: 'Scénario', en: 'Scenario' },
  proof: { fr: 'Preuve', en: 'Proof' },
  expected: { fr: 'Attendu', en: 'Expected' },
  types: { fr: 'Types admis', en: 'Accepted types' },
  pieces: { fr: 'Pièces', en: 'Evidence' },
  kind: { fr: 'Nature de la pièce', en: 'Kind of evidence' },
  piece: { fr: 'Pièce', en: 'Evidence' },
  title: { fr: 'Titre', en: 'Title' },
  date: { fr: 'Date', en: 'Date' },
  testCase: { fr: 'Cas de test', en: 'Test case' },
  comment: { fr: 'Commentaire', en: 'Comment' },
  conformity: { fr: 'Texte de conformité', en: 'Text of conformity' },
  note: { fr: 'Note interne', en: 'Internal note' },
  noteOfRequirement: { fr: 'Note interne (exigence)', en: 'Internal note (requirement)' },
  size: { fr: 'Taille (octets)', en: 'Size (bytes)' },
  intact: { fr: 'Intacte', en: 'Intact' },
  examined: { fr: 'Examen par l’outil', en: 'Looked into by the tool' },
  control: {
    fr: 'Contrôle CDA (ne remplace pas l’espace de tests)',
    en: 'CDA check (does not replace the test space)',
  },
  judged: { fr: 'Jugée suffisante', en: 'Judged sufficient' },
  reviewedBy: { fr: 'Revue par', en: 'Reviewed by' },
  reviewedOn: { fr: 'Revue le', en: 'Reviewed on' },
  oneFact: {
    fr: '« Intacte » dit que le fichier est bien celui qui a été cité (SHA-256), pas qu’il est suffisant.',
    en: '“Intact” says that the file is the one that was cited (SHA-256), not that it is sufficient.',
  },
  twoFacts: {
    fr: '« Intacte » dit que le fichier est bien celui qui a été cité (SHA-256). « Jugée suffisante » dit que quelqu’un l’a relu et l’a trouvé probant. L’un ne vaut pas l’autre.',
    en: '“Intact” says that the file is the one that was cited (SHA-256). “Judged sufficient” says that someone reviewed it and found that it proves. Neither stands for the other.',
  },
  notCounted: { fr: 'non comptée', en: 'not counted' },
  oneOf: { fr: 'au choix', en: 'one of these' },
  oneOfHint: {
    fr: '« au choix » : une de ces preuves au moins est attendue.',
    en: '“one of these”: at least one of these proofs is expected.',
  },
  oneScenario: { fr: 'un scénario au moins est à prouver', en: 'at least one scenario is to be proved' },
  coveredBy: { fr: 'couverte aussi par {ids}', en: 'also covered by {ids}' },
  justification: { fr: 'Justification', en: 'Justification' },
  declaration: { fr: 'Déclaration', en: 'Statement' },
  declarationMissing: { fr: 'introuvable', en: 'not found' },
  teleservice: { fr: 'Téléservice', en: 'Teleservice' },
  severity: { fr: 'Gravité', en: 'Severity' },
  rule: { fr: 'Règle', en: 'Rule' },
  place: { fr: 'Emplacement', en: 'Place' },
  message: { fr: 'Constat', en: 'Finding' },
  reason: { fr: 'Raison', en: 'Reason' },
  noFinding: { fr: 'Aucun constat.', en: 'No finding.' },
  none: { fr: 'Aucune.', en: 'None.' },
  chartDescription: { fr: '{name} : {figures}.', en: '{name}: {figures}.' },
  progress: { fr: 'Avancement', en: 'Progress' },
  contents: { fr: 'Sommaire', en: 'Contents' },
  value: { fr: 'Valeur', en: 'Value' },
  item: { fr: 'Élément', en: 'Item' },
} satisfies Record<string, Sentence>;

export const severityWords: Readonly<Record<Severity, Sentence>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  info: { fr: 'information', en: 'information' },
  hint: { fr: 'conseil', en: 'hint' },
};

export const severityHeads: Readonly<Record<Severity, Sentence>> = {
  error: { fr: 'erreurs', en: 'errors' },
  warning: { fr: 'avertissements', en: 'warnings' },
  info: { fr: 'informations', en: 'information' },
  hint: { fr: 'conseils', en: 'hints' },
};

/** Answers to « intacte ». */
export const integrityWords: Readonly<Record<Integrity, Sentence>> = {
  intact: { fr: 'oui', en: 'yes' },
  changed: { fr: 'non : fichier modifié', en: 'no: file changed' },
  notPinned: { fr: 'sans empreinte', en: 'no digest' },
  missing: { fr: 'fichier introuvable', en: 'file not found' },
  notRead: { fr: 'non lue', en: 'not read' },
  notAFile: { fr: 'sans objet', en: 'not a file' },
};

/** Answers to « jugée suffisante ». */
export const judgementWords: Readonly<Record<Judgement, Sentence>> = {
  sufficient: { fr: 'oui', en: 'yes' },
  insufficient: { fr: 'non', en: 'no' },
  stale: { fr: 'à revoir : modifiée depuis', en: 'to review: changed since' },
  notReviewed: { fr: 'non relue', en: 'not reviewed' },
};

export const kindWords: Readonly<Record<EvidenceRow['kind'], Sentence>> = {
  fichier: { fr: 'fichier', en: 'file' },
  lien: { fr: 'lien', en: 'link' },
  execution: { fr: 'exécution', en: 'execution' },
  declaration: { fr: 'déclaration', en: 'statement' },
  inconnu: { fr: 'inconnue', en: 'unknown' },
};
