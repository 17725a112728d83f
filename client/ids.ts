import { attachCommands, mergeCommand } from '../protocol/commands';

/** The names that package.json and the code share. A unit test compares both. */
export const languageId = 'preuves-segur';
export const section = 'segurPreuves';
export const viewId = 'segurPreuves.conformite';
export const piecesViewId = 'segurPreuves.pieces';
export const parcoursViewId = 'segurPreuves.parcours';
/** The custom editor of manifests. */
export const tableViewType = 'segurPreuves.tableau';
/** Of the comments that are threads of the team. */
export const threadsControllerId = 'segurPreuves.discussions';
/** Of the tools that an assistant may ask for. */
export const assistantProviderId = 'segurPreuves.assistant';
/** Of tasks that run the command line. */
export const taskType = 'segur-preuves';
/** Of the Testing view. */
export const testControllerId = 'segurPreuves.scenarios';
export const ficheViewId = 'segurPreuves.fiche';
export const walkthroughId = 'segur-preuves.segur-preuves#premiersPas';

export const commands = {
  newDossier: 'segurPreuves.nouveauDossier',
  importRem: 'segurPreuves.importerRem',
  check: 'segurPreuves.verifier',
  package: 'segurPreuves.constituerDepot',
  packageChapter: 'segurPreuves.constituerDepotDuChapitre',
  report: 'segurPreuves.rapport',
  saveReport: 'segurPreuves.enregistrerRapport',
  portfolioReport: 'segurPreuves.rapportPortefeuille',
  reuse: 'segurPreuves.reutiliser',
  shootingScript: 'segurPreuves.feuilleDeTournage',
  missingLetter: 'segurPreuves.lettrePiecesManquantes',
  migrate: 'segurPreuves.mettreAJourRem',
  verifyPackage: 'segurPreuves.verifierDepot',
  uploads: 'segurPreuves.suivreDepot',
  answers: 'segurPreuves.saisirReponses',
  eligibility: 'segurPreuves.eligibilite',
  watch: 'segurPreuves.veille',
  compare: 'segurPreuves.comparer',
  attestation: 'segurPreuves.attestation',
  refresh: 'segurPreuves.actualiser',
  addPiece: attachCommands.add,
  attachFile: attachCommands.file,
  attachLink: attachCommands.link,
  attachExecution: attachCommands.execution,
  attachDeclaration: attachCommands.declaration,
  notApplicable: attachCommands.notApplicable,
  merge: mergeCommand,
  citeFile: 'segurPreuves.citerPiece',
  intake: 'segurPreuves.reprendreSuivi',
  collect: 'segurPreuves.collecter',
  openLog: 'segurPreuves.ouvrirJournal',
  restart: 'segurPreuves.redemarrer',
  groupByChapter: 'segurPreuves.grouperParChapitre',
  groupByDomain: 'segurPreuves.grouperParDomaine',
  openEvidence: 'segurPreuves.ouvrirPiece',
  openEvidenceOutside: 'segurPreuves.ouvrirPieceAilleurs',
  copyLabel: 'segurPreuves.copierIntitule',
  nextMissing: 'segurPreuves.manquanteSuivante',
  previousMissing: 'segurPreuves.manquantePrecedente',
  nextToReview: 'segurPreuves.aRevoirSuivante',
  previousToReview: 'segurPreuves.aRevoirPrecedente',
  nextRequested: 'segurPreuves.demandeSuivante',
  previousRequested: 'segurPreuves.demandePrecedente',
  search: 'segurPreuves.chercher',
  markDone: 'segurPreuves.marquerFaite',
  writeDate: 'segurPreuves.ecrireDate',
  openInManifest: 'segurPreuves.ouvrirDansLeManifeste',
  filter: 'segurPreuves.filtrer',
  showAll: 'segurPreuves.toutMontrer',
  revealPiece: 'segurPreuves.montrerPiece',
  deletePiece: 'segurPreuves.supprimerPiece',
  firstSteps: 'segurPreuves.premiersPas',
  openTable: 'segurPreuves.ouvrirTableau',
  openText: 'segurPreuves.ouvrirTexte',
  tableByDefault: 'segurPreuves.tableauParDefaut',
  showFiche: 'segurPreuves.afficherFiche',
  previewPiece: 'segurPreuves.apercuPiece',
  sortAsRem: 'segurPreuves.trierDansLOrdreDuRem',
  myProofs: 'segurPreuves.mesPreuves',
  myName: 'segurPreuves.quiSuisJe',
  saveTasks: 'segurPreuves.enregistrerSuivi',
  newThread: 'segurPreuves.nouvelleDiscussion',
  sendMessage: 'segurPreuves.envoyerMessage',
  closeThread: 'segurPreuves.cloreDiscussion',
  reopenThread: 'segurPreuves.rouvrirDiscussion',
  deleteMessage: 'segurPreuves.supprimerMessage',
  openThreadFile: 'segurPreuves.ouvrirDiscussion',
} as const;

/** Behind a row of the tree; not in the palette, so not in package.json either. */
export const openRowCommand = 'segurPreuves.ouvrirLigne';
/** Behind a drop on the tree, so that it fails and is refused as the others do. */
export const dropCommand = 'segurPreuves.deposerSurLigne';
export const openPieceRowCommand = 'segurPreuves.ouvrirLignePiece';
export const openParcoursRowCommand = 'segurPreuves.ouvrirLigneParcours';

export const contextKeys = {
  /** `starting`, `running` or `failed`. */
  state: 'segurPreuves.etat',
  /** `aucun` or `presents`; unset until the server has told. */
  dossiers: 'segurPreuves.dossiers',
  /** `present` where a portfolio is, or `aucun`. */
  portfolio: 'segurPreuves.portefeuille',
  groupBy: 'segurPreuves.groupement',
  /** Whether a proof of a dossier has evidence. */
  pieces: 'segurPreuves.pieces',
  /** What was done since the window opened: it ticks the walkthrough, a command that was given up does not. */
  imported: 'segurPreuves.importe',
  created: 'segurPreuves.cree',
  attached: 'segurPreuves.joint',
  checked: 'segurPreuves.verifie',
  packaged: 'segurPreuves.constitue',
  /** Which proofs the tree shows: `all`, `missing`… */
  filter: 'segurPreuves.filtre',
} as const;
