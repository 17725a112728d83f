import type { ViewPlace } from '../../../protocol/view-place';
import type { Analysis } from '../../core/engine/analyse';
import type { Target } from '../../core/report/table';
import type { ScenarioCompliance } from '../../core/status/compliance';
import type { OffsetRange } from '../../core/text/offset-range';
import type { Places } from '../compliance/places';

interface Written {
  readonly uri: string;
  readonly base: number;
  readonly value: { readonly facts: { readonly id: { readonly range: OffsetRange } } };
}

/** Where the manifests speak of an entry of the catalogue: at it, else at what it stands under, else where it would go. */
export class EntryPlaces {
  readonly #places: Places;
  readonly #written = new Map<string, Written>();
  readonly #sections = new Map<'exigences' | 'scenarios', ViewPlace>();

  constructor(analysis: Analysis, places: Places) {
    this.#places = places;
    const { dossier } = analysis;
    const state = analysis.compliance();
    for (const { requirements } of state?.chapters ?? []) {
      for (const { requirement, entries, scenarios } of requirements) {
        this.#put(entries[0], requirement.id);
        for (const one of scenarios) this.#scenario(one, requirement.id);
      }
    }
    for (const one of state?.coreScenarios ?? []) this.#scenario(one, undefined);
    // What no catalogue knows, and what counts for nothing, is written all the same.
    for (const entry of dossier.requirements) {
      const { facts, scenarios } = entry.value;
      this.#put(entry, facts.id.value);
      for (const scenario of scenarios) this.#facts(entry, facts.id.value, scenario);
    }
    for (const entry of dossier.coreScenarios) this.#facts(entry, undefined, entry.value);
  }

  of({ requirement, scenario, proof }: Extract<Target, { readonly kind: 'entry' }>): ViewPlace {
    const found = [keyOf(requirement, scenario, proof), keyOf(requirement, scenario), keyOf(requirement)]
      .map((key) => this.#written.get(key))
      .find((one) => one !== undefined);
    if (found) return this.#places.at(found.uri, found.base, found.value.facts.id.range);
    const section = requirement === undefined ? 'scenarios' : 'exigences';
    const place = this.#sections.get(section) ?? this.#places.section(section);
    this.#sections.set(section, place);
    return place;
  }

  #scenario({ scenario, entry, proofs }: ScenarioCompliance, requirement: string | undefined): void {
    this.#put(entry, requirement, scenario.id);
    for (const one of proofs) this.#put(one.entry, requirement, scenario.id, one.proof.id);
  }

  /** @param entry tells file and base of what stands in it */
  #facts(
    { uri, base }: Omit<Written, 'value'>,
    requirement: string | undefined,
    scenario: Written['value'] & {
      readonly facts: { readonly id: { readonly value: string } };
      readonly proofs: readonly (Written['value'] & { readonly facts: { readonly id: { readonly value: string } } })[];
    },
  ): void {
    const id = scenario.facts.id.value;
    this.#put({ uri, base, value: scenario }, requirement, id);
    for (const proof of scenario.proofs) this.#put({ uri, base, value: proof }, requirement, id, proof.facts.id.value);
  }

  /** The first that is told stays. */
  #put(entry: Written | undefined, ...ids: readonly (string | undefined)[]): void {
    const key = keyOf(...ids);
    if (entry && !this.#written.has(key)) this.#written.set(key, entry);
  }
}

function keyOf(...ids: readonly (string | undefined)[]): string {
  const [requirement = null, scenario = null, proof = null] = ids;
  return JSON.stringify([requirement, scenario, proof]);
}
