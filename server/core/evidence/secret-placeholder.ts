/** What people write where a secret was: masks, variables, words of a template. */
const masks = [
  /^(.)\1{2,}$/,
  /[*•●▪…]{2}|\.{3}/,
  /x{4}/i,
  /^[<[{(%$#]|[>\]})%]$/,
  /^\$|%[A-Z_]+%|\{\{|#\{|^@[\w.-]+@$/,
  /^(?:process\.env|os\.environ|env|System\.getenv|getenv|ENV|vault|secretsmanager|ssm)\b/i,
  /^(?:my|your|mon|ma|votre|le|the|some|a|un|une)[-_. ]/i,
  /(?:change[-_]?(?:me|it)|redacted|removed|masked|hidden|example|exemple|sample|dummy|placeholder|fake|anonymi|caviard|masqu|supprim|retir|factice|fictif|todo|a[-_]completer|insert|replace|your[-_]?(?:password|secret|key|token))/i,
  /^(?:pass|foo|bar|password|passwd|pwd|secret|token|motdepasse|mdp|none|null|undefined|true|false|string|required|optional|obligatoire|facultatif|text|hidden)\d{0,3}[!?.]?$/i,
  // Names and expressions of programs.
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/,
  /^[A-Za-z_$][\w$.]*(?:\[\w*\]|\(|=>)/,
  // How a password is kept, or what a product asks of it.
  /^(?:sha|md|aes|rsa|pbkdf|bcrypt|argon|scrypt|utf|iso|tls|totp|hmac)[-_]?\d/i,
  /^\d{1,2}[-_]?(?:caract|char|car\b|signes|lettres)/i,
  // Paths and numbers of programs.
  /^(?:\/|~\/|[A-Za-z]:\\|\.\.?\/|0x)/,
  /^(?:0123456789|1234567890|abcdef|123456)/i,
];

/** Whether a value is no secret but what stands in its place. */
export function isPlaceholder(value: string): boolean {
  return masks.some((mask) => mask.test(value));
}
