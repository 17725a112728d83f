import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const files = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .map((path) => `client/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
const sources = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

/** The tables of `messages-fr.ts` reach every file by the services; those of one matter are imported by who says them. */
const isCommon = (path: string): boolean => /^client\/messages(-\w+)?\.ts$/.test(path);
const tables = files.filter((path) => path === 'client/messages-fr.ts' || /-messages\.ts$/.test(path));

function namesIn(table: string): readonly string[] {
  return [...(sources.get(table) ?? '').matchAll(/^ {2}(\w+)(?=[:,(])/gm)].flatMap(([, name = '']) =>
    name === 'fr' || name === 'en' ? [] : name,
  );
}

function sayersOf(table: string): string {
  const imported = `/${basename(table, '.ts')}'`;
  return [...sources]
    .filter(([path, text]) => (isCommon(table) ? !isCommon(path) : path !== table && text.includes(imported)))
    .map(([, text]) => text)
    .join('\n');
}

describe('the messages of the client', () => {
  for (const table of tables)
    it(`of ${table} are all said`, () => {
      const said = sayersOf(table);
      const names = namesIn(table);
      assert.ok(names.length > 0);
      const unsaid = names.filter((name) => !new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[,:}]|'${name}'`).test(said));
      assert.deepEqual(unsaid, []);
    });
});
