import type { Slot } from '../attach/slots';
import type { Dossier, ResolvedScenario } from '../dossier/dossier';
import type { FollowUpFacts } from '../manifest/follow-up-facts';

export type FollowLevel = 'proof' | 'scenario' | 'requirement';
export type FollowField = 'responsable' | 'pour_le' | 'travail';

/** What a cell of `suivi` is of: the proof of a slot, its scenario or its requirement. */
export interface FollowTarget {
  readonly level: FollowLevel;
  readonly slot: Slot;
}

/** What `suivi` says in a dossier, without what is inherited. */
export class FollowUps {
  readonly #values = new Map<string, string>();

  constructor(dossier: Dossier) {
    for (const { value } of dossier.requirements) {
      const requirement = value.requirement?.id ?? value.facts.id.value;
      this.#add([requirement], value.facts.followUp);
      for (const scenario of value.scenarios) this.#addScenario(scenario, requirement);
    }
    for (const { value } of dossier.coreScenarios) this.#addScenario(value, '');
  }

  of(target: FollowTarget, field: FollowField): string | undefined {
    return this.#values.get(keyOf(idsOf(target), field));
  }

  /** Takes in what was decided, so that the next one of the same kind is seen as there. */
  set(target: FollowTarget, field: FollowField, value: string): void {
    this.#values.set(keyOf(idsOf(target), field), value);
  }

  #addScenario({ scenario, facts, proofs }: ResolvedScenario, requirement: string): void {
    const id = scenario?.id ?? facts.id.value;
    this.#add([requirement, id], facts.followUp);
    for (const one of facts.proofFollowUps ?? []) {
      const proof = proofs.find(({ facts: own }) => own.id.value === one.proof.value)?.proof?.id ?? one.proof.value;
      this.#add([requirement, id, proof], one);
    }
  }

  #add(ids: readonly string[], follow: FollowUpFacts | undefined): void {
    const values: readonly [FollowField, string | undefined][] = [
      ['responsable', follow?.responsible?.value],
      ['pour_le', follow?.dueOn?.value],
      ['travail', follow?.work?.value],
    ];
    for (const [field, value] of values) if (value !== undefined) this.#values.set(keyOf(ids, field), value);
  }
}

/** The id of what a cell is about. */
export function subjectId({ level, slot }: FollowTarget): string {
  return slot[level] ?? slot.proof;
}

function idsOf({ level, slot: { requirement = '', scenario, proof } }: FollowTarget): readonly string[] {
  if (level === 'requirement') return [requirement];
  return level === 'scenario' ? [requirement, scenario] : [requirement, scenario, proof];
}

function keyOf(ids: readonly string[], field: FollowField): string {
  return JSON.stringify([...ids, field]);
}
