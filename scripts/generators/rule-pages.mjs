// A page for each rule, in French then in English, and their index.
import { importTypeScript } from '../import-typescript.mjs';

const folder = 'docs/rules';

/** Every page in this folder is one of ours. */
export const owns = { folder, suffix: '.md' };

const banner = '<!-- Page engendrée par scripts/generate.mjs : ne pas modifier. Generated: do not edit. -->';

const words = {
  fr: {
    summary: 'Résumé',
    category: 'Catégorie',
    severity: 'Gravité par défaut',
    fix: 'Correction automatique',
    avoid: 'À éviter',
    prefer: 'Préférer',
    why: 'Pourquoi',
    looked: 'Ce qui est regardé',
    ignore: 'Comment l’ignorer',
    source: 'Source',
    severities: { error: 'erreur', warning: 'avertissement', info: 'information', hint: 'indication' },
    fixable: { true: 'Oui, pour certains constats.', false: 'Non.' },
    safely: 'Oui, pour certains constats ; `check --fix` applique celles qui sont sûres.',
    since: 'Depuis la version {version}.',
    ignoreText: 'Ajoutez à la ligne un commentaire qui dit pourquoi :',
    ignoreComment: '# segur-ignore {rule} : raison',
    configure:
      'Ou, pour tous les dossiers d’un répertoire, dans `segur.config.yaml` (voir [configuration](../../configuration.md)) :',
    optional: 'Désactivée.',
    off: 'désactivée',
    enable: 'Comment l’activer',
    enableText:
      'Pour tous les dossiers d’un répertoire, dans `segur.config.yaml` (voir [configuration](../../configuration.md)), avec la gravité de votre choix :',
    unsettable:
      'Ce constat ne peut être ni ignoré ni changé de gravité : de ce qui n’a pas été lu, rien ne peut être accepté.',
    title: 'Règles',
    intro:
      'Ce que l’éditeur et la ligne de commande vérifient. L’identifiant d’une règle ne change jamais. Les exemples sont des extraits.',
    columns: ['Règle', 'Ce qu’elle signale', 'Gravité', 'Correction'],
    mark: { true: 'oui', false: '' },
  },
  en: {
    summary: 'Summary',
    category: 'Category',
    severity: 'Default severity',
    fix: 'Automatic fix',
    avoid: 'Avoid',
    prefer: 'Prefer',
    why: 'Why',
    looked: 'What is looked at',
    ignore: 'How to ignore it',
    source: 'Source',
    severities: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
    fixable: { true: 'Yes, for some findings.', false: 'No.' },
    safely: 'Yes, for some findings; `check --fix` applies those that are safe.',
    since: 'Since version {version}.',
    ignoreText: 'Add a comment to the line that says why:',
    ignoreComment: '# segur-ignore {rule} : reason',
    configure:
      'Or, for every dossier under a folder, in `segur.config.yaml` (see [configuration](../../configuration.md)):',
    optional: 'Off.',
    off: 'off',
    enable: 'How to switch it on',
    enableText:
      'For every dossier under a folder, in `segur.config.yaml` (see [configuration](../../configuration.md)), with the severity of your choice:',
    unsettable:
      'This finding cannot be ignored, nor given another severity: of what was not read nothing can be accepted.',
    title: 'Rules',
    intro: 'What the editor and the command line check. The id of a rule never changes. Examples are excerpts.',
    columns: ['Rule', 'What it finds', 'Severity', 'Fix'],
    mark: { true: 'yes', false: '' },
  },
};

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const core = await importTypeScript(
    'server/core/rules/registry.ts',
    'server/core/rules/categories.ts',
    'server/core/engine/guarded.ts',
  );
  const pages = [...core.rules.map((rule) => rule.meta), crashedRule(core)];
  pages.sort((a, b) => (a.id < b.id ? -1 : 1));
  const files = new Map([[`${folder}/README.md`, index(pages, core.categories)]]);
  for (const meta of pages) files.set(`${folder}/${meta.id}.md`, page(meta, core.categories));
  return files;
}

