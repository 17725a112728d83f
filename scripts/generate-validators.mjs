// Compiles JSON Schemas to plain validation functions: `new Function` is forbidden where the server may run (strict CSP),
// and compiling at run time costs about a second.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsSchema } from './generators/facts-schema.mjs';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const { default: standaloneCode } = require('ajv/dist/standalone');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Schema, generated module and the type that a valid value has. */
const validators = [
  {
    schema: 'schemas/catalogue.schema.json',
    output: 'server/core/catalogue/validate-catalogue.generated',
    type: 'CatalogueFile',
    module: './catalogue-file',
  },
  {
    schema: 'schemas/ajustements.schema.json',
    output: 'server/core/catalogue/validate-adjustments.generated',
    type: 'AdjustmentsFile',
    module: './adjustments-file',
  },
  {
    schema: 'schemas/faits.schema.json',
    // Generated too, perhaps in the same run.
    made: factsSchema,
    output: 'server/core/facts/validate-facts.generated',
    type: 'FactsFile',
    module: './facts-file',
  },
];

/** Words are for people: without them the code is a third smaller. */
function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !((key === 'description' || key === 'title') && typeof value === 'string'))
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}

/** @returns path (relative to the repository) → content of each generated file. */
export async function outputs() {
  const files = new Map();
  for (const { schema, made, output, type, module } of validators) {
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, code: { source: true, lines: true } });
    const validate = ajv.compile(
      withoutWords(made?.() ?? JSON.parse(fs.readFileSync(path.join(root, schema), 'utf8'))),
    );
    const banner = `// Generated from ${schema} by scripts/generate-validators.mjs. Do not edit.\n`;
    files.set(`${output}.js`, `${banner}${standaloneCode(ajv, validate)}\n`);
    files.set(
      `${output}.d.ts`,
      `${banner}import type { ErrorObject } from 'ajv';
import type { ${type} } from '${module}';

declare const validate: {
  (data: unknown): data is ${type};
  errors?: ErrorObject[] | null;
};
export default validate;
`,
    );
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of await outputs()) fs.writeFileSync(path.join(root, file), content);
}
