// Layers run one way (docs/architecture.md): cli, main -> language -> core <- host. This file enforces it.
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { coreFloors, forbiddenTo } from './scripts/core-floors.mjs';

const nodeBuiltins = {
  group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'worker_threads', 'stream', 'util'],
  message: 'This layer is pure: take files, clock and hashing through the interfaces of core/ports.',
};
/** What opens whatever a name leads to. */
const unguarded = {
  group: ['node:fs', 'node:fs/promises'],
  importNames: ['readFile', 'readFileSync', 'copyFile', 'copyFileSync', 'createReadStream'],
  message: 'Files are read through host/files/guarded-file.ts: a link, a pipe or a huge file must not be.',
};
const layer = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const noLayer = (names, message) => ({ regex: `^(\\.\\./)+(server/)?(${names})(/|$)`, message });
const noEditor = {
  group: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'],
  message: 'Only client/ knows the editor.',
};
const noConnection = {
  group: ['vscode-languageserver', 'vscode-languageserver/*'],
  message: 'Only server/lsp holds a connection; import types from vscode-languageserver-types.',
};
/** What no part of core may import. */
const aroundCore = [
  nodeBuiltins,
  noEditor,
  noConnection,
  noLayer('host|language|lsp|cli', 'core depends on no other layer.'),
  { group: ['vscode-languageserver-types'], message: 'core knows no editor protocol.' },
];
const tags =
  'html|head|body|meta|title|style|main|nav|section|h[1-6]|p|[uod]l|li|d[td]|div|span|a|b|strong|em|small|code|table|caption|col|colgroup|thead|tbody|t[rhd]|figure|figcaption|svg|path|rect|circle|text|tspan|use|defs|symbol|pattern|desc|ins|del';
const markup = `/<(!doctype|\\x2f?(${tags})[ >\\x2f])/i`;
/** HTML comes out of the tag that escapes: any other text with elements in it is a page made by hand. */
const onlyTaggedHtml = {
  'no-restricted-syntax': [
    'error',
    ...[
      `TemplateLiteral:not(TaggedTemplateExpression[tag.name='html'] > .quasi) > TemplateElement[value.raw=${markup}]`,
      `Literal[value=${markup}]`,
    ].map((selector) => ({
      selector,
      message: 'HTML is written with the html tag of core/text/html.ts, which escapes.',
    })),
    {
      selector: 'Literal[regex.pattern=/^\\[&<>/]',
      message: 'Values in HTML are escaped by the html tag of core/text/html.ts, not by hand.',
    },
  ],
};
/** The floors of core run one way too. */
const notAbove = (folder) => ({
  regex: `^(\\.\\./)+(${forbiddenTo(folder).join('|') || '(?!)'})/`,
  message: `core/${folder} imports only what is on the floors below it: scripts/core-floors.mjs.`,
});

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'out/',
      'dist/',
      '**/*.generated.js',
      '.vscode-test/',
      'bench/node_modules/',
      'bench/.work/',
      'examples/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'server/core/tsconfig.json',
          'server/host/tsconfig.json',
          'server/language/tsconfig.json',
          'server/tsconfig.json',
          'server/web/tsconfig.json',
          'client/tsconfig.json',
          'client/webviews/tsconfig.json',
          'protocol/tsconfig.json',
          'words/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': 'error',
    },
  },
  {
    // What is read may be hostile, and is read on the thread that answers: no pattern takes more than linear time.
    files: ['{server,client,protocol,words}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['server/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(...aroundCore),
  },
  ...coreFloors.flat().map((folder) => ({
    files: [`server/core/${folder}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: layer(...aroundCore, notAbove(folder)),
  })),
  {
    files: ['server/{core,language,lsp,cli}/**/*.ts', 'client/**/*.ts'],
    ignores: ['**/*.test.ts', 'server/core/text/html.ts', 'server/cli/formats/check-junit.ts'],
    rules: onlyTaggedHtml,
  },
  {
    files: ['server/host/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(unguarded, noEditor, noConnection, noLayer('language|lsp|cli', 'host depends on core only.')),
  },
  {
    files: ['server/cli/**/*.ts', 'server/lsp/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(unguarded),
  },
  {
    files: ['server/language/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(nodeBuiltins, noEditor, noConnection, noLayer('host|lsp|cli', 'language depends on core only.')),
  },
  {
    files: ['server/web/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(nodeBuiltins, noEditor, noLayer('cli', 'The server of a browser has no command line.'), {
      regex: '^(\\.\\./)+host/(?!(clock/paris-clock|evidence/content-signature|evidence/known-evidence)$)',
      message: 'A browser has none of Node: of host only what knows no Node, named here.',
    }),
  },
  {
    files: ['client/**/*.ts'],
    ignores: ['**/*.test.ts', 'client/desktop/**'],
    rules: layer(
      { regex: '(^|/)server/', message: 'The client talks to the server through the protocol only.' },
      { group: ['node:*', 'vscode-languageclient/node'], message: 'Only client/desktop/ is bound to a machine.' },
    ),
  },
  {
    files: ['client/desktop/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer({ regex: '(^|/)server/', message: 'The client talks to the server through the protocol only.' }),
  },
  {
    files: ['client/webviews/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(nodeBuiltins, noEditor, {
      regex: '^(\\.\\./)+(?!kit/|table/|sheet/|protocol/|words/)\\w',
      message: 'A page runs in a browser: it knows protocol/, words/ and the other folders of client/webviews/.',
    }),
  },
  {
    files: ['words/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: layer(nodeBuiltins, noEditor, noConnection, {
      regex: '^\\.\\./',
      message: 'words/ is what client and server both say things with: it knows neither.',
    }),
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    // Parts of these run in the page.
    files: [
      'test/webviews/*.mjs',
      'test/journey/*.mjs',
      'test/pages/*.mjs',
      'test/release/*.mjs',
      'bench/table-page.mjs',
      'bench/table-edit.mjs',
    ],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'],
          ...['document', 'window', 'navigator', 'sessionStorage', 'structuredClone', 'requestAnimationFrame'],
          ...['MutationObserver', 'DataTransfer', 'DragEvent', 'ClipboardEvent', 'File'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
