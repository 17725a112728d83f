import { manifest } from './dossier-kit';

/** A manifest with these pieces of evidence (YAML list items, one line each) under one proof of the small catalogue. */
export function evidenceOf(proof: string, ...items: readonly string[]): string {
  const scenario = proof.slice(0, -3);
  const requirement = scenario.slice(0, -3);
  return manifest(`exigences:
  ${requirement}:
    scenarios:
      ${scenario}:
        preuves:
          ${proof}:
${items.map((item) => `            - ${item}\n`).join('')}`);
}

/** A manifest with one piece of evidence under a proof that expects a screenshot. */
export function cites(path: string): string {
  return evidenceOf('INS/va1.56.01.01', `fichier: ${path}`);
}

/** A requirement and a scenario that do not apply, with their statements. */
export function notApplicable(requirementPath: string, scenarioPath: string): string {
  return manifest(`exigences:
  SSI/GEN.06:
    non_applicable: { justification: Non., declaration: ${requirementPath} }
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        non_applicable: { justification: Non., declaration: ${scenarioPath} }
`);
}
