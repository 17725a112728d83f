import type { NextPlaceParams } from '../../protocol/requests/next-place';

/** A table in a tab, as commands see it. */
interface OpenTable {
  /** It has the keyboard, as far as VS Code's tabs say. */
  readonly isActive: boolean;
  /** Moves to the next or previous row that wants something. */
  readonly go: (what: NextPlaceParams['what'], direction: NextPlaceParams['direction']) => void;
}

/** The tables that are open: commands of the whole window find the one that the user is at. */
export class ActiveTables {
  readonly #tables = new Set<OpenTable>();

  add(table: OpenTable): void {
    this.#tables.add(table);
  }

  remove(table: OpenTable): void {
    this.#tables.delete(table);
  }

  /** @returns whether a table is active, and was told */
  go(what: NextPlaceParams['what'], direction: NextPlaceParams['direction']): boolean {
    const table = [...this.#tables].find(({ isActive }) => isActive);
    table?.go(what, direction);
    return table !== undefined;
  }
}
