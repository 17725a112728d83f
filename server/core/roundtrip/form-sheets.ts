import { idLabeller, printedIds } from '../catalogue/printed-id';
import type { Analysis } from '../engine/analyse';
import type { EvidenceItem } from '../manifest/facts';
import { kindWords, words as reportWords } from '../report/words';
import { say, type Locale, type Sentence } from '../messages/say';
import { concernsDossier, type ScenarioCompliance } from '../status/compliance';
import { followed, followUpsOf } from '../status/follow-up';
import { requirementStatus } from '../status/requirement-words';
import type { Status } from '../status/status';
import { statusWords } from '../status/status-words';
import { isCalendarDate } from '../time/calendar-date';
import { editableRows, entryFields, pieceFields, type EditableRow, type RowTarget } from './editable-rows';
import { fieldKinds, fieldNames, type Field } from './fields';
import { identityOfDossier, recordSheet, recordTitle } from './record';

/** A sheet in which a colleague writes: ids of rows and columns stand in a column and a row that are not shown. */
export interface FormSheet {
  readonly name: string;
  /** What is to be done with it, above the table. */
  readonly note: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormColumn {
  readonly header: string;
  readonly width: number;
  /** What the column holds, for who reads the sheet back; in the hidden row. */
  readonly id?: string;
  readonly hidden?: true;
  /** How its cells may be edited; absent where they may not. */
  readonly input?: FormInput;
}

export type FormInput =
  | { readonly kind: 'text' }
  /** @param fault what is said of what is none */
  | { readonly kind: 'date'; readonly fault: string }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly fault: string };

/** A text, a day, or nothing that could be written there. */
export type FormCell = string | { readonly date: string } | undefined;

/** The sheet that nobody sees. */
export interface HiddenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Ids of what is hidden in a sheet. */
export const formIds = {
  key: 'segur:cle',
  /** In the cells of the key of the header row. */
  header: 'segur:entete',
  field: (field: Field) => `segur:${field}`,
};

const words = {
  followSheet: { fr: 'Suivi à compléter', en: 'Follow-up to edit' },
  pieceSheet: { fr: 'Pièces à compléter', en: 'Pieces to edit' },
  note: {
    fr: 'Cellules jaunes : à compléter ou corriger ici, sans VS Code. Le reste est verrouillé. Enregistrez en .xlsx et renvoyez ce classeur : « Reprendre un suivi » (segur-preuves intake) en reprend les changements. Document interne.',
    en: 'Yellow cells: fill in or correct them here, without VS Code. The rest is locked. Save as .xlsx and send this workbook back: “Take in a tracking sheet” (segur-preuves intake) takes the changes in. Internal document.',
  },
  level: { fr: 'Niveau', en: 'Level' },
  inherited: { fr: 'Hérité de plus haut', en: 'Inherited from above' },
  date: {
    fr: 'Écrivez une date du calendrier, ou videz la cellule.',
    en: 'Write a date of the calendar, or empty the cell.',
  },
  list: { fr: 'Choisissez dans la liste : {values}.', en: 'Choose from the list: {values}.' },
} satisfies Record<string, Sentence>;

/** What is known of a row beside its values. */
interface Shown {
  readonly requirement: string;
  readonly scenario: string;
  readonly proof: string;
  readonly text: string;
  readonly state: string;
  readonly inherited: string;
}

/** The sheets of a workbook that colleagues edit, and the one that tells later what they changed; none without a catalogue. */
export function formSheets(
  analysis: Analysis,
  locale: Locale,
): { readonly forms: readonly FormSheet[]; readonly hidden: readonly HiddenSheet[] } {
  const shown = new ShownEntries(analysis, locale);
  const rows = editableRows(analysis).filter(({ target }) => target.kind === 'piece' || shown.has(target));
  if (analysis.dossier.catalogue.kind !== 'loaded' || rows.length === 0) return { forms: [], hidden: [] };
  const forms = [
    followForm(rows.flatMap((row) => (row.target.kind === 'entry' ? [{ ...row, target: row.target }] : [])), shown, locale),
    pieceForm(rows.flatMap((row) => (row.target.kind === 'piece' ? [{ ...row, target: row.target }] : [])), shown, locale),
  ].filter((form) => form.rows.length > 0); // prettier-ignore
  const record = recordSheet(rows, { identity: identityOfDossier(analysis), locale });
  return { forms, hidden: [{ name: recordTitle, rows: record }] };
}

