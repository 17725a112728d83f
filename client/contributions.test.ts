import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { evidenceShape, fragmentShape, mainShape, reviewShape } from '../server/core/manifest/manifest-shape';
import { commands, contextKeys, languageId, parcoursViewId, piecesViewId, viewId, walkthroughId } from './ids';

type Json = Record<string, unknown>;

const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;
const packageText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(packageText) as {
  name: string;
  publisher: string;
  contributes: {
    commands: { command: string }[];
    languages: { id: string }[];
    views: Record<string, { id: string }[]>;
    walkthroughs: { id: string; steps: unknown[] }[];
    menus: Record<string, { command: string; when?: string }[]>;
    keybindings: { command: string; key: string; mac: string; when: string }[];
    viewsWelcome: { contents: string; when: string }[];
  };
};
const french = read('package.nls.fr.json');
const english = read('package.nls.json');

describe('package.json', () => {
  it('has every one of its texts in both languages, and none too many', () => {
    const used = new Set([...packageText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(french).sort(), [...used].sort());
  });

  it('contributes the commands that the client registers, and uses no other in menus', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual([...contributed].sort(), Object.values(commands).sort());
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      assert.ok(contributed.includes(command), command);
    }
  });

  it('binds keys of its commands only, no key twice, and only where its manifests are', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    const { keybindings } = manifest.contributes;
    for (const { command, when } of keybindings) {
      assert.ok(contributed.includes(command), command);
      assert.match(when, /editorLangId == preuves-segur/);
    }
    for (const keys of [keybindings.map(({ key }) => key), keybindings.map(({ mac }) => mac)]) {
      assert.equal(new Set(keys).size, keys.length);
    }
  });

  it('names its view, language and walkthrough as the client does', () => {
    const { views, languages, walkthroughs } = manifest.contributes;
    assert.ok(
      Object.values(views)
        .flat()
        .some(({ id }) => id === viewId),
    );
    assert.ok(languages.some(({ id }) => id === languageId));
    assert.ok(walkthroughs.some(({ id }) => `${manifest.publisher}.${manifest.name}#${id}` === walkthroughId));
  });

  it('asks only for context keys that the client sets', () => {
    const known: string[] = [...Object.values(contextKeys), viewId, parcoursViewId, piecesViewId];
    for (const match of packageText.matchAll(/"when": "([^"]*)"/g)) {
      for (const [key] of match[1]?.matchAll(/segurPreuves\.\w+/g) ?? []) assert.ok(known.includes(key), key);
    }
  });

  it('links only to commands that exist, in the texts of both languages', () => {
    const own: string[] = [...Object.values(commands), `${viewId}.focus`];
    for (const text of [...Object.values(french), ...Object.values(english)].map(String)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)\)/g)) {
        if (command.startsWith('segurPreuves.')) assert.ok(own.includes(command), command);
      }
    }
  });

  it('ships the pages of the walkthrough in both languages', () => {
    const pages = [...Object.entries(french), ...Object.entries(english)].filter(([key]) => key.endsWith('.media'));
    assert.equal(pages.length, 2 * (manifest.contributes.walkthroughs[0]?.steps.length ?? 0));
    for (const [, file] of pages) assert.ok(existsSync(String(file)), String(file));
  });
});

describe('snippets', () => {
  const snippets = Object.entries(read('snippets/preuves.json')) as [
    string,
    { prefix: string | string[]; body: string[] },
  ][];

  /** The text that a snippet inserts when every proposal is taken. */
  function expand(body: readonly string[]): string {
    const variables: Record<string, string> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '11', CURRENT_DATE: '02' };
    return body
      .join('\n')
      .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => variables[name] ?? '')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
      .replace(/\$\{\d+\}|\$\d/g, '');
  }

  for (const [name, { prefix, body }] of snippets) {
    it(`${name}: valid YAML, under an ASCII prefix`, () => {
      for (const one of [prefix].flat()) assert.match(one, /^[a-z_-]+$/);
      const value = parse(expand(body)) as unknown;
      assert.ok(typeof value === 'object' && value !== null);
    });
  }

  it('use keys of the format only', () => {
    const parsed = new Map(snippets.map(([name, { body }]) => [name, parse(expand(body)) as unknown]));
    const within = (value: unknown, keys: object, name: string): void => {
      for (const key of Object.keys(value as object)) assert.ok(key in keys, `${name}: ${key}`);
    };
    within(parsed.get('Dossier de preuves'), mainShape.keys, 'dossier');
    within(parsed.get('Fragment de dossier'), fragmentShape.keys, 'fragment');
    within((parsed.get("Revue d'une pièce") as Json)['revue'], reviewShape.keys, 'revue');
    for (const [name, value] of parsed) {
      if (name.startsWith('Pièce')) within((value as unknown[])[0], evidenceShape.keys, name);
    }
  });
});
