import { looseId, normaliseId } from './identifiers';

/** An entry, and whether it was found otherwise than by its own id, to the letter. */
export interface Found<T> {
  readonly entry: T;
  readonly byAlias: boolean;
}

/** Entries by exact id, by exact alias, then by tolerant forms. A nearer form wins over a looser one. */
export class NameTable<T> {
  readonly #exact = new Map<string, T[]>();
  readonly #alias = new Map<string, T[]>();
  readonly #normal = new Map<string, T[]>();
  readonly #normalAlias = new Map<string, T[]>();
  readonly #loose = new Map<string, T[]>();

  /** @param printed the id that the entry shares with others: it answers to it in every form, as they do */
  add(id: string, entry: T, aliases: readonly string[], printed?: string): void {
    put(this.#exact, id, entry);
    put(this.#normal, normaliseId(id), entry);
    put(this.#loose, looseId(id), entry);
    if (printed !== undefined) {
      put(this.#alias, printed, entry);
      put(this.#normal, normaliseId(printed), entry);
      put(this.#loose, looseId(printed), entry);
    }
    for (const alias of aliases) {
      put(this.#alias, alias, entry);
      put(this.#normalAlias, normaliseId(alias), entry);
    }
  }

  /** @param isNear tells apart entries that share the id; undefined is returned when it does not. */
  find(id: string, isNear: (entry: T) => boolean = () => false): Found<T> | undefined {
    const candidates = this.#candidates(id);
    const chosen = candidates.length > 1 ? candidates.filter(isNear) : candidates;
    const [entry] = chosen;
    if (entry === undefined || chosen.length > 1) return undefined;
    return { entry, byAlias: this.#exact.get(id)?.includes(entry) !== true };
  }

  /** The entries that share an id, when there are several. */
  rivals(id: string): readonly T[] {
    const candidates = this.#candidates(id);
    return candidates.length > 1 ? candidates : [];
  }

  /** Ids in the order in which they were added. */
  ids(): readonly string[] {
    return [...this.#exact.keys()];
  }

  #candidates(id: string): readonly T[] {
    const exact = this.#exact.get(id) ?? this.#alias.get(id);
    if (exact !== undefined) return exact;
    const normal = normaliseId(id);
    return this.#normal.get(normal) ?? this.#normalAlias.get(normal) ?? this.#loose.get(looseId(id)) ?? [];
  }
}

function put<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (!entries.includes(entry)) entries.push(entry);
}
