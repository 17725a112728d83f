// Checks catalogues/regimes against its schema and gives the server its data as code: no start reads YAML.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const { default: addFormats } = require('ajv-formats');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.join(root, 'catalogues/regimes');
const output = 'server/core/regimes/regimes.generated.ts';

/** @returns path (relative to the repository) → content. @throws one error that lists every fault of a pack */
export async function outputs() {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv, ['date']);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(root, 'schemas/regime.schema.json'), 'utf8')));
  // Ségur first: where two regimes would take an id, the one that the tool was made for does.
  const names = fs
    .readdirSync(folder)
    .sort((a, b) => Number(b === 'segur') - Number(a === 'segur') || (a < b ? -1 : 1));
  const regimes = names.map((name) => {
    const regime = parse(fs.readFileSync(path.join(folder, name, 'regime.yaml'), 'utf8'));
    if (!validate(regime)) throw new Error(`catalogues/regimes/${name}: ${ajv.errorsText(validate.errors)}`);
    const faults = faultsOf(regime, name);
    if (faults.length > 0) throw new Error(`catalogues/regimes/${name}:\n  ${faults.join('\n  ')}`);
    return regime;
  });
  const lines = regimes.map((regime) => `  ${JSON.stringify(regime)},`);
  const text = `// Generated from catalogues/regimes by scripts/generators/regimes.mjs. Do not edit.
import type { Regime } from './regime';

// prettier-ignore
export const regimes: readonly Regime[] = [
${lines.join('\n')}
];
`;
  return new Map([[output, text]]);
}

/** What a schema cannot tell: expressions that are none, examples that their own grammar refuses. */
function faultsOf(regime, name) {
  const faults = regime.id === name ? [] : [`id ${regime.id} is not the name of its folder`];
  for (const text of [
    regime.dispositifs,
    regime.vague,
    ...regime.identifiants.flatMap(({ omis, suite }) => [omis, suite]),
  ])
    if (text !== undefined && !isExpression(text)) faults.push(`${text} is no regular expression`);
  if (faults.length > 0) return faults;
  for (const { exemple, omis, suite } of regime.identifiants) {
    const [parent, child] = exemple;
    const head = omis === undefined ? parent : parent.replace(new RegExp(omis), '');
    if (!child.startsWith(head) || !new RegExp(suite).test(child.slice(head.length)))
      faults.push(`${child} does not follow ${parent}`);
  }
  return faults;
}

function isExpression(text) {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
