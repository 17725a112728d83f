// dist/THIRD-PARTY-NOTICES.txt: whose code and data dist/ holds, under which licence, with its text.
import { licenceProblems, licensed } from './licences.mjs';
import { shippedPackages } from './shipped.mjs';

const line = '-'.repeat(80);

/**
 * The notices of what was built. Same packages, same text: nothing in it depends on day or machine.
 * @throws when a package has no licence that we pass on, or no text of it
 */
export function thirdPartyNotices(shipped = shippedPackages()) {
  const packages = shipped.map(licensed);
  const problems = licenceProblems(packages);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const byName = [...packages].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const list = byName.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`);
  const parts = byName.map(({ name, version, licence, texts }) =>
    [line, `${name} ${version}`, `Licence: ${licence}`, line, '', ...texts.map(part)].join('\n'),
  );
  return [
    'Ségur Preuves contient du code et des données de tiers. Leurs licences suivent.',
    'Ségur Preuves contains code and data of others. Their licences follow.',
    'pictures/NOTICE says what the recognition of text in pictures is made of.',
    '',
    ...list,
    '',
    ...parts,
  ].join('\n');
}

const part = ({ title, text }) => `[${title}]\n\n${text}\n`;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
