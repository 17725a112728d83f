// The page of the faults that test/domain/seeded-faults.test.ts plants, from the same list.
import { importTypeScript } from '../import-typescript.mjs';

const output = 'docs/seeded-faults.md';

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const { seededFaults, seededFaultsPage } = await importTypeScript('test/kit/seeded/seeded-faults.ts');
  return new Map([[output, seededFaultsPage(seededFaults)]]);
}
