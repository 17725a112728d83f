import { groupOf } from '../text/group-of';
import { factWords, freeWords } from '../catalogue/optional-words';

/** What the words of a proof say about when it is expected. */
export interface ProofCase {
  /** Inside of the `[Si …]` that opens the text, or the words that make the whole of it conditional (`Si besoin`). */
  readonly condition?: string;
  /** Words make a part of it conditional, not the whole. */
  readonly partly?: true;
  /** `CAS 1`, where the text opens with it and names no other case. */
  readonly openingCase?: string;
  /** The text names several cases or conditions, or sends some products to another proof. */
  readonly dependsOnCase: boolean;
}

/** Only capitals: `CAS 1` announces a case of the product, `cas n°1` a run of the same scenario, to be shown too. */
const caseLabel = /\bCAS\s*(?:N°\s*)?(\d{1,2})\b/g;
/** A condition is a sentence: what goes on for more than 2,000 characters without its bracket is none. */
const bracketedCondition = /\[\s*((?:Si|SI|si)\s[^\]]{1,2000})\]/g;
const elsewhere = /\bpour le cas d['’]une? [^\n.]*\bveuillez déposer la preuve\b/i;

/** Words that make what they stand with optional, or dependent on something that the catalogue does not know. */
const optional = `${freeWords}|${factWords}`;

/** The words that open a text, brackets and bullets aside: `Si besoin, …`, `(Facultatif) …`, `[Le cas échéant] …`. */
const openingOptional = new RegExp(`^[\\s\\-*•–(\\[]*((?:${optional})(?![\\p{L}]))\\s*[)\\]]?\\s*[,:;–-]?\\s*`, 'iu');
/** `Preuve facultative : …`, `(Pièce optionnelle) …`: words about the proof itself, told apart from what is asked. */
const openingLabel = new RegExp(
  `^[\\s\\-*•–(\\[]*(?:preuve|pi[eè]ce|document|justificatif|[ée]l[ée]ment|livrable)s?\\s+(?:à fournir\\s+)?((?:${optional})s?(?![\\p{L}]))\\s*(?:[)\\]]\\s*[,:;–-]?|[:;,–-](?=\\s)|[:;,]?$)\\s*`,
  'iu',
);
/** A clause that opens a text and is told apart from what is asked: `Si modalité web : vidéo`, `(Si modalité web) Vidéo`. */
const openingClause =
  /^[\s\-*•–]*(?:[([]\s*(si\s[^\n)\]]{3,160}?)\s*[)\]]\s*[:,;–-]?(?:\s|$)|(?:\(\s*)?(si\s[^\n:,]{3,160}?)\s*(?::(?:\s|$)|,\s|\s[–—-]\s))/iu;
