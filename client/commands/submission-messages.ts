import type { AttestationModel } from '../../protocol/requests/attestation';
import { formatBytes, formatInstant } from '../../words/numbers';
import { fill } from '../../words/say';

/** What *Vérifier un dépôt*, *Comparer* and *Préparer une attestation* say. */
const french = {
  gone: 'Ce document n’est plus en mémoire. Relancez la commande qui l’a ouvert.\n',
  otherFile: 'Autre fichier…',
  packageFilter: 'Dépôt',
  choose: 'Choisir',
  save: 'Enregistrer',
  dossier: 'dossier de travail',
  searching: 'Recherche des dépôts',
  date: (time: number) => formatInstant(time, 'fr'),

  verifyTitle: 'Vérifier un dépôt',
  verifying: (name: string) => `Vérification de ${name}`,
  choosePackage: 'Dépôt à vérifier',
  chooseToFile: 'Paquet à déposer, pièce par pièce',
  chooseDossier: 'Dossier auquel le comparer',
  withoutDossier: 'Ne pas comparer',
  intact: (name: string, { files, bytes }: { files: number; bytes: number }) =>
    fill('Dépôt intact : {name}, {files, plural, one {# fichier} other {# fichiers}}, {size}.', 'fr', {
      name,
      files,
      size: formatBytes(bytes, 'fr'),
    }),
  draft: 'C’est un brouillon : il n’est pas destiné à être déposé.',
  sameAsDossier: (dossier: string) => `Il dit la même chose que ${dossier}.`,
  differs: (dossier: string, summary: string) => `Il ne dit plus la même chose que ${dossier}. ${summary}.`,
  showDifferences: 'Voir les différences',
  invalid: (name: string, count: number) =>
    fill('{name} : {count, plural, one {# problème} other {# problèmes}}. Ne déposez pas ce fichier.', 'fr', {
      name,
      count,
    }),
  reportName: (name: string) => `Vérification de ${name}`,

  compareTitle: 'Comparer',
  comparing: 'Comparaison',
  chooseBefore: 'Comparer… (état de départ)',
  chooseAfter: 'avec… (état d’arrivée)',
  same: (before: string, after: string) => `Aucune différence entre ${before} et ${after}.`,
  diffTitle: (before: string, after: string) => `${before} ↔ ${after}`,
  saveComparison: 'Enregistrer le compte rendu…',
  comparisonFile: 'comparaison.html',
  comparisonFilters: { 'Page HTML': ['html'], Markdown: ['md'] } as Record<string, string[]>,
  comparisonSaved: (name: string) => `Compte rendu enregistré : ${name}.`,

  attestationTitle: 'Préparer une attestation',
  preparing: 'Préparation de l’attestation',
  chooseRequirement: 'Exigence ou scénario concerné',
  chooseModel: 'Document à préparer (ce ne sont pas des modèles officiels)',
  models: {
    'non-applicable': {
      label: 'Déclaration de non-applicabilité',
      detail: 'Rangée dans preuves/declarations et citée dans le manifeste s’il dit l’exigence non applicable.',
    },
    engagement: {
      label: 'Lettre d’engagement',
      detail: 'Enregistrée où vous voulez. Le manifeste n’a pas de place pour elle : rien n’y est écrit.',
    },
    honneur: {
      label: 'Attestation sur l’honneur',
      detail: 'Enregistrée où vous voulez. Le manifeste n’a pas de place pour elle : rien n’y est écrit.',
    },
  } as Readonly<Record<AttestationModel, { readonly label: string; readonly detail: string }>>,
  chooseNotice: 'Mention « brouillon à relire »',
  withNotice: 'Avec la mention',
  withNoticeDetail: 'Le document dit qu’il est à relire avant d’être signé.',
  withoutNotice: 'Sans la mention',
  withoutNoticeDetail: 'Le texte a été relu. Le pied de page dit toujours que le modèle n’est pas officiel.',
  chooseTarget: 'Choisir où l’enregistrer',
  saveAttestation: 'Enregistrer l’attestation',
  pdfFilter: 'Document PDF',
  attestationWritten: (name: string) => `Document écrit : ${name}.`,
  attestationCited: 'Il est cité dans le manifeste ; « Annuler » retire la citation, pas le fichier.',
  attestationNotCited: (name: string) =>
    `${name} a changé entre-temps et ne cite pas le document : écrivez-y « declaration: » à la main.`,
};

