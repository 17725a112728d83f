import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../../server/core/catalogue/catalogue';

/** A proof with the least that a test has to say. */
export function proof(id: string, types: readonly string[] = [], more: Partial<ExpectedProof> = {}): ExpectedProof {
  return { id, expected: `Pièce attendue pour ${id}`, types, testCases: [], ...more };
}

export function scenario(id: string, proofs: readonly ExpectedProof[], more: Partial<Scenario> = {}): Scenario {
  return {
    id,
    steps: [{ text: `Dérouler ${id}`, covers: [] }],
    covers: [],
    profiles: [],
    mode: 'tous',
    mandatory: true,
    proofs,
    ...more,
  };
}

export function requirement(id: string, scenarios: readonly Scenario[], more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    waveOneIds: [],
    domain: 'ins',
    chapter: 'Identité nationale de santé',
    profiles: ['Général'],
    nature: 'EXIGENCE',
    text: `Énoncé de ${id}`,
    fingerprint: '0badcafe',
    confidence: 'vu',
    scenarios,
    ...more,
  };
}

/**
 * A catalogue with one of each: plain, two scenarios, alternatives, cases, condition, other profile, préconisation,
 * unknown nature, core-business scenario, alias ids.
 */
export const smallCatalogue: Catalogue = {
  dispositif: { id: 'MDV-LGC-Va2', name: 'Logiciel de gestion de cabinet, vague 2', wave: 2 },
  state: 'complet',
  domains: [
    { id: 'ins', name: 'Identité nationale de santé' },
    { id: 'psc', name: 'Pro Santé Connect' },
    { id: 'securite', name: 'Sécurité du système' },
    { id: 'drimbox', name: 'DRIMbox' },
  ],
  chapters: [
    { name: 'Identité nationale de santé' },
    { name: 'Pro Santé Connect' },
    { name: 'Sécurité du système' },
    { name: 'DRIMbox' },
  ],
  profiles: ['Général', 'BAL PER-ORG', 'IAM'],
  requirements: [
    requirement(
      'INS/va1.56',
      [
        scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', ['capture_ecran'])]),
        scenario('INS/va1.56.02', [
          proof('INS/va1.56.02.01', ['video']),
          proof('INS/va1.56.02.02', ['lien_permanent_gazelle'], { testCases: ['CI-SIS-HL7V2-Cons_identite_INS'] }),
        ]),
      ],
      { socleId: 'SC.INS/va1.56', waveOneIds: ['LGC.INS.01'], fingerprint: '3f9a1c20' },
    ),
    requirement('INS/va1.30', [scenario('INS/va1.30.01', [proof('INS/va1.30.01.01')])], { nature: 'PRECONISATION' }),
    requirement(
      'PSC.01',
      [
        scenario('PSC.01.01', [proof('PSC.01.01.01', ['video'])], { mode: 'au_moins_un' }),
        scenario('PSC.01.02', [proof('PSC.01.01.02', ['video'], { atypicalId: true })], { mode: 'au_moins_un' }),
      ],
      { socleId: 'SC.PSC.01', domain: 'psc', chapter: 'Pro Santé Connect' },
    ),
    requirement(
      'SSI/GEN.06',
      [
        scenario('SSI/GEN.06.01', [
          proof('SSI/GEN.06.01.01', ['certificat_hds'], { case: 'CAS 1' }),
          proof('SSI/GEN.06.01.02', ['attestation_honneur'], { case: 'CAS 2' }),
        ]),
      ],
      { domain: 'securite', chapter: 'Sécurité du système' },
    ),
    requirement(
      'SSI/GEN.07',
      [
        scenario('SSI/GEN.07.01', [
          proof('SSI/GEN.07.01.01', ['formulaire_test_intrusion_passi']),
          proof('SSI/GEN.07.01.02', [], { condition: 'Si hébergement' }),
        ]),
      ],
      { domain: 'securite', chapter: 'Sécurité du système' },
    ),
    requirement('SSI/IAM.83', [scenario('SSI/IAM.83.01', [proof('SSI/IAM.83.01.01', ['video'])])], {
      profiles: ['IAM'],
      domain: 'securite',
      chapter: 'Sécurité du système',
    }),
    requirement(
      'MSS/CONF.14',
      [scenario('MSS/CONF.14.01', [proof('MSS/CONF.14.01.01', ['identifiant_execution_mssante'])])],
      { profiles: ['BAL PER-ORG'] },
    ),
    requirement('SC.DMP/UX.51', [], { nature: 'INCONNUE', profiles: [], confidence: 'cite' }),
    requirement('CO.48', [], { domain: 'drimbox', chapter: 'DRIMbox' }),
  ],
  coreScenarios: [
    scenario('SCN_DB/CO.01', [proof('SCN_DB/CO.01.01.01', ['log'], { step: 'SCN_DB/CO.01.01' })], {
      covers: ['CO.48'],
      steps: [{ id: 'SCN_DB/CO.01.01', text: 'Appel contextuel', covers: ['CO.48'] }],
      profiles: ['Général'],
    }),
  ],
};
