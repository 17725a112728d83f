import { factsOf } from '../cited-files';
import type { EntryContext } from '../rule';

/**
 * INS of the team's own test patients (`identites_de_test`), in the manifest and in the files that it names, and of those that
 * the regimes publish, without keys.
 */
export function declaredIdentities(context: EntryContext): ReadonlySet<string> {
  const declared = new Set<string>();
  const add = (ins: string): void => {
    const plain = ins.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
    if (plain.length === 13 || plain.length === 15) declared.add(plain.slice(0, 13));
  };
  for (const { ins, file: path } of context.testIdentities ?? []) {
    if (ins) add(ins.value);
    const file = path && factsOf(path, context);
    if (file?.state === 'file') for (const { value } of file.inspection?.identifiers ?? []) add(value);
  }
  for (const { ins, anciens = [] } of context.facts.regimes.testIdentities)
    for (const one of ins === undefined ? anciens : [ins, ...anciens]) add(one);
  return declared;
}
