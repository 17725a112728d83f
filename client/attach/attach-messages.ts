import type { Locale } from '../../words/locale';
import { fill } from '../../words/say';
import { commonWords } from '../ui/common-words';

/** What attaching evidence says. */
const french = {
  attaching: 'Ajout au dossier de preuves',
  reading: 'Lecture de ce qui est à joindre',
  attach: 'Joindre',
  changeProofs: 'Choisir les preuves…',
  confirmTitle: (count: number) =>
    fill('{count, plural, =1 {Joindre cette pièce ?} other {Joindre ces # pièces ?}}', 'fr', { count }),
  severities: commonWords.fr.severities,
  warning: (severity: string, message: string) => `${severity} : ${message}`,
  undo: 'Annuler',
  whichProof: 'Quelle preuve cette pièce apporte-t-elle ?',
  under: (above: string) => `sous ${above}`,
  openProofs: 'À fournir',
  otherProofs: 'Les autres preuves',
  done: (count: number, sentences: string) =>
    fill('{count, plural, one {Pièce jointe} other {# pièces jointes}}. {sentences}', 'fr', { count, sentences }),
  changed: 'Le manifeste a changé pendant l’ajout : rien n’y a été écrit. Recommencez.',
  undone: 'L’ajout est annulé.',
  undoneKept: (count: number, names: string) =>
    fill(
      'L’ajout est annulé. {count, plural, =1 {Le fichier copié reste dans le dossier, cité par aucune preuve} other {Les fichiers copiés restent dans le dossier, cités par aucune preuve}} : {names}.',
      'fr',
      { count, names },
    ),
  removeCopies: (count: number) =>
    fill('{count, plural, =1 {Supprimer ce fichier} other {Supprimer ces fichiers}}', 'fr', { count }),
  notUndone:
    'Le manifeste a changé depuis : rien n’a été annulé. Retirez ce qui a été écrit à la main, ou avec Annuler dans l’éditeur.',
  withdrawn: (id: string) => `La déclaration est retirée : ${id} s’applique de nouveau.`,
  notSaved: (name: string) => `${name} n’a pas pu être enregistré : il reste modifié dans l’éditeur.`,

  addTitle: (id: string) => (id === '' ? 'Ajouter une pièce' : `Ajouter une pièce : ${id}`),
  addPlaceholder: 'Choisissez une pièce, ou sa sorte',
  uncited: 'Fichiers du dossier que rien ne cite',
  named: 'porte l’identifiant',
  otherWays: 'Autrement',
  chooseFile: 'Choisir un fichier…',
  chooseFileDetail: 'Un fichier du dossier est cité où il est ; un autre est copié dans le dossier.',
  link: 'Lien…',
  linkDetail: 'Adresse permanente, comme celle d’un rapport Gazelle.',
  execution: 'N° d’exécution…',
  executionDetail: 'Numéro donné par l’outil de test.',
  declaration: 'Déclaration…',
  declarationDetail: 'Document signé.',
  notApplicable: 'Non applicable…',
  notApplicableDetail: 'Écrit la justification dans le manifeste.',
  declaring: 'Déclaration de non-applicabilité',
  whichEntry: 'Qu’est-ce qui ne s’applique pas ?',
  wholeRequirement: (id: string) => `Toute l’exigence ${id}`,
  onlyScenario: (id: string) => `Seulement le scénario ${id}`,
  justification: (id: string) => `Pourquoi ${id} ne s’applique pas à votre logiciel`,
  justificationEmpty: 'Une justification est exigée.',
  declared: (id: string) => `Non applicable : ${id}. Joignez la déclaration signée.`,
  attachDeclaration: 'Joindre la déclaration…',
  declarationTitle: (id: string) => `Déclaration signée : ${id}`,
  declarationAttached: (id: string, path: string) => `Déclaration de ${id} : ${path}`,
  linkTitle: 'Joindre un lien',
  executionTitle: 'Joindre un numéro d’exécution',
  titleFor: (title: string, id: string) => `${title} : ${id}`,
  linkPrompt: 'Adresse permanente (https://…)',
  linkProblem: 'Une adresse commence par https:// ou http:// et ne contient pas d’espace.',
  executionPrompt: 'Numéro d’exécution',
  executionProblem: 'Un numéro d’exécution est fait de chiffres.',
  chooseDossier: 'Dossier de preuves qui reçoit la pièce',
  onlyFiles: (uri: string) => `Seul un fichier de ce poste peut être joint : ${uri}`,
  nothingDropped: 'Rien de ce qui a été déposé n’est un fichier.',
};

