import type { Sentence } from '../../core/messages/say';

/** What `verify` and `diff` say. */
export const compareMessages = {
  twoPaths: {
    fr: 'diff compare deux dépôts ou dossiers : « segur-preuves diff AVANT APRÈS ».',
    en: 'diff compares two packages or dossiers: “segur-preuves diff BEFORE AFTER”.',
  },
  onePackage: {
    fr: 'verify attend un dépôt, et peut-être un dossier : « segur-preuves verify FICHIER.zip [DOSSIER] ».',
    en: 'verify takes a package, and perhaps a dossier: “segur-preuves verify FILE.zip [DOSSIER]”.',
  },
  reading: { fr: 'Lecture du dépôt : {mib}/{total} Mio', en: 'Reading the package: {mib}/{total} MiB' },
  valid: {
    fr: '✔ {path} : dépôt intact ({files, plural, one {# fichier} other {# fichiers}}, {mib} Mio).',
    en: '✔ {path}: package intact ({files, plural, one {# file} other {# files}}, {mib} MiB).',
  },
  draft: {
    fr: 'C’est un brouillon : il n’est pas destiné à être déposé.',
    en: 'It is a draft: not to be filed.',
  },
  invalid: {
    fr: '✘ {path} : {count, plural, one {# problème} other {# problèmes}}. Ne déposez pas ce fichier ; constituez-le de nouveau.',
    en: '✘ {path}: {count, plural, one {# problem} other {# problems}}. Do not file it; make it again.',
  },
  notCompared: {
    fr: 'Le dossier n’est pas comparé : le dépôt ne dit pas ce qu’il contient.',
    en: 'The dossier is not compared: the package does not say what it holds.',
  },
} satisfies Record<string, Sentence>;
