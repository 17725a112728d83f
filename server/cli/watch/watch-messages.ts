import type { Sentence } from '../../core/messages/say';

/** What `check --watch` says. The first three begin lines that problem matchers look for (package.json). */
export const watchMessages = {
  begins: { fr: '[{time}] Vérification en cours…', en: '[{time}] Checking…' },
  ends: {
    fr: '[{time}] Vérification terminée : {summary}. En attente de changements (Ctrl+C pour arrêter).',
    en: '[{time}] Check finished: {summary}. Waiting for changes (Ctrl+C to stop).',
  },
  impossible: {
    fr: '[{time}] Vérification impossible ({paths}) : {reason}',
    en: '[{time}] Check impossible ({paths}): {reason}',
  },
  clean: { fr: 'aucun constat', en: 'no finding' },
  stopped: {
    fr: 'Suivi arrêté. Le code de retour est celui de la dernière vérification.',
    en: 'Watching stopped. The exit code is that of the last check.',
  },
  unchanged: {
    fr: 'Depuis la vérification précédente : constats et états inchangés.',
    en: 'Since the check before: findings and states unchanged.',
  },
  changed: {
    fr: 'Depuis la vérification précédente : {came, plural, =0 {aucun constat nouveau} one {# constat nouveau} other {# constats nouveaux}}, {gone, plural, =0 {aucun constat levé} one {# constat levé} other {# constats levés}}.',
    en: 'Since the check before: {came, plural, =0 {no new finding} one {# new finding} other {# new findings}}, {gone, plural, =0 {no finding gone} one {# finding gone} other {# findings gone}}.',
  },
  came: {
    fr: '+ {file}, ligne {line} · {severity} · {message} · {rule}',
    en: '+ {file}, line {line} · {severity} · {message} · {rule}',
  },
  gone: {
    fr: '− {file}, ligne {line} · {severity} · {message} · {rule}',
    en: '− {file}, line {line} · {severity} · {message} · {rule}',
  },
  more: {
    fr: '{count, plural, one {et # autre} other {et # autres}}',
    en: '{count, plural, one {and # other} other {and # others}}',
  },
  figure: { fr: '{name} {before} → {after}', en: '{name} {before} → {after}' },
  figures: { fr: '{file} : {figures}', en: '{file}: {figures}' },
  state: { fr: 'état : {before} → {after}', en: 'state: {before} → {after}' },
  appeared: { fr: '+ dossier {file}', en: '+ dossier {file}' },
  disappeared: { fr: '− dossier {file}', en: '− dossier {file}' },
  provided: { fr: 'fournies', en: 'provided' },
  toProvide: { fr: 'à fournir', en: 'to provide' },
  incomplete: { fr: 'incomplètes', en: 'incomplete' },
  toReview: { fr: 'à revoir', en: 'to review' },
} satisfies Record<string, Sentence>;
