import type { Sentence } from '../../core/messages/say';

/** What `merge` says. */
export const mergeMessages = {
  ours: { fr: 'notre version', en: 'our version' },
  theirs: { fr: 'leur version', en: 'their version' },
  threeFiles: {
    fr: 'Indiquez trois fichiers (BASE NOTRE LEUR), ou aucun dans un dépôt git où une fusion est en cours.',
    en: 'Give three files (BASE OURS THEIRS), or none in a git repository with a merge under way.',
  },
  outputNeedsFiles: {
    fr: '-o demande trois fichiers (BASE NOTRE LEUR), ou --install.',
    en: '-o wants three files (BASE OURS THEIRS), or --install.',
  },
  outputNeeded: {
    fr: 'Ces fichiers ne sont pas en UTF-8 : donnez le fichier à écrire avec -o.',
    en: 'These files are not UTF-8: give the file to write with -o.',
  },
  twoTargets: {
    fr: 'Avec quatre arguments, la fusion est écrite dans le deuxième, comme git le veut : retirez -o ou le chemin.',
    en: 'With four arguments the merge is written to the second one, as git wants it: leave out -o or the path.',
  },
  installAlone: {
    fr: '--install ne prend aucun fichier à réunir.',
    en: '--install takes no file to be united.',
  },
  merged: { fr: '{path} : réuni.', en: '{path}: united.' },
  byLines: {
    fr: '{path} : réuni ligne par ligne, car une version ne se lit pas entrée par entrée (YAML à corriger, encodage, ou catalogue). Vérifiez-le.',
    en: '{path}: united line by line, since a version cannot be read entry by entry (YAML to be corrected, encoding, or a catalogue). Check it.',
  },
  left: {
    fr: '{path} : {count, plural, one {un endroit reste à décider} other {# endroits restent à décider}}, entre les marques « <<<<<<< » et « >>>>>>> ».',
    en: '{path}: {count, plural, one {one place is left to decide} other {# places are left to decide}}, between the marks “<<<<<<<” and “>>>>>>>”.',
  },
  conflict: { fr: '  {conflict}', en: '  {conflict}' },
  noText: {
    fr: '{path} : non réuni, ses versions ne sont pas du texte dans un même encodage (UTF-8, ou sur un octet). Choisissez l’une d’elles, ou convertissez-les (segur-preuves convert).',
    en: '{path}: not united, its versions are not text in one encoding (UTF-8, or single bytes). Choose one of them, or convert them (segur-preuves convert).',
  },
  removed: {
    fr: '{path} : retiré d’un côté, modifié de l’autre. Gardez-le (git add) ou retirez-le (git rm) ; s’il a changé de nom, reportez-y la modification.',
    en: '{path}: removed on one side, changed on the other. Keep it (git add) or remove it (git rm); where it has another name now, carry the change there.',
  },
  edited: {
    fr: '{path} : laissé tel quel, car la ligne {line} a été écrite depuis la fusion. Pour repartir des deux versions : git checkout -m {path}',
    en: '{path}: left as it is, since line {line} was written after the merge. To start from both versions again: git checkout -m {path}',
  },
  nothing: {
    fr: 'Aucun manifeste n’attend d’être réuni ici.',
    en: 'No manifest waits to be united here.',
  },
  toAdd: {
    fr: 'Vérifiez (segur-preuves check), puis dites à git que c’est réuni : git add {paths}',
    en: 'Check (segur-preuves check), then tell git that it is united: git add {paths}',
  },
  copyToRemove: {
    fr: 'Ce que « {copy} » avait en plus est dans « {original} » ; ce que l’un des deux avait retiré y est revenu. Vérifiez (segur-preuves check), puis retirez la copie.',
    en: 'What “{copy}” had more is in “{original}”; what one of them had removed is back. Check (segur-preuves check), then remove the copy.',
  },
  copyToDecide: {
    fr: 'Décidez dans « {original} », vérifiez (segur-preuves check), puis retirez « {copy} ».',
    en: 'Decide in “{original}”, check (segur-preuves check), then remove “{copy}”.',
  },
  wouldWrite: { fr: 'Rien n’a été écrit (--dry-run).', en: 'Nothing was written (--dry-run).' },
  noGit: {
    fr: 'Git n’est pas sur cette machine. Donnez les trois versions : segur-preuves merge BASE NOTRE LEUR -o FICHIER',
    en: 'Git is not on this machine. Give the three versions: segur-preuves merge BASE OURS THEIRS -o FILE',
  },
  gitRefused: { fr: 'Git a refusé : {detail}', en: 'Git refused: {detail}' },
  attributes: {
    fr: '# Une fois par dépôt, dans .gitattributes, à valider avec le reste :',
    en: '# Once a repository, in .gitattributes, to be committed with the rest:',
  },
  attributesWritten: {
    fr: '{path} : {count, plural, one {une ligne ajoutée} other {# lignes ajoutées}}. Validez ce fichier avec le reste.',
    en: '{path}: {count, plural, one {one line added} other {# lines added}}. Commit this file with the rest.',
  },
  attributesThere: { fr: '{path} : rien à ajouter.', en: '{path}: nothing to add.' },
  driver: {
    fr: '# Une fois par personne, dans chaque copie du dépôt (réglage de git : à lancer vous-même) :',
    en: '# Once a person, in each clone (a setting of git: run it yourself):',
  },
  tool: {
    fr: '# Ou seulement à la demande, par « git mergetool --tool=segur-preuves » :',
    en: '# Or on demand only, with “git mergetool --tool=segur-preuves”:',
  },
} satisfies Record<string, Sentence>;
