import type { Sentence } from '../messages/say';

/** Codes of the import report; they never change. */
export type DoubtCode = keyof typeof doubtSentences;

export const doubtSentences = {
  'feuille-masquee': {
    fr: 'La feuille est masquée dans le classeur ; elle est importée parce qu’aucune feuille visible n’est un REM.',
    en: 'The sheet is hidden in the workbook; it is imported because no visible sheet is a REM.',
  },
  'texte-avant-entete': {
    fr: 'Texte placé au-dessus des noms de colonnes, non importé.',
    en: 'Text above the column names, not imported.',
  },
  'ligne-non-classee': {
    fr: 'La ligne ne se rattache à aucune exigence ; elle n’est pas importée.',
    en: 'The row belongs to no requirement; it is not imported.',
  },
  'ligne-repetee': {
    fr: 'La ligne répète mot pour mot la ligne {first}.',
    en: 'The row repeats row {first} word for word.',
  },
  'valeur-contradictoire': {
    fr: 'Pour {id}, la colonne « {header} » dit autre chose à la ligne {first} ; la première valeur est gardée.',
    en: 'For {id}, the column “{header}” says something else on row {first}; the first value is kept.',
  },
  'ligne-ambigue': {
    fr: 'Plusieurs lignes portent l’identifiant {id} avec des contenus différents ; celle-ci, incomplète, est rattachée à la plus proche au-dessus.',
    en: 'Several rows bear id {id} with different contents; this one, incomplete, goes with the nearest above.',
  },
  'graphies-differentes': {
    fr: 'L’identifiant est écrit « {other} » ici et « {id} » ailleurs, pour le même énoncé : c’est une seule exigence, {id}.',
    en: 'The id is written “{other}” here and “{id}” elsewhere, for the same statement: it is one requirement, {id}.',
  },
  'numero-exigence-atypique': {
    fr: '« {id} » n’a pas la forme d’un numéro d’exigence ; il est gardé tel quel.',
    en: '“{id}” does not look like a requirement id; it is kept as it is.',
  },
  'identifiant-long': {
    fr: 'La cellule d’identifiant contient un texte ; la clé dans le dossier est « {id} ».',
    en: 'The cell of the id holds a text; the key in the dossier is “{id}”.',
  },
  'exigence-sans-enonce': {
    fr: 'L’exigence {id} n’a pas d’énoncé.',
    en: 'Requirement {id} has no statement.',
  },
  'chapitre-absent': {
    fr: 'L’exigence {id} n’a pas de chapitre ; elle est classée dans « {chapter} ».',
    en: 'Requirement {id} has no chapter; it is put under “{chapter}”.',
  },
  'profil-absent': {
    fr: 'L’exigence {id} n’a pas de profil : son application est inconnue.',
    en: 'Requirement {id} has no profile: when it applies is unknown.',
  },
  'conditionnelle-incoherente': {
    fr: '« Exigence conditionnelle » vaut {value} avec le profil « {profile} » : NON va avec Général, OUI avec les autres.',
    en: '“Exigence conditionnelle” is {value} with profile “{profile}”: NON goes with Général, OUI with the others.',
  },
  'nature-inconnue': {
    fr: 'La nature de {id} n’est pas reconnue.',
    en: 'The nature of {id} is not recognised.',
  },
  'criticite-inconnue': {
    fr: 'La criticité de {id} n’est pas reconnue ; le mot est gardé tel quel.',
    en: 'The criticality of {id} is not recognised; the word is kept as it is.',
  },
  'scenario-sans-numero': {
    fr: 'Le scénario n’a pas de numéro ; {id} lui est donné.',
    en: 'The scenario has no id; it is given {id}.',
  },
  'scenario-sans-texte': {
    fr: 'Le scénario {id} n’a pas de texte.',
    en: 'Scenario {id} has no text.',
  },
  'numero-scenario-atypique': {
    fr: 'Le numéro de scénario {id} ne suit pas celui de {parent} ; il est gardé tel quel.',
    en: 'Scenario id {id} does not follow {parent}; it is kept as it is.',
  },
  'numero-du-parent': {
    fr: 'Le numéro {id} est celui de l’exigence ou du scénario au-dessus ; il est gardé tel quel.',
    en: 'Id {id} is that of the requirement or scenario above; it is kept as it is.',
  },
  'preuve-sans-numero': {
    fr: 'La preuve n’a pas de numéro ; {id} lui est donné.',
    en: 'The proof has no id; it is given {id}.',
  },
  'preuve-sans-texte': {
    fr: 'La preuve {id} n’a pas de texte.',
    en: 'Proof {id} has no text.',
  },
  'sans-objet': {
    fr: 'La cellule dit qu’il n’y a rien à fournir.',
    en: 'The cell says that there is nothing to give.',
  },
  'numero-preuve-atypique': {
    fr: 'Le numéro de preuve {id} ne suit pas celui de {parent} ; il est gardé tel quel.',
    en: 'Proof id {id} does not follow {parent}; it is kept as it is.',
  },
  'numero-en-double': {
    fr: 'L’identifiant {id} est déjà imprimé à la ligne {first} pour un autre contenu ; dans le dossier, chaque entrée a sa clé : {keys}.',
    en: 'Id {id} is already printed on row {first} for another content; in the dossier each entry has a key of its own: {keys}.',
  },
  'preuve-sans-type': {
    fr: 'Les mots de la preuve {id} ne disent pas quelle pièce est attendue : toute pièce y sera admise. Précisez-la dans un fichier d’ajustements (.ajustements.yaml).',
    en: 'The words of proof {id} do not tell which evidence is expected: any will be accepted. Say it in an overlay file (.ajustements.yaml).',
  },
  'condition-partielle': {
    fr: 'Les mots de la preuve {id} n’en rendent conditionnelle qu’une partie, ou décrivent un cas à montrer : elle est tenue pour exigée.',
    en: 'The words of proof {id} make a part of it conditional, or tell a case to be shown: it is taken as required.',
  },
  'preuves-dans-une-cellule': {
    fr: 'La cellule porte plusieurs preuves ({ids}) ; chacune en devient une, avec ses mots.',
    en: 'The cell holds several proofs ({ids}); each becomes one, with its own words.',
  },
  'preuves-melees': {
    fr: 'La cellule porte plusieurs numéros ({ids}) pour un seul texte ; chacune de ces preuves a le texte entier.',
    en: 'The cell holds several ids ({ids}) for one text; each of these proofs has the whole text.',
  },
  'plage-de-numeros': {
    fr: 'La cellule porte une plage de numéros (« {range} »), lue comme {ids} ; sans repère dans le texte, chacune de ces preuves l’a en entier.',
    en: 'The cell holds a range of ids (“{range}”), read as {ids}; where nothing in the text tells them apart, each of these proofs has all of it.',
  },
  'plusieurs-numeros': {
    fr: 'La cellule porte plusieurs numéros, ou une plage, là où un seul est attendu : « {id} ». Le contenu de la ligne est gardé sous cette seule clé ; séparez-le dans le classeur.',
    en: 'The cell holds several ids, or a range, where one is expected: “{id}”. The content of the row is kept under this one key; split it in the workbook.',
  },
  'formule-nulle': {
    fr: 'La formule de la cellule vaut 0 là où un texte est attendu : elle n’a pas été calculée, ou renvoie à une cellule vide. Rien n’en est importé ; vérifiez-la dans un tableur, enregistrez, puis recommencez.',
    en: 'The formula of the cell is 0 where a text is expected: it was not computed, or points to an empty cell. Nothing of it is imported; check it in a spreadsheet program, save, then try again.',
  },
  'ligne-masquee': {
    fr: 'La ligne {first} est masquée dans le classeur ; elle est lue comme les autres.',
    en: 'Row {first} is hidden in the workbook; it is read like the others.',
  },
  'aucun-profil': {
    fr: 'Aucune exigence n’a de profil dans ce classeur (colonne absente ou vide) : leur application est inconnue, et aucune de leurs preuves ne sera demandée. Remplissez la colonne « Profil ».',
    en: 'No requirement of this workbook has a profile (column missing or empty): whether they apply is unknown, and none of their proofs will be asked for. Fill the column “Profil”.',
  },
  'profil-absent-sans-preuve': {
    fr: 'L’exigence {id} n’a pas de profil : son application est inconnue. Le REM n’attend d’elle aucune preuve obligatoire : ce qui est demandé n’en dépend pas.',
    en: 'Requirement {id} has no profile: when it applies is unknown. The REM expects no mandatory proof of it: what is asked for does not depend on that.',
  },
  'cellule-en-erreur': {
    fr: 'La cellule montre l’erreur {error} au lieu de son contenu, qui n’est donc pas importé. Corrigez-la dans le classeur.',
    en: 'The cell shows error {error} instead of its content, which is therefore not imported. Mend it in the workbook.',
  },
  'formule-non-calculee': {
    fr: 'La formule de la cellule n’a jamais été calculée : son contenu manque. Ouvrez le classeur dans un tableur, enregistrez-le, puis recommencez.',
    en: 'The formula of the cell was never computed: its content is missing. Open the workbook in a spreadsheet program, save it, then try again.',
  },
  'mots-barres': {
    fr: 'Des mots de la cellule sont barrés ; ils ne sont pas importés.',
    en: 'Words of the cell are struck out; they are not imported.',
  },
  'ligne-barree': {
    fr: 'La ligne est barrée ; elle n’est pas importée.',
    en: 'The row is struck out; it is not imported.',
  },
  'lignes-masquees': {
    fr: 'Les lignes {first} à {last} sont masquées dans le classeur ; elles sont lues comme les autres.',
    en: 'Rows {first} to {last} are hidden in the workbook; they are read like the others.',
  },
  'aucune-preuve': {
    fr: 'Aucune preuve attendue dans ce classeur : rien ne pourra être demandé ni déposé. Vérifiez que c’est le bon fichier, avec ses colonnes « Preuve ».',
    en: 'No expected proof in this workbook: nothing can be asked for or filed. Check that it is the right file, with its “Preuve” columns.',
  },
  'profil-repris': {
    fr: 'Le scénario {id} n’a pas de profil ; celui du scénario précédent est repris.',
    en: 'Scenario {id} has no profile; that of the scenario above is taken.',
  },
  'priorite-inconnue': {
    fr: 'La priorité du scénario {id} n’est pas reconnue ; il est tenu pour obligatoire.',
    en: 'The priority of scenario {id} is not recognised; it is taken as mandatory.',
  },
  'reference-inconnue': {
    fr: 'L’étape {id} cite l’exigence {reference}, absente de ce classeur.',
    en: 'Step {id} cites requirement {reference}, which this workbook does not have.',
  },
} as const satisfies Record<string, Sentence>;
