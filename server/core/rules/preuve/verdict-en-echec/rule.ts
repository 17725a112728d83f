import type { ValidationReportFacts } from '../../../evidence/inspection';
import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

/** Tools that run a team's own tests, as against those that judge a document or an interface. */
const testTools: ReadonlySet<ValidationReportFacts['tool']> = new Set([
  'junit',
  'newman',
  'cucumber',
  'playwright',
  'mocha',
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
      fr: 'Un rapport en échec prouve le contraire de ce qui est demandé.',
      en: 'A failed report proves the opposite of what is asked for.',
    },
    avoid: '- fichier: preuves/cda/rapport.xml   # ValidationTestResult : FAILED',
    prefer: '- fichier: preuves/cda/rapport.xml   # ValidationTestResult : PASSED',
    source: {
      fr: 'Rapports tels qu’enregistrés : Gazelle (EVSClient), Inferno, Schematron (SVRL), OperationOutcome (FHIR), veraPDF ; tests : JUnit, Newman, Cucumber, Playwright, Mocha et Cypress.',
      en: 'Reports as saved: Gazelle (EVSClient), Inferno, Schematron (SVRL), OperationOutcome (FHIR), veraPDF; tests: JUnit, Newman, Cucumber, Playwright, Mocha and Cypress.',
    },
    messages: {
      failed: {
        fr: '« {path} » est un rapport en échec ({verdict}) : corrigez, validez de nouveau, et citez le nouveau rapport.',
        en: '“{path}” is a failed report ({verdict}): correct, validate again, and cite the new report.',
      },
      failedErrors: {
        fr: '« {path} » est un rapport en échec ({verdict} ; erreurs : {errors}) : corrigez, validez de nouveau, et citez le nouveau rapport.',
        en: '“{path}” is a failed report ({verdict}; errors: {errors}): correct, validate again, and cite the new report.',
      },
      failedTests: {
        fr: '« {path} » est un rapport de tests où des tests échouent (réussis : {verdict}) : corrigez, rejouez, et citez le nouveau rapport.',
        en: '“{path}” is a test report in which tests fail (passed: {verdict}): correct, run again, and cite the new report.',
      },
      contradicted: {
        fr: '« {path} » conclut « {verdict} », mais compte des erreurs ({errors}) : vérifiez lequel est vrai, et citez un rapport qui ne se contredit pas.',
        en: '“{path}” concludes “{verdict}”, yet counts errors ({errors}): check which is true, and cite a report that does not contradict itself.',
      },
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const validation = file?.inspection.validation;
    if (!file || !validation) return;
    const { tool, verdict = '', passed, errors = 0 } = validation;
    // A verdict whose word is not known says nothing; errors that are counted do.
    if (passed === undefined ? errors === 0 : passed && errors === 0) return;
    const { value: path, range } = file.path;
    const target = proofTarget(context.proof, path);
    const review = { severity: 'warning', effect: 'review', target } as const;
    const failure = { effect: 'incomplete', target } as const;
    if (passed === true) report(range, 'contradicted', { path, verdict, errors }, review);
    // A run holds tests of more than the scenario: which of them matter, the team knows.
    else if (testTools.has(tool)) report(range, 'failedTests', { path, verdict }, review);
    else if (errors === 0) report(range, 'failed', { path, verdict }, failure);
    else report(range, 'failedErrors', { path, verdict, errors }, failure);
  },
};
