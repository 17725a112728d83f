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

/** A person whom ANS or CNDA made up for tests. */
export interface TestIdentity {
  /** 15 characters; absent when only the name is published. */
  readonly ins?: string;
  /** Other INS that the INSi teleservice gives for this person (history). */
  readonly formerIns?: readonly string[];
  /** Birth name, in capitals. */
  readonly family: string;
  /** Birth first names, in capitals. */
  readonly given: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** OID under which test material shows the INS: INSi answers give its own test patients the OID of production. */
  readonly system?: string;
  readonly source: string;
}

const templates = 'https://github.com/ansforge/hl7V2-exemples';
const insiClient = 'virtual mode of the public npm package insi-client';
const cdaExamples = 'https://github.com/ansforge/TestContenuCDA-3-0';
const insi = { system: insSystems.nir, source: insiClient };

/** The public test identities. A person not listed is not thereby real. */
export const testIdentities: readonly TestIdentity[] = [
  {
    ins: '279035121518989',
    family: 'PAT-TROIS',
    given: 'DOMINIQUE MARIE-LOUISE',
    birthDate: '1979-03-28',
    system: insSystems.testNir,
    source: templates,
  },
  {
    ins: '109076322083489',
    formerIns: ['209076322083439', '209066322012355'],
    family: 'ECETINSI',
    given: 'PIERRE-ALAIN MURIEL FLORIANT',
    birthDate: '2009-07-14',
    ...insi,
  },
  { ins: '275126322074974', family: 'ADRUN', given: 'ZOE', birthDate: '1975-12-31', ...insi },
  { ins: '180032B02040123', family: 'CORSE', given: 'ANTHONY', birthDate: '1980-03-02', ...insi },
  { ins: '110086322083060', family: 'NESSI', given: 'MICHELANGELO ANTHONY', birthDate: '2010-08-07', ...insi },
  { ins: '236066322083656', family: 'TCHITCHI', given: 'CATARINA BELLA', birthDate: '1936-06-21', ...insi },
  { ins: '277076322082910', family: 'NESSI', given: 'RUTH ISABELLE', system: insSystems.nir, source: cdaExamples },
  // ANS wrote these two with a wrong key (04 and 65).
  { ins: '223042545611482', family: 'DECOURCY', given: 'RUTH ISABELLE', system: insSystems.nir, source: cdaExamples },
  { ins: '276059205062883', family: 'DECOURCY', given: 'MARIE', system: insSystems.nir, source: cdaExamples },
  { family: 'HOUILLES', given: 'PIERRE PAUL JACQUES', birthDate: '1993-01-27', source: insiClient },
  { family: 'DE VINCI', given: 'RUTH', birthDate: '1976-07-14', source: insiClient },
  { family: "D'AEION", given: 'COEUR', source: insiClient },
  { family: "D'ARTAGNAN DE L'HERAULT", given: 'PIERRE-ALAIN', source: insiClient },
  { family: 'HERMAN', given: 'GATIEN', source: insiClient },
  { family: 'NESSI', given: 'RUTH', source: insiClient },
  // Patient Manager's identity that is not qualified (Gazelle cases CI-SIS-HL7V2-Cons_identite).
  { family: 'PERRIN', given: 'LUCILE', source: 'https://github.com/ansforge/segur-squash-plugins' },
];

const publicIdentities: ReadonlyMap<string, TestIdentity> = new Map(
  testIdentities.flatMap((identity) =>
    [identity.ins, ...(identity.formerIns ?? [])].flatMap((ins) => (ins === undefined ? [] : [[ins, identity]])),
  ),
);

/** Whether an INS of 15 characters is one that is published for tests, under whatever OID. */
export function isPublicTestIns(ins: string): boolean {
  return publicIdentities.has(ins);
}

/** The OID under which test material shows a public test INS; undefined for another INS, or when it is not known. */
export function systemOfTestIns(ins: string): string | undefined {
  return publicIdentities.get(ins)?.system;
}
