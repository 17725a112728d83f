import type { Severity } from '../../core/findings/severity';
import type { Sentence } from '../../core/messages/say';

/** How heavy a finding is; problem matchers look for these words (package.json). */
export const severityWords: Readonly<Record<Severity, Sentence>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  info: { fr: 'information', en: 'information' },
  hint: { fr: 'conseil', en: 'hint' },
};
