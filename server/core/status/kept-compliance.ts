import type { Requirement } from '../catalogue/catalogue';
import type { Entry, ResolvedRequirement } from '../dossier/dossier';
import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from './compliance';

/** All that the state of a requirement rests on, beside the requirement itself. */
export interface ComplianceBasis {
  readonly entries: readonly Entry<ResolvedRequirement>[];
  readonly profiles: ReadonlySet<string>;
  /** Effects of findings, and states of the core-business scenarios that cover it. */
  readonly outside: string;
}

interface Kept {
  readonly basis: ComplianceBasis;
  readonly state: RequirementCompliance;
}

/** The states of the requirements of one dossier, kept from one edit to the next. */
export class KeptCompliance {
  readonly #kept = new WeakMap<Requirement, Kept>();

  /** @param compute called when something that the state rests on changed */
  requirement(
    requirement: Requirement,
    basis: ComplianceBasis,
    compute: () => RequirementCompliance,
  ): RequirementCompliance {
    const before = this.#kept.get(requirement);
    if (before && sameMeaning(before.basis, basis)) {
      if (samePlaces(before.basis, basis)) return before.state;
      const [only, ...others] = basis.entries;
      if (only && others.length === 0) return this.#keep(requirement, basis, movedTo(only, before.state));
    }
    return this.#keep(requirement, basis, compute());
  }

  #keep(requirement: Requirement, basis: ComplianceBasis, state: RequirementCompliance): RequirementCompliance {
    this.#kept.set(requirement, { basis, state });
    return state;
  }
}

function sameMeaning(a: ComplianceBasis, b: ComplianceBasis): boolean {
  return (
    a.profiles === b.profiles &&
    a.outside === b.outside &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => entry.value === b.entries[index]?.value)
  );
}

function samePlaces(a: ComplianceBasis, b: ComplianceBasis): boolean {
  return a.entries.every(({ uri, base }, index) => base === b.entries[index]?.base && uri === b.entries[index].uri);
}

/** The same state of an entry that only stands elsewhere now. */
function movedTo(entry: Entry<ResolvedRequirement>, state: RequirementCompliance): RequirementCompliance {
  const { uri, base } = entry;
  const proof = (one: ProofCompliance): ProofCompliance =>
    one.entry ? { ...one, entry: { uri, base, value: one.entry.value } } : one;
  const scenario = (one: ScenarioCompliance): ScenarioCompliance => ({
    ...one,
    ...(one.entry ? { entry: { uri, base, value: one.entry.value } } : {}),
    proofs: one.proofs.map(proof),
  });
  return { ...state, entries: [entry], scenarios: state.scenarios.map(scenario) };
}
