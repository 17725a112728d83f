// Checks catalogues/parcours against its schema and its own cross-references, and gives the server its data as code: rules are
// pure and need it at hand.
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
const folder = path.join(root, 'catalogues/parcours');
const output = 'server/core/manifest/journey-data.generated.ts';

/** @returns path (relative to the repository) → content. @throws one error that lists every fault of the data. */
export async function outputs() {
  const data = readAll();
  const { stepIds, milestoneIds } = await importTypeScript('server/core/manifest/journey-ids.ts');
  const { dispositifs } = await importTypeScript('server/core/catalogue/dispositifs.generated.ts');
  const faults = crossFaults(data, { stepIds, milestoneIds, dispositifs: dispositifs.map(({ id }) => id) });
  if (faults.length > 0) throw new Error(`catalogues/parcours:\n  ${faults.join('\n  ')}`);
  return new Map([[output, moduleText(data)]]);
}

function readAll() {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv, ['date', 'uri']);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(root, 'schemas/parcours.schema.json'), 'utf8')));
  const merged = { dispositifs: [] };
  for (const name of fs.readdirSync(folder).sort()) {
    const file = parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    if (!validate(file)) throw new Error(`catalogues/parcours/${name}: ${ajv.errorsText(validate.errors)}`);
    for (const [key, value] of Object.entries(file)) {
      if (key === 'fuseau') continue;
      if (key === 'dispositifs') merged.dispositifs.push(...value);
      else if (Object.hasOwn(merged, key)) throw new Error(`catalogues/parcours: ${key} stands in two files`);
      else merged[key] = value;
    }
  }
  return merged;
}

function crossFaults(data, { stepIds, milestoneIds, dispositifs }) {
  const faults = [];
  const known = (value, list, what) => list.includes(value) || faults.push(`${what}: ${value} is not known`);
  const sources = data.sources.map(({ cle }) => cle);
  const delays = data.delais.map(({ id }) => id);
  visit(data, (node) => {
    if (Array.isArray(node.source)) for (const key of node.source) known(key, sources, 'source');
  });
  if (data.etapes.map(({ id }) => id).join() !== stepIds.join()) faults.push('etapes: not the ids of journey-ids.ts');
  for (const step of data.etapes) {
    for (const { etape } of [...(step.apres ?? []), ...(step.finit_apres ?? [])]) {
      known(etape, stepIds, step.id);
      // The plan walks the steps once in each direction.
      if (stepIds.indexOf(etape) >= stepIds.indexOf(step.id)) faults.push(`${step.id}: ${etape} does not come before`);
    }
    for (const id of step.delais ?? []) known(id, delays, step.id);
    for (const key of ['ouvre', 'clot_debut', 'clot_fin']) if (step[key]) known(step[key], milestoneIds, step.id);
  }
  const ids = data.dispositifs.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('dispositifs: an id stands twice');
  for (const id of ids) known(id, dispositifs, 'dispositif');
  for (const id of dispositifs) known(id, ids, 'dispositif without calendar');
  for (const { id, jalons } of data.dispositifs) for (const each of jalons) known(each.id, milestoneIds, id);
  for (const { dispositif } of data.agrements) known(dispositif, ids, 'agrements');
  const { cnda, asp } = data.statuts;
  for (const state of Object.values(cnda.alias)) known(state, cnda.ordre, 'statuts.cnda.alias');
  for (const state of Object.values(asp.alias)) known(state, asp.connus, 'statuts.asp.alias');
  return faults;
}

function visit(node, action) {
  if (node === null || typeof node !== 'object') return;
  action(node);
  for (const value of Object.values(node)) visit(value, action);
}

function moduleText(data) {
  const sections = Object.entries(data).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  return `// Generated from catalogues/parcours by scripts/generators/parcours.mjs. Do not edit.
import type { JourneyData } from './journey';

// prettier-ignore
export const journeyData: JourneyData = {
${sections.join('\n')}
};
`;
}
