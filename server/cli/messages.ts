import type { Sentence } from '../core/messages/say';

/** Everything the command line says beside findings. */
export const messages = {
  badArguments: {
    fr: 'Commande mal écrite : {detail}. « segur-preuves --help » montre l’usage.',
    en: 'Wrong usage: {detail}. “segur-preuves --help” shows the usage.',
  },
  badValue: {
    fr: 'Valeur « {value} » refusée pour {name}. Valeurs admises : {allowed}.',
    en: 'Value “{value}” refused for {name}. Allowed values: {allowed}.',
  },
  badDate: {
    fr: 'La date « {value} » n’existe pas. Écrivez-la AAAA-MM-JJ.',
    en: 'Date “{value}” does not exist. Write it YYYY-MM-DD.',
  },
  unknownCommand: {
    fr: 'Commande « {name} » inconnue. Commandes : {commands}.',
    en: 'Unknown command “{name}”. Commands: {commands}.',
  },
  noSuchPath: {
    fr: 'Il n’y a rien à l’emplacement « {path} ».',
    en: 'There is nothing at “{path}”.',
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
  missingOption: {
    fr: 'Il manque {option}. « segur-preuves {command} --help » montre l’usage.',
    en: '{option} is missing. “segur-preuves {command} --help” shows the usage.',
  },
  scanning: { fr: 'Lecture des pièces : {done}/{total}', en: 'Reading evidence: {done}/{total}' },
  cancelled: { fr: 'Interrompu. Rien n’a été modifié.', en: 'Interrupted. Nothing was changed.' },
  clean: { fr: '✔ Aucun constat.', en: '✔ No finding.' },
  summary: {
    fr: '{error} erreur(s), {warning} avertissement(s), {info} information(s), {hint} conseil(s)',
    en: '{error} error(s), {warning} warning(s), {info} information(s), {hint} hint(s)',
  },
  fixed: { fr: '{count} correction(s) appliquée(s).', en: '{count} fix(es) applied.' },
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
  checkedAt: {
    fr: 'Vérifié au {at} : ce qui dépend du calendrier est jugé à cette date.',
    en: 'Checked as of {at}: what depends on the calendar is judged on that date.',
  },
  withoutProofHead: { fr: 'Exigées, sans preuve attendue par le REM', en: 'Required, no proof expected by the REM' },
  coreScenarios: { fr: 'Scénarios cœur de métier', en: 'Core-business scenarios' },
  imported: {
    fr: 'REM {dispositif} lu : {requirements} exigences, {scenarios} scénarios, {proofs} preuves attendues → {target}',
    en: 'REM {dispositif} read: {requirements} requirements, {scenarios} scenarios, {proofs} expected proofs → {target}',
  },
  perChapter: {
    fr: '  {chapter} : {requirements} exigences, {proofs} preuves',
    en: '  {chapter}: {requirements} requirements, {proofs} proofs',
  },
  doubts: { fr: '{title} ({count}) :', en: '{title} ({count}):' },
  strictImport: {
    fr: 'Avec --strict, l’import échoue tant que quelque chose est perdu ou ambigu ({count}, voir plus haut). Le catalogue est écrit.',
    en: 'With --strict the import fails as long as something is lost or ambiguous ({count}, see above). The catalogue is written.',
  },
  readCore: {
    fr: '  Scénarios cœur de métier : {scenarios} scénarios, {proofs} preuves',
    en: '  Core-business scenarios: {scenarios} scenarios, {proofs} proofs',
  },
  ignoredSheet: {
    fr: 'Feuille « {sheet} » laissée de côté ({rows} lignes) : elle n’a pas la forme d’un REM.',
    en: 'Sheet “{sheet}” left aside ({rows} rows): it does not have the layout of a REM.',
  },
  noRem: {
    fr: 'Aucune feuille de {path} n’a la forme d’un REM (colonnes « N° exigence » ou « ID », scénario, preuves). Rien n’a été écrit.',
    en: 'No sheet of {path} has the layout of a REM (columns “N° exigence” or “ID”, scenario, proofs). Nothing was written.',
  },
  near: { fr: ' (vouliez-vous {ids} ?)', en: ' (did you mean {ids}?)' },
  created: {
    fr: 'Dossier créé : {path} ({count} exigences à prouver).',
    en: 'Dossier created: {path} ({count} requirements to prove).',
  },
  exists: {
    fr: '{path} existe déjà. Choisissez un autre dossier, ou supprimez ce fichier.',
    en: '{path} exists already. Choose another folder, or delete that file.',
  },
  unknownDispositif: {
    fr: 'Dispositif « {id} » inconnu{hint}. Dispositifs intégrés : {known}. Pour un autre, importez son REM et donnez --catalogue.',
    en: 'Unknown dispositif “{id}”{hint}. Built-in dispositifs: {known}. For another one, import its REM and give --catalogue.',
  },
  emptyDispositif: {
    fr: 'Aucune exigence n’est connue pour {id}. Importez d’abord le classeur officiel (segur-preuves import), puis donnez --catalogue.',
    en: 'No requirement is known for {id}. Import the official workbook first (segur-preuves import), then give --catalogue.',
  },
  unknownProfile: {
    fr: 'Profil « {profile} » absent du REM. Profils : {profiles}.',
    en: 'Profile “{profile}” is not in the REM. Profiles: {profiles}.',
  },
  badCatalogue: {
    fr: 'Le catalogue {path} n’est pas lisible : {detail}',
    en: 'Catalogue {path} is not readable: {detail}',
  },
  packaging: { fr: 'Constitution du dépôt : {mib}/{total} Mio', en: 'Making the package: {mib}/{total} MiB' },
  verifying: { fr: 'Vérification : {mib}/{total} Mio', en: 'Verifying: {mib}/{total} MiB' },
  packaged: {
    fr: 'Dépôt constitué : {path} ({entries} fichiers, {mib} Mio).',
    en: 'Package made: {path} ({entries} files, {mib} MiB).',
  },
  packagedDraft: {
    fr: 'Brouillon constitué : {path} ({entries} fichiers, {mib} Mio). Il n’est pas destiné à être déposé.',
    en: 'Draft made: {path} ({entries} files, {mib} MiB). It is not to be filed.',
  },
  packagedBeside: {
    fr: 'À côté, {name} garde ce qui ne part pas (revues, examen des pièces, constats) : ne le déposez pas.',
    en: 'Beside it, {name} keeps what does not leave (reviews, examination of the evidence, findings): do not file it.',
  },
  blocked: {
    fr: 'Le dépôt n’est pas constitué : {reasons}. --brouillon constitue un brouillon malgré tout.',
    en: 'The package was not made: {reasons}. --brouillon makes a draft all the same.',
  },
} satisfies Record<string, Sentence>;

export const usage: Sentence = {
  fr: `segur-preuves : écrire, vérifier et déposer un dossier de preuves Ségur.

  import FICHIER.xlsx [--dispositif ID] [--version V] [--strict] -o FICHIER.rem.yaml
        lit un classeur REM officiel
  init (--dispositif ID | --catalogue FICHIER.rem.yaml) [--profil P]… -o DOSSIER
        crée un dossier avec toutes les exigences applicables
  attach FICHIER… [--preuve ID] [--lien URL] [--execution N] [--declaration] [--dry-run] [--dossier CHEMIN]
        met une pièce en place et l’écrit sous sa preuve (empreinte, date, version) ; sans --preuve, l’identifiant est lu dans le nom du fichier
  check [CHEMIN…] [--format pretty|json|sarif|junit|github|gitlab] [--fix] [--at DATE]
        vérifie un ou plusieurs dossiers
  status [CHEMIN] [--format pretty|json|md] [--at DATE]
        dit où en est le dossier
  package [CHEMIN] [--chapitre C]… [--reponses] [--brouillon] [--at DATE] -o FICHIER.zip
        constitue le dépôt ; --reponses : seulement ce qui répond aux demandes de modification de l’ANS
  verify FICHIER.zip [DOSSIER] [--format pretty|json]
        vérifie un dépôt, et dit ce qui diffère du dossier
  diff AVANT APRÈS [--format text|md|html|json]
        compare deux dépôts ou dossiers, preuve par preuve
  report [CHEMIN] [--pour-ans] [--at DATE] [--bom] [--separateur ,|;] -o FICHIER.html|xlsx|csv|md
        écrit un rapport : avancement, couverture, pièces, constats
  attestation [CHEMIN] --exigence ID [--modele non-applicable|engagement|honneur] [--relu] (-o FICHIER.pdf | --joindre)
        prépare une déclaration ou un engagement à relire et à signer
  rem-diff ANCIEN NOUVEAU [--format text|md|html|json]
        dit ce qu’un REM change à un autre
  migrate [CHEMIN] --catalogue NOUVEAU [--depuis ANCIEN] [--sans-probables] [--dry-run]
        fait suivre le dossier sur un nouveau REM, sans perdre une pièce ; migrate [CHEMIN] --annuler revient en arrière
  plan [CHEMIN] [--at DATE[THH:MM]] [--format pretty|json|md|ics]
        les quinze étapes du parcours : dates au plus tôt et au plus tard, marge, échéances, commandes
  ics [CHEMIN] [--at DATE] [-o FICHIER.ics]
        les échéances à venir, pour un agenda
  asp [CHEMIN] --demande avance|solde [--commande REF]… [--modele FICHIER.json --correspondance FICHIER.yaml] [--brouillon] [--at DATE] -o FICHIER.json
        remplit le modèle vierge de l’ASP et réunit les pièces ; sans modèle, écrit notre modèle interne ; refuse ce que l’ASP refuserait
  convert FICHIER… [--depuis ENCODAGE] [--dry-run]
        convertit en UTF-8 un manifeste, un catalogue ou une configuration d’un autre encodage, sans rien perdre
  lsp --stdio
        serveur de langage, pour tout éditeur

Partout : --lang fr|en (ou SEGUR_PREUVES_LANG), --help, --version.
Codes de retour : 0 rien au niveau erreur, 1 constats, 2 usage ou configuration, 3 lecture ou écriture.
`,
  en: `segur-preuves: write, check and file a Ségur proof dossier.

  import FILE.xlsx [--dispositif ID] [--version V] [--strict] -o FILE.rem.yaml
        reads an official REM workbook
  init (--dispositif ID | --catalogue FILE.rem.yaml) [--profil P]… -o FOLDER
        creates a dossier with every applicable requirement
  attach FILE… [--preuve ID] [--lien URL] [--execution N] [--declaration] [--dry-run] [--dossier PATH]
        puts a piece in place and writes it under its proof (digest, date, version); without --preuve, the id is read in the name of the file
  check [PATH…] [--format pretty|json|sarif|junit|github|gitlab] [--fix] [--at DATE]
        checks one or more dossiers
  status [PATH] [--format pretty|json|md] [--at DATE]
        says where the dossier stands
  package [PATH] [--chapitre C]… [--reponses] [--brouillon] [--at DATE] -o FILE.zip
        makes the package; --reponses: only what answers the requests for change of ANS
  verify FILE.zip [DOSSIER] [--format pretty|json]
        checks a package, and says what differs from the dossier
  diff BEFORE AFTER [--format text|md|html|json]
        compares two packages or dossiers, proof by proof
  report [PATH] [--pour-ans] [--at DATE] [--bom] [--separateur ,|;] -o FILE.html|xlsx|csv|md
        writes a report: progress, coverage, evidence, findings
  attestation [PATH] --exigence ID [--modele non-applicable|engagement|honneur] [--relu] (-o FILE.pdf | --joindre)
        prepares a statement or a commitment to be read again and signed
  rem-diff OLD NEW [--format text|md|html|json]
        says what one REM changes of another
  migrate [PATH] --catalogue NEW [--depuis OLD] [--sans-probables] [--dry-run]
        moves the dossier to a new REM without losing evidence; migrate [PATH] --annuler goes back
  plan [PATH] [--at DATE[THH:MM]] [--format pretty|json|md|ics]
        the fifteen steps of the way: earliest and latest dates, days left over, deadlines, orders
  ics [PATH] [--at DATE] [-o FILE.ics]
        the deadlines ahead, for a calendar
  asp [PATH] --demande avance|solde [--commande REF]… [--modele FILE.json --correspondance FILE.yaml] [--brouillon] [--at DATE] -o FILE.json
        fills ASP’s blank model and gathers the documents; without a model, writes our internal one; refuses what ASP would
  convert FILE… [--depuis ENCODING] [--dry-run]
        converts a manifest, catalogue or configuration of another encoding to UTF-8, without loss
  lsp --stdio
        language server, for any editor

Everywhere: --lang fr|en (or SEGUR_PREUVES_LANG), --help, --version.
Exit codes: 0 nothing at error level, 1 findings, 2 usage or configuration, 3 input or output.
`,
};
