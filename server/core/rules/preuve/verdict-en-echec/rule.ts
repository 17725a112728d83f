import type { ValidationReportFacts } from '../../../evidence/inspection';
import type { SentenceArguments } from '../../../messages/say';
import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Tools that judge a document or an interface, as against those that run a team's own tests. */
const validators: ReadonlySet<ValidationReportFacts['tool']> = new Set([
  'gazelle',
  'inferno',
  'schematron',
  'fhir',
  'verapdf',
]);

export const rule: Rule = {
  meta: {
    id: 'preuve/verdict-en-echec',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le rapport de validation cité est un échec.',
      en: 'The cited validation report is a failure.',
    },
    why: {
      fr: 'Un rapport en échec prouve le contraire de ce qui est demandé, et un rapport dont aucun test n’a été exécuté ne prouve rien. Est lu le verdict des rapports enregistrés dans les formats ci-dessous, aussi dans une archive ou en pièce jointe ; dans un journal, seulement les lignes qu’un outil de tests écrit à la fin ; dans un texte, un PDF ou une page, seulement « Résultat : ÉCHEC » seul sur sa ligne, sauf si un échec y est dit attendu. Rien n’est lu des images, ni conclu d’un mot d’échec dans une phrase ou une ligne de journal.',
      en: 'A failed report proves the opposite of what is asked for, and a report in which no test was run proves nothing. What is read is the verdict of reports saved in the formats below, in archives and attachments too; in a log, only the lines that a test tool writes at its end; in a text, a PDF or a page, only “Résultat : ÉCHEC” alone on its line, unless a failure is said to be expected there. Nothing is read in pictures, nor concluded from a word of failure in a sentence or a line of a log.',
    },
    avoid: '- fichier: preuves/cda/rapport.xml   # ValidationTestResult : FAILED',
    prefer: '- fichier: preuves/cda/rapport.xml   # ValidationTestResult : PASSED',
    source: {
      fr: 'Rapports tels qu’enregistrés : Gazelle (EVSClient), Inferno, Schematron (SVRL), OperationOutcome (FHIR), veraPDF ; tests : JUnit, NUnit 2 et 3, xUnit.net, TRX, Robot Framework, TestNG, Newman, Cucumber, Playwright (JSON et page), Jest, Vitest, Mocha, mochawesome, Cypress, Allure, CTRF, TAP ; fins de journal de Maven (Surefire, Failsafe), pytest, unittest, Jest et dotnet test ; pages d’EVSClient et de veraPDF.',
      en: 'Reports as saved: Gazelle (EVSClient), Inferno, Schematron (SVRL), OperationOutcome (FHIR), veraPDF; tests: JUnit, NUnit 2 and 3, xUnit.net, TRX, Robot Framework, TestNG, Newman, Cucumber, Playwright (JSON and page), Jest, Vitest, Mocha, mochawesome, Cypress, Allure, CTRF, TAP; ends of logs of Maven (Surefire, Failsafe), pytest, unittest, Jest and dotnet test; pages of EVSClient and veraPDF.',
    },
    messages: {
      failed: {
        fr: '« {path} » est un rapport en échec ({verdict}) : corrigez, validez de nouveau, et citez le nouveau rapport.',
        en: '“{path}” is a failed report ({verdict}): correct, validate again, and cite the new report.',
      },
      failedErrors: {
        fr: '« {path} » est un rapport en échec ({verdict}, {errors, plural, one {# erreur} other {# erreurs}}) : corrigez, validez de nouveau, et citez le nouveau rapport.',
        en: '“{path}” is a failed report ({verdict}, {errors, plural, one {# error} other {# errors}}): correct, validate again, and cite the new report.',
      },
      counted: {
        fr: '« {path} » est un rapport qui compte {errors, plural, one {# erreur} other {# erreurs}} : corrigez, validez de nouveau, et citez le nouveau rapport.',
        en: '“{path}” is a report that counts {errors, plural, one {# error} other {# errors}}: correct, validate again, and cite the new report.',
      },
      failedTests: {
        fr: '« {path} » est un rapport de tests où des tests échouent (réussis : {verdict}) : corrigez, rejouez, et citez le nouveau rapport.',
        en: '“{path}” is a test report in which tests fail (passed: {verdict}): correct, run again, and cite the new report.',
      },
      failedRun: {
        fr: '« {path} » est un rapport de tests qui conclut à un échec : corrigez, rejouez, et citez le nouveau rapport.',
        en: '“{path}” is a test report that concludes in a failure: correct, run again, and cite the new report.',
      },
      failedPart: {
        fr: 'Dans « {path} », « {where} » est un rapport en échec ({verdict}) : vérifiez s’il compte pour cette preuve ; sinon, retirez-le de la pièce.',
        en: 'In “{path}”, “{where}” is a failed report ({verdict}): check whether it counts for this proof; if it does not, take it out of the piece.',
      },
      failedPartAlone: {
        fr: 'Dans « {path} », « {where} » est un rapport en échec : vérifiez s’il compte pour cette preuve ; sinon, retirez-le de la pièce.',
        en: 'In “{path}”, “{where}” is a failed report: check whether it counts for this proof; if it does not, take it out of the piece.',
      },
      stated: {
        fr: '« {path} » conclut « {verdict} » : corrigez, recommencez l’essai, et citez la nouvelle pièce.',
        en: '“{path}” concludes “{verdict}”: correct, test again, and cite the new piece.',
      },
      statedAmong: {
        fr: '« {path} » conclut « {verdict} » à un endroit et un succès à un autre : vérifiez que l’instructeur y lit le bon.',
        en: '“{path}” concludes “{verdict}” in one place and a success in another: check that the examiner reads the right one.',
      },
      skipped: {
        fr: '« {path} » est un rapport dont aucun test n’a été exécuté ({skipped, plural, one {# test ignoré} other {# tests ignorés}}) : il ne prouve rien. Exécutez-les, et citez le nouveau rapport.',
        en: '“{path}” is a report in which no test was run ({skipped, plural, one {# test skipped} other {# tests skipped}}): it proves nothing. Run them, and cite the new report.',
      },
      empty: {
        fr: '« {path} » est un rapport de tests qui n’en contient aucun : vérifiez qu’il montre ce que la preuve demande.',
        en: '“{path}” is a test report without any test: check that it shows what the proof asks for.',
      },
      miscounted: {
        fr: '« {path} » se contredit : ses totaux, sa conclusion et ses tests ne disent pas tous s’il y a un échec. Vérifiez ce qui est vrai, et citez un rapport entier.',
        en: '“{path}” contradicts itself: its totals, its conclusion and its tests do not all tell whether there is a failure. Check which is true, and cite a whole report.',
      },
      contradicted: {
        fr: '« {path} » conclut « {verdict} », mais compte {errors, plural, one {# erreur} other {# erreurs}} : vérifiez lequel est vrai, et citez un rapport qui ne se contredit pas.',
        en: '“{path}” concludes “{verdict}”, yet counts {errors, plural, one {# error} other {# errors}}: check which is true, and cite a report that does not contradict itself.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const validation = file?.inspection.validation;
    if (!file || !validation) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const said = judge(validation);
    if (!said) return;
    const { message, args, severity } = said;
    const more = severity === 'error' ? ({ effect: 'incomplete' } as const) : { severity };
    // What is told for information keeps nothing from being filed.
    const effect = severity === 'warning' ? ({ effect: 'review' } as const) : {};
    report(range, message, { path, ...args }, { ...more, ...effect, target });
  },
};

interface Judgement {
  readonly message: string;
  readonly args: SentenceArguments;
  readonly severity: 'error' | 'warning' | 'info';
}

/** What there is to say of a report; undefined of one that passed, or whose verdict is not known. */
function judge(validation: ValidationReportFacts): Judgement | undefined {
  const { tool, verdict = '', passed, errors = 0, noneRun, contradictory, where } = validation;
  if (noneRun) {
    const { skipped } = noneRun;
    return skipped > 0
      ? { message: 'skipped', args: { skipped }, severity: 'warning' }
      : { message: 'empty', args: {}, severity: 'info' };
  }
  // A verdict whose word is not known says nothing; errors that are counted do.
  if (passed === undefined ? errors === 0 : passed && errors === 0) return undefined;
  const isSilent = verdict.trim() === '';
  if (where !== undefined)
    return isSilent
      ? { message: 'failedPartAlone', args: { where }, severity: 'warning' }
      : { message: 'failedPart', args: { where, verdict }, severity: 'warning' };
  if (tool === 'statement')
    return contradictory
      ? { message: 'statedAmong', args: { verdict }, severity: 'info' }
      : { message: 'stated', args: { verdict }, severity: 'warning' };
  if (contradictory) return { message: 'miscounted', args: {}, severity: 'warning' };
  if (passed === true) return { message: 'contradicted', args: { verdict, errors }, severity: 'warning' };
  // A run holds tests of more than the scenario: which of them matter, the team knows.
  if (!validators.has(tool) && (errors === 0 || isSilent))
    return { message: 'failedRun', args: {}, severity: 'warning' };
  if (!validators.has(tool)) return { message: 'failedTests', args: { verdict }, severity: 'warning' };
  // Errors that are counted need no word beside them.
  if (isSilent) return { message: 'counted', args: { errors }, severity: 'error' };
  return errors === 0
    ? { message: 'failed', args: { verdict }, severity: 'error' }
    : { message: 'failedErrors', args: { verdict, errors }, severity: 'error' };
}
