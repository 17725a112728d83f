// One page with the help of every command, as the command line prints it, in French then in English.
import { importTypeScript } from '../import-typescript.mjs';

const output = 'docs/commandes.md';
const banner = '<!-- Page engendrée par scripts/generate.mjs : ne pas modifier. Generated: do not edit. -->';

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const { allCommands, commandHelp } = await importTypeScript(
    'server/cli/usage/all-commands.ts',
    'server/cli/usage/help.ts',
  );
  const sections = (locale) => allCommands.map((usage) => section(usage, commandHelp(usage, locale), locale));
  const text = [
    banner,
    '# Commandes',
    'Français · [English](#english)\n\nCe que `segur-preuves COMMANDE --help` écrit, pour chaque commande.',
    ...sections('fr'),
    '---',
    '<a id="english"></a>',
    '# Commands',
    'What `segur-preuves COMMAND --help` prints, for each command.',
    ...sections('en'),
  ].join('\n\n');
  return new Map([[output, `${text}\n`]]);
}

function section({ name, title }, help, locale) {
  const colon = locale === 'fr' ? ' :' : ':';
  return `## \`${name}\`${colon} ${title[locale]}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``;
}
