import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import { listed } from '../text/listed';
import type { Slot } from '../attach/slots';
import { subjectId } from './follow-ups';
import type { IntakeNote, RowPlace } from './intake-notes';
import { labelOf, type IntakeFollow, type IntakePiece, type IntakePlan } from './intake-plan';
import { trackingRoles, type TrackingRole } from './tracking-columns';
import { columnLetters } from '../workbook/workbook';

const words = {
  at: { fr: '{sheet}, ligne {row}', en: '{sheet}, row {row}' },
  placed: { fr: '{place} : {note}', en: '{place}: {note}' },
  column: { fr: '{letters} « {header} » : {what}', en: '{letters} “{header}”: {what}' },
  piece: { fr: '{proof} ← {label}', en: '{proof} ← {label}' },
  byName: { fr: '{proof} ← {label} (trouvé par son nom)', en: '{proof} ← {label} (found by its name)' },
  follow: { fr: '{about} : {field} = {value}', en: '{about}: {field} = {value}' },
  unknownId: {
    fr: '« {id} » n’est pas un identifiant de ce dossier : rien n’en est repris.',
    en: '“{id}” is no id of this dossier: nothing of it comes in.',
  },
  unknownNear: {
    fr: '« {id} » n’est pas un identifiant de ce dossier : rien n’en est repris. Vouliez-vous dire {near} ?',
    en: '“{id}” is no id of this dossier: nothing of it comes in. Did you mean {near}?',
  },
  noSubject: {
    fr: '{text} : la ligne ne dit pas pour quelle preuve. Répétez l’identifiant sur chaque ligne, ou fusionnez les cellules.',
    en: '{text}: the row does not say for which proof. Repeat the id in each row, or merge the cells.',
  },
  otherContent: {
    fr: '« {name} » : la preuve cite déjà {there}, de même nom et d’un autre contenu ; le dossier est gardé.',
    en: '“{name}”: the proof cites {there} already, of the same name and another content; the dossier stays.',
  },
  severalSlots: {
    fr: '« {about} » peut aller à plusieurs preuves ({ids}) : donnez l’identifiant de la preuve dans la feuille ou dans le nom du fichier.',
    en: '“{about}” may go to several proofs ({ids}): give the id of the proof in the sheet or in the name of the file.',
  },
  noFile: {
    fr: '« {name} » n’est dans aucun des répertoires donnés.',
    en: '“{name}” is in none of the folders that were given.',
  },
  severalFiles: {
    fr: '« {name} » désigne plusieurs fichiers ({paths}) : écrivez-en le chemin.',
    en: '“{name}” names several files ({paths}): write its path.',
  },
  badLink: { fr: '« {text} » n’est pas une adresse complète.', en: '“{text}” is no whole address.' },
  cutLink: {
    fr: '« {text} » est une adresse dont une partie manque (points de suspension) : elle n’est pas reprise. Copiez-la en entier.',
    en: '“{text}” is an address of which a part is missing (an ellipsis): it does not come in. Copy it whole.',
  },
  badExecution: { fr: '« {text} » n’est pas un numéro d’exécution.', en: '“{text}” is no execution number.' },
  badDate: {
    fr: '« {text} » ne se lit pas comme une date, ou peut en être deux (jour ou mois d’abord) : elle n’est pas reprise.',
    en: '“{text}” does not read as a date, or may be two (day or month first): it does not come in.',
  },
  unknownState: {
    fr: '« {text} » n’est pas un état connu : dites ce qu’il veut dire sous « etats » de la correspondance.',
    en: '“{text}” is no known state: say what it means under “etats” of the mapping.',
  },
  notApplicable: {
    fr: '{about} est dite non applicable : déclarez-le dans le dossier, avec la raison et la pièce ; une cellule n’y suffit pas.',
    en: '{about} is said not to apply: declare that in the dossier, with the reason and the paper; a cell is not enough.',
  },
  wordsWithoutPiece: {
    fr: 'Ce texte n’accompagne aucune pièce, il n’est pas repris : « {text} ».',
    en: 'This text goes with no piece and does not come in: “{text}”.',
  },
  otherTarget: {
    fr: 'la cellule montre « {text} », et son lien mène à « {target} » : ce qu’elle montre est repris, le lien non.',
    en: 'the cell shows “{text}”, and its link leads to “{target}”: what it shows comes in, the link does not.',
  },
  linkElsewhere: {
    fr: 'des cellules de la colonne {column} mènent à des fichiers (« {target} ») : ces liens ne sont pas repris. Si ce sont des pièces, donnez à la colonne le rôle « fichier » dans la correspondance.',
    en: 'cells of column {column} lead to files (“{target}”): these links do not come in. If they are pieces, give the column the role “fichier” in the mapping.',
  },
  twice: {
    fr: '« {label} » vient déjà de la ligne {row}, qui en dit autre chose : elle est gardée.',
    en: '“{label}” comes from row {row} already, which says otherwise of it: that one is kept.',
  },
  conflict: {
    fr: '{about} : {field} vaut « {there} » dans le dossier et « {sheet} » dans la feuille ; le dossier est gardé.',
    en: '{about}: {field} is “{there}” in the dossier and “{sheet}” in the sheet; the dossier stays.',
  },
  conflictEmpty: {
    fr: '{about}, déjà citée : la feuille donne {field} = « {sheet} », que le dossier n’a pas ; à écrire vous-même si c’est juste.',
    en: '{about}, cited already: the sheet gives {field} = “{sheet}”, which the dossier has not; write it yourself if it is right.',
  },
  widerId: {
    fr: '« {id} » est dans ce dossier, mais n’est pas l’identifiant d’une preuve : rien n’en est repris.',
    en: '“{id}” is in this dossier, but is not the id of a proof: nothing of it comes in.',
  },
  unreadError: {
    fr: 'la cellule {column} contient l’erreur {text} : rien n’en est repris.',
    en: 'cell {column} holds the error {text}: nothing of it comes in.',
  },
  uncomputed: {
    fr: 'la formule de la cellule {column} n’a pas été calculée (« {text} ») : rien n’en est repris. Ouvrez et enregistrez le classeur dans votre tableur, puis recommencez.',
    en: 'the formula of cell {column} was not computed (“{text}”): nothing of it comes in. Open and save the workbook in your spreadsheet program, then try again.',
  },
  struckWords: {
    fr: 'la cellule {column} contient des mots barrés (« {text} ») : ils ne sont pas repris.',
    en: 'cell {column} holds struck words (“{text}”): they do not come in.',
  },
  struck: { fr: 'Ligne barrée : rien n’en est repris.', en: 'Row struck out: nothing of it comes in.' },
  colours: {
    fr: 'Des lignes sont colorées et aucune légende ne dit ce que cela signifie : les couleurs ne sont pas reprises.',
    en: 'Rows are coloured and no legend says what that means: the colours do not come in.',
  },
  summary: {
    fr: '{rows, plural, =0 {Aucune ligne reconnue} one {# ligne reconnue} other {# lignes reconnues}} : {pieces, plural, =0 {aucune pièce à joindre} one {# pièce à joindre} other {# pièces à joindre}}, {follows, plural, =0 {rien à noter du suivi} one {# valeur de suivi} other {# valeurs de suivi}}, {already, plural, =0 {aucune pièce} one {# pièce} other {# pièces}} déjà dans le dossier.',
    en: '{rows, plural, =0 {No row recognised} one {# row recognised} other {# rows recognised}}: {pieces, plural, =0 {no piece to attach} one {# piece to attach} other {# pieces to attach}}, {follows, plural, =0 {nothing to note of the follow-up} one {# value of follow-up} other {# values of follow-up}}, {already, plural, =0 {no piece} one {# piece} other {# pieces}} in the dossier already.',
  },
} satisfies Record<string, Sentence>;

