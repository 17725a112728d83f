// Puts the built-in catalogues into dist/catalogues in the form that the server holds in memory: nothing to parse but JSON.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './import-typescript.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SUFFIX = '.rem.yaml';

/** Validates catalogues/*.rem.yaml and writes dist/catalogues/<ID>.json. @throws when a catalogue has any problem. */
export default async function buildCatalogues(output = path.join(root, 'dist/catalogues')) {
  const { readCatalogue } = await importTypeScript('server/core/catalogue/read-catalogue.ts');
  const folder = path.join(root, 'catalogues');
  fs.rmSync(output, { recursive: true, force: true });
  fs.mkdirSync(output, { recursive: true });
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith(SUFFIX))) {
    const { catalogue, problems } = readCatalogue(fs.readFileSync(path.join(folder, name), 'utf8'));
    const id = name.slice(0, -SUFFIX.length);
    const faults = problems.map((problem) => problem.message.en);
    if (catalogue?.dispositif.id !== id) faults.push(`expected the dispositif ${id}`);
    if (faults.length > 0) throw new Error(`catalogues/${name}:\n  ${faults.join('\n  ')}`);
    fs.writeFileSync(path.join(output, `${id}.json`), JSON.stringify(catalogue));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCatalogues();
