import type { Sentence } from '../../core/messages/say';

/** What `rem-diff` and `migrate` say. */
export const revisionMessages = {
  twoCatalogues: {
    fr: 'rem-diff compare deux catalogues : « segur-preuves rem-diff ANCIEN NOUVEAU ».',
    en: 'rem-diff compares two catalogues: “segur-preuves rem-diff OLD NEW”.',
  },
  changed: {
    fr: '{path} a changé pendant la préparation, ou n’est pas en UTF-8. Rien n’a été modifié ; recommencez.',
    en: '{path} changed meanwhile, or is not UTF-8. Nothing was changed; try again.',
  },
  nothing: { fr: 'Ce dossier suit déjà ce REM : rien à changer.', en: 'This dossier follows that REM already.' },
  migrated: {
    fr: 'Dossier mis à jour : {files, plural, one {# fichier modifié} other {# fichiers modifiés}}. « segur-preuves migrate --annuler » remet tout comme avant.',
    en: 'Dossier updated: {files, plural, one {# file} other {# files}} changed. “segur-preuves migrate --annuler” puts everything back.',
  },
  dryRun: {
    fr: 'Aperçu seulement : rien n’a été écrit. {files, plural, one {# fichier changerait} other {# fichiers changeraient}}.',
    en: 'Preview only: nothing was written. {files, plural, one {# file} other {# files}} would change.',
  },
  undone: {
    fr: 'Mise à jour annulée : {files, plural, one {# fichier remis} other {# fichiers remis}} comme avant.',
    en: 'Migration undone: {files, plural, one {# file put back as it was} other {# files put back as they were}}.',
  },
  takenUp: {
    fr: 'Une mise à jour avait été interrompue en cours d’écriture : le dossier est remis comme avant, puis mis à jour en entier.',
    en: 'A migration had been cut off while writing: the dossier is put back as it was, then migrated whole.',
  },
  nothingToUndo: { fr: 'Aucune mise à jour à annuler.', en: 'No migration to undo.' },
  changedSince: {
    fr: 'Rien n’a été annulé : {files} a été modifié depuis la mise à jour, et le serait perdu. Le texte d’avant est dans {journal}.',
    en: 'Nothing was undone: {files} was edited since the migration, and that would be lost. The text before is in {journal}.',
  },
  badJournal: {
    fr: '{path} n’est pas lisible : la mise à jour ne peut pas être annulée.',
    en: '{path} is not readable: the migration cannot be undone.',
  },
} satisfies Record<string, Sentence>;
