// The site of the documentation: the pages of docs/ as they are, with a menu and a search that works without a server.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const docs = path.join(root, 'docs');

/** First heading of a page. */
const titleOf = (file) => /^# (.+)$/m.exec(fs.readFileSync(file, 'utf8'))?.[1].replaceAll('`', '') ?? file;
const pagesIn = (folder) =>
  fs
    .readdirSync(path.join(docs, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort();
const linksTo = (folder, prefix) =>
  pagesIn(folder).map((name) => ({
    text: folder.startsWith('rules/') ? name.slice(0, -3) : titleOf(path.join(docs, folder, name)),
    link: `/${prefix}${name.slice(0, -3)}`,
  }));
const categories = fs
  .readdirSync(path.join(docs, 'rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export default defineConfig({
  lang: 'fr',
  title: 'Ségur Preuves',
  description: 'Écrire, vérifier et constituer le dossier de preuves de conformité du Ségur du numérique en santé.',
  srcDir: '../docs',
  outDir: '../out/site',
  cacheDir: '../out/site-cache',
  rewrites: { 'rules/README.md': 'rules/index.md' },
  // Links out of docs/ lead to the repository.
  ignoreDeadLinks: [
    /^\.?\.?\/.*(README|CHANGELOG|CONTRIBUTING|LICENSE)/,
    /^\.?\.?\/decisions\/index$/,
    /\/(bench|examples|schemas|server|test|client|catalogues|integrations|.github)\//,
  ],
  // Pages outside this folder find the library here.
  vite: {
    resolve: { alias: [{ find: /^vue(\/.*)?$/, replacement: `${path.join(root, 'site/node_modules/vue')}$1` }] },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3], label: 'Sur cette page' },
    docFooter: { prev: 'Page précédente', next: 'Page suivante' },
    sidebar: [
      { text: 'Guide', items: linksTo('.', '') },
      {
        text: 'Règles',
        collapsed: true,
        items: [
          { text: 'Toutes les règles', link: '/rules/' },
          ...categories.map((name) => ({
            text: name,
            collapsed: true,
            items: linksTo(`rules/${name}`, `rules/${name}/`),
          })),
        ],
      },
      { text: 'Décisions', collapsed: true, items: linksTo('decisions', 'decisions/') },
    ],
  },
});