/** A modality that opens a text: `Modalité CIBA : film`, `(Pour la modalité web) film`. `Modalité de dépôt` is a title. */
const openingModality =
  /^[\s\-*•–]*(?:[([]\s*)?((?:(?:pour|en|dans|avec|cas de)\s+)?(?:(?:le )?cas de )?(?:la |une )?modalit[ée]\s+(?!d['’]|d(?:e|es|u)\s)(?=\S)[^\n:,)\]]{2,80}?)\s*(?:[)\]]\s*[:,;–-]?(?:\s|$)|:(?:\s|$)|,\s|\s[–—-]\s)/iu;
/**
 * Such a clause makes a proof conditional only where it speaks of what the product is or offers. `Si le patient est inconnu`
 * sets a scene that is to be shown: taken for a condition, it would let a proof be left out.
 */
const ofProduct =
  /modalit[ée]s?(?!\p{L})|(?:syst[èe]me|logiciel|solution|produit|[ée]diteur|industriel|candidat|fournisseur)(?!\p{L}).{0,40}\s(?:g[èe]re|propose|dispose|utilise|permet|comporte|embarque|int[èe]gre|impl[ée]mente|prend en charge|h[ée]berge|requiert|offre|est (?:web|une? |en mode|h[ée]berg)|n['’](?:est|a|utilise|h[ée]berge|int[èe]gre|offre) |ne (?:g[èe]re|propose|dispose|permet|comporte|prend))/iu;
/** The same words behind a text that asks for one thing. */
const closingOptional = new RegExp(
  `(?<![\\s,(\\[])[\\s,(\\[]+((?:${optional}))\\s*(?:[)\\]]\\s*)?(?:[.;]\\s*)?$`,
  'iu',
);
const severalThings = /[,;:]|\b(?:et|ou|puis|ainsi que)\b/iu;
/**
 * Words that go from the proof to what is to be seen in it. `Vidéo montrant l’alerte, le cas échéant` asks for a film: the
 * alert may be missing from it.
 */
const whatIsShown =
  /(?<!\p{L})(?:\p{L}{2,}ant(?:e?s?)|qui|que|qu['’]\p{L}*|dont|où|(?:des?|la|le)quel\p{L}*|lesquel\p{L}*|auquel|avec|y compris|lors|quand|lorsque?|pour|permet\p{L}*|montre\p{L}*|affiche\p{L}*|prouve\p{L}*)(?!\p{L})/iu;
const openings = [openingOptional, openingLabel, openingClause, openingModality];
const listed = /^\s*(?:[-*•–]|\d{1,2}\s*[.)])/;

/** The condition that the words of a text put on the whole of it; `partly` where a part of it stands without. */
function wordedCondition(expected: string): { readonly condition?: string; readonly partly?: true } {
  const [first = '', ...rest] = expected.split('\n').filter((line) => line.trim() !== '');
  const word = (openingOptional.exec(first) ?? openingLabel.exec(first))?.[1]?.trim();
  const clause = openingClause.exec(first);
  const said = clause ?? openingModality.exec(first);
  const opening = word ?? (said?.[1] ?? said?.[2])?.trim();
  if (opening !== undefined) {
    if (word === undefined && clause !== null && !ofProduct.test(opening)) return { partly: true };
    // Lines of a list go on with what was begun; another line may ask for something without condition.
    // A second sentence may ask for something without condition.
    if (/[.;]\s+\p{Lu}/u.test(first)) return { partly: true };
    // With nothing else on the line of the condition, it is about the line under it.
    const alone = said?.[0].length === first.length || openingLabel.exec(first)?.[0].length === first.length;
    const all =
      (alone && rest.length === 1) || rest.every((line) => [listed, ...openings].some((pattern) => pattern.test(line)));
    return all ? { condition: opening } : { partly: true };
  }
  const closing = rest.length === 0 ? closingOptional.exec(first) : null;
  if (closing === null) return {};
  // `A et B, le cas échéant`: it may be said of the last thing only.
  const before = first.slice(0, closing.index);
  return severalThings.test(before) || whatIsShown.test(before) ? { partly: true } : { condition: groupOf(closing, 1) };
}

export function guessProofCase(expected: string): ProofCase {
  const conditions = [...expected.matchAll(bracketedCondition)];
  const cases = new Set([...expected.matchAll(caseLabel)].map((match) => match[1]));
  const [first] = conditions;
  const single = first !== undefined && conditions.length === 1 && expected.slice(0, first.index).trim() === '';
  const opening = /^\s*CAS\s*(?:N°\s*)?(\d{1,2})\b/.exec(expected)?.[1];
  const worded = conditions.length === 0 && cases.size === 0 ? wordedCondition(expected) : {};
  return {
    ...(single && first[1] !== undefined ? { condition: first[1].trimEnd() } : {}),
    ...worded,
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
    /^Scénario\s*[-–:]\s*(?=\S)(.{3,160}?)(?=\s*(?:\n|$|\*|Vérifie\b|Vérifier l|Prérequis|Pré-requis|Etapes?\b|Étapes?\b))/mu.exec(
      text,
    )?.[1];
  return name?.trim().replace(/(?<![\s:])[\s:]+$/, '');
}
