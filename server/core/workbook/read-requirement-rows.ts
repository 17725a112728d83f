import { cellAt } from './cell-at';
import type { RegimeRules } from '../regimes/regime-rules';
import { cleanWord, isBlank, plainWords } from './cell-text';
import { requirementColumn, type RequirementField } from './columns';
import type { DraftField, ProofDraft, RequirementDraft, ScenarioDraft } from './drafts';
import { holdsSeveralIds } from './id-range';
import type { Doubts, Place } from './import-report';
import type { Layout } from './layout';
import { followsId, looksLikeId } from './requirement-id';
import { readProofs, RowCells, sameText, wholeRow } from './row-cells';
import { addScenario, sameNature, sameProfiles, takeValue } from './unite-requirements';
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
 * Reads sheets of requirements into drafts, one for each row that carries an id or says another thing than the row above,
 * with the rows that go on with it. What belongs together is united afterwards, whatever the order of the rows.
 */
export class RequirementRows {
  readonly #drafts: RequirementDraft[] = [];
  readonly #doubts: Doubts;
  /** Ids met so far. */
  readonly #ids = new Set<string>();

  constructor(
    doubts: Doubts,
    readonly regimes: RegimeRules,
  ) {
    this.#doubts = doubts;
  }

  /** In the order of the rows; several of one id where several rows carry it. */
  get drafts(): readonly RequirementDraft[] {
    return this.#drafts;
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
      if (row.struck === true) {
        this.#doubts.add('ligne-barree', place, wholeRow(row));
        counts.unread++;
        // What follows without an id goes on with this row, not with the one above it.
        current = undefined;
        continue;
      }
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
        if (cells.hasRemark('id')) current = undefined;
        this.#doubts.add('ligne-non-classee', place, wholeRow(row));
        counts.unread++;
        continue;
      }
      current = draft;
      this.#take(draft, cells, place, layout);
      this.#addScenario(draft, cells, readProofs(row, layout.proofs, sheet.name, this.#doubts), place);
      counts.read++;
    }
    return counts;
  }

  /** The draft a row belongs to; undefined when the row says neither which requirement nor the same as above. */
  #draftOf(
    cells: RowCells<RequirementField>,
    place: Place,
    above: RequirementDraft | undefined,
    layout: RequirementLayout,
  ): RequirementDraft | undefined {
    const id = cells.word('id');
    if (id === '') {
      // What the id would be is not known: it is no reason to take the row for a part of another requirement.
      if (cells.hasRemark('id')) return undefined;
      if (above === undefined || !continues(cells, above, layout, this.regimes)) return undefined;
      return agrees(cells, above, this.regimes) ? above : this.#begin(above.id, place);
    }
    const several = holdsSeveralIds(cells.raw('id'));
    if (several) this.#doubts.add('plusieurs-numeros', withColumn(place, cells.letters('id')), cells.raw('id'), { id });
    else if (!this.#ids.has(id) && !looksLikeId(id) && !this.regimes.isNumber(id)) {
      // A title or a note may stand in the id column; with a statement beside it, it is a requirement all the same.
      if (cells.text('text') === '') return undefined;
      this.#doubts.add('numero-exigence-atypique', withColumn(place, cells.letters('id')), cells.raw('id'), { id });
    }
    return this.#begin(id, place);
  }

  #begin(id: string, place: Place): RequirementDraft {
    const draft: RequirementDraft = { id, place, values: new Map(), profiles: [], scenarios: [] };
    this.#ids.add(id);
    this.#drafts.push(draft);
    return draft;
  }

  #take(draft: RequirementDraft, cells: RowCells<RequirementField>, place: Place, layout: RequirementLayout): void {
    for (const field of [...wordFields, ...freeTexts]) {
      const text = freeTexts.includes(field) ? cells.text(field) : cells.word(field);
      if (text === '') continue;
      const header = cleanWord(cellAt(layout.header, layout.fields.get(field)));
      const value = { text, header, raw: cells.raw(field), place: withColumn(place, cells.letters(field)) };
      takeValue(draft, field, value, this.#doubts, this.regimes);
    }
    const raw = cells.raw('profile');
    const profiles = isBlank(raw) ? [] : readProfiles(raw, this.regimes);
    if (draft.profiles.length === 0) draft.profiles.push(...profiles);
    this.#checkConditional(cells, profiles, place);
  }

  /** ANS's export code writes NON if and only if the profile is Général. */
  #checkConditional(cells: RowCells<RequirementField>, profiles: readonly string[], place: Place): void {
    const value = cells.word('conditional').toUpperCase();
    if ((value !== 'OUI' && value !== 'NON') || profiles.length === 0) return;
    const general = profiles.map(plainWords).join('\n') === 'general';
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
    const scenario: ScenarioDraft = {
      id: id === '' ? undefined : id,
      text: text === '' ? undefined : text,
      place: withColumn(place, cells.letters('scenarioId') ?? cells.letters('scenarioText')),
      proofs: [...proofs],
    };
    addScenario(draft.scenarios, scenario);
  }
}

/** Whether a row that goes on with the requirement above says the same of its nature and profiles, or nothing. */
function agrees(cells: RowCells<RequirementField>, above: RequirementDraft, regimes: RegimeRules): boolean {
  const nature = cells.word('nature');
  const before = above.values.get('nature')?.text ?? '';
  const raw = cells.raw('profile');
  const profiles = isBlank(raw) ? [] : readProfiles(raw, regimes);
  return (
    (nature === '' || before === '' || sameNature(nature, before, regimes)) &&
    (profiles.length === 0 || above.profiles.length === 0 || sameProfiles(profiles, above.profiles))
  );
}

/**
 * A row without id goes on with the requirement above if it adds a scenario or a proof and tells no other story: another
 * statement or chapter, or words that are no id where an id belongs (a note at the foot of the table).
 */
function continues(
  cells: RowCells<RequirementField>,
  above: RequirementDraft,
  layout: RequirementLayout,
  regimes: RegimeRules,
): boolean {
  const adds =
    cells.word('scenarioId') !== '' ||
    cells.text('scenarioText') !== '' ||
    layout.proofs.some((proof) => [proof.id, proof.text].some((column) => !isBlank(cellAt(cells.row, column))));
  const sameStory = (['text', 'chapter'] as const).every((field) => {
    const value = field === 'text' ? cells.text(field) : cells.word(field);
    const before = above.values.get(field)?.text;
    return value === '' || before === undefined || sameText(value, before);
  });
  const scenarioId = cells.word('scenarioId');
  return (
    adds &&
    sameStory &&
    (scenarioId === '' || looksLikeId(scenarioId) || followsId(scenarioId, above.id, regimes)) &&
    (cells.text('text') === '' || above.values.has('text'))
  );
}

/** Long sheets repeat their header at each page. */
function repeatsHeader(row: Row, layout: RequirementLayout): boolean {
  const id = cellAt(row, layout.fields.get('id'));
  const found = requirementColumn(id);
  return (
    found?.kind === 'field' &&
    found.field === 'id' &&
    sameText(cellAt(row, layout.fields.get('text')), cellAt(layout.header, layout.fields.get('text')))
  );
}

/** The place, at one of its columns. */
function withColumn(place: Place, column: string | undefined): Place {
  return column === undefined ? place : { ...place, column };
}
