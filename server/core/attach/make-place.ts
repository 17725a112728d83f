import type { OffsetRange } from '../text/offset-range';
import type { Dossier, Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { TextChange } from '../fixes/fix';
import { insertUnder } from '../fixes/insert-under';
import { textOf } from '../fixes/manifest-text';
import { placeCoreScenario } from '../fixes/place-core-scenario';
import { placeRequirements } from '../fixes/place-requirements';
import { proofStub, scenarioStub, type Stub } from '../fixes/stub';
import type { Locale } from '../messages/say';
import type { Scenario } from '../catalogue/catalogue';
import type { KnownSlot, Slot } from './slots';

/** Where the proof of a slot is written. */
export interface WrittenProof {
  readonly uri: string;
  /** The requirement, or core-business scenario, that it stands under. */
  readonly entry: OffsetRange;
  readonly top: ResolvedRequirement | ResolvedScenario;
  /** Keys from the entry's value to the proof, as they are written. */
  readonly path: readonly string[];
  readonly proof: ResolvedProof;
}

/** Where the proof stands, or else the edits that bring the next of the keys that lead to it. */
export type PlaceStep =
  | { readonly kind: 'there'; readonly place: WrittenProof }
  | { readonly kind: 'write'; readonly changes: readonly TextChange[] };

/** A requirement, a scenario of it, or a core-business scenario, by the catalogue's ids. */
export interface EntryIds {
  readonly requirement?: string;
  readonly scenario?: string;
}

/** Where such an entry is written. */
export interface WrittenEntry {
  readonly top: Entry<ResolvedRequirement | ResolvedScenario>;
  readonly entry: ResolvedRequirement | ResolvedScenario;
  /** Keys from the value of `top` down to the entry, as they are written. */
  readonly path: readonly string[];
}

/** Where an entry stands; of one that is written twice, the place that counts. */
export function writtenEntry({ requirement, scenario }: EntryIds, dossier: Dossier): WrittenEntry | undefined {
  const isScenario = ({ scenario: known, facts }: ResolvedScenario) => (known?.id ?? facts.id.value) === scenario;
  if (requirement === undefined) {
    const top = dossier.coreScenarios.find(({ value }) => isScenario(value));
    return top && { top, entry: top.value, path: [] };
  }
  const tops = dossier.requirements.filter(
    ({ value }) => (value.requirement?.id ?? value.facts.id.value) === requirement,
  );
  const [first] = tops;
  if (scenario === undefined) return first && { top: first, entry: first.value, path: [] };
  // Written twice, the one that has the scenario counts.
  return tops.flatMap((top) => {
    const entry = top.value.scenarios.find(isScenario);
    return entry ? [{ top, entry, path: ['scenarios', entry.facts.id.value] }] : [];
  })[0];
}

/** The edits that bring the next of the keys that lead to an entry that is not written; none where nothing can be written. */
export function entryChanges(ids: EntryIds, dossier: Dossier, locale: Locale): readonly TextChange[] {
  const { catalogue } = dossier;
  if (catalogue.kind !== 'loaded') return [];
  const { index } = catalogue;
  if (ids.requirement === undefined) {
    const scenario = ids.scenario === undefined ? undefined : index.coreScenario(ids.scenario);
    const change = scenario && placeCoreScenario(scenario, dossier, index, locale);
    return change ? [change] : [];
  }
  const requirement = index.requirement(ids.requirement)?.requirement;
  if (!requirement) return [];
  const holder = writtenEntry({ requirement: requirement.id }, dossier)?.top as Entry<ResolvedRequirement> | undefined;
  if (!holder) return placeRequirements([requirement], dossier, index, locale);
  const scenario = requirement.scenarios.find(({ id }) => id === ids.scenario);
  return scenario ? scenarioInsertion(scenario, requirement.scenarios, dossier, holder, locale) : [];
}

function scenarioInsertion(
  scenario: Scenario,
  siblings: readonly Scenario[],
  dossier: Dossier,
  holder: Entry<ResolvedRequirement>,
  locale: Locale,
): readonly TextChange[] {
  const before = siblings.slice(0, siblings.indexOf(scenario));
  const after = holder.value.scenarios.flatMap(({ scenario: known, facts }) =>
    known && before.includes(known) ? [facts.id.value] : [],
  );
  return insertion(dossier, holder, ['scenarios'], scenarioStub(scenario, locale), after);
}

/**
 * One step towards a written proof. Entries are those of `fixes/stub`, in the catalogue's order and in the right fragment.
 * @returns changes: empty where nothing can be written
 */
export function placeStep(slot: Slot, dossier: Dossier, locale: Locale): PlaceStep {
  return slot.requirement === undefined ? coreStep(slot, dossier, locale) : requirementStep(slot, dossier, locale);
}

function requirementStep(slot: Slot, dossier: Dossier, locale: Locale): PlaceStep {
  const entries = dossier.requirements.filter(
    ({ value }) => (value.requirement?.id ?? value.facts.id.value) === slot.requirement,
  );
  const [first] = entries;
  const { known } = slot;
  const { catalogue } = dossier;
  if (!first) {
    if (!known?.requirement || catalogue.kind !== 'loaded') return write([]);
    return write(placeRequirements([known.requirement], dossier, catalogue.index, locale));
  }
  // Written twice, the one that has the scenario counts.
  const holders = entries.flatMap((entry) =>
    entry.value.scenarios.filter(isOf(slot)).map((scenario) => ({ entry, scenario })),
  );
  const place = holders.flatMap(({ entry, scenario }) => proofIn(slot, entry, scenario) ?? [])[0];
  if (place) return { kind: 'there', place };
  const [holder] = holders;
  if (!known) return write([]);
  if (!holder)
    return write(scenarioInsertion(known.scenario, known.requirement?.scenarios ?? [], dossier, first, locale));
  const path = ['scenarios', holder.scenario.facts.id.value, 'preuves'];
  return write(proofInsertion(known, dossier, holder.entry, holder.scenario, path, locale));
}

function coreStep(slot: Slot, dossier: Dossier, locale: Locale): PlaceStep {
  const entries = dossier.coreScenarios.filter(({ value }) => isOf(slot)(value));
  const place = entries.flatMap((entry) => proofIn(slot, entry, entry.value) ?? [])[0];
  if (place) return { kind: 'there', place };
  const [first] = entries;
  const { catalogue } = dossier;
  if (!slot.known) return write([]);
  if (first) return write(proofInsertion(slot.known, dossier, first, first.value, ['preuves'], locale));
  const change =
    catalogue.kind === 'loaded' ? placeCoreScenario(slot.known.scenario, dossier, catalogue.index, locale) : undefined;
  return write(change ? [change] : []);
}

function write(changes: readonly TextChange[]): PlaceStep {
  return { kind: 'write', changes };
}

function isOf(slot: Slot): (scenario: ResolvedScenario) => boolean {
  return ({ scenario, facts }) => (scenario?.id ?? facts.id.value) === slot.scenario;
}

function proofIn(
  slot: Slot,
  { uri, base, value }: Entry<ResolvedRequirement | ResolvedScenario>,
  scenario: ResolvedScenario,
): WrittenProof | undefined {
  const proof = scenario.proofs.find((one) => (one.proof?.id ?? one.facts.id.value) === slot.proof);
  if (!proof) return undefined;
  const own = ['preuves', proof.facts.id.value];
  const path = value === scenario ? own : ['scenarios', scenario.facts.id.value, ...own];
  return { uri, entry: rangeOf(base, value.facts.range), top: value, path, proof };
}

function proofInsertion(
  { scenario, proof: expected }: KnownSlot,
  dossier: Dossier,
  entry: Entry<ResolvedRequirement | ResolvedScenario>,
  { proofs }: ResolvedScenario,
  path: readonly string[],
  locale: Locale,
): readonly TextChange[] {
  const before = scenario.proofs.slice(0, scenario.proofs.indexOf(expected));
  const after = proofs.flatMap(({ proof, facts }) => (proof && before.includes(proof) ? [facts.id.value] : []));
  return insertion(dossier, entry, path, proofStub(expected, locale), after);
}

function insertion(
  dossier: Dossier,
  { uri, base, value }: Entry<ResolvedRequirement | ResolvedScenario>,
  path: readonly string[],
  stub: Stub,
  after: readonly string[],
): readonly TextChange[] {
  const text = textOf(dossier, uri);
  if (text === undefined) return [];
  const change = insertUnder({ uri, text, entry: rangeOf(base, value.facts.range), path, stub, after });
  return change ? [change] : [];
}

function rangeOf(base: number, { start, end }: OffsetRange): OffsetRange {
  return { start: base + start, end: base + end };
}
