import type { Sentence } from '../messages/say';

/** What is said about catalogue files. */
export const catalogueMessages = {
  tooLarge: {
    fr: 'Fichier trop volumineux : {size} Mio, au plus {limit} Mio.',
    en: 'File too large: {size} MiB, at most {limit} MiB.',
  },
  tooManyValues: {
    fr: 'Fichier trop volumineux : plus de {limit} valeurs, alias développés.',
    en: 'File too large: more than {limit} values, aliases expanded.',
  },
  tooManyEntries: {
    fr: 'Plus de {limit} entrées dans une liste : le fichier n’est pas lu.',
    en: 'More than {limit} entries in one list: the file is not read.',
  },
  tooManyErrors: {
    fr: 'Trop d’erreurs de syntaxe à partir d’ici : le fichier n’est pas lu.',
    en: 'Too many syntax errors from here on: the file is not read.',
  },
  tooDeep: {
    fr: 'Valeurs imbriquées trop profondément.',
    en: 'Values nested too deeply.',
  },
  syntax: { fr: 'YAML illisible ({code}) : {detail}', en: 'Unreadable YAML ({code}): {detail}' },
  conflict: {
    fr: 'Conflit de fusion git non résolu (ligne {line}) : gardez l’un des textes, puis retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».',
    en: 'Unresolved git merge conflict (line {line}): keep one of the texts, then remove the lines "<<<<<<<", "=======" and ">>>>>>>".',
  },
  oddSpace: {
    fr: 'Espace insécable, ou d’une autre sorte, là où YAML veut une espace ordinaire (ligne {line}) : remplacez-la.',
    en: 'No-break space, or one of another kind, where YAML wants an ordinary space (line {line}): replace it.',
  },
  tab: {
    fr: 'Tabulation dans la marge (ligne {line}) : YAML ne veut que des espaces.',
    en: 'Tab in the margin (line {line}): YAML takes spaces only.',
  },
  mergeKey: {
    fr: '« << » (ligne {line}) est une clé de fusion, que YAML 1.2 n’a plus : écrivez ces clés en toutes lettres.',
    en: '"<<" (line {line}) is a merge key, which YAML 1.2 no longer has: write these keys in full.',
  },
  severalDocuments: {
    fr: 'Ce fichier est un seul document YAML : retirez ce qui suit « --- ».',
    en: 'This file is one YAML document: remove what follows "---".',
  },
  empty: { fr: 'Fichier vide.', en: 'Empty file.' },
  notMapping: {
    fr: 'Un catalogue est une suite de clés et de valeurs (version, dispositif, exigences…).',
    en: 'A catalogue is a list of keys and values (version, dispositif, exigences…).',
  },
  duplicateKey: { fr: 'Clé « {key} » répétée.', en: 'Key "{key}" is repeated.' },
  keyNotText: { fr: 'Une clé doit être un texte.', en: 'A key must be a text.' },
  badAlias: {
    fr: 'Alias « *{name} » sans ancre qui le précède.',
    en: 'Alias "*{name}" has no anchor before it.',
  },
  version: {
    fr: 'Version {found} du format de catalogue : cette version de Ségur Preuves lit la version 1.',
    en: 'Catalogue format version {found}: this version of Ségur Preuves reads version 1.',
  },
  missingKey: { fr: 'Clé « {key} » manquante{place}.', en: 'Key "{key}" is missing{place}.' },
  unknownKey: {
    fr: 'Clé « {key} » inconnue{place} : elle est ignorée.',
    en: 'Unknown key "{key}"{place}: it is ignored.',
  },
  wrongType: { fr: '« {key} » doit être {expected}.', en: '"{key}" must be {expected}.' },
  notOneOf: { fr: '« {key} » doit être une de ces valeurs : {values}.', en: '"{key}" must be one of: {values}.' },
  badForm: {
    fr: '« {key} » n’a pas la forme attendue : {form}.',
    en: '"{key}" does not have the expected form: {form}.',
  },
  emptyValue: { fr: '« {key} » est vide.', en: '"{key}" is empty.' },
  tooLong: {
    fr: '« {key} » est trop long : au plus {limit} caractères.',
    en: '"{key}" is too long: at most {limit} characters.',
  },
  tooSmall: { fr: '« {key} » doit valoir au moins {limit}.', en: '"{key}" must be at least {limit}.' },
  invalid: { fr: '« {key} » n’est pas valide ({detail}).', en: '"{key}" is not valid ({detail}).' },
  moreProblems: {
    fr: 'Et {count, plural, one {# autre problème} other {# autres problèmes}}.',
    en: 'And {count, plural, one {# more problem} other {# more problems}}.',
  },
  duplicateRequirement: {
    fr: 'Exigence « {id} » déjà décrite plus haut : seule la première est utilisée.',
    en: 'Requirement "{id}" is already described above: only the first one is used.',
  },
  duplicateScenario: {
    fr: 'Scénario « {id} » déjà décrit plus haut : un dossier ne peut répondre qu’au premier. Importez de nouveau le classeur, qui donnera une clé à chacun.',
    en: 'Scenario "{id}" is already described above: a dossier can only answer the first one. Import the workbook again, which gives each a key.',
  },
  duplicateProof: {
    fr: 'Preuve « {id} » déjà décrite plus haut : un dossier ne peut répondre qu’à la première. Importez de nouveau le classeur, qui donnera une clé à chacune.',
    en: 'Proof "{id}" is already described above: a dossier can only answer the first one. Import the workbook again, which gives each a key.',
  },
  unlistedDomain: {
    fr: 'Domaine « {id} » absent de la liste « domaines ».',
    en: 'Domain "{id}" is not in the list "domaines".',
  },
  unlistedChapter: {
    fr: 'Chapitre « {name} » absent de la liste « chapitres ».',
    en: 'Chapter "{name}" is not in the list "chapitres".',
  },
  notBuiltIn: {
    fr: 'Catalogue intégré illisible : réinstallez l’extension.',
    en: 'Unreadable built-in catalogue: install the extension again.',
  },
} as const satisfies Record<string, Sentence>;
