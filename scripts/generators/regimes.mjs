// Checks catalogues/regimes against its schema and gives the server its data as code: no start reads YAML.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { importTypeScript } from '../import-typescript.mjs';

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
  const { regimeFaults, say } = await importTypeScript('server/core/regimes/regime-faults', 'server/core/messages/say');
  const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(root, 'schemas/regime.schema.json'), 'utf8')));
  // Ségur first: where two regimes would take an id, the one that the tool was made for does.
  const names = fs
    .readdirSync(folder)
    .sort((a, b) => Number(b === 'segur') - Number(a === 'segur') || (a < b ? -1 : 1));
  const regimes = names.map((name) => {
    const regime = parse(fs.readFileSync(path.join(folder, name, 'regime.yaml'), 'utf8'));
    if (!validate(regime)) throw new Error(`catalogues/regimes/${name}: ${ajv.errorsText(validate.errors)}`);
    if (regime.id !== name)
      throw new Error(`catalogues/regimes/${name}: id ${regime.id} is not the name of its folder`);
    const faults = regimeFaults(regime).map(({ sentence, args }) => say(sentence, 'en', args));
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
