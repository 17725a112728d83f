import type { Requirement, Scenario } from '../catalogue/catalogue';
import { normaliseId } from '../catalogue/identifiers';
import type { Entry, ResolvedRequirement, ResolvedScenario } from './dossier';
import type { EntryValue } from './entry-pages';
import { inOrder, type EntryChanges, type EntryPlaces } from './entry-places';

/** What an entry is of: the catalogue's requirement or scenario, or the id that it has none for. */
type Key = Requirement | Scenario | string;

/** Which entries a dossier has, and which of them twice. Kept up from one check to the next, like {@link EntryPlaces}. */
export class WrittenEntries {
  readonly #requirements = new Map<Key, ResolvedRequirement[]>();
  readonly #coreScenarios = new Map<Key, ResolvedScenario[]>();
  readonly #repeatedRequirements = new Set<Key>();
  readonly #repeatedScenarios = new Set<Key>();
  #written: object = {};

  constructor(readonly places: EntryPlaces) {}

  /** Takes in what came and went. */
  update({ removed, added }: EntryChanges): void {
    for (const value of removed) this.#remove(value);
    for (const value of added) this.#add(value);
  }

  /** Another object as soon as something has an entry that had none, or no longer has one: what rests on that alone can be kept. */
  get written(): object {
    return this.#written;
  }

  has(one: Requirement | Scenario): boolean {
    return this.#requirements.has(one) || this.#coreScenarios.has(one);
  }

  /** The entries of a requirement, in no order. */
  entriesOf(requirement: Requirement): readonly ResolvedRequirement[] {
    return groupOf(this.#requirements, requirement);
  }

  /** Where requirements are written, each at one of its entries; without those that are not. */
  placesOf(requirements: Iterable<Requirement>): ReadonlyMap<Requirement, Entry<ResolvedRequirement>> {
    const entries = new Map<Requirement, ResolvedRequirement>();
    for (const requirement of requirements) {
      const [entry] = this.entriesOf(requirement);
      if (entry) entries.set(requirement, entry);
    }
    const places = this.places.of(entries.values());
    const found = new Map<Requirement, Entry<ResolvedRequirement>>();
    for (const [requirement, entry] of entries) {
      const place = places.get(entry);
      if (place) found.set(requirement, place);
    }
    return found;
  }

  /** Ids of requirements that the catalogue does not have, each once, as they are written. */
  unknownRequirements(): string[] {
    return [...this.#requirements.keys()].filter((key) => typeof key === 'string');
  }

  /** Entries of one requirement, where there are several, in file, then text order. */
  repeatedRequirements(): Entry<ResolvedRequirement>[][] {
    return this.#placed(this.#repeatedRequirements, this.#requirements);
  }

  /** The same of core-business scenarios. */
  repeatedCoreScenarios(): Entry<ResolvedScenario>[][] {
    return this.#placed(this.#repeatedScenarios, this.#coreScenarios);
  }

  #placed<T extends EntryValue>(keys: ReadonlySet<Key>, groups: ReadonlyMap<Key, readonly T[]>): Entry<T>[][] {
    return [...keys].map((key) => [...this.places.of(groupOf(groups, key)).values()].sort(inOrder));
  }

  #add(value: EntryValue): void {
    const fresh =
      'core' in value
        ? addTo(this.#coreScenarios, this.#repeatedScenarios, scenarioKey(value), value)
        : addTo(this.#requirements, this.#repeatedRequirements, requirementKey(value), value);
    if (fresh) this.#written = {};
  }

  #remove(value: EntryValue): void {
    const last =
      'core' in value
        ? removeFrom(this.#coreScenarios, this.#repeatedScenarios, scenarioKey(value), value)
        : removeFrom(this.#requirements, this.#repeatedRequirements, requirementKey(value), value);
    if (last) this.#written = {};
  }
}

function requirementKey({ requirement, facts }: ResolvedRequirement): Key {
  return requirement ?? facts.id.value;
}

function scenarioKey({ scenario, facts }: ResolvedScenario): Key {
  return scenario ?? normaliseId(facts.id.value);
}

function groupOf<T>(groups: ReadonlyMap<Key, readonly T[]>, key: Key): readonly T[] {
  return groups.get(key) ?? [];
}

/** @returns whether it is the first under its key */
function addTo<T>(groups: Map<Key, T[]>, repeated: Set<Key>, key: Key, value: T): boolean {
  const group = groups.get(key);
  if (group) {
    group.push(value);
    repeated.add(key);
  } else groups.set(key, [value]);
  return group === undefined;
}

/** @returns whether it was the last under its key */
function removeFrom<T>(groups: Map<Key, T[]>, repeated: Set<Key>, key: Key, value: T): boolean {
  const left = groupOf(groups, key).filter((one) => one !== value);
  if (left.length > 0) groups.set(key, left);
  else groups.delete(key);
  if (left.length < 2) repeated.delete(key);
  return left.length === 0;
}
