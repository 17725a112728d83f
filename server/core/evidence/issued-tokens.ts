import type { FoundSecret } from './found-secret';
import { isPlaceholder } from './secret-placeholder';

/**
 * Tokens that begin with a mark of their issuer, as the issuers document it. A text without the mark, which is found fast, is
 * not searched further.
 */
const issued: readonly (readonly [form: string, mark: string, expression: RegExp])[] = [
  ['AWS', 'AKIA', /\bAKIA[A-Z2-7]{16}\b/g],
  ['AWS', 'ASIA', /\bASIA[A-Z2-7]{16}\b/g],
  ['Azure', 'Q~', /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[789]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g],
  ['GitHub', 'gh', /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g],
  ['GitHub', 'github_pat_', /\bgithub_pat_[A-Za-z0-9_]{60,90}\b/g],
  [
    'GitLab',
    'gl',
    /\bgl(?:pat|ptt|dt|rt|soat|imt|cbt|ffct|agent|oas)-[A-Za-z0-9_-]{20,64}(?:\.[A-Za-z0-9_.-]{9,40})?(?![A-Za-z0-9_-])/g,
  ],
  ['Slack', 'xox', /\bxox[abprs]-[0-9]{8,14}-[A-Za-z0-9-]{20,80}\b/g],
  ['Slack', 'hooks.slack.com', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}\b/g],
  ['Google', 'AIza', /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g],
  ['Google', 'GOCSPX-', /\bGOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/g],
  ['Google', 'ya29.', /\bya29\.[A-Za-z0-9_-]{60,500}/g],
  ['Stripe', 'k_live_', /\b[rs]k_live_[A-Za-z0-9]{20,100}\b/g],
  ['SendGrid', 'SG.', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g],
  ['npm', 'npm_', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['PyPI', 'pypi-AgEI', /\bpypi-AgEI[A-Za-z0-9_-]{50,300}/g],
  ['Docker', 'dckr_pat_', /\bdckr_pat_[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/g],
  ['Vault', 'hv', /\bhv[bs]\.[A-Za-z0-9_-]{24,200}(?![A-Za-z0-9_-])/g],
  ['Atlassian', 'ATATT3', /\bATATT3[A-Za-z0-9_=-]{100,250}/g],
  ['SonarQube', 'sq', /\bsq[pua]_[0-9a-f]{40}\b/g],
  ['Grafana', 'glsa_', /\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b/g],
];

/** Any of the marks: one search for most texts, which have none. */
const anyMark =
  /AKIA|ASIA|Q~|gh[pousr]_|github_pat_|gl(?:pat|ptt|dt|rt|soat|imt|cbt|ffct|agent|oas)-|xox[abprs]-|hooks\.slack\.com|AIza|GOCSPX-|ya29\.|k_live_|SG\.[\w-]{22}\.|npm_|pypi-AgEI|dckr_pat_|hv[bs]\.|ATATT3|sq[pua]_|glsa_/;

/** Tokens of known issuers in a text. */
export function* issuedTokens(text: string): Generator<FoundSecret> {
  if (!anyMark.test(text)) return;
  for (const [form, mark, expression] of issued) {
    if (!text.includes(mark)) continue;
    for (const { index, 0: value } of text.matchAll(expression))
      if (!isPlaceholder(value)) yield { at: index, kind: 'token', form };
  }
}
