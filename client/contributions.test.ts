import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  assistantProviderId,
  commands,
  contextKeys,
  languageId,
  parcoursViewId,
  piecesViewId,
  tableViewType,
  threadsControllerId,
  viewId,
  walkthroughId,
} from './ids';
import { desktopCommands } from './platform/desktop-commands';
import { rowContexts } from './tree/row-appearance';

type Json = Record<string, unknown>;

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;
const packageText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(packageText) as {
  name: string;
  publisher: string;
  contributes: {
    commands: { command: string; enablement?: string }[];
    mcpServerDefinitionProviders: { id: string }[];
    languages: { id: string }[];
    views: Record<string, { id: string }[]>;
    customEditors: { viewType: string; priority: string; selector: { filenamePattern: string }[] }[];
    walkthroughs: { id: string; steps: unknown[] }[];
    menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    submenus: { id: string; label: string }[];
    keybindings: { command: string; key: string; mac: string; when: string }[];
    configuration: { properties: Record<string, Setting> };
    viewsWelcome: { contents: string; when: string }[];
  };
};
const french = read('package.nls.fr.json');
const english = read('package.nls.json');

describe('package.json', () => {
  it('offers the tools of an assistant by the name that the code registers, without notes unless the user says so', () => {
    const { mcpServerDefinitionProviders, configuration } = manifest.contributes;
    assert.deepEqual(
      mcpServerDefinitionProviders.map(({ id }) => id),
      [assistantProviderId],
    );
    assert.deepEqual(configuration.properties['segurPreuves.assistant.notes'], {
      type: 'boolean',
      default: false,
      // A folder that the team shares cannot set it.
      scope: 'machine',
      markdownDescription: '%configuration.assistant.notes%',
      order: 11,
    });
  });

  it('describes every setting in Markdown, says of each value what it does, and places each in an order', () => {
    const { properties } = manifest.contributes.configuration;
    const settings = Object.entries(properties);
    for (const [name, setting] of settings) {
      assert.match(setting.markdownDescription ?? '', /^%.+%$/, name);
      assert.equal(setting.description, undefined, name);
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length, name);
    }
    const orders = settings.map(([, { order }]) => order);
    assert.ok(!orders.includes(undefined));
    assert.equal(new Set(orders).size, orders.length);
    // What is of a folder may differ by folder; what names a person, a path of the machine or what leaves is of the machine.
    const scopes = (scope: string) => settings.filter(([, one]) => one.scope === scope).map(([name]) => name);
    assert.deepEqual(scopes('resource').sort(), [
      'segurPreuves.indications.age',
      'segurPreuves.indications.etat',
      'segurPreuves.indications.taille',
    ]);
    assert.deepEqual(scopes('machine').sort(), ['segurPreuves.assistant.notes', 'segurPreuves.moi']);
    assert.deepEqual(scopes('machine-overridable'), ['segurPreuves.controleCda']);
    for (const texts of [french, english])
      for (const [, link = ''] of JSON.stringify(texts).matchAll(/`#(segurPreuves\.[\w.]+)#`/g))
        assert.ok(link in properties, link);
  });

  it('shows every entry of a menu under a condition, and every command where it can be run', () => {
    const { menus, commands: all } = manifest.contributes;
    for (const [menu, items] of Object.entries(menus))
      for (const { command, submenu, when } of items) assert.ok(when, `${menu} ${String(command ?? submenu)}`);
    const always: readonly string[] = [
      commands.openLog,
      commands.restart,
      commands.firstSteps,
      commands.tableByDefault,
      commands.myName,
    ];
    const inPalette = new Map((menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
    for (const { command, enablement } of all)
      if (!always.includes(command)) assert.ok(enablement ?? inPalette.get(command), command);
  });

  it('has every one of its texts in both languages, and none too many', () => {
    const used = new Set([...packageText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(french).sort(), [...used].sort());
  });

  it('contributes the commands that the client registers, and uses no other in menus', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual([...contributed].sort(), Object.values(commands).sort());
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      if (command !== undefined) assert.ok(contributed.includes(command), command);
    }
  });

  it('greys out, where the workspace is not trusted, the commands that are refused there', () => {
    const registered = readFileSync('client/commands/register.ts', 'utf8');
    const writing = [...registered.matchAll(/register\(\s*commands\.(\w+),\s*(\w+,|\{[^}]*\})/g)]
      .filter(([, , how = '']) => /^(attaching|talking),|writes: true/.test(how))
      .map(([, name]) => commands[name as keyof typeof commands]);
    assert.ok(writing.length > 30);
    for (const { command, enablement = '' } of manifest.contributes.commands)
      if (writing.includes(command as (typeof writing)[number]))
        assert.match(enablement, /isWorkspaceTrusted/, command);
  });

  it('greys out in a browser the commands that need a machine, and only those', () => {
    const greyed = manifest.contributes.commands.filter(({ enablement = '' }) =>
      enablement.includes(`!${contextKeys.browser}`),
    );
    assert.deepEqual(greyed.map(({ command }) => command).sort(), [...desktopCommands].sort());
  });

  it('fills every submenu, and shows each somewhere', () => {
    const { menus, submenus } = manifest.contributes;
    const shown = new Set(Object.values(menus).flatMap((items) => items.flatMap(({ submenu }) => submenu ?? [])));
    assert.deepEqual([...shown].sort(), submenus.map(({ id }) => id).sort());
    for (const { id } of submenus) assert.ok((menus[id] ?? []).length > 1, id);
  });

  it('asks in the menus of the tree for kinds of rows that there are', () => {
    const kinds = new Set(Object.values(rowContexts));
    for (const { when = '' } of manifest.contributes.menus['view/item/context'] ?? []) {
      if (!when.includes(`view == ${viewId} `)) continue;
      const asked = /viewItem (?:== |=~ \/\^\(?)([\w|]+)/.exec(when)?.[1]?.split('|') ?? [];
      for (const kind of asked) assert.ok(kinds.has(kind), `${kind} in ${when}`);
    }
  });

  it('keeps menus short enough to read', () => {
    const { menus } = manifest.contributes;
    const longest = (items: (typeof menus)[string], where: string) =>
      items.filter(({ when = '' }) => when.includes(where)).length;
    assert.ok(longest(menus['view/item/context'] ?? [], 'viewItem == dossier') <= 14);
    for (const [menu, items] of Object.entries(menus))
      if (menu.startsWith('segurPreuves.')) assert.ok(items.length <= 12, menu);
  });

  it('has in the menu of a row of the table every command of a row of the tree', () => {
    const { menus } = manifest.contributes;
    const inside = ({ command, submenu }: { command?: string; submenu?: string }): string[] =>
      submenu === undefined ? [command ?? ''] : (menus[submenu] ?? []).flatMap(inside);
    const of = (menu: string, where: string) =>
      new Set((menus[menu] ?? []).filter(({ when = '' }) => when.includes(where)).flatMap(inside));
    const inTable = of('webview/context', `webviewId == ${tableViewType}`);
    const missing = [...of('view/item/context', `view == ${viewId} `)].filter((one) => !inTable.has(one));
    // A portfolio has no rows there, and the table itself is open already.
    assert.deepEqual(missing, [commands.portfolioReport, commands.reuse, commands.openTable]);
    // Packaging the chapter of a row, where the tree has a row for the chapter.
    assert.ok(inTable.has(commands.packageChapter));
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

  it('offers the table beside the text, and never in its place unless asked', () => {
    assert.deepEqual(
      manifest.contributes.customEditors.map(({ viewType, priority, selector }) => [viewType, priority, selector]),
      [[tableViewType, 'option', [{ filenamePattern: '*.preuves.yaml' }]]],
    );
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
    const known: string[] = [
      ...Object.values(contextKeys),
      viewId,
      parcoursViewId,
      piecesViewId,
      tableViewType,
      threadsControllerId,
    ];
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

  it('follows the language of the editor unless told otherwise', () => {
    const { properties } = manifest.contributes.configuration;
    assert.equal(properties['segurPreuves.langue']?.default, 'auto');
  });

  it('ticks the walkthrough by what was done, in words without marks of a notation', () => {
    const { walkthroughs } = manifest.contributes;
    const steps = walkthroughs.flatMap((one) => one.steps as { completionEvents: string[] }[]);
    for (const event of steps.flatMap(({ completionEvents }) => completionEvents)) {
      const key = /^onContext:(segurPreuves\.\w+)/.exec(event)?.[1];
      assert.ok(key !== undefined && (Object.values(contextKeys) as string[]).includes(key), event);
    }
    for (const [key, text] of [...Object.entries(french), ...Object.entries(english)])
      if (/^walkthrough\..*(?:title|description)$/.test(key)) assert.doesNotMatch(String(text), /[*_`]/, key);
  });

  it('says something of its own in every state in which the view is empty', () => {
    const whens = manifest.contributes.viewsWelcome.map(({ when }) => when);
    for (const state of [
      /workbenchState == empty/,
      /segurPreuves\.etat == starting/,
      /segurPreuves\.etat == failed/,
      /dossiers == aucun && isWorkspaceTrusted/,
      /dossiers == aucun && !isWorkspaceTrusted/,
    ])
      assert.equal(whens.filter((when) => state.test(when)).length, 1, String(state));
  });

  it('ships the pages of the walkthrough in both languages', () => {
    const pages = [...Object.entries(french), ...Object.entries(english)].filter(([key]) => key.endsWith('.media'));
    assert.equal(pages.length, 2 * (manifest.contributes.walkthroughs[0]?.steps.length ?? 0));
    for (const [, file] of pages) {
      const text = readFileSync(String(file), 'utf8');
      const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, name]) =>
        join(dirname(String(file)), name ?? ''),
      );
      assert.equal(pictures.length, 1, String(file));
      // They ship with every copy of the extension.
      for (const picture of pictures) assert.ok(statSync(picture).size < 100 * 1024, picture);
    }
  });
});
