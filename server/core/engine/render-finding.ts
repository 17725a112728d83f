import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import { shownHidden } from '../text/hidden-characters';
import { crashedRuleId, crashedRuleMessage } from './guarded';
import type { Rule } from '../rules/rule';
import type { Finding, Related } from '../findings/finding';

/** Puts findings into words. */
export class FindingWords {
  readonly #messages = new Map<string, Readonly<Record<string, Sentence>>>([
    [crashedRuleId, { crashed: crashedRuleMessage }],
  ]);

  constructor(rules: readonly Rule[]) {
    for (const { meta } of rules) this.#messages.set(meta.id, meta.messages);
  }

  message(finding: Finding, locale: Locale): string {
    return this.#say(finding.rule, finding, locale);
  }

  related(finding: Finding, related: Related, locale: Locale): string {
    return this.#say(finding.rule, related, locale);
  }

  #say(rule: string, { message, args }: Pick<Finding, 'message' | 'args'>, locale: Locale): string {
    const sentence = this.#messages.get(rule)?.[message];
    return sentence ? say(sentence, locale, readable(args)) : `${rule}: ${message}`;
  }
}

/** What is quoted from a file must not turn the sentence around it. */
function readable(args: SentenceArguments): SentenceArguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? shownHidden(value) : value]),
  );
}