type RowOf<Kind extends RowTarget['kind']> = EditableRow & { readonly target: Extract<RowTarget, { kind: Kind }> };

function followForm(rows: readonly RowOf<'entry'>[], shown: ShownEntries, locale: Locale): FormSheet {
  const levels = {
    requirement: reportWords.requirement[locale],
    scenario: reportWords.scenario[locale],
    proof: reportWords.proof[locale],
  };
  return {
    name: words.followSheet[locale],
    note: words.note[locale],
    columns: [
      keyColumn,
      { header: words.level[locale], width: 12 },
      ...idColumns(locale),
      { header: reportWords.text[locale], width: 60 },
      { header: reportWords.status[locale], width: 18 },
      { header: words.inherited[locale], width: 22 },
      ...entryFields.map((field) => fieldColumn(field, locale)),
    ],
    rows: rows.map((row) => {
      const { requirement, scenario, proof, text, state, inherited } = shown.of(row.target);
      const level = levels[row.target.level];
      return [row.key, level, requirement, scenario, proof, text, state, inherited, ...inputs(row, entryFields, locale)]; // prettier-ignore
    }),
  };
}

function pieceForm(rows: readonly RowOf<'piece'>[], shown: ShownEntries, locale: Locale): FormSheet {
  return {
    name: words.pieceSheet[locale],
    note: words.note[locale],
    columns: [
      keyColumn,
      ...idColumns(locale),
      { header: reportWords.kind[locale], width: 14 },
      { header: reportWords.piece[locale], width: 44 },
      { header: reportWords.title[locale], width: 28 },
      ...pieceFields.map((field) => fieldColumn(field, locale)),
    ],
    rows: rows.map((row) => {
      const { requirement, scenario, proof } = shown.of(row.target);
      const { item } = row.target;
      const [kind, value] = pieceOf(item, locale);
      return [row.key, requirement, scenario, proof, kind, value, item.title?.value ?? '', ...inputs(row, pieceFields, locale)]; // prettier-ignore
    }),
  };
}

const keyColumn: FormColumn = { header: formIds.header, width: 10, id: formIds.key, hidden: true };

function idColumns(locale: Locale): FormColumn[] {
  return [
    { header: reportWords.requirement[locale], width: 16 },
    { header: reportWords.scenario[locale], width: 18 },
    { header: reportWords.proof[locale], width: 22 },
  ];
}

function fieldColumn(field: Field, locale: Locale): FormColumn {
  return {
    header: fieldNames[field][locale],
    width: field === 'commentaire' || field === 'note_interne' ? 40 : 16,
    id: formIds.field(field),
    input: inputOf(field, locale),
  };
}

function inputOf(field: Field, locale: Locale): FormInput {
  const kind = fieldKinds[field];
  if (kind.kind === 'date') return { kind: 'date', fault: words.date[locale] };
  if (kind.kind === 'text') return { kind: 'text' };
  const values = kind.words.map(([, label]) => label[locale]);
  return { kind: 'list', values, fault: say(words.list, locale, { values: values.join(', ') }) };
}

function inputs({ values }: EditableRow, fields: readonly Field[], locale: Locale): FormCell[] {
  return fields.map((field) => {
    const value = values[field];
    return value === undefined ? undefined : cellOf(field, value, locale);
  });
}

/** What a value is shown as; one that is no date or no word of the format, as it is. */
export function cellOf(field: Field, value: string, locale: Locale): string | { readonly date: string } {
  const kind = fieldKinds[field];
  if (kind.kind === 'date') return isCalendarDate(value) && value >= '1990' && value < '2100' ? { date: value } : value;
  if (kind.kind === 'text') return value;
  return kind.words.find(([one]) => one === value)?.[1][locale] ?? value;
}

