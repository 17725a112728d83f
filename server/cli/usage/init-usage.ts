import { commandUsage } from './command-usage';
import { outputOption } from './common-options';

const date = { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' };

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
    editeur: {
      kind: 'value',
      value: { fr: 'NOM', en: 'NAME' },
      does: { fr: 'dénomination sociale de l’éditeur', en: 'company name of the vendor' },
    },
    siret: {
      kind: 'value',
      value: { fr: '14 CHIFFRES', en: '14 DIGITS' },
      does: { fr: 'SIRET de l’éditeur', en: 'SIRET of the vendor' },
    },
    logiciel: {
      kind: 'value',
      value: { fr: 'NOM', en: 'NAME' },
      does: { fr: 'nom du logiciel', en: 'name of the software' },
    },
    'version-logiciel': {
      kind: 'value',
      value: { fr: 'V', en: 'V' },
      does: { fr: 'version candidate du logiciel', en: 'candidate version of the software' },
    },
    'date-version': {
      kind: 'value',
      value: date,
      does: { fr: 'date de cette version', en: 'date of this version' },
    },
    'depot-vise': {
      kind: 'value',
      value: date,
      does: { fr: 'date de dépôt visée', en: 'planned filing date' },
    },
    'par-chapitre': {
      kind: 'flag',
      does: {
        fr: 'met chaque chapitre dans un fichier, pour y travailler à plusieurs',
        en: 'puts each chapter into a file, for several people to work on',
      },
    },
    'un-fichier': {
      kind: 'flag',
      does: {
        fr: 'met tout dans un fichier, comme sans cette option',
        en: 'puts all into one file, as without this option',
      },
    },
    pieces: {
      kind: 'value',
      value: { fr: 'DOSSIER', en: 'FOLDER' },
      without: { fr: 'preuves', en: 'preuves' },
      does: {
        fr: 'où ranger les pièces, dans le dossier ; écrit dans segur.config.yaml',
        en: 'where evidence goes in the dossier; written in segur.config.yaml',
      },
    },
    output: outputOption(
      { fr: 'DOSSIER', en: 'FOLDER' },
      { fr: 'où créer le dossier', en: 'where to create the dossier' },
    ),
  },
  examples: [
    'init --dispositif MDV-LGC-Va2 -o dossier',
    'init --catalogue mdv.rem.yaml --profil Général -o dossier',
    'init --dispositif MDV-LGC-Va2 --editeur "Éditeur Exemple" --logiciel MonCabinet --par-chapitre -o dossier',
  ],
  ends: { ok: { fr: 'dossier créé', en: 'dossier created' } },
});
