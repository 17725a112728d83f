import type { Requirement } from '../catalogue/catalogue';
import { longestId, type RegimeRules } from '../regimes/regime-rules';

/** True for what looks like an id (`INS/va1.56`, `SSI/GEN.02 BIS`, `EXI EDC PSC 102`), false for a title or a note. */
export function looksLikeId(text: string): boolean {
  return (
    text.length <= 40 && /^[A-Za-z][A-Za-z0-9/._ -]*$/.test(text) && /\d/.test(text) && text.split(' ').length <= 4
  );
}

/**
 * Scenarios and proofs are numbered after the requirement without its common-base prefix (`SC.PSC.01` → `PSC.01.01`).
 * Other prefixes are sometimes dropped and sometimes kept, so both forms are accepted and the id itself is used to derive.
 */
export function withoutBasePrefix(id: string): string {
  return id.replace(/^(?:SC|CH)\./, '');
}

/** True when `id` is numbered after `parent` as one of the regimes numbers. */
export function followsId(id: string, parent: string, { grammars }: RegimeRules): boolean {
  if (id.length > longestId || parent.length > longestId) return false;
  return grammars.some(({ dropped, tail }) => {
    const head = dropped === undefined ? parent : parent.replace(dropped, '');
    return head !== '' && id.startsWith(head) && tail.test(id.slice(head.length));
  });
}

/** @returns the first of `parent.NN`, from `from` on, that is not in `taken`. */
export function freeId(parent: string, from: number, taken: { has(id: string): boolean }): string {
  for (let n = Math.max(1, from); ; n++) {
    const id = `${parent}.${String(n).padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Finds the requirement that a step cites. Prefix and separators vary between the sheets of a workbook (`SC.DB/DPI.03`
 * for `DB/DPI.03`, `DB/CO.48` for `DB.CO.48`), but `DB.VI-CO.11` and `DB/VI-CO.11` may both exist: the nearest form wins,
 * and a form that fits several requirements fits none.
 */
export class ReferenceResolver {
  /** Ids by printed id: several where the REM prints one for several requirements, all of which are meant then. */
  readonly #ids = new Map<string, string[]>();
  readonly #forms = new Map<string, readonly string[]>();

  constructor(requirements: readonly Pick<Requirement, 'id' | 'printedId'>[]) {
    for (const { id, printedId = id } of requirements) {
      const known = this.#ids.get(printedId);
      if (known === undefined) this.#ids.set(printedId, [id]);
      else known.push(id);
    }
    for (const [printed, ids] of this.#ids) {
      for (const form of new Set([`near ${nearForm(printed)}`, `far ${farForm(printed)}`])) {
        this.#forms.set(form, this.#forms.has(form) ? [] : ids);
      }
    }
  }

  /** @returns the ids of the requirements that are meant, as the catalogue writes them; none when it is not known */
  resolve(reference: string): readonly string[] {
    const exact = this.#ids.get(reference);
    if (exact !== undefined) return exact;
    const bare = reference.replace(/^(?:SC|CH|[A-Z]{2,4})\./, '');
    return (
      this.#forms.get(`near ${nearForm(reference)}`) ??
      this.#forms.get(`near ${nearForm(bare)}`) ??
      this.#forms.get(`far ${farForm(reference)}`) ??
      []
    );
  }
}

function nearForm(id: string): string {
  return id.toUpperCase().replaceAll('_', '-').replace(/\s+/g, '');
}

function farForm(id: string): string {
  return nearForm(id).replaceAll('/', '.');
}
