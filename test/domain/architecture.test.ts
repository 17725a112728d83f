import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync('docs/architecture.md', 'utf8');
const overview = readFileSync('docs/overview.md', 'utf8');

/** What is named as one family, whose members are many and alike. */
const families = [/^server\/core\/rules\/[^/]+/, /^test\/fixtures\/[^/]+/, /^test\/golden\/fixes/];

function foldersUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap(({ name }) => [`${folder}/${name}`, ...foldersUnder(`${folder}/${name}`)]);
}

/** A folder is named from the root, or from the part that its table is about. */
function isNamed(folder: string): boolean {
  const from = folder.replace(/^server\/(?:core|host)\//, '').replace(/^server\//, '');
  return page.includes(`\`${folder}/\``) || page.includes(`\`${from}/\``);
}

describe('the map of the architecture', () => {
  const roots = ['bench', 'client', 'protocol', 'scripts', 'server', 'test'];
  const folders = roots.flatMap((root) => [root, ...foldersUnder(root)]);

  it('names every folder', () => {
    const missing = folders.filter((one) => !families.some((family) => family.test(one)) && !isNamed(one));
    // These two are what the tables are about.
    assert.deepEqual(
      missing.filter((one) => one !== 'server' && one !== 'test'),
      [],
    );
  });

  it('names no folder that is gone', () => {
    const named = [...page.matchAll(/`([\w./-]+)\/`/g)].map(([, name = '']) => name);
    const gone = named.filter((name) =>
      ['', 'server/', 'server/core/', 'server/host/', 'server/core/submission/'].every(
        (from) => !existsSync(from + name),
      ),
    );
    assert.deepEqual(gone, []);
  });

  it('shows the picture of the floors', () => {
    assert.match(page, /!\[[^\]]+\]\(architecture\.svg\)/);
    assert.ok(existsSync('docs/architecture.svg'));
  });

  it('is walked through with files that are there', () => {
    const sources = new Set(['client', 'protocol', 'server'].flatMap(filesUnder));
    const named = [...overview.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name = '']) => name);
    assert.ok(named.length > 20);
    const gone = named.filter((name) => ![...sources].some((source) => source === name || source.endsWith(`/${name}`)));
    assert.deepEqual(gone, []);
  });
});

function filesUnder(folder: string): string[] {
  return [folder, ...foldersUnder(folder)].flatMap((one) =>
    readdirSync(one, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(one, name).replaceAll('\\', '/')),
  );
}