/** What is reported when a rule itself fails: it has an id, and so a page, but no rule stands behind it. */
function crashedRule({ crashedRuleId }) {
  return {
    id: crashedRuleId,
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une règle n’a pas pu être appliquée : c’est un défaut de l’outil, pas du dossier.',
      en: 'A rule could not be applied: this is a defect of the tool, not of the dossier.',
    },
    why: {
      fr: 'Les autres règles ont été appliquées, mais ce que celle-ci cherche n’a pas été vérifié à cet endroit.',
      en: 'The other rules were applied, but what this one looks for was not checked in that place.',
    },
    source: { fr: 'Fonctionnement de l’outil.', en: 'How the tool works.' },
  };
}

function page(meta, categories) {
  const french = section(meta, categories, 'fr');
  const english = section(meta, categories, 'en');
  return `${banner}\n\n# ${meta.id}\n\nFrançais · [English](#english)\n\n${french}\n---\n\n<a id="english"></a>\n\n${english}`;
}

function section(meta, categories, language) {
  const say = words[language];
  const category = meta.id.slice(0, meta.id.indexOf('/'));
  const name = categories[category]?.[language];
  if (name === undefined) throw new Error(`Category ${category} of rule ${meta.id} has no name.`);
  const set = (level) => yaml(`version: 1\ngravites:\n  ${meta.id}: ${level}`);
  const parts = [
    [say.summary, text(meta.summary[language])],
    [say.category, `${text(name)} (\`${category}\`)`],
    [say.severity, meta.optional ? say.optional : severity(meta.defaultSeverity, language)],
    [say.fix, meta.safelyFixable ? say.safely : say.fixable[meta.fixable]],
    ...(meta.avoid === undefined ? [] : [[say.avoid, yaml(meta.avoid)]]),
    ...(meta.prefer === undefined ? [] : [[say.prefer, yaml(meta.prefer)]]),
    [say.why, text(meta.why[language])],
    ...(meta.looked ? [[say.looked, text(meta.looked[language])]] : []),
    ...(meta.optional ? [[say.enable, `${say.enableText}\n\n${set(meta.defaultSeverity)}`]] : []),
    [say.ignore, ignoring(meta, say, set('off'))],
    [say.source, `${text(meta.source[language])} ${say.since.replace('{version}', meta.since)}`],
  ];
  return parts.map(([heading, body]) => `## ${heading}\n\n${body}\n`).join('\n');
}

function ignoring(meta, say, off) {
  if (meta.unsettable) return say.unsettable;
  const comment = `${say.ignoreText}\n\n${yaml(say.ignoreComment.replace('{rule}', meta.id))}`;
  return meta.optional ? comment : `${comment}\n\n${say.configure}\n\n${off}`;
}

/** `avertissement (warning)`: the word and, in French, the value that settings and outputs have for it. */
function severity(level, language) {
  const word = words[language].severities[level];
  return word === level ? `\`${level}\`` : `${word} (\`${level}\`)`;
}

function index(pages, categories) {
  const part = (language) => {
    const say = words[language];
    const blocks = Object.entries(categories).flatMap(([category, name]) => {
      const own = pages.filter(({ id }) => id.startsWith(`${category}/`));
      if (own.length === 0) return [];
      const rows = own.map(
        ({ id, summary, defaultSeverity, fixable, optional }) =>
          `| [${id}](${id}.md) | ${text(summary[language])} | ${optional ? say.off : say.severities[defaultSeverity]} | ${say.mark[fixable]} |`,
      );
      const head = `| ${say.columns.join(' | ')} |\n|---|---|---|---|`;
      return [`### ${text(name[language])}\n\n${head}\n${rows.join('\n')}\n`];
    });
    return `## ${say.title}\n\n${say.intro}\n\n${blocks.join('\n')}`;
  };
  return `${banner}\n\n# ${words.fr.title} · ${words.en.title}\n\nFrançais · [English](#english)\n\n${part('fr')}\n---\n\n<a id="english"></a>\n\n${part('en')}`;
}

/** A sentence as Markdown: nothing in it is markup, but what stands between backquotes is code. */
function text(sentence) {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\<*_[\]|]/g, '\\$&')))
    .join('');
}

function yaml(excerpt) {
  return `\`\`\`yaml\n${excerpt.trimEnd()}\n\`\`\``;
}
