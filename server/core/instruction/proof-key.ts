/** Tells a proof from all the others of a dossier: proof ids alone are not unique in every REM. Catalogue ids. */
export function proofKey(scenario: string, proof: string): string {
  return `${scenario}\n${proof}`;
}
