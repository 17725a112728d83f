import { cleanWord, isBlank, plainWords } from './cell-text';
import { requirementColumn, type RequirementField } from './columns';
import type { DraftField, ProofDraft, RequirementDraft, ScenarioDraft } from './drafts';
import type { Doubts, Place } from './import-report';
import type { Layout } from './layout';
import { looksLikeId } from './requirement-id';
import { addProofs, readProofs, RowCells, sameText, wholeRow } from './row-cells';
import { isNotApplicableWord, readProfiles } from './vocabulary';
import type { Row, Sheet } from './workbook';

type RequirementLayout = Exclude<Layout, { readonly name: 'coeur-de-metier' }>;

/** Rows of a sheet by what became of them. */
export interface RowCounts {
  header: number;
  read: number;
  unread: number;
}

const freeTexts: readonly DraftField[] = ['text', 'comment'];
const wordFields: readonly DraftField[] = [
  'chapter',
  'section',
  'sectionId',
  'block',
  'fonction',
  'nature',
  'criticality',
  'publication',
  'perimeter',
  'previousVersion',
  'historicalProfile',
];

/**
 * Reads sheets of requirements into drafts. A requirement may take several rows (one per scenario, or per proof), which
 * repeat its columns or leave them blank; rows of several sheets go together too.
 */
export class RequirementRows {
  readonly #drafts = new Map<string, RequirementDraft>();
  readonly #doubts: Doubts;
  /** Where the last scenario of a requirement was, for rows that only add proofs. */
  readonly #lastScenario = new Map<RequirementDraft, ScenarioDraft>();

  constructor(doubts: Doubts) {
    this.#doubts = doubts;
  }

  /** In the order in which they first appear. */
  get drafts(): readonly RequirementDraft[] {
    return [...this.#drafts.values()];
  }

  /** Reads the rows under the header. */
  read(sheet: Sheet, layout: RequirementLayout): RowCounts {
    const counts: RowCounts = { header: 1, read: 0, unread: 0 };
    const seen = new Map<string, number>();
    let current: RequirementDraft | undefined;
    for (const row of sheet.rows) {
      if (row.number <= layout.header.number) continue;
      if (repeatsHeader(row, layout)) {
        counts.header++;
        continue;
      }
      const cells = new RowCells(row, layout.fields);
      const place: Place = { sheet: sheet.name, row: row.number };
      const key = cleanWord(wholeRow(row));
      const first = seen.get(key);
      if (first !== undefined && cells.word('id') !== '') {
        this.#doubts.add('ligne-repetee', place, '', { first });
        counts.read++;
        continue;
      }
      seen.set(key, row.number);
      const draft = this.#draftOf(cells, place, current, layout);
      if (draft === undefined) {
        this.#doubts.add('ligne-non-classee', place, wholeRow(row));
        counts.unread++;
        continue;
      }
      current = draft;
      this.#merge(draft, cells, place, layout);
      this.#addScenario(draft, cells, readProofs(row, layout.proofs, sheet.name, this.#doubts), place);
      counts.read++;
    }
    return counts;
  }

  /** The requirement a row belongs to; undefined when the row says neither which nor the same as above. */
  #draftOf(
    cells: RowCells<RequirementField>,
    place: Place,
    above: RequirementDraft | undefined,
    layout: RequirementLayout,
  ): RequirementDraft | undefined {
    const id = cells.word('id');
    if (id === '') return above !== undefined && continues(cells, above, layout) ? above : undefined;
    const known = this.#drafts.get(id);
    if (known !== undefined) return known;
    if (!looksLikeId(id)) {
      // A title or a note may stand in the id column; with a statement beside it, it is a requirement all the same.
      if (cells.text('text') === '') return undefined;
      this.#doubts.add('numero-exigence-atypique', withColumn(place, cells.letters('id')), cells.raw('id'), { id });
    }
    const draft: RequirementDraft = {
      id,
      place,
      values: new Map(),
      profiles: [],
      profilesRow: place.row,
      scenarios: [],
    };
    this.#drafts.set(id, draft);
    return draft;
  }

