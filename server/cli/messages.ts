import type { Sentence } from '../core/messages/say';

/** Everything the command line says beside findings. */
export const messages = {
  noSuchPath: {
    fr: 'Il n’y a rien à l’emplacement « {path} ».',
    en: 'There is nothing at “{path}”.',
  },
  noControlFolder: {
    fr: 'Le dossier « {path} » n’a pas la forme du dépôt TestContenuCDA de l’ANS : il y faut « schematrons » avec des fichiers .sch (et « jeuxDeValeurs », « infrastructure/cda »). Téléchargez le dépôt en entier.',
    en: 'Folder “{path}” is not laid out as ANS’s repository TestContenuCDA: it takes “schematrons” with .sch files (and “jeuxDeValeurs”, “infrastructure/cda”). Download the whole repository.',
  },
  noDossier: {
    fr: 'Aucun dossier de preuves (*.preuves.yaml avec une section « dossier ») dans « {path} ». « segur-preuves init » en crée un.',
    en: 'No proof dossier (*.preuves.yaml with a “dossier” section) in “{path}”. “segur-preuves init” creates one.',
  },
  noDossierEncoding: {
    fr: 'Aucun dossier de preuves lisible dans « {path} », mais des fichiers qui ne sont pas en UTF-8 y ressemblent :',
    en: 'No readable proof dossier in “{path}”, but files that are not UTF-8 look like one:',
  },
  severalDossiers: {
    fr: 'Plusieurs dossiers sous {path} : indiquez lequel ({dossiers}).',
    en: 'Several dossiers under {path}: say which one ({dossiers}).',
  },
  cannotRead: {
    fr: 'Le fichier {path} ne peut pas être lu ({reason}).',
    en: 'File {path} cannot be read ({reason}).',
  },
  cannotWrite: {
    fr: 'Le fichier {path} ne peut pas être écrit ({reason}). Rien n’a été modifié.',
    en: 'File {path} cannot be written ({reason}). Nothing was changed.',
  },
  scanning: { fr: 'Lecture des pièces : {done}/{total}', en: 'Reading evidence: {done}/{total}' },
  cancelled: { fr: 'Interrompu. Rien n’a été modifié.', en: 'Interrupted. Nothing was changed.' },
  clean: { fr: '✔ Aucun constat.', en: '✔ No finding.' },
  summary: {
    fr: '{error, plural, one {# erreur} other {# erreurs}}, {warning, plural, one {# avertissement} other {# avertissements}}, {info, plural, one {# information} other {# informations}}, {hint, plural, one {# conseil} other {# conseils}}',
    en: '{error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info, plural, one {# information} other {# informations}}, {hint, plural, one {# hint} other {# hints}}',
  },
  fixed: {
    fr: '{count, plural, one {# correction appliquée} other {# corrections appliquées}}.',
    en: '{count, plural, one {# fix} other {# fixes}} applied.',
  },
  figures: {
    fr: '{provided}/{total} fournies · {toProvide} à fournir · {incomplete} incomplètes · {toReview} à revoir',
    en: '{provided}/{total} provided · {toProvide} to provide · {incomplete} incomplete · {toReview} to review',
  },
  noCatalogue: {
    fr: '{status} : {reason}. Aucun catalogue lisible : la conformité ne peut pas être calculée.',
    en: '{status}: {reason}. No readable catalogue: conformity cannot be computed.',
  },
  labelled: { fr: '{label} : {text}', en: '{label}: {text}' },
  ans: { fr: 'ANS', en: 'ANS' },
  at: { fr: 'au {at}', en: 'as of {at}' },
  notWatched: {
    fr: '--watch ne va pas avec {option} : le suivi montre, avec --format pretty ou json, et ne modifie rien. Retirez l’une des deux options.',
    en: '--watch does not go with {option}: watching shows, with --format pretty or json, and changes nothing. Remove one of the two options.',
  },
  checkedAt: {
    fr: 'Vérifié au {at} : ce qui dépend du calendrier est jugé à cette date.',
    en: 'Checked as of {at}: what depends on the calendar is judged on that date.',
  },
  withoutProofHead: { fr: 'Exigées, sans preuve attendue par le REM', en: 'Required, no proof expected by the REM' },
  coreScenarios: { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' },
  imported: {
    fr: 'REM {dispositif} lu : {requirements, plural, one {# exigence} other {# exigences}}, {scenarios, plural, one {# scénario} other {# scénarios}}, {proofs, plural, one {# preuve attendue} other {# preuves attendues}} → {target}',
    en: 'REM {dispositif} read: {requirements, plural, one {# requirement} other {# requirements}}, {scenarios, plural, one {# scenario} other {# scenarios}}, {proofs, plural, one {# expected proof} other {# expected proofs}} → {target}',
  },
  perChapter: {
    fr: '  {chapter} : {requirements, plural, one {# exigence} other {# exigences}}, {proofs, plural, one {# preuve} other {# preuves}}',
    en: '  {chapter}: {requirements, plural, one {# requirement} other {# requirements}}, {proofs, plural, one {# proof} other {# proofs}}',
  },
  doubts: { fr: '{title} ({count}) :', en: '{title} ({count}):' },
  strictImport: {
    fr: 'Avec --strict, l’import échoue tant que quelque chose est perdu ou ambigu ({count}, voir plus haut). Le catalogue est écrit.',
    en: 'With --strict the import fails as long as something is lost or ambiguous ({count}, see above). The catalogue is written.',
  },
  readCore: {
    fr: '  Scénarios cœur de métier : {scenarios, plural, one {# scénario} other {# scénarios}}, {proofs, plural, one {# preuve} other {# preuves}}',
    en: '  Core-business scenarios: {scenarios, plural, one {# scenario} other {# scenarios}}, {proofs, plural, one {# proof} other {# proofs}}',
  },
  ignoredSheet: {
    fr: 'Feuille « {sheet} » laissée de côté ({rows, plural, one {# ligne} other {# lignes}}) : elle n’a pas la forme d’un REM.',
    en: 'Sheet “{sheet}” left aside ({rows, plural, one {# row} other {# rows}}): it does not have the layout of a REM.',
  },
  nothingImported: {
    fr: 'Rien n’a été importé : corrigez le paquet de données, ou retirez --donnees.',
    en: 'Nothing was imported: correct the data package, or leave --donnees out.',
  },
  noRem: {
    fr: 'Aucune feuille de {path} n’a la forme d’un REM (colonnes « N° exigence » ou « ID », scénario, preuves). Rien n’a été écrit.',
    en: 'No sheet of {path} has the layout of a REM (columns “N° exigence” or “ID”, scenario, proofs). Nothing was written.',
  },
  near: { fr: ' (vouliez-vous {ids} ?)', en: ' (did you mean {ids}?)' },
  created: {
    fr: 'Dossier créé : {path} ({count, plural, one {# exigence} other {# exigences}} à prouver).',
    en: 'Dossier created: {path} ({count, plural, one {# requirement} other {# requirements}} to prove).',
  },
  createdFragments: {
    fr: 'Ses exigences sont dans {count, plural, one {# fichier} other {# fichiers}}, un par chapitre.',
    en: 'Its requirements are in {count, plural, one {# file} other {# files}}, one for each chapter.',
  },
  firstThing: { fr: 'La première pièce s’écrit ici : {place}', en: 'The first piece goes here: {place}' },
  oneLayout: {
    fr: '--par-chapitre et --un-fichier s’excluent : gardez l’un des deux.',
    en: '--par-chapitre and --un-fichier exclude each other: keep one of them.',
  },
  unknownDispositif: {
    fr: 'Dispositif « {id} » inconnu{hint}. Dispositifs intégrés : {known}. Pour un autre, importez son REM et donnez --catalogue.',
    en: 'Unknown dispositif “{id}”{hint}. Built-in dispositifs: {known}. For another one, import its REM and give --catalogue.',
  },
  emptyDispositif: {
    fr: 'Aucune exigence n’est connue pour {id}. Importez d’abord le classeur officiel (segur-preuves import), puis donnez --catalogue.',
    en: 'No requirement is known for {id}. Import the official workbook first (segur-preuves import), then give --catalogue.',
  },
  packaging: { fr: 'Constitution du dépôt : {mib}/{total} Mio', en: 'Making the package: {mib}/{total} MiB' },
  verifying: { fr: 'Vérification : {mib}/{total} Mio', en: 'Verifying: {mib}/{total} MiB' },
  packaged: {
    fr: 'Dépôt constitué : {path} ({entries, plural, one {# fichier} other {# fichiers}}, {mib} Mio).',
    en: 'Package made: {path} ({entries, plural, one {# file} other {# files}}, {mib} MiB).',
  },
  packagedDraft: {
    fr: 'Brouillon constitué : {path} ({entries, plural, one {# fichier} other {# fichiers}}, {mib} Mio). Il n’est pas destiné à être déposé.',
    en: 'Draft made: {path} ({entries, plural, one {# file} other {# files}}, {mib} MiB). It is not to be filed.',
  },
  packagedBeside: {
    fr: 'À côté, {name} garde ce qui ne part pas (revues, examen des pièces, constats) : ne le déposez pas.',
    en: 'Beside it, {name} keeps what does not leave (reviews, examination of the evidence, findings): do not file it.',
  },
  blocked: {
    fr: 'Le dépôt n’est pas constitué : {reasons}. Une exigence ou un scénario compte pour une raison, même s’il y manque plusieurs preuves. --brouillon constitue un brouillon malgré tout.',
    en: 'The package was not made: {reasons}. A requirement or a scenario counts as one reason, even where it lacks several proofs. --brouillon makes a draft all the same.',
  },
} satisfies Record<string, Sentence>;
