/**
 * The form in which ids are compared: upper case, the base prefix (`SC.`, `CH.`) removed, one way of writing suffixes
 * (`02 BIS`, `02BIS` and `02.BIS`), `-` for `_` inside (`VI_SO.07` and `VI-SO.07` are both in the field's documents).
 */
export function normaliseId(id: string): string {
  return id
    .normalize('NFC')
    .trim()
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replaceAll('_', '-')
    .replace(/^(?:SC|CH)\.(?=[A-Z])/, '')
    .replace(/(\d)[. ]?(BIS|TER)(?=$|[.~])/, '$1.$2');
}

/**
 * A looser form: the DRIMbox prefix removed too. The REM of the DRIMbox numbers a requirement `DB.CO.48`, its working
 * version `CO.48`, and cross-references write `DB/CO.48`. Different ids may share this form: it only ever serves where
 * exactly one entry has it.
 */
export function looseId(id: string): string {
  return normaliseId(id).replace(/^DB[./](?=[A-Z][A-Z/-]*\.\d)/, '');
}