  #merge(draft: RequirementDraft, cells: RowCells<RequirementField>, place: Place, layout: RequirementLayout): void {
    for (const field of [...wordFields, ...freeTexts]) {
      const text = freeTexts.includes(field) ? cells.text(field) : cells.word(field);
      if (text === '') continue;
      const before = draft.values.get(field);
      if (before === undefined) draft.values.set(field, { text, row: place.row });
      else if (!sameText(before.text, text)) {
        const header = cleanWord(layout.header.cells[layout.fields.get(field) ?? -1] ?? field);
        const args = { id: draft.id, header, first: before.row };
        this.#doubts.add('valeur-contradictoire', withColumn(place, cells.letters(field)), cells.raw(field), args);
      }
    }
    const raw = cells.raw('profile');
    const profiles = isBlank(raw) ? [] : readProfiles(raw);
    const missing = profiles.filter((profile) => !draft.profiles.includes(profile));
    if (draft.profiles.length === 0) draft.profilesRow = place.row;
    else if (missing.length > 0 || (profiles.length > 0 && profiles.length !== draft.profiles.length)) {
      const args = { id: draft.id, first: draft.profilesRow };
      this.#doubts.add('profils-reunis', withColumn(place, cells.letters('profile')), raw, args);
    }
    draft.profiles.push(...missing);
    this.#checkConditional(cells, profiles, place);
  }

  /** ANS's export code writes NON if and only if the profile is Général. */
  #checkConditional(cells: RowCells<RequirementField>, profiles: readonly string[], place: Place): void {
    const value = cells.word('conditional').toUpperCase();
    if ((value !== 'OUI' && value !== 'NON') || profiles.length === 0) return;
    const general = profiles.length === 1 && plainWords(profiles[0] ?? '') === 'general';
    if ((value === 'NON') === general) return;
    const args = { value, profile: profiles.join(' ; ') };
    this.#doubts.add(
      'conditionnelle-incoherente',
      withColumn(place, cells.letters('conditional')),
      cells.raw('conditional'),
      args,
    );
  }

  #addScenario(
    draft: RequirementDraft,
    cells: RowCells<RequirementField>,
    proofs: readonly ProofDraft[],
    place: Place,
  ): void {
    const id = cells.word('scenarioId');
    let text = cells.text('scenarioText');
    if (isNotApplicableWord(text)) {
      this.#doubts.add('sans-objet', withColumn(place, cells.letters('scenarioText')), cells.raw('scenarioText'));
      text = '';
    }
    if (id === '' && text === '' && proofs.length === 0) return;
    const scenario = this.#scenarioOf(draft, id, text, cells, place);
    scenario.text ??= text === '' ? undefined : text;
    addProofs(scenario.proofs, proofs);
    this.#lastScenario.set(draft, scenario);
  }

  #scenarioOf(
    draft: RequirementDraft,
    id: string,
    text: string,
    cells: RowCells<RequirementField>,
    place: Place,
  ): ScenarioDraft {
    const fits = (scenario: ScenarioDraft): boolean =>
      text === '' || scenario.text === undefined || sameText(scenario.text, text);
    const known =
      id !== ''
        ? draft.scenarios.find((scenario) => scenario.id === id && fits(scenario))
        : text !== ''
          ? draft.scenarios.find((scenario) => scenario.text !== undefined && sameText(scenario.text, text))
          : this.#lastScenario.get(draft);
    if (known !== undefined) return known;
    const made: ScenarioDraft = {
      id: id === '' ? undefined : id,
      text: undefined,
      place: withColumn(place, cells.letters('scenarioId') ?? cells.letters('scenarioText')),
      proofs: [],
    };
    draft.scenarios.push(made);
    return made;
  }
}

/**
 * A row without id goes on with the requirement above if it adds a scenario or a proof and tells no other story: another
 * statement or chapter, or words that are no id where an id belongs (a note at the foot of the table).
 */
function continues(cells: RowCells<RequirementField>, above: RequirementDraft, layout: RequirementLayout): boolean {
  const adds =
    cells.word('scenarioId') !== '' ||
    cells.text('scenarioText') !== '' ||
    layout.proofs.some((proof) =>
      [proof.id, proof.text].some((column) => column !== undefined && !isBlank(cells.row.cells[column] ?? '')),
    );
  const agrees = (['text', 'chapter'] as const).every((field) => {
    const value = field === 'text' ? cells.text(field) : cells.word(field);
    const before = above.values.get(field)?.text;
    return value === '' || before === undefined || sameText(value, before);
  });
  const scenarioId = cells.word('scenarioId');
  return (
    adds &&
    agrees &&
    (scenarioId === '' || looksLikeId(scenarioId)) &&
    (cells.text('text') === '' || above.values.has('text'))
  );
}

/** Long sheets repeat their header at each page. */
function repeatsHeader(row: Row, layout: RequirementLayout): boolean {
  const id = row.cells[layout.fields.get('id') ?? -1] ?? '';
  const found = requirementColumn(id);
  return (
    found?.kind === 'field' &&
    found.field === 'id' &&
    sameText(
      row.cells[layout.fields.get('text') ?? -1] ?? '',
      layout.header.cells[layout.fields.get('text') ?? -1] ?? '',
    )
  );
}

/** The place, at one of its columns. */
function withColumn(place: Place, column: string | undefined): Place {
  return column === undefined ? place : { ...place, column };
}
