/** Names of a property, annotation or label by which a test says which slot it proves. */
const slotKeys: ReadonlySet<string> = new Set([
  'preuve',
  'proof',
  'segur',
  'segur.preuve',
  'segur-preuve',
  'segur_preuve',
  'segur.proof',
  'segurpreuve',
  'scenario',
  'segur.scenario',
]);

/** @param key in lower case */
export function isSlotKey(key: string): boolean {
  return slotKeys.has(key);
}

/** The ids in a value that may list several. */
export function slotWords(value: string): readonly string[] {
  return value
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^@/, ''))
    .filter((word) => word !== '');
}

/** A tag that names a slot on purpose: `@preuve:INS/va1.56.02.01`. */
export function slotOfTag(tag: string): string | undefined {
  const match = /^@?([\w.-]+)[:=](.+)$/.exec(tag);
  return match?.[1] !== undefined && isSlotKey(match[1].toLowerCase()) ? match[2] : undefined;
}
