import { commandUsage } from './command-usage';
import { atDate, draftOption, outputOption } from './common-options';

export const packageUsage = commandUsage({
  name: 'package',
  group: 'file',
  title: { fr: 'constitue le dépôt', en: 'makes the package' },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '-o FICHIER.zip', en: '-o FILE.zip' },
  options: {
    output: outputOption({ fr: 'FICHIER.zip', en: 'FILE.zip' }, { fr: 'dépôt à écrire', en: 'package to write' }),
    chapitre: {
      kind: 'value',
      value: { fr: 'C', en: 'C' },
      many: true,
      without: { fr: 'tous', en: 'all' },
      does: { fr: 'chapitre à déposer', en: 'chapter to file' },
    },
    reponses: {
      kind: 'flag',
      does: {
        fr: 'seulement ce qui répond aux demandes de modification de l’ANS',
        en: 'only what answers the requests for change of ANS',
      },
    },
    brouillon: draftOption({
      fr: 'constitue un brouillon, à ne pas déposer, même si quelque chose manque',
      en: 'makes a draft, not to be filed, even if something is missing',
    }),
    at: atDate,
  },
  examples: ['package -o depot.zip', 'package dossier --chapitre INS --chapitre PSC -o depot.zip'],
  ends: {
    ok: { fr: 'dépôt constitué', en: 'package made' },
    findings: {
      fr: 'rien ne peut être déposé en l’état : les raisons sont dites',
      en: 'nothing can be filed as it is: the reasons are told',
    },
  },
});