function pieceOf({ file, link, execution, declaration }: EvidenceItem, locale: Locale): readonly [string, string] {
  if (file) return [kindWords.fichier[locale], file.value];
  if (link) return [kindWords.lien[locale], link.value];
  if (execution) return [kindWords.execution[locale], execution.value];
  return declaration ? [kindWords.declaration[locale], declaration.value] : [kindWords.inconnu[locale], ''];
}

/** What the rows of a sheet say beside what is edited: the entries that concern the dossier, as the report has them. */
class ShownEntries {
  readonly #shown = new Map<string, Pick<Shown, 'text' | 'state' | 'inherited'>>();
  readonly #idLabel: (id: string) => string;
  readonly #locale: Locale;

  constructor(analysis: Analysis, locale: Locale) {
    const { catalogue } = analysis.dossier;
    this.#locale = locale;
    this.#idLabel = idLabeller(catalogue.kind === 'loaded' ? printedIds(catalogue.catalogue) : new Map(), locale);
    const state = analysis.compliance();
    for (const one of state?.chapters.flatMap(({ requirements }) => requirements) ?? []) {
      if (!concernsDossier(one)) continue;
      const { requirement, entries } = one;
      this.#set({ requirement: requirement.id }, requirement.text ?? '', requirementStatus(one, locale));
      for (const scenario of one.scenarios)
        this.#addScenario(scenario, { requirement: requirement.id, above: entries[0]?.value.facts.followUp });
    }
    for (const scenario of state?.coreScenarios ?? []) this.#addScenario(scenario, {});
  }

  has(target: RowTarget): boolean {
    return this.#shown.has(keyOfShown(target));
  }

  of(target: RowTarget): Shown {
    const { proof, scenario = '', requirement = '' } = target.slot;
    const isProof = target.kind === 'piece' || target.level === 'proof';
    const known = this.#shown.get(keyOfShown(target)) ?? { text: '', state: '', inherited: '' };
    const label = (id: string) => (id === '' ? '' : this.#idLabel(id));
    return {
      requirement: label(requirement),
      scenario: label(scenario),
      proof: isProof ? label(proof) : '',
      ...known,
    };
  }

  #addScenario(
    { scenario, status, entry, proofs }: ScenarioCompliance,
    { requirement, above }: { readonly requirement?: string; readonly above?: Parameters<typeof followUpsOf>[2] },
  ): void {
    const ids = { scenario: scenario.id, ...(requirement === undefined ? {} : { requirement }) };
    const text = scenario.name ?? scenario.text ?? scenario.steps[0]?.text ?? '';
    this.#set(ids, text, this.#stateOf(status), inheritedWords(followed([undefined, above])));
    for (const one of proofs) {
      const written = one.entry?.value.facts.id.value ?? one.proof.id;
      const inherited = inheritedWords(followed(followUpsOf(written, entry?.value.facts, above)));
      this.#set({ ...ids, proof: one.proof.id }, one.proof.expected, this.#stateOf(one.status), inherited);
    }
  }

  #stateOf(status: Status): string {
    return statusWords[status][this.#locale];
  }

  #set(ids: Partial<RowTarget['slot']>, text: string, state: string, inherited = ''): void {
    this.#shown.set(shownKey(ids), { text, state, inherited });
  }
}

function inheritedWords({ inherited, responsible, due, work }: ReturnType<typeof followed>): string {
  const all = { responsible, due, work };
  return inherited.flatMap((key) => all[key] ?? []).join(' · ');
}

function keyOfShown(target: RowTarget): string {
  const { proof, scenario = '', requirement = '' } = target.slot;
  if (target.kind === 'piece' || target.level === 'proof') return shownKey({ requirement, scenario, proof });
  return target.level === 'scenario' ? shownKey({ requirement, scenario }) : shownKey({ requirement });
}

function shownKey({ requirement = '', scenario = '', proof = '' }: Partial<RowTarget['slot']>): string {
  return JSON.stringify([requirement, scenario, proof]);
}
