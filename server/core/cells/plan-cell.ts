import type { EntryIds } from '../attach/make-place';
import { wantedSlot } from '../attach/find-slot';
import { keyOf, slotsOf, type Slot } from '../attach/slots';
import type { Dossier } from '../dossier/dossier';
import { evidenceShape, requirementShape, reviewShape, scenarioShape } from '../manifest/manifest-shape';
import type { MapShape, ScalarShape } from '../manifest/shape';
import type { Cell, CellSlot } from './cell';
import { refusals, type CellRefusal } from './cell-refusal';
import { cellText, keysBefore, shapeAt, valueRefusal } from './check-value';

/** A text that a key becomes; none takes it away. */
export interface KeyAim {
  /** Keys down from where the aim is. */
  readonly path: readonly string[];
  readonly text: string;
  readonly shape: ScalarShape;
  readonly after: readonly string[];
}

/** What a cell comes to: where, and what is written there. */
export type Aim =
  | { readonly at: 'piece'; readonly slot: Slot; readonly piece: number; readonly keys: readonly KeyAim[] }
  | { readonly at: 'removal'; readonly slot: Slot; readonly piece: number }
  | { readonly at: 'entry'; readonly ids: EntryIds; readonly keys: readonly KeyAim[] }
  | {
      readonly at: 'proofFollow';
      readonly ids: EntryIds;
      /** Under the id of the proof as the manifest writes it, which is not known yet. */
      readonly slot: Slot;
      readonly key: KeyAim;
    }
  | {
      readonly at: 'opinion';
      readonly ids: EntryIds;
      readonly slot: Slot;
      /** Keys and values of the item. */
      readonly item: readonly (readonly [key: string, value: string])[];
    }
  | {
      readonly at: 'steps';
      readonly ids: EntryIds;
      readonly done: readonly number[];
      readonly after: readonly string[];
    };

/** Finds what cells are about. */
export class CellPlanner {
  readonly #slots: readonly Slot[];
  readonly #byKey: ReadonlyMap<string, Slot>;

  constructor(readonly dossier: Dossier) {
    this.#slots = slotsOf(dossier);
    this.#byKey = new Map(this.#slots.map((slot) => [keyOf(slot), slot]));
  }

  /** What a cell comes to, or why it can not be written, as far as its value and the catalogue tell. */
  plan(cell: Cell): Aim | CellRefusal {
    switch (cell.kind) {
      case 'piece':
        return this.#piece(cell, [[cell.field, cell.value]], evidenceShape, []);
      case 'review':
        return this.#review(cell);
      case 'removePiece': {
        const slot = this.#slotOf(cell.slot);
        return slot ? { at: 'removal', slot, piece: cell.piece } : unknownId(cell.slot.proof);
      }
      case 'follow':
        return this.#follow(cell);
      case 'opinion':
        return this.#opinion(cell);
      case 'steps':
        return this.#steps(cell);
      case 'entry': {
        const ids = this.#idsOf(cell.slot, cell.level);
        if (isRefusal(ids)) return ids;
        const key = keyAim(cell.field.split('.'), cell.value, cell.level, ids);
        return isRefusal(key) ? key : { at: 'entry', ids, keys: [key] };
      }
    }
  }

