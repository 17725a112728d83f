import { commandUsage } from './command-usage';

export const mcpUsage = commandUsage({
  name: 'mcp',
  group: 'connect',
  title: {
    fr: 'outils pour un assistant (Model Context Protocol), qui lisent et proposent sans rien écrire',
    en: 'tools for an assistant (Model Context Protocol), which read and propose and write nothing',
  },
  operands: { form: { fr: '[DOSSIER…]', en: '[FOLDER…]' }, most: Infinity },
  options: {
    notes: {
      kind: 'flag',
      does: {
        fr: 'montre aussi les notes internes, les discussions, le suivi et les noms de personnes',
        en: 'shows internal notes, threads, follow-up and names of persons, too',
      },
    },
  },
  examples: ['mcp', 'mcp dossiers --notes', 'mcp dossier-a dossier-b --lang en'],
  ends: { ok: { fr: 'l’assistant a mis fin à la connexion', en: 'the assistant ended the connection' } },
});
