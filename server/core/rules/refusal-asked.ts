import type { ResolvedProof } from '../dossier/dossier';

const refusalWords =
  /rejet|refus|erreur|erron|[ée]chec|anomal|invalid(?!ation|er\b)|incorrect|non conforme|non valide|reject|error|fail|n[ée]gati|douteu|bloqu|\bA[ER]\b/i;

/** Texts of the REM that say what a proof is to show: its own, and those of its scenario and requirement. */
export function proseOf({ proof, scenario, parent }: ResolvedProof): readonly string[] {
  const texts = [
    proof?.expected,
    scenario?.name,
    scenario?.text,
    ...(scenario?.steps.map(({ text }) => text) ?? []),
    parent?.text,
  ];
  return texts.filter((text) => text !== undefined);
}

/** Whether a proof or its scenario speaks of an error, a rejection or a refusal: what failed may be what is asked for. */
export function asksForRefusal(proof: ResolvedProof): boolean {
  return proseOf(proof).some((text) => refusalWords.test(text));
}
