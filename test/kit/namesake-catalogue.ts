import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { proof, requirement, scenario, smallCatalogue } from './small-catalogue';

const proofs = (suffix: string) => [
  proof(`A.01.01.01~${suffix}`, [], { printedId: 'A.01.01.01', expected: `Vidéo ${suffix}` }),
];

/**
 * A catalogue that prints every id twice: a requirement for two profiles, a scenario under both, a proof in both
 * scenarios and twice in one, a core-business scenario.
 */
export const namesakeCatalogue: Catalogue = {
  ...smallCatalogue,
  chapters: [{ name: 'Identité nationale de santé' }],
  requirements: [
    requirement('A.01~general', [scenario('A.01.01~general', proofs('general'), { printedId: 'A.01.01' })], {
      printedId: 'A.01',
    }),
    requirement(
      'A.01~bal-per-org',
      [scenario('A.01.01~bal-per-org', [...proofs('1a2b'), ...proofs('3c4d')], { printedId: 'A.01.01' })],
      { printedId: 'A.01', profiles: ['BAL PER-ORG'] },
    ),
  ],
  coreScenarios: [
    scenario('SCN.01~general', [proof('SCN.01.01')], { printedId: 'SCN.01', covers: ['A.01~general'] }),
    scenario('SCN.01~bal-per-org', [proof('SCN.01.02')], { printedId: 'SCN.01', covers: ['A.01~bal-per-org'] }),
  ],
};

/** A dossier with a piece for each of its proofs. */
export const namesakeDossier = `exigences:
  A.01~general:
    scenarios:
      A.01.01~general:
        preuves:
          A.01.01.01~general:
            - fichier: preuves/a.png
  A.01~bal-per-org:
    scenarios:
      A.01.01~bal-per-org:
        preuves:
          A.01.01.01~1a2b:
            - fichier: preuves/b.png
          A.01.01.01~3c4d:
            - lien: https://interop.referencement.esante.gouv.fr/x?id=1
scenarios:
  SCN.01~general:
    preuves: { SCN.01.01: [{ fichier: preuves/c.png }] }
  SCN.01~bal-per-org:
    preuves: { SCN.01.02: [{ fichier: preuves/d.png }] }
`;
