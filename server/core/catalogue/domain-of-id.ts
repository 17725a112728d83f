import type { Domain } from './catalogue';
import { builtInDomains } from './built-in-domains.generated';
import { normaliseId } from './identifiers';

/** A domain and the beginnings of the requirement ids that belong to it (`SSI/GEN`). */
export interface DomainSections extends Domain {
  readonly sections: readonly string[];
}

/** Prefixes that say for which software a requirement is written, not what it is about. */
const SOFTWARE_PREFIX = /^(?:AMBU|LGC|SGL|RIS|DPI|PFI)\.(?=[A-Z])/;

const bySection: ReadonlyMap<string, Domain> = new Map(
  builtInDomains.flatMap(({ id, name, sections }) => sections.map((section) => [section.toUpperCase(), { id, name }])),
);

/**
 * Domain of a requirement id or section name (`INS/va1.56`, `LGC.DMP/UX.10`, `SSI/GEN`), by its longest known beginning.
 * @returns undefined when the id begins like none that is known.
 */
export function domainOfId(id: string): Domain | undefined {
  let section = normaliseId(id).replace(SOFTWARE_PREFIX, '');
  for (;;) {
    const domain = bySection.get(section);
    if (domain !== undefined) return domain;
    const end = Math.max(section.lastIndexOf('.'), section.lastIndexOf('/'));
    if (end < 0) return undefined;
    section = section.slice(0, end);
  }
}
