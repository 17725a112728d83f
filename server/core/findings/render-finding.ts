import { say, type Language, type Sentence } from '../messages/language';
import { crashedRuleId, crashedRuleMessage } from '../rules/guarded';
import type { Rule } from '../rules/rule';
import type { Finding, Related } from './finding';

/** Puts findings into words. */
export class FindingWords {
  readonly #messages = new Map<string, Readonly<Record<string, Sentence>>>([
    [crashedRuleId, { crashed: crashedRuleMessage }],
  ]);

  constructor(rules: readonly Rule[]) {
    for (const { meta } of rules) this.#messages.set(meta.id, meta.messages);
  }

  message(finding: Finding, language: Language): string {
    return this.#say(finding.rule, finding, language);
  }

  related(finding: Finding, related: Related, language: Language): string {
    return this.#say(finding.rule, related, language);
  }

  #say(rule: string, { message, args }: Pick<Finding, 'message' | 'args'>, language: Language): string {
    const sentence = this.#messages.get(rule)?.[message];
    return sentence ? say(sentence, language, args) : `${rule}: ${message}`;
  }
}
