/** What a platform of the test environment is for. */
export type PlatformUse = 'free-tests' | 'wave-1' | 'referencing' | 'mssante';

/**
 * Platforms where a report or an execution that a dossier cites may stand.
 * Source: public working tables of ANS (free tests, wave 1, MSSanté tool) and its FAQ for vendors (referencing).
 */
const platforms: ReadonlyMap<string, PlatformUse> = new Map([
  ['interop.esante.gouv.fr', 'free-tests'],
  ['interopsegur.esante.gouv.fr', 'wave-1'],
  ['interop.referencement.esante.gouv.fr', 'referencing'],
  ['tests-editeur.espacedeconfiance.mssante.fr', 'mssante'],
]);

/** The platform for the proofs of a dispositif of wave 2. */
export const referencingHost = 'interop.referencement.esante.gouv.fr';

export function platformUse(host: string): PlatformUse | undefined {
  return platforms.get(host);
}
