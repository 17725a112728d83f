import { commandUsage } from './command-usage';
import { atDate, formatOption } from './common-options';

export const reuseUsage = commandUsage({
  name: 'reuse',
  group: 'create',
  title: {
    fr: 'dit quelles pièces d’un dossier du portefeuille pourraient servir à un autre, et joint celles que vous choisissez',
    en: 'tells which pieces of one dossier of the portfolio could serve another, and attaches those that you choose',
  },
  operands: { form: { fr: 'PORTEFEUILLE', en: 'PORTFOLIO' }, most: 1 },
  options: {
    offre: {
      kind: 'value',
      value: { fr: 'N°', en: 'NO.' },
      many: true,
      does: { fr: 'proposition à suivre : la pièce est jointe', en: 'offer to take up: the piece is attached' },
      without: { fr: 'aucune : elles sont listées', en: 'none: they are listed' },
    },
    copie: {
      kind: 'flag',
      does: {
        fr: 'copie la pièce, même commune, dans le dossier',
        en: 'copies the piece, even a common one, into the dossier',
      },
    },
    reference: {
      kind: 'flag',
      does: { fr: 'cite la pièce commune, et refuse de copier', en: 'cites the common piece, and refuses to copy' },
    },
    format: formatOption('pretty', 'json'),
    at: atDate,
    'dry-run': { kind: 'flag', does: { fr: 'montre sans rien écrire', en: 'shows, and writes nothing' } },
  },
  examples: ['reuse portefeuille.yaml', 'reuse portefeuille.yaml --offre 3f9a1c20b7d4'],
  ends: {
    ok: { fr: 'propositions listées, ou pièces jointes', en: 'offers listed, or pieces attached' },
    findings: { fr: 'ce qui est joint aura des erreurs', en: 'what is attached will have errors' },
  },
});