/** What each kind of column is called in messages. */
const roleNames: Readonly<Record<TrackingRole, Sentence>> = {
  preuve: { fr: 'identifiant de la preuve', en: 'id of the proof' },
  scenario: { fr: 'identifiant du scénario', en: 'id of the scenario' },
  exigence: { fr: 'identifiant de l’exigence', en: 'id of the requirement' },
  fichier: { fr: 'fichier', en: 'file' },
  lien: { fr: 'lien', en: 'link' },
  execution: { fr: 'numéro d’exécution', en: 'execution number' },
  date: { fr: 'date de capture', en: 'date of capture' },
  version: { fr: 'version', en: 'version' },
  commentaire: { fr: 'commentaire pour l’instructeur', en: 'comment for the examiner' },
  note_interne: { fr: 'note interne, qui ne part jamais', en: 'internal note, which never leaves' },
  responsable: { fr: 'responsable', en: 'responsible' },
  pour_le: { fr: 'échéance', en: 'due' },
  travail: { fr: 'état du travail', en: 'state of the work' },
};

/** `Suivi, ligne 12` */
function placeWords({ sheet, row }: RowPlace, locale: Locale): string {
  return say(words.at, locale, { sheet, row });
}

/** What each sheet was read as: a line for each column, those left alone included. */
export function columnLines(
  plan: IntakePlan,
  locale: Locale,
): readonly { readonly sheet: string; readonly lines: readonly string[] }[] {
  return plan.book.sheets.map(({ name, columns }) => ({
    sheet: name,
    lines: columns.flatMap(({ column, header, said }) => {
      if (!said && header === '') return [];
      const what = said ? say(roleNames[said.role], locale) : '–';
      const key = said ? ` (${said.role}${said.index === undefined ? '' : ` ${said.index}`})` : '';
      const args = { letters: columnLetters(column), header: header.replace(/\s+/g, ' '), what: `${what}${key}` };
      return [say(words.column, locale, args)];
    }),
  }));
}