type AttachMessages = typeof french;

const english: AttachMessages = {
  attaching: 'Attaching to the dossier',
  reading: 'Reading what is to be attached',
  attach: 'Attach',
  changeProofs: 'Choose the Proofs…',
  confirmTitle: (count) =>
    fill('{count, plural, =1 {Attach this piece?} other {Attach these # pieces?}}', 'en', { count }),
  severities: commonWords.en.severities,
  warning: (severity, message) => `${severity}: ${message}`,
  undo: 'Undo',
  whichProof: 'Which proof is this evidence of?',
  under: (above) => `under ${above}`,
  openProofs: 'To provide',
  otherProofs: 'Other proofs',
  done: (count, sentences) =>
    fill('{count, plural, one {Evidence attached} other {# pieces attached}}. {sentences}', 'en', { count, sentences }),
  changed: 'The manifest changed meanwhile: nothing was written in it. Try again.',
  undone: 'The evidence is detached again.',
  undoneKept: (count, names) =>
    fill(
      'The evidence is detached again. {count, plural, =1 {The copied file stays in the dossier, cited by no proof} other {The copied files stay in the dossier, cited by no proof}}: {names}.',
      'en',
      { count, names },
    ),
  removeCopies: (count) => fill('{count, plural, =1 {Delete this File} other {Delete these Files}}', 'en', { count }),
  notUndone:
    'The manifest changed since: nothing was undone. Take out what was written by hand, or with Undo in the editor.',
  withdrawn: (id) => `The declaration is withdrawn: ${id} applies again.`,
  notSaved: (name) => `${name} could not be saved: it stays modified in the editor.`,

  addTitle: (id) => (id === '' ? 'Add evidence' : `Add evidence: ${id}`),
  addPlaceholder: 'Choose the evidence, or its kind',
  uncited: 'Files of the dossier that nothing cites',
  named: 'bears the id',
  otherWays: 'Other ways',
  chooseFile: 'Choose a File…',
  chooseFileDetail: 'A file of the dossier is cited where it lies; any other is copied into the dossier.',
  link: 'Link…',
  linkDetail: 'Permanent address, such as that of a Gazelle report.',
  execution: 'Execution Number…',
  executionDetail: 'Number given by the test tool.',
  declaration: 'Statement…',
  declarationDetail: 'A signed document.',
  notApplicable: 'Not Applicable…',
  notApplicableDetail: 'Writes the justification into the manifest.',
  declaring: 'Declaration of non-applicability',
  whichEntry: 'What does not apply?',
  wholeRequirement: (id) => `All of requirement ${id}`,
  onlyScenario: (id) => `Only scenario ${id}`,
  justification: (id) => `Why ${id} does not apply to your software`,
  justificationEmpty: 'A justification is required.',
  declared: (id) => `Not applicable: ${id}. Attach the signed statement.`,
  attachDeclaration: 'Attach the Statement…',
  declarationTitle: (id) => `Signed statement: ${id}`,
  declarationAttached: (id, path) => `Statement of ${id}: ${path}`,
  linkTitle: 'Attach a link',
  executionTitle: 'Attach an execution number',
  titleFor: (title, id) => `${title}: ${id}`,
  linkPrompt: 'Permanent address (https://…)',
  linkProblem: 'An address begins with https:// or http:// and holds no space.',
  executionPrompt: 'Execution number',
  executionProblem: 'An execution number is made of digits.',
  chooseDossier: 'Dossier that gets the evidence',
  onlyFiles: (uri) => `Only a file of this machine can be attached: ${uri}`,
  nothingDropped: 'Nothing that was dropped is a file.',
};

export type { AttachMessages };

/** In each language. */
export const attachMessages: Readonly<Record<Locale, AttachMessages>> = { fr: french, en: english };
