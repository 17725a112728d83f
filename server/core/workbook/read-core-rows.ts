import { cellAt } from './cell-at';
import type { RegimeRules } from '../regimes/regime-rules';
import { isBlank } from './cell-text';
import { coreColumn, type CoreField } from './columns';
import type { CoreDraft } from './drafts';
import { holdsSeveralIds } from './id-range';
import type { Doubts, Place } from './import-report';
import type { Layout } from './layout';
import type { RowCounts } from './read-requirement-rows';
import { followsId } from './requirement-id';
import { addProofs, readProofs, RowCells, sameText, wholeRow } from './row-cells';
import { sameProfiles } from './unite-requirements';
import { readPriority, readProfiles } from './vocabulary';
import { columnLetters, type Row, type Sheet } from './workbook';

type CoreLayout = Extract<Layout, { readonly name: 'coeur-de-metier' }>;

/**
 * Reads the sheet of core-business scenarios: the first row of a scenario carries its id and its situation, each row one
 * step with the requirements it verifies and its proofs.
 */
export class CoreRows {
  readonly #drafts: CoreDraft[] = [];
  readonly #doubts: Doubts;
  readonly #regimes: RegimeRules;

  constructor(doubts: Doubts, regimes: RegimeRules) {
    this.#doubts = doubts;
    this.#regimes = regimes;
  }

  /** In the order of the rows; several of one id where several rows carry it. */
  get drafts(): readonly CoreDraft[] {
    return this.#drafts;
  }

  read(sheet: Sheet, layout: CoreLayout): RowCounts {
    const counts: RowCounts = { header: 1, read: 0, unread: 0 };
    let current: CoreDraft | undefined;
    for (const row of sheet.rows) {
      if (row.number <= layout.header.number) continue;
      if (coreColumn(cellAt(row, layout.fields.get('id')))?.kind === 'field') {
        counts.header++;
        continue;
      }
      const cells = new RowCells(row, layout.fields);
      const place: Place = { sheet: sheet.name, row: row.number };
      if (row.struck === true || cells.hasRemark('id')) {
        this.#doubts.add(row.struck === true ? 'ligne-barree' : 'ligne-non-classee', place, wholeRow(row));
        counts.unread++;
        continue;
      }
      const id = cells.word('id');
      const above = id === '' && current && concernsOthers(cells, current, this.#regimes) ? current.id : '';
      const own = id === '' ? above : id;
      const begins = own !== '';
      if (begins) {
        current = this.#begin(own, cells, place);
        this.#drafts.push(current);
      }
      const added = current !== undefined && this.#addStep(current, cells, place, layout, sheet.name);
      if (added || begins) {
        counts.read++;
      } else {
        this.#doubts.add('ligne-non-classee', place, wholeRow(row));
        counts.unread++;
      }
    }
    return counts;
  }

  #begin(id: string, cells: RowCells<CoreField>, place: Place): CoreDraft {
    const priority = cells.word('priority');
    const mandatory = readPriority(priority);
    if (holdsSeveralIds(cells.raw('id'))) this.#doubts.add('plusieurs-numeros', place, cells.raw('id'), { id });
    if (priority !== '' && mandatory === undefined) this.#doubts.add('priorite-inconnue', place, priority, { id });
    return {
      id,
      name: cells.word('name'),
      text: cells.text('situation'),
      profiles: profilesOf(cells, this.#regimes),
      mandatory,
      place,
      steps: [],
      proofs: [],
    };
  }

  /** @returns false when the row has neither step nor proof */
  #addStep(scenario: CoreDraft, cells: RowCells<CoreField>, place: Place, layout: CoreLayout, sheet: string): boolean {
    const id = cells.word('stepId');
    const detail = [situationOf(cells, scenario), cells.text('stepText')].filter((text) => text !== '').join('\n\n');
    const criteria = cells.text('criteria');
    const cites = citations(cells.row, layout.requirements);
    const proofs = readProofs(cells.row, layout.proofs, sheet, this.#doubts);
    if (id === '' && detail === '' && cites.length === 0 && proofs.length === 0 && criteria === '') return false;
    const stepPlace = { ...place, column: cells.letters('stepId') ?? cells.letters('stepText') ?? 'A' };
    // What the examiner verifies belongs to the step; the catalogue has no separate place for it.
    const text = criteria === '' ? detail : [detail, `Critères vérifiés :\n${criteria}`].filter(Boolean).join('\n\n');
    if (id !== '' && !followsId(id, scenario.id, this.#regimes)) {
      const code = id === scenario.id ? 'numero-du-parent' : 'numero-scenario-atypique';
      this.#doubts.add(code, stepPlace, id, { id, parent: scenario.id });
    }
    scenario.steps.push({ id: id === '' ? undefined : id, text, place: stepPlace, cites });
    addProofs(
      scenario.proofs,
      proofs.map((proof) => (id === '' ? proof : { ...proof, step: id })),
    );
    return true;
  }
}

function profilesOf(cells: RowCells<CoreField>, regimes: RegimeRules): readonly string[] {
  const raw = cells.raw('profile');
  return isBlank(raw) ? [] : readProfiles(raw, regimes);
}

/** Whether a row without id is for other profiles, or of another priority, than the scenario above. */
function concernsOthers(cells: RowCells<CoreField>, above: CoreDraft, regimes: RegimeRules): boolean {
  const profiles = profilesOf(cells, regimes);
  const mandatory = readPriority(cells.word('priority'));
  return (
    (profiles.length > 0 && above.profiles.length > 0 && !sameProfiles(profiles, above.profiles)) ||
    (mandatory !== undefined && above.mandatory !== undefined && mandatory !== above.mandatory)
  );
}

/** The situation that a step has of its own. */
function situationOf(cells: RowCells<CoreField>, scenario: CoreDraft): string {
  const situation = cells.text('situation');
  return sameText(situation, scenario.text) ? '' : situation;
}

/** One requirement a cell, in principle; lists are read too. */
function citations(row: Row, columns: readonly number[]): { reference: string; column: string }[] {
  return columns.flatMap((column) =>
    cellAt(row, column)
      .split(/[\n;,]/)
      .map((reference) => reference.replace(/\s+/g, ' ').trim())
      .filter((reference) => !isBlank(reference))
      .map((reference) => ({ reference, column: columnLetters(column) })),
  );
}
