import type { TestIdentity } from '../regimes/regime';
import { shippedRegimes } from '../regimes/regime-rules';

/**
 * OIDs that say which kind of national health identity an identifier is, and whether it may be a real person's.
 * Source: FR Core profiles and CDA style sheets of ANS.
 */
export const insSystems = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  testNir: '1.2.250.1.213.1.4.10',
  demonstrationNir: '1.2.250.1.213.1.4.11',
  /** INS-C, computed before the qualified INS existed. */
  historical: '1.2.250.1.213.1.4.2',
} as const;

/** Systems under which no real person is registered. */
export const testInsSystems: ReadonlySet<string> = new Set([insSystems.testNir, insSystems.demonstrationNir]);

const allInsSystems: ReadonlySet<string> = new Set([
  insSystems.nir,
  insSystems.nia,
  insSystems.testNir,
  insSystems.demonstrationNir,
]);

/** Whether an OID says that a number is an INS (not one of the former, computed kind). */
export function isInsSystem(system: string): boolean {
  return allInsSystems.has(system);
}

const publicIdentities: ReadonlyMap<string, TestIdentity> = new Map(
  shippedRegimes.testIdentities.flatMap((identity) =>
    [identity.ins, ...(identity.anciens ?? [])].flatMap((ins) => (ins === undefined ? [] : [[ins, identity]])),
  ),
);

/** Whether an INS of 15 characters is one that is published for tests, under whatever OID. */
export function isPublicTestIns(ins: string): boolean {
  return publicIdentities.has(ins);
}

/** The OID under which test material shows a public test INS; undefined for another INS, or when it is not known. */
export function systemOfTestIns(ins: string): string | undefined {
  return publicIdentities.get(ins)?.oid;
}
