import { outputOption } from './common-options';
import { commandUsage } from './command-usage';

export const mergeUsage = commandUsage({
  name: 'merge',
  group: 'connect',
  title: {
    fr: 'réunit ce que deux personnes ont fait d’un manifeste, pièce par pièce',
    en: 'unites what two people made of a manifest, piece by piece',
  },
  operands: { form: { fr: '[BASE NOTRE LEUR [CHEMIN] | CHEMIN]', en: '[BASE OURS THEIRS [PATH] | PATH]' }, most: 4 },
  options: {
    output: outputOption(
      { fr: 'FICHIER', en: 'FILE' },
      {
        fr: 'fichier à écrire : la fusion, ou avec --install les lignes de .gitattributes',
        en: 'file to write: the merge, or with --install the lines of .gitattributes',
      },
    ),
    install: {
      kind: 'flag',
      does: {
        fr: 'montre comment git s’en sert ; ne change aucun réglage de git',
        en: 'shows how git makes use of it; changes no setting of git',
      },
    },
    'dry-run': {
      kind: 'flag',
      does: {
        fr: 'montre ce qui resterait à décider, sans rien écrire',
        en: 'shows what is left to decide, and writes nothing',
      },
    },
  },
  examples: [
    'merge',
    'merge base.yaml notre.yaml leur.yaml -o dossier.preuves.yaml',
    'merge "dossier (conflit).preuves.yaml"',
    'merge --install -o .gitattributes',
  ],
  ends: {
    ok: { fr: 'tout est réuni', en: 'all is united' },
    findings: {
      fr: 'il reste à décider, entre les marques « <<<<<<< » et « >>>>>>> »',
      en: 'something is left to decide, between the marks “<<<<<<<” and “>>>>>>>”',
    },
  },
});