  #piece(
    { slot: wanted, piece }: { readonly slot: CellSlot; readonly piece: number },
    values: readonly (readonly [key: string, value: string])[],
    shape: MapShape,
    above: readonly string[],
  ): Aim | CellRefusal {
    const slot = this.#slotOf(wanted);
    if (!slot) return unknownId(wanted.proof);
    const keys: KeyAim[] = [];
    for (const [key, value] of values) {
      const scalar = shape.keys[key]?.shape;
      if (scalar?.kind !== 'scalar') return { sentence: refusals.noField, args: { key } };
      const refusal = valueRefusal(value, key, scalar);
      if (refusal) return refusal;
      keys.push({ path: [...above, key], text: cellText(value), shape: scalar, after: keysBefore(shape, key) });
    }
    return { at: 'piece', slot, piece, keys };
  }

  #review(cell: Extract<Cell, { readonly kind: 'review' }>): Aim | CellRefusal {
    const values = (['par', 'le', 'avis'] as const).map((key) => [key, cell[key]] as const);
    const missing = values.filter(([, value]) => value.trim() === '').map(([key]) => key);
    if (missing.length === 0) return this.#piece(cell, values, reviewShape, ['revue']);
    if (missing.length < values.length) return { sentence: refusals.review, args: { keys: missing.join(', ') } };
    return this.#piece(
      cell,
      values.map(([key]) => [key, ''] as const),
      reviewShape,
      ['revue'],
    );
  }

  #follow(cell: Extract<Cell, { readonly kind: 'follow' }>): Aim | CellRefusal {
    const path = ['suivi', cell.field];
    if (cell.level !== 'proof') {
      const ids = this.#idsOf(cell.slot, cell.level);
      if (isRefusal(ids)) return ids;
      const key = keyAim(path, cell.value, cell.level, ids);
      return isRefusal(key) ? key : { at: 'entry', ids, keys: [key] };
    }
    const slot = this.#slotOf(cell.slot);
    if (!slot) return unknownId(cell.slot.proof);
    const ids = scenarioIds(slot);
    const key = keyAim(['suivi', 'preuves', slot.proof, cell.field], cell.value, 'scenario', ids);
    return isRefusal(key) ? key : { at: 'proofFollow', ids, slot, key };
  }

  #opinion({ slot: wanted, le, avis, commentaire }: Extract<Cell, { readonly kind: 'opinion' }>): Aim | CellRefusal {
    const slot = this.#slotOf(wanted);
    if (!slot) return unknownId(wanted.proof);
    const path = ['instruction', slot.proof];
    const values = { le, avis, commentaire };
    const item: [string, string][] = [];
    for (const key of ['le', 'avis', 'commentaire'] as const) {
      const list = shapeAt(scenarioShape, path);
      const shape = list?.kind === 'list' ? shapeAt(list.item, [key]) : undefined;
      if (shape?.kind !== 'scalar') return { sentence: refusals.noField, args: { key } };
      const value = values[key];
      if (value === '' && key === 'commentaire') continue;
      if (value === '') return { sentence: refusals.blank, args: { key } };
      const refusal = valueRefusal(value, key, shape);
      if (refusal) return refusal;
      item.push([key, cellText(value)]);
    }
    return { at: 'opinion', ids: scenarioIds(slot), slot, item };
  }

  #steps({ slot, done }: Extract<Cell, { readonly kind: 'steps' }>): Aim | CellRefusal {
    const ids = this.#scenarioOf(slot);
    const steps = this.#knownSteps(ids);
    for (const step of done) {
      if (Number.isSafeInteger(step) && step >= 1 && (steps === undefined || step <= steps)) continue;
      return { sentence: refusals.noStep, args: { id: ids.scenario, step, count: steps ?? 0 } };
    }
    const numbers = [...new Set(done)].sort((a, b) => a - b);
    return { at: 'steps', ids, done: numbers, after: keysBefore(scenarioShape, 'etapes_faites') };
  }

  /** Steps that the catalogue has of a scenario; undefined where it does not know the scenario. */
  #knownSteps({ requirement, scenario }: ScenarioIds): number | undefined {
    const { catalogue } = this.dossier;
    if (catalogue.kind !== 'loaded') return undefined;
    const known =
      requirement === undefined
        ? catalogue.index.coreScenario(scenario)
        : catalogue.index.requirement(requirement)?.requirement.scenarios.find(({ id }) => id === scenario);
    return known?.steps.length;
  }

  /** The slot of these very ids; else the only one that they can mean. */
  #slotOf(wanted: CellSlot): Slot | undefined {
    const { proof, scenario, requirement } = wanted;
    if (scenario !== undefined) {
      const exact = this.#byKey.get(keyOf({ proof, scenario, ...(requirement === undefined ? {} : { requirement }) }));
      if (exact) return exact;
    }
    const choice = wantedSlot(wanted, this.#slots);
    return choice.kind === 'one' ? choice.slot : undefined;
  }

  #idsOf(wanted: CellSlot, level: 'scenario' | 'requirement'): EntryIds | CellRefusal {
    if (level === 'scenario') return this.#scenarioOf(wanted);
    const { proof, scenario, requirement } = wanted;
    const own = this.#slots.find((slot) => isUnder(slot, wanted));
    const id = requirement ?? own?.requirement ?? (own || scenario !== undefined ? undefined : proof);
    return id === undefined
      ? { sentence: refusals.noRequirement, args: { id: scenario ?? proof } }
      : { requirement: id };
  }

  #scenarioOf(wanted: CellSlot): ScenarioIds {
    const own = this.#slots.find((slot) => isUnder(slot, wanted));
    const { proof, scenario = own?.scenario ?? proof, requirement = own?.requirement } = wanted;
    return { scenario, ...(requirement === undefined ? {} : { requirement }) };
  }
}

type ScenarioIds = EntryIds & { readonly scenario: string };

/** Whether a slot is what is meant, or stands under it. */
function isUnder(slot: Slot, { proof, scenario, requirement }: CellSlot): boolean {
  if (requirement !== undefined && slot.requirement !== requirement) return false;
  if (scenario !== undefined && slot.scenario !== scenario) return false;
  return slot.proof === proof || slot.scenario === proof;
}

function scenarioIds({ scenario, requirement }: Slot): EntryIds {
  return { scenario, ...(requirement === undefined ? {} : { requirement }) };
}

function unknownId(id: string): CellRefusal {
  return { sentence: refusals.unknown, args: { id } };
}

export function isRefusal(one: object): one is CellRefusal {
  return 'sentence' in one;
}

/** A text of an entry, where the format has one. */
function keyAim(
  path: readonly string[],
  value: string,
  level: 'scenario' | 'requirement',
  ids: EntryIds,
): KeyAim | CellRefusal {
  const key = path.slice(-1).join('');
  const root = level === 'requirement' || ids.scenario === undefined ? requirementShape : scenarioShape;
  const shape = shapeAt(root, path);
  const holder = shapeAt(root, path.slice(0, -1));
  // Fingerprints are the tool's to write.
  const isText = shape?.kind === 'scalar' && ['text', 'date', 'path'].includes(shape.format);
  if (!isText || holder?.kind !== 'map') return { sentence: refusals.noField, args: { key: path.join('.') } };
  const refusal = valueRefusal(value, key, shape);
  return refusal ?? { path, text: cellText(value), shape, after: keysBefore(holder, key) };
}
