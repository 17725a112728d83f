import type { Sentence } from '../../core/messages/say';

/** What commands say of a portfolio. */
export const portfolioMessages = {
  restsOn: { fr: 'en dépendent : {dossiers}', en: 'on it rest: {dossiers}' },
  version: { fr: 'version {version}', en: 'version {version}' },
  catalogue: { fr: 'REM {version}', en: 'REM {version}' },
  oldest: {
    fr: 'pièce la plus ancienne : {date} ({age, plural, one {# jour} other {# jours}})',
    en: 'oldest piece: {date} ({age, plural, one {# day} other {# days}})',
  },
  closing: {
    fr: 'clôture : {date} ({days, plural, one {# jour} other {# jours}})',
    en: 'closing: {date} ({days, plural, one {# day} other {# days}})',
  },
  closed: {
    fr: 'clôture passée : {date} ({days, plural, one {il y a # jour} other {il y a # jours}})',
    en: 'closed: {date} ({days, plural, one {# day} other {# days}} ago)',
  },
  notForAns: {
    fr: 'Le rapport d’un portefeuille réunit plusieurs dossiers : il ne sort pas de la maison. Faites avec --pour-ans celui de chaque dossier.',
    en: 'The report of a portfolio brings several dossiers together: it does not leave the house. Make that of each dossier with --pour-ans.',
  },
  unknownFormat: {
    fr: 'Le nom « {path} » doit finir par .html, .xlsx, .csv, .md ou .json.',
    en: 'The name “{path}” has to end in .html, .xlsx, .csv, .md or .json.',
  },
  folderWanted: {
    fr: 'Les dépôts d’un portefeuille vont chacun dans un sous-dossier : donnez après -o le nom d’un dossier, pas celui d’un ZIP ({path}).',
    en: 'The packages of a portfolio each go into a sub-folder: after -o give the name of a folder, not that of a ZIP ({path}).',
  },
  dossier: { fr: '{dossier} :', en: '{dossier}:' },
  failed: { fr: '{dossier} : {reason}', en: '{dossier}: {reason}' },
  packages: {
    fr: 'Dépôts constitués : {made} sur {all}.',
    en: 'Packages made: {made} of {all}.',
  },
  notPortfolio: {
    fr: '« {path} » n’est pas un portefeuille : donnez un fichier portefeuille.yaml.',
    en: '“{path}” is no portfolio: give a portefeuille.yaml file.',
  },
  noOffer: {
    fr: 'Rien d’un dossier ne pourrait servir à un autre : aucune preuve à fournir n’est demandée avec le même texte, ni sous le même identifiant de socle, là où elle est déjà fournie.',
    en: 'Nothing of a dossier could serve another: no proof still to be provided is asked in the same words, or under the same socle id, where it is provided already.',
  },
  unknownOffer: {
    fr: 'Aucune proposition n’a le n° {id} : « segur-preuves reuse » liste celles qui valent maintenant.',
    en: 'No offer has no. {id}: “segur-preuves reuse” lists those that hold now.',
  },
  notCommon: {
    fr: '« {path} » n’est pas une pièce commune : elle ne peut être que copiée. Pour la citer, mettez-la d’abord dans le dossier commun du portefeuille.',
    en: '“{path}” is no common piece: it can only be copied. To cite it, first put it into the common folder of the portfolio.',
  },
  offer: {
    fr: '{id}  {path}  ({reason})\n    vient de {from}{noted}\n    pourrait servir à {to}',
    en: '{id}  {path}  ({reason})\n    comes from {from}{noted}\n    could serve {to}',
  },
  notedOn: { fr: ', du {date}', en: ', of {date}' },
  notedVersion: { fr: ', version {version}', en: ', version {version}' },
  offersHint: {
    fr: 'Rien n’est joint. « --offre N° » joint une pièce, après que vous avez jugé qu’elle convient.',
    en: 'Nothing is attached. “--offre NO.” attaches a piece, once you judged that it suits.',
  },
} satisfies Record<string, Sentence>;