export type SubmissionMessages = typeof french;

const english: SubmissionMessages = {
  gone: 'This document is no longer in memory. Run the command that opened it again.\n',
  otherFile: 'Other file…',
  packageFilter: 'Package',
  choose: 'Choose',
  save: 'Save',
  dossier: 'working folder',
  searching: 'Searching for packages',
  date: (time) => formatInstant(time, 'en'),

  verifyTitle: 'Verify a package',
  verifying: (name) => `Verifying ${name}`,
  choosePackage: 'Package to verify',
  chooseToFile: 'Package to file, slot by slot',
  chooseDossier: 'Dossier to compare it with',
  withoutDossier: 'Do not compare',
  intact: (name, { files, bytes }) =>
    fill('Package intact: {name}, {files, plural, one {# file} other {# files}}, {size}.', 'en', {
      name,
      files,
      size: formatBytes(bytes, 'en'),
    }),
  draft: 'It is a draft: not to be filed.',
  sameAsDossier: (dossier) => `It says the same as ${dossier}.`,
  differs: (dossier, summary) => `It no longer says the same as ${dossier}. ${summary}.`,
  showDifferences: 'Show the differences',
  invalid: (name, count) =>
    fill('{name}: {count, plural, one {# problem} other {# problems}}. Do not file it.', 'en', { name, count }),
  reportName: (name) => `Verification of ${name}`,

  compareTitle: 'Compare',
  comparing: 'Comparison',
  chooseBefore: 'Compare… (from)',
  chooseAfter: 'with… (to)',
  same: (before, after) => `No difference between ${before} and ${after}.`,
  diffTitle: (before, after) => `${before} ↔ ${after}`,
  saveComparison: 'Save the report…',
  comparisonFile: 'comparison.html',
  comparisonFilters: { 'HTML page': ['html'], Markdown: ['md'] },
  comparisonSaved: (name) => `Report saved: ${name}.`,

  attestationTitle: 'Prepare a statement',
  preparing: 'Preparing the statement',
  chooseRequirement: 'Requirement or scenario it is about',
  chooseModel: 'Document to prepare (none is an official model)',
  models: {
    'non-applicable': {
      label: 'Statement that it does not apply',
      detail: 'Put into preuves/declarations and named in the manifest, if that says so of the requirement.',
    },
    engagement: {
      label: 'Letter of commitment',
      detail: 'Saved where you like. The manifest has no place for it: nothing is written there.',
    },
    honneur: {
      label: 'Sworn statement',
      detail: 'Saved where you like. The manifest has no place for it: nothing is written there.',
    },
  },
  chooseNotice: 'Notice “draft to be read again”',
  withNotice: 'With the notice',
  withNoticeDetail: 'The document says that it must be read again before it is signed.',
  withoutNotice: 'Without the notice',
  withoutNoticeDetail: 'The text was read again. The footer still says that the model is not official.',
  chooseTarget: 'Choose where to save it',
  saveAttestation: 'Save the statement',
  pdfFilter: 'PDF document',
  attestationWritten: (name) => `Document written: ${name}.`,
  attestationCited: 'The manifest names it; “Undo” removes the name, not the file.',
  attestationNotCited: (name) =>
    `${name} changed in the meantime and does not name the document: write “declaration:” there by hand.`,
};

export const submissionMessages = { fr: french, en: english } as const;
