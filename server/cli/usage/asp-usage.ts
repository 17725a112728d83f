import { commandUsage } from './command-usage';
import { atDate, draftOption, outputOption } from './common-options';

export const aspUsage = commandUsage({
  name: 'asp',
  group: 'file',
  title: {
    fr: 'remplit le modèle vierge de l’ASP et réunit les pièces ; refuse ce que l’ASP refuserait',
    en: 'fills ASP’s blank model and gathers the documents; refuses what ASP would',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '--demande avance|solde -o FICHIER.json', en: '--demande avance|solde -o FILE.json' },
  options: {
    demande: {
      kind: 'choice',
      choices: ['avance', 'solde'],
      does: { fr: 'ce qui est demandé', en: 'what is asked for' },
    },
    commande: {
      kind: 'value',
      value: { fr: 'REF', en: 'REF' },
      many: true,
      without: { fr: 'toutes', en: 'all' },
      does: { fr: 'commande concernée', en: 'order it is about' },
    },
    modele: {
      kind: 'value',
      value: { fr: 'FICHIER.json', en: 'FILE.json' },
      does: {
        fr: 'modèle vierge de l’ASP ; sans lui, écrit notre modèle interne',
        en: 'blank model of ASP; without it, writes our internal one',
      },
    },
    correspondance: {
      kind: 'value',
      value: { fr: 'FICHIER.yaml', en: 'FILE.yaml' },
      does: { fr: 'où va chaque champ dans ce modèle', en: 'where each field goes in that model' },
    },
    brouillon: draftOption({
      fr: 'écrit la demande malgré tout, marquée comme brouillon',
      en: 'writes the request all the same, marked as a draft',
    }),
    output: outputOption({ fr: 'FICHIER.json', en: 'FILE.json' }, { fr: 'demande à écrire', en: 'request to write' }),
    at: atDate,
  },
  examples: ['asp --demande avance --modele modele.json --correspondance champs.yaml -o avance.json'],
  ends: {
    ok: { fr: 'demande écrite', en: 'request written' },
    findings: { fr: 'demande refusée : les raisons sont dites', en: 'request refused: the reasons are told' },
  },
});
