/** What the words of a proof say about when it is expected. */
export interface ProofCase {
  /** Inside of the `[Si …]` that opens the text. */
  readonly condition?: string;
  /** `CAS 1`, where the text opens with it and names no other case. */
  readonly openingCase?: string;
  /** The text names several cases or conditions, or sends some products to another proof. */
  readonly dependsOnCase: boolean;
}

/** Only capitals: `CAS 1` announces a case of the product, `cas n°1` a run of the same scenario, to be shown too. */
const caseLabel = /\bCAS\s*(?:N°\s*)?(\d{1,2})\b/g;
const bracketedCondition = /\[\s*((?:Si|SI|si)\s[^\]]+?)\s*\]/g;
const elsewhere = /\bpour le cas d['’]une? [^\n.]*\bveuillez déposer la preuve\b/i;

export function guessProofCase(expected: string): ProofCase {
  const conditions = [...expected.matchAll(bracketedCondition)];
  const cases = new Set([...expected.matchAll(caseLabel)].map((match) => match[1]));
  const [first] = conditions;
  const single = first !== undefined && conditions.length === 1 && expected.slice(0, first.index).trim() === '';
  const opening = /^\s*CAS\s*(?:N°\s*)?(\d{1,2})\b/.exec(expected)?.[1];
  return {
    ...(single && first[1] !== undefined ? { condition: first[1] } : {}),
    ...(opening !== undefined && cases.size === 1 ? { openingCase: `CAS ${opening}` } : {}),
    dependsOnCase:
      cases.size > 0 || conditions.length > 1 || (first !== undefined && !single) || elsewhere.test(expected),
  };
}

/** What decides whether the scenarios of a requirement are alternatives. */
export interface AlternativesInput {
  readonly text: string | undefined;
  readonly scenarios: readonly { readonly proofs: readonly { readonly expected: string }[] }[];
}

const counts: Readonly<Record<string, number>> = { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6 };

/**
 * True when one scenario of the requirement is enough. Said by the text, never by the id, and only when both agree:
 * the statement asks for "au moins l'une des N modalités" (or "une modalité parmi"), and either there are exactly N
 * scenarios, or every scenario has a proof that names itself as one of several by sending the other cases to another
 * proof. Anything less clear leaves every scenario expected.
 */
export function scenariosAreAlternatives({ text, scenarios }: AlternativesInput): boolean {
  if (text === undefined || scenarios.length < 2) return false;
  const asked =
    /\b(?:au moins )?(?:par )?(?:l['’]une?|une?) des (?:(\d+|deux|trois|quatre|cinq|six) )?(?:modalités|modes|solutions)\b/i.exec(
      text,
    ) ?? /\bune (?:seule )?(?:des )?modalités? parmi\b/i.exec(text);
  if (asked === null) return false;
  const written = asked[1]?.toLowerCase();
  const count = written === undefined ? undefined : (counts[written] ?? Number(written));
  if (count === scenarios.length) return true;
  return scenarios.every((scenario) => scenario.proofs.some((proof) => elsewhere.test(proof.expected)));
}

/** Name of a scenario, where a line of its text is one (`Scénario - mode web`). */
export function guessScenarioName(text: string): string | undefined {
  const name =
    /^Scénario\s*[-–:]\s*(.{3,160}?)(?=\s*(?:\n|$|\*|Vérifie\b|Vérifier l|Prérequis|Pré-requis|Etapes?\b|Étapes?\b))/mu.exec(
      text,
    )?.[1];
  return name?.trim().replace(/[\s:]+$/, '');
}
