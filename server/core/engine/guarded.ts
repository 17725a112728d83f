import type { EntryFinding } from './entry-analysis';
import type { Sentence } from '../messages/say';
import type { Rule } from '../rules/rule';

/** Id under which a crash of a rule is reported: one warning that names it, the other rules go on. */
export const crashedRuleId = 'outil/regle-en-erreur';

export const crashedRuleMessage: Sentence = {
  fr: 'La règle {rule} n’a pas pu être appliquée ici ({detail}). Les autres règles ont été appliquées ; merci de signaler ce défaut de l’outil.',
  en: 'Rule {rule} could not be applied here ({detail}). The other rules were; please report this defect of the tool.',
};

/** Runs one rule; what it found before it failed is kept. */
export function guarded(rule: Rule, findings: EntryFinding[], action: () => void): void {
  try {
    action();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    findings.push({
      rule: crashedRuleId,
      severity: 'warning',
      message: 'crashed',
      args: { rule: rule.meta.id, detail },
      range: { start: 0, end: 1 },
    });
  }
}
