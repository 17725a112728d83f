/** A label and its value: a row of a form, a key of an object, a column and its cell. */
export type NamedPair = readonly [label: string, value: string];

const software =
  /^(?:nom (?:(?:du|de votre|de la) )?(?:logiciel|produit|solution)|logiciel(?: (?:candidat|teste|evalue|presente|concerne))?|solution logicielle|(?:software|product) name)$/;
const version =
  /^(?:(?:numero de |n )?version|version (?:du )?(?:logiciel|produit)|version (?:candidate|testee|installee)|(?:software|product|app) version)$/;
const vendor = /^(?:(?:nom (?:de l |de |du )?)?editeur(?: (?:du )?logiciel)?)$/;
/** What English keys say of anything: they count beside the name of the software only. */
const anyVendor = /^(?:software )?vendor(?: name)?$/;

/**
 * What a form, a table or an object tells of the software, as the lines of a text say it (« Nom du logiciel : X »), for what
 * reads such lines. Nothing where several names of software are told: a list of products is about none of them.
 * @param groups pairs that belong together, one group for each row or object
 */
export function linesOfPairs(groups: Iterable<readonly NamedPair[]>): string {
  const names = new Set<string>();
  const lines = new Set<string>();
  for (const pairs of groups) {
    const told = new Map<'software' | 'version' | 'vendor', string>();
    for (const [label, value] of pairs) {
      const kind = kindOf(label, told.has('software'));
      const written = value.replace(/\s+/g, ' ').trim();
      if (kind !== undefined && !told.has(kind) && written !== '' && written.length <= 80) told.set(kind, written);
    }
    const [name, number, maker] = [told.get('software'), told.get('version'), told.get('vendor')];
    if (name !== undefined) names.add(name);
    if (names.size > 1) return '';
    if (name !== undefined) lines.add(`Logiciel : ${name}${number === undefined ? '' : `\nVersion : ${number}`}`);
    if (maker !== undefined) lines.add(`Éditeur : ${maker}`);
  }
  return [...lines].join('\n');
}

function kindOf(label: string, isNamed: boolean): 'software' | 'version' | 'vendor' | undefined {
  if (label.length > 60) return undefined;
  const words = label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (software.test(words)) return 'software';
  if (version.test(words)) return 'version';
  return vendor.test(words) || (isNamed && anyVendor.test(words)) ? 'vendor' : undefined;
}
