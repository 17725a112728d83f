import { builtInDomains } from '../catalogue/built-in-domains.generated';
import type { Domain } from '../catalogue/catalogue';

const otherDomain: Domain = { id: 'autre', name: 'Autre' };

const bySection = new Map(
  builtInDomains.flatMap(({ id, name, sections }) =>
    sections.map((section) => [section.toUpperCase().replaceAll('.', '/'), { id, name }]),
  ),
);

/** @returns the domain of this id, `otherDomain` for any other. */
export function domainById(id: string): Domain {
  const found = builtInDomains.find((domain) => domain.id === id);
  return found === undefined ? otherDomain : { id: found.id, name: found.name };
}

/** Prefix before the section: common base (`SC`, `CH`), software kind (`LGC`, `AMBU`), DRIMbox and medico-social. */
const prefix = /^(?:SC|CH|AMBU|DB|MS|LGC|SGL|RIS|DPI|PFI)\./;

/**
 * Domain of a requirement, from the section in its id (`SC.DMP/CONF.05` → `DMP/CONF` → dmp), then from the workbook's
 * section column. A section that is not listed goes with the one that holds it (`DMP/CONF` with `DMP`).
 */
export function domainOfSection(requirementId: string, sectionId?: string): Domain {
  if (/^EXI? (?:EDC )?PSC/i.test(requirementId)) return domainById('psc');
  // `INS/va1.56` has section INS: `/va1` only says which wave published it.
  const body = requirementId
    .toUpperCase()
    .replaceAll('_', '-')
    .replace(/\/VA\d+(?=\.)/, '');
  const section = /^(.*?)\.\d/.exec(body)?.[1] ?? body;
  const without = section.replace(prefix, '');
  const candidates = [without, section.replaceAll('.', '/')];
  if (sectionId !== undefined) candidates.push(sectionId.toUpperCase().replaceAll('_', '-'));
  for (const candidate of candidates) {
    const exact = bySection.get(candidate);
    if (exact !== undefined) return exact;
  }
  for (const candidate of candidates) {
    for (let holder = candidate; holder.includes('/');) {
      holder = holder.slice(0, holder.lastIndexOf('/'));
      const found = bySection.get(holder);
      if (found !== undefined) return found;
    }
  }
  return otherDomain;
}
