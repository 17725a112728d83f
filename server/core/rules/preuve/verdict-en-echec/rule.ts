import { citedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

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
      fr: 'Rapports de validation de Gazelle (EVSClient) et d’Inferno, tels qu’enregistrés.',
      en: 'Validation reports of Gazelle (EVSClient) and Inferno, as saved.',
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
    },
  },
  evidence(item, report, context) {
    const file = citedFile(item, context);
    const validation = file?.inspection.validation;
    if (validation?.passed !== false || !file) return;
    const { value: path, range } = file.path;
    const { verdict = '', errors } = validation;
    const more = { effect: 'incomplete' as const, target: proofTarget(context.proof, path) };
    if (errors === undefined || errors === 0) report(range, 'failed', { path, verdict }, more);
    else report(range, 'failedErrors', { path, verdict, errors }, more);
  },
};
