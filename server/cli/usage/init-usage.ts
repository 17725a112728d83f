import { commandUsage } from './command-usage';
import { outputOption } from './common-options';

export const initUsage = commandUsage({
  name: 'init',
  group: 'create',
  title: {
    fr: 'crée un dossier avec toutes les exigences applicables',
    en: 'creates a dossier with every applicable requirement',
  },
  operands: { form: { fr: '', en: '' }, most: 0 },
  needs: {
    fr: '(--dispositif ID | --catalogue FICHIER.rem.yaml) -o DOSSIER',
    en: '(--dispositif ID | --catalogue FILE.rem.yaml) -o FOLDER',
  },
  options: {
    dispositif: {
      kind: 'value',
      value: { fr: 'ID', en: 'ID' },
      does: {
        fr: 'dispositif visé, dont le catalogue est intégré',
        en: 'dispositif applied for, whose catalogue is built in',
      },
    },
    catalogue: {
      kind: 'value',
      value: { fr: 'FICHIER.rem.yaml', en: 'FILE.rem.yaml' },
      does: { fr: 'REM importé à suivre', en: 'imported REM to follow' },
    },
    profil: {
      kind: 'value',
      value: { fr: 'P', en: 'P' },
      many: true,
      does: { fr: 'profil du logiciel', en: 'profile of the software' },
    },
    output: outputOption(
      { fr: 'DOSSIER', en: 'FOLDER' },
      { fr: 'où créer le dossier', en: 'where to create the dossier' },
    ),
  },
  examples: ['init --dispositif MDV-LGC-Va2 -o dossier', 'init --catalogue mdv.rem.yaml --profil Général -o dossier'],
  ends: { ok: { fr: 'dossier créé', en: 'dossier created' } },
});