/** What a column may hold, with what that is called. */
export function roleLabels(locale: Locale): readonly { readonly key: TrackingRole; readonly label: string }[] {
  return trackingRoles.map((key) => ({ key, label: say(roleNames[key], locale) }));
}

/** How much a sheet brings, in a line. */
export function intakeSummary({ rows, pieces, follows, already }: IntakePlan, locale: Locale): string {
  return say(words.summary, locale, { rows, pieces: pieces.length, follows: follows.length, already });
}

export function pieceLine({ slot, source }: IntakePiece, locale: Locale): string {
  const isFound = source.kind === 'file' && source.by === 'name';
  return say(isFound ? words.byName : words.piece, locale, { proof: slot.proof, label: labelOf(source) });
}

export function followLine({ target, field, value }: IntakeFollow, locale: Locale): string {
  return say(words.follow, locale, { about: subjectId(target), field, value });
}

/** The same with the row that it is about. */
export function placedNote(note: IntakeNote, locale: Locale): string {
  return say(words.placed, locale, { place: placeWords(note.at, locale), note: noteLine(note, locale) });
}

/** What does not come in, and why. */
export function noteLine(note: IntakeNote, locale: Locale): string {
  return say(sentenceOf(note), locale, argsOf(note, locale));
}

function sentenceOf(note: IntakeNote): Sentence {
  if (note.kind === 'conflict' && note.there === '') return words.conflictEmpty;
  return note.kind === 'unknownId' && note.near.length > 0 ? words.unknownNear : words[note.kind];
}

/** Candidates that are named; of a whole requirement there may be dozens. */
const mostNamed = 6;

function argsOf(note: IntakeNote, locale: Locale): SentenceArguments {
  switch (note.kind) {
    case 'severalSlots':
      return { about: note.about, ids: namesIn(note.slots.map(slotName), locale) };
    case 'severalFiles':
      return {
        name: note.name,
        paths: namesIn(
          note.files.map(({ inside }) => inside),
          locale,
        ),
      };
    case 'twice':
      return { label: note.label, row: note.first.row };
    case 'unknownId':
      return { id: note.id, near: namesIn(note.near, locale) };
    case 'widerId':
      return { id: note.id };
    case 'unreadError':
    case 'uncomputed':
    case 'struckWords':
      return { column: note.column, text: note.text.replace(/\s+/g, ' ') };
    case 'otherContent':
      return { name: note.name, there: note.there };
    case 'noSubject':
      return { text: note.text };
    case 'noFile':
      return { name: note.name };
    case 'badLink':
    case 'cutLink':
    case 'badExecution':
    case 'badDate':
    case 'unknownState':
    case 'wordsWithoutPiece':
      return { text: note.text.replace(/\s+/g, ' ') };
    case 'otherTarget':
      return { text: note.text.replace(/\s+/g, ' '), target: note.target };
    case 'linkElsewhere':
      return { column: note.column, target: note.target };
    case 'notApplicable':
      return { about: note.about };
    case 'conflict':
      return { about: note.about, field: note.field, sheet: note.sheet, there: note.there };
    case 'struck':
    case 'colours':
      return {};
  }
}

function slotName({ proof, scenario }: Slot): string {
  return proof.startsWith(scenario) ? proof : `${scenario} / ${proof}`;
}

function namesIn(names: readonly string[], locale: Locale): string {
  return listed([...new Set(names)], mostNamed, locale);
}
