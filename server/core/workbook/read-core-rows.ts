import type { Scenario, Step } from '../catalogue/catalogue';
import { compact } from '../catalogue/compact';
import { isBlank } from './cell-text';
import { coreColumn, type CoreField } from './columns';
import type { ProofDraft } from './drafts';
import type { RequirementFinisher } from './finish-requirements';
import type { Doubts, Place } from './import-report';
import type { Layout } from './layout';
import type { RowCounts } from './read-requirement-rows';
import { followsId, type ReferenceResolver } from './requirement-id';
import { addProofs, readProofs, RowCells, wholeRow } from './row-cells';
import { readPriority, readProfiles } from './vocabulary';
import { columnLetters, type Row, type Sheet } from './workbook';

type CoreLayout = Extract<Layout, { readonly name: 'coeur-de-metier' }>;

interface CoreDraft {
  readonly id: string;
  readonly name: string;
  text: string;
  readonly profiles: readonly string[];
  readonly mandatory: boolean;
  readonly place: Place;
  readonly steps: StepDraft[];
  readonly proofs: ProofDraft[];
}

interface StepDraft {
  readonly id: string | undefined;
  readonly text: string;
  readonly place: Place;
  /** References as cited, with their column. */
  readonly cites: readonly { readonly reference: string; readonly column: string }[];
}

/**
 * Reads the sheet of core-business scenarios: the first row of a scenario carries its id and its situation, each row one
 * step with the requirements it verifies and its proofs.
 */
export class CoreRows {
  readonly #drafts: CoreDraft[] = [];
  readonly #doubts: Doubts;

  constructor(doubts: Doubts) {
    this.#doubts = doubts;
  }

  read(sheet: Sheet, layout: CoreLayout): RowCounts {
    const counts: RowCounts = { header: 1, read: 0, unread: 0 };
    let current: CoreDraft | undefined;
    for (const row of sheet.rows) {
      if (row.number <= layout.header.number) continue;
      if (coreColumn(row.cells[layout.fields.get('id') ?? -1] ?? '')?.kind === 'field') {
        counts.header++;
        continue;
      }
      const cells = new RowCells(row, layout.fields);
      const place: Place = { sheet: sheet.name, row: row.number };
      const id = cells.word('id');
      if (id !== '' && id !== current?.id) {
        current = this.#begin(id, cells, place, current);
        this.#drafts.push(current);
      }
      const added = current !== undefined && this.#addStep(current, cells, place, layout, sheet.name);
      if (added || id !== '') {
        counts.read++;
      } else {
        this.#doubts.add('ligne-non-classee', place, wholeRow(row));
        counts.unread++;
      }
    }
    return counts;
  }

  #begin(id: string, cells: RowCells<CoreField>, place: Place, above: CoreDraft | undefined): CoreDraft {
    const priority = cells.word('priority');
    const mandatory = readPriority(priority);
    if (priority !== '' && mandatory === undefined) this.#doubts.add('priorite-inconnue', place, priority, { id });
    const raw = cells.raw('profile');
    let profiles = isBlank(raw) ? [] : readProfiles(raw);
    if (profiles.length === 0 && above !== undefined && above.profiles.length > 0) {
      profiles = [...above.profiles];
      this.#doubts.add('profil-repris', place, '', { id });
    }
    return {
      id,
      name: cells.word('name'),
      text: cells.text('situation'),
      profiles,
      mandatory: mandatory ?? true,
      place,
      steps: [],
      proofs: [],
    };
  }

  /** @returns false when the row has neither step nor proof */
  #addStep(scenario: CoreDraft, cells: RowCells<CoreField>, place: Place, layout: CoreLayout, sheet: string): boolean {
    const id = cells.word('stepId');
    const detail = cells.text('stepText');
    const criteria = cells.text('criteria');
    const cites = citations(cells.row, layout.requirements);
    const proofs = readProofs(cells.row, layout.proofs, sheet, this.#doubts);
    if (id === '' && detail === '' && cites.length === 0 && proofs.length === 0 && criteria === '') return false;
    const stepPlace = { ...place, column: cells.letters('stepId') ?? cells.letters('stepText') ?? 'A' };
    // What the examiner verifies belongs to the step; the catalogue has no separate place for it.
    const text = criteria === '' ? detail : [detail, `Critères vérifiés :\n${criteria}`].filter(Boolean).join('\n\n');
    if (id !== '' && !followsId(id, scenario.id)) {
      this.#doubts.add('numero-scenario-atypique', stepPlace, id, { id, parent: scenario.id });
    }
    scenario.steps.push({ id: id === '' ? undefined : id, text, place: stepPlace, cites });
    addProofs(
      scenario.proofs,
      proofs.map((proof) => (id === '' ? proof : { ...proof, step: id })),
    );
    return true;
  }

  /** @param references over the requirements of the workbook */
  finish(finisher: RequirementFinisher, references: ReferenceResolver): Scenario[] {
    for (const draft of this.#drafts) finisher.rememberProofs(draft.proofs);
    return this.#drafts.map((draft) => {
      const steps = draft.steps.map((step) => this.#step(step, references));
      return compact<Scenario>({
        id: draft.id,
        name: draft.name === '' ? undefined : draft.name,
        text: draft.text === '' ? undefined : draft.text,
        steps,
        covers: [...new Set(steps.flatMap((step) => step.covers))],
        profiles: draft.profiles,
        mode: 'tous',
        mandatory: draft.mandatory,
        proofs: finisher.proofs(draft.id, draft.proofs),
      });
    });
  }

  #step(step: StepDraft, references: ReferenceResolver): Step {
    const covers = step.cites.map(({ reference, column }) => {
      const known = references.resolve(reference);
      if (known === undefined) {
        const args = { id: step.id ?? '', reference };
        this.#doubts.add('reference-inconnue', { ...step.place, column }, reference, args);
      }
      return known ?? reference;
    });
    return compact<Step>({ id: step.id, text: step.text, covers: [...new Set(covers)] });
  }
}

/** One requirement a cell, in principle; lists are read too. */
function citations(row: Row, columns: readonly number[]): { reference: string; column: string }[] {
  return columns.flatMap((column) =>
    (row.cells[column] ?? '')
      .split(/[\n;,]/)
      .map((reference) => reference.replace(/\s+/g, ' ').trim())
      .filter((reference) => !isBlank(reference))
      .map((reference) => ({ reference, column: columnLetters(column) })),
  );
}
