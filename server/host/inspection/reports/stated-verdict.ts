import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { subjectOf } from './validation-verdict';

/** The page into which Gazelle's EVSClient turns a report (its style sheet resultStylesheet.xsl): title and status. */
const gazellePage = /External Validation Report|Validation Service/;
const gazelleStatus = /\bValidation Test Status\s+(PASSED|FAILED|ABORTED)\b/;
const gazelleService = /\bValidation Service\s+(\S[^\r\n\t\u2028]{0,200})/;
/** The sentence of veraPDF's page about a document. */
const veraPdf = /\bPDF file is (not )?compliant with Validation Profile requirements\b/g;

/** A label and its value, alone on their line. « Résultat attendu », « Résultat obtenu » say something else. */
const statement =
  /^[ \t\u00a0*_#>-]*(?:R[ée]sultat|Result|Verdict|Conclusion|Statut(?= du test| du sc[ée]nario| final))(?:[ \t]+(?:global|g[ée]n[ée]ral|final|du test|des tests|de la validation|du sc[ée]nario|of the (?:test|tests|validation)))?[ \t\u00a0\u202f*_]*:[ \t\u00a0\u202f*_]*([\p{L}-]+(?: [\p{L}-]+){0,2})[ \t\u00a0*_]*(?:[.!][ \t\u00a0*_]*)?$/gimu;
const failureWords =
  /^(?:en |un )?(?:échec|echec)$|^(?:échoué|echoue|échouée|failed|fail|failure|ko|non[ -]conforme|not passed|test échoué)$/iu;
const successWords = /^(?:en |un )?succès$|^(?:réussi|réussie|passed|pass|success|ok|conforme|validé|test réussi)$/iu;
/** A test of a refusal: its failure is what is asked for. */
const expected =
  /(?:attendue?s?|expected)[^\r\n]{0,40}(?:échec|echec|fail|refus|rejet|reject|bloca|bloqu|erreur|ko\b)|(?:échec|echec|failure|refus)s? (?:est )?(?:attendu|expected)|expected (?:to )?(?:fail|failure)|(?:tests?|cas|sc[ée]narios?|essais?)(?: de test)? (?:n[ée]gatif|non passant|d[’']erreur|de rejet|de refus)|negative tests?|(?:refuse|rejette|bloque) bien|bien (?:refus|rejet|bloqu)[ée]/iu;

/** Characters. A journal that is longer is no report. */
const longest = 200_000;

/**
 * The verdict that a document states for a reader: a page that Gazelle or veraPDF made, or a plain « Résultat : ÉCHEC » on a
 * line of its own. Silent where a failure is said to be expected.
 * @param text as the page shows it
 */
export function statedVerdict(text: string): ValidationReportFacts | undefined {
  if (text.length > longest) return undefined;
  return gazelleVerdict(text) ?? veraPdfVerdict(text) ?? plainVerdict(text);
}

function gazelleVerdict(text: string): ValidationReportFacts | undefined {
  const verdict = gazellePage.test(text) ? gazelleStatus.exec(text)?.[1] : undefined;
  if (verdict === undefined) return undefined;
  const passed = verdict === 'ABORTED' ? undefined : verdict === 'PASSED';
  return {
    tool: 'gazelle',
    verdict,
    ...(passed !== undefined && { passed }),
    ...subjectOf(gazelleService.exec(text)?.[1]),
  };
}

function veraPdfVerdict(text: string): ValidationReportFacts | undefined {
  if (!text.includes('veraPDF')) return undefined;
  const found = [...text.matchAll(veraPdf)];
  if (found.length === 0) return undefined;
  const passed = found.every(([, not]) => not === undefined);
  return { tool: 'verapdf', verdict: passed ? 'compliant' : 'not compliant', passed };
}

function plainVerdict(text: string): ValidationReportFacts | undefined {
  const words = [...text.matchAll(statement)].map(([, word = '']) => word);
  const failures = words.filter((word) => failureWords.test(word));
  const [verdict] = failures;
  if (verdict === undefined || expected.test(text)) return undefined;
  const isMixed = words.some((word) => successWords.test(word));
  return { tool: 'statement', verdict, passed: false, ...(isMixed && { contradictory: true as const }) };
}
