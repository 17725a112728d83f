import { commandUsage } from './command-usage';

export const lspUsage = commandUsage({
  name: 'lsp',
  group: 'connect',
  title: { fr: 'serveur de langage, pour tout éditeur', en: 'language server, for any editor' },
  operands: { form: { fr: '', en: '' }, most: 0 },
  needs: { fr: '--stdio', en: '--stdio' },
  options: {
    stdio: {
      kind: 'flag',
      does: { fr: 'parle sur l’entrée et la sortie standard', en: 'speaks on standard input and output' },
    },
  },
  examples: ['lsp --stdio'],
  ends: { ok: { fr: 'l’éditeur a mis fin à la connexion', en: 'the editor ended the connection' } },
});
