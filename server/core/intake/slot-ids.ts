import { closestIds } from '../catalogue/closest-ids';
import { comparable } from '../catalogue/id-in-name';
import { namesOf, type Slot } from '../attach/slots';
import type { IdRole, KnownIds } from './tracking-sheet';

/** Ids of the slots, their scenarios and requirements, as the catalogue and as ANS writes them. */
export class SlotIds implements KnownIds {
  readonly #ids: Readonly<Record<IdRole, Map<string, string>>> = {
    preuve: new Map(),
    scenario: new Map(),
    exigence: new Map(),
  };
  /** By what is left of an id without its separators; undefined where that may be two. */
  readonly #loose: Readonly<Record<IdRole, Map<string, string | undefined>>> = {
    preuve: new Map(),
    scenario: new Map(),
    exigence: new Map(),
  };

  /** Requirements by their ids of wave 1. */
  readonly #waveOne = new Map<string, Set<string>>();

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) {
      const names = namesOf(slot);
      for (const id of names.proof) this.#add('preuve', id);
      for (const id of names.scenario) this.#add('scenario', id);
      for (const id of names.requirement) this.#add('exigence', id);
      for (const id of slot.known?.requirement?.waveOneIds ?? []) {
        const now = this.#waveOne.get(looseId(id)) ?? new Set();
        this.#waveOne.set(looseId(id), now.add(slot.requirement ?? slot.scenario));
      }
    }
  }

  find(role: IdRole, word: string): string | undefined {
    const plain = word.trim();
    if (this.#ids[role].has(plain.toLowerCase())) return plain;
    return this.#loose[role].get(looseId(word));
  }

  near(role: IdRole, word: string): readonly string[] {
    // What wave 1 called so may be asked otherwise now: it is offered, and not taken.
    const now = this.#waveOne.get(looseId(word));
    return now ? [...now] : closestIds(word.trim(), new Set(this.#ids[role].values()));
  }

  #add(role: IdRole, id: string): void {
    this.#ids[role].set(id.toLowerCase(), id);
    const key = looseId(id);
    const before = this.#loose[role].get(key);
    const isOther = this.#loose[role].has(key) && before?.toLowerCase() !== id.toLowerCase();
    this.#loose[role].set(key, isOther ? undefined : id);
  }
}

/** `INS-va1.56.01.01`, `« INS / va1.56.01.01 ».` and what a spreadsheet program makes of them. */
function looseId(word: string): string {
  const bare = word.normalize('NFKC').replaceAll(/[\u200b\ufeff"'’«»“”()[\]]+/gu, '');
  const joined = bare.replaceAll(/(?:(?<!\s)\s+)?([/\\_:.-])\s*/g, '$1').trim();
  return comparable(joined.replace(/(?<![.:])[.:]+$/, ''));
}
