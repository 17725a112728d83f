import { formatBytes } from '../words/numbers';
import { fill, type SentenceArguments } from '../words/say';

const say = (text: string, args: SentenceArguments): string => fill(text, 'fr', args);

/** What the client says in French. The type of this table is what every other language must offer. */
export const french = {
  product: 'Ségur Preuves',

  // Buttons
  open: 'Ouvrir',
  openLog: 'Ouvrir le journal',
  restart: 'Redémarrer',
  showInFolder: 'Afficher dans le dossier',
  copyPath: 'Copier le chemin',
  showProblems: 'Voir les problèmes',
  showTree: 'Voir la conformité',
  openCatalogue: 'Ouvrir le catalogue',
  createDossier: 'Créer un dossier',
  importRem: 'Importer un REM',
  manageTrust: 'Gérer la confiance…',
  chooseFolder: 'Choisir un dossier',
  packageDraft: 'Constituer un brouillon',

  // Server
  serverStarting: 'Ségur Preuves démarre…',
  serverFailed:
    'Le serveur de Ségur Preuves s’est arrêté deux fois de suite. Redémarrez-le ; si cela se reproduit, le journal dit pourquoi.',
  serverNotRunning: 'Le serveur de Ségur Preuves ne tourne pas. Redémarrez-le, puis recommencez.',
  serverRestarted: 'Le serveur de Ségur Preuves a redémarré.',
  failed: (what: string, why: string) => `${what} : ${why}`,
  labelled: (label: string, text: string) => `${label} : ${text}`,
  changedMeanwhile: 'le manifeste a changé entre-temps. Recommencez.',
  desktopOnly:
    'Ceci demande VS Code sur votre poste : dans le navigateur, l’extension n’a ni programme à lancer ni disque. Ouvrez-y le même dépôt, puis recommencez.',
  virtualWorkspace:
    'Ces fichiers ne sont pas sur le disque de ce poste : Ségur Preuves n’y lit rien, et ce manifeste n’est pas vérifié. Clonez le dépôt ou copiez le dossier sur le poste, ou ouvrez-le sur vscode.dev, où l’extension lit les dépôts sans les cloner.',
  cloneRepository: 'Cloner le dépôt…',
  openFolder: 'Ouvrir un dossier…',
  inBrowser:
    'Dans le navigateur, l’intérieur des pièces n’est pas lu : ces chiffres ne remplacent pas une vérification dans VS Code sur votre poste.',
  untrusted:
    'Ségur Preuves n’écrit rien dans un espace de travail non approuvé. Approuvez-le si vous en connaissez l’origine.',

  // Images
  picturesUnread: (count: number) =>
    say(
      '{count, plural, one {Le texte d’une image citée n’est pas lu} other {Le texte de # images citées n’est pas lu}} : une identité réelle y passerait inaperçue. Le lire se fait sur ce poste, sans réseau, en une seconde environ par image.',
      { count },
    ),
  readPictures: 'Lire les images',
  notNow: 'Pas maintenant',

  // Conformité
  countsSpoken: (provided: number, total: number) =>
    say('{provided, plural, one {# fournie} other {# fournies}} sur {total, number}', { provided, total }),
  toFix: (count: number) =>
    say('{count, plural, one {# preuve incomplète ou à revoir} other {# preuves incomplètes ou à revoir}}', { count }),
  compliance: 'Conformité',
  groupedByChapter: 'par chapitre',
  groupedByDomain: 'par domaine',
  countsTable: (counts: {
    provided: number;
    toProvide: number;
    incomplete: number;
    toReview: number;
    total: number;
  }) => [
    say('fournies : {provided, number}', counts),
    say('à fournir : {toProvide, number}', counts),
    say('incomplètes : {incomplete, number}', counts),
    say('à revoir : {toReview, number}', counts),
    say('en tout : {total, number}', counts),
  ],
  catalogue: 'Catalogue',
  noCatalogue: 'Ce fichier n’appartient à aucun dossier de preuves',
  placeGone: 'Cet endroit n’existe plus. Actualisez la vue.',
  evidenceNotAFile: 'Cette pièce n’est pas un fichier du dossier.',
  refreshing: 'Actualisation de la conformité',
  openingEvidence: 'Ouverture de la pièce',

  // Vérifier
  checking: 'Vérification de toutes les pièces',
  checked: (result: { dossiers: number; errors: number; warnings: number; infos: number }) =>
    result.dossiers === 0
      ? 'Aucun dossier de preuves à vérifier.'
      : say(
          '{dossiers, plural, one {# dossier vérifié} other {# dossiers vérifiés}} : {errors, plural, one {# erreur} other {# erreurs}}, {warnings, plural, one {# avertissement} other {# avertissements}}, {infos, plural, one {# information} other {# informations}}.',
          result,
        ),

  // Importer un REM
  importing: 'Import du REM',
  importTitle: 'Importer un REM',
  importFileLabel: 'Importer ce classeur',
  importFileFilter: 'Classeur REM',
  importNotWorkbook: (name: string) =>
    `${name} n’est pas un classeur .xlsx. Un REM au format .xls s’enregistre d’abord en .xlsx.`,
  importDispositif: 'Dispositif de ce REM',
  importDispositifFromFile: 'Laisser le classeur le dire',
  importDispositifFromFileDetail: 'L’import s’arrête avec une explication s’il ne le dit pas.',
  importVersion: 'Version ou date de ce REM, telle que publiée (facultatif)',
  importTarget: 'Fichier à écrire, relatif à',
  importReplaces: 'Ce fichier existe : il sera remplacé.',
  imported: (result: { requirements: number; scenarios: number; proofs: number; dispositif: string }) =>
    say(
      '{dispositif} : {requirements, plural, one {# exigence} other {# exigences}}, {scenarios, plural, one {# scénario} other {# scénarios}}, {proofs, plural, one {# preuve attendue} other {# preuves attendues}}.',
      result,
    ),
  importLost: (count: number) =>
    say(
      '{count, plural, =1 {Un point du classeur est perdu ou ambigu : relisez-le} other {# points du classeur sont perdus ou ambigus : relisez-les}} avant de vous fier au catalogue.',
      { count },
    ),
  doubts: (count: number) => say('Lignes à relire ({count, number})', { count }),
  doubtsTitle: (file: string) => `Lignes à relire dans ${file}`,
  doubtsIntroduction:
    'L’import n’a pas pu trancher pour ces lignes. Comparez-les au classeur, puis corrigez le catalogue si besoin.',

  // Nouveau dossier
  creating: 'Création du dossier de preuves',
  newTitle: 'Nouveau dossier de preuves',
  newFolder: 'Où créer le dossier de preuves',
  newOtherFolder: 'Autre dossier…',
  newDispositif: 'Dispositif visé',
  newCatalogue: 'REM à suivre',
  newCatalogueBuiltIn: 'Catalogue intégré',
  newCatalogueBuiltInDetail:
    'Reconstruction de travail, pas le REM officiel. Vous pourrez importer celui-ci plus tard.',
  newCatalogueFile: 'Choisir un catalogue importé…',
  newCatalogueImport: 'Importer un REM (.xlsx)…',
  newProfiles: 'Profils du logiciel (une exigence « Général » s’applique toujours)',
  newProfileAdds: (count: number) =>
    say('{count, plural, =0 {n’ajoute aucune exigence} one {ajoute # exigence} other {ajoute # exigences}}', { count }),
  newProfilesSum: (count: number) => say('{count, plural, one {# exigence} other {# exigences}} à prouver', { count }),
  newFinish: 'Créer le dossier maintenant : le reste se remplira plus tard',
  newLater: 'Entrée sans rien écrire : à remplir plus tard',
  newVendor: 'Éditeur : dénomination sociale',
  newSiret: 'SIRET de l’éditeur (14 chiffres)',
  newSoftware: 'Nom du logiciel',
  newVersion: 'Version candidate du logiciel : une pièce d’une autre version sera signalée',
  newVersionDate: 'Date de cette version (AAAA-MM-JJ)',
  newPlannedFiling: 'Date de dépôt visée (AAAA-MM-JJ)',
  newLayout: 'Comment ranger les exigences',
  newByChapter: 'Un fichier par chapitre',
  newByChapterDetail: 'Pour y travailler à plusieurs : deux chapitres ne se modifient jamais dans le même fichier.',
  newOneFile: 'Un seul fichier',
  newOneFileDetail: 'Tout d’un coup d’œil, pour une personne seule.',
  newPieces: 'Où ranger les pièces, dans le dossier',
  newNotMade: 'Le dossier de preuves n’a pas été créé',
  newResume: 'Reprendre',
  newName: 'Nom du fichier du dossier',
  addFirst: 'Ajouter la première pièce',
  created: (requirements: number) =>
    say('Dossier créé : {requirements, plural, one {# exigence applicable} other {# exigences applicables}}.', {
      requirements,
    }),
  noDispositif: 'Aucun dispositif connu. Importez un REM.',
  catalogueFilter: 'Catalogue importé',
  use: 'Choisir',

  // Constituer le dépôt
  packaging: 'Constitution du dépôt',
  packageTitle: 'Constituer le dépôt',
  packageDossier: 'Dossier de preuves',
  packageWhat: 'Que contient le dépôt ?',
  packageWhole: 'Les chapitres du dossier',
  packageAnswers: (count: number) => say('Seulement les réponses aux demandes de l’ANS ({count, number})', { count }),
  packageAnswersDetail:
    'Les preuves pour lesquelles une modification est demandée, ou dont la réponse est datée d’aujourd’hui.',
  packageChapters: 'Chapitres à déposer (l’ANS examine un chapitre quand il est complet)',
  packageUnread: 'Des pièces n’ont pas été lues jusqu’au bout.',
  packageUnreadDetail:
    'Ce qui n’a pas été lu n’a pas été contrôlé non plus. L’arbre et le tableau disent pourquoi pour chaque pièce ; regardez-les vous-même avant de déposer.',
  packageAnyway: 'Constituer',
  packageTarget: 'Enregistrer le dépôt',
  packageFilter: 'Archive de dépôt',
  packaged: (result: {
    name: string;
    internalName: string;
    entries: number;
    bytes: number;
    draft: boolean;
    notes: readonly string[];
  }) =>
    [
      say('{what} : {name}, {entries, plural, one {# entrée} other {# entrées}}, {size}.', {
        what: result.draft ? 'Brouillon écrit' : 'Dépôt écrit',
        name: result.name,
        entries: result.entries,
        size: formatBytes(result.bytes, 'fr'),
      }),
      ...result.notes,
      `À côté, ${result.internalName} garde ce qui ne part pas : ne le déposez pas.`,
    ].join(' '),
  packageBlocked: (total: number) =>
    say(
      'Le dépôt n’a pas été écrit : {total, plural, one {# point empêche} other {# points empêchent}} un dépôt complet.',
      { total },
    ),
  packageBlockedShown: (shown: number, total: number) =>
    say('{shown, plural, one {# point} other {# points}} sur {total, number}', { shown, total }),
  packageBlockedPick: 'Choisissez un point pour y aller',
  packageBlockedCount: 'un seul point par exigence ou scénario',
  packageDraftDetail: 'Écrit ce qui est là, marqué comme brouillon : à ne pas déposer.',
  packageFailed: 'Le dépôt n’a pas été écrit',
  openingReport: 'Ouverture du rapport',
  savingReport: 'Enregistrement du rapport',
  migrating: 'Mise à jour vers le nouveau REM',
  reportDossier: 'Dossier de preuves',
  reportTitle: 'Enregistrer le rapport',
  reportReader: 'À qui est-il destiné ?',
  reportInternal: 'À l’équipe',
  reportInternalDetail: 'Avec les notes internes et les constats',
  reportForAns: 'À l’ANS',
  reportForAnsDetail: 'Sans note interne ni constat',
  reportFilters: { html: 'Page HTML', xlsx: 'Classeur Excel', csv: 'CSV', md: 'Markdown' },
  reportSaved: (name: string) => `Rapport enregistré : ${name}.`,
  noDossier: 'Aucun dossier de preuves ouvert. Créez-en un, ou ouvrez le dossier qui en contient un.',

  // Validation
  nameEmpty: 'Donnez un nom.',
  nameHasFolder: 'Un nom de fichier, sans dossier.',
  nameCharacters: (characters: string) => `Ces caractères ne sont pas permis partout : ${characters}`,
  nameSuffix: (suffix: string) => `Le nom finit par ${suffix}`,
  nameTaken: 'Ce fichier existe déjà. Choisissez un autre nom.',
  pathOutside: 'Le fichier reste dans ce dossier : un chemin relatif, sans « .. ».',
};
