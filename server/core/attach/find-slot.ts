import type { Catalogue, Requirement, Scenario } from '../catalogue/catalogue';
import { closestIds } from '../catalogue/closest-ids';
import { comparable, placesOf, withoutExtension } from '../catalogue/id-in-name';
import { printedId } from '../catalogue/printed-id';
import type { WantedSlot } from './piece';
import { namesOf, type Slot } from './slots';

/** Which slot a piece goes to; where several may be meant, the user is asked, and nothing is guessed. */
export type SlotChoice =
  | { readonly kind: 'one'; readonly slot: Slot }
  | { readonly kind: 'several'; readonly slots: readonly Slot[] }
  /** @param near ids that a slip may have missed, nearest first */
  | { readonly kind: 'none'; readonly near: readonly string[] }
  /** The proof is there, under others than the scenario or requirement that was said. */
  | { readonly kind: 'elsewhere'; readonly slots: readonly Slot[] }
  /** A requirement or scenario that expects no proof of its own. @param coveredBy scenarios that verify it */
  | { readonly kind: 'empty'; readonly coveredBy: readonly string[] }
  /** What is expected is not known. */
  | { readonly kind: 'noCatalogue' };

type Level = 'proof' | 'scenario' | 'requirement';
const levels: readonly Level[] = ['proof', 'scenario', 'requirement'];

/** The slot that was asked for, by the id of a proof, or of a scenario or requirement with one open proof. */
export function wantedSlot(wanted: WantedSlot, slots: readonly Slot[]): SlotChoice {
  const within = slots.filter(
    (slot) =>
      (wanted.scenario === undefined || answers(slot, 'scenario', wanted.scenario)) &&
      (wanted.requirement === undefined || answers(slot, 'requirement', wanted.requirement)),
  );
  for (const level of levels) {
    // To the letter first: ids may differ by case alone.
    const exact = within.filter((slot) => slot[level] === wanted.proof);
    const found = exact.length > 0 ? exact : within.filter((slot) => answers(slot, level, wanted.proof));
    if (found.length > 0) return chosen(found, level);
  }
  const elsewhere = within.length < slots.length ? wantedSlot({ proof: wanted.proof }, slots) : undefined;
  if (elsewhere?.kind === 'one') return { kind: 'elsewhere', slots: [elsewhere.slot] };
  if (elsewhere?.kind === 'several') return { kind: 'elsewhere', slots: elsewhere.slots };
  const ids = (within.length > 0 ? within : slots).flatMap((slot) => [
    slot.proof,
    slot.scenario,
    ...(slot.requirement ? [slot.requirement] : []),
  ]);
  return { kind: 'none', near: closestIds(wanted.proof, new Set(ids)) };
}

/** A requirement or scenario of the catalogue without a proof of its own, by its id. */
export function emptyEntry(
  id: string,
  { requirements, coreScenarios }: Catalogue,
): Extract<SlotChoice, { readonly kind: 'empty' }> | undefined {
  const wanted = id.trim().toLowerCase();
  const isIt = (entry: Scenario | Requirement): boolean =>
    [entry.id, printedId(entry)].some((one) => one.toLowerCase() === wanted);
  const requirement = requirements.find(isIt);
  const scenario = [...requirements.flatMap(({ scenarios }) => scenarios), ...coreScenarios].find(isIt);
  if (!requirement && !scenario) return undefined;
  const coveredBy = requirement ? coreScenarios.filter(({ covers }) => covers.includes(requirement.id)) : [];
  return { kind: 'empty', coveredBy: coveredBy.filter(({ proofs }) => proofs.length > 0).map((one) => one.id) };
}

function answers(slot: Slot, level: Level, written: string): boolean {
  const lower = written.trim().toLowerCase();
  return namesOf(slot)[level].some((name) => name.toLowerCase() === lower);
}

/** Of the slots of one id: the only one, or of a scenario or requirement the only one that still has nothing. */
function chosen(slots: readonly Slot[], level: Level): SlotChoice {
  const [only, ...others] = slots;
  if (only && others.length === 0) return { kind: 'one', slot: only };
  if (level === 'proof') return { kind: 'several', slots };
  const open = slots.filter(({ pieces }) => pieces === 0);
  const [one, ...more] = open;
  if (one && more.length === 0) return { kind: 'one', slot: one };
  return { kind: 'several', slots: open.length > 0 ? open : slots };
}

/** The slot whose id, or that of its scenario or requirement, stands in the name of a file. */
export function namedSlot(fileName: string, slots: readonly Slot[]): SlotChoice {
  const name = comparable(withoutExtension(fileName));
  const found = new Map<string, { readonly level: Level; readonly slots: Slot[] }>();
  for (const slot of slots) {
    const names = namesOf(slot);
    for (const level of levels) {
      for (const id of names[level]) {
        const key = comparable(id);
        const known = found.get(key);
        if (known?.level === level) {
          if (!known.slots.includes(slot)) known.slots.push(slot);
        } else if (!known && placesOf(key, name).length > 0) found.set(key, { level, slots: [slot] });
      }
    }
  }
  // What stands in a longer id says nothing of its own: the requirement's id is the beginning of its proofs'.
  const matches = [...found].flatMap(([id, match]) =>
    placesOf(id, name).some((at) => ![...found.keys()].some((longer) => covers(longer, id, at, name))) ? [match] : [],
  );
  const [only, ...others] = matches;
  if (!only) return { kind: 'none', near: [] };
  if (others.length > 0) return { kind: 'several', slots: [...new Set(matches.flatMap((match) => match.slots))] };
  return chosen(only.slots, only.level);
}

function covers(longer: string, id: string, at: number, name: string): boolean {
  return (
    longer.length > id.length &&
    placesOf(longer, name).some((start) => start <= at && at + id.length <= start + longer.length)
  );
}
