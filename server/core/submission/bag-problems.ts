import type { Sentence, SentenceArguments } from '../messages/say';

/** What can be wrong with a package. The codes are stable. */
export const bagProblems = {
  'not-a-bag': {
    fr: 'Ce n’est pas un dépôt : un dossier unique avec un fichier bagit.txt est attendu.',
    en: 'This is no package: one folder with a file bagit.txt is expected.',
  },
  'bad-declaration': {
    fr: '« {entry} » ne déclare pas un sac BagIt 1.0 en UTF-8.',
    en: '“{entry}” does not declare a BagIt 1.0 bag in UTF-8.',
  },
  'tag-unreadable': {
    fr: '« {entry} » n’est pas un texte UTF-8 de taille raisonnable.',
    en: '“{entry}” is not a UTF-8 text of a reasonable size.',
  },
  'manifest-missing': {
    fr: 'Il manque la liste des empreintes « {entry} ».',
    en: 'The list of digests “{entry}” is missing.',
  },
  'bad-line': {
    fr: '« {entry} », ligne {line} : ce n’est pas « empreinte  chemin ».',
    en: '“{entry}”, line {line}: not “digest  path”.',
  },
  'unsafe-path': {
    fr: '« {entry} », ligne {line} : le chemin « {path} » est dangereux.',
    en: '“{entry}”, line {line}: path “{path}” is dangerous.',
  },
  'listed-twice': {
    fr: '« {path} » est deux fois dans « {entry} ».',
    en: '“{path}” stands twice in “{entry}”.',
  },
  missing: {
    fr: '« {path} » est dans la liste « {entry} », mais pas dans le dépôt.',
    en: '“{path}” is in the list “{entry}”, but not in the package.',
  },
  extra: {
    fr: '« {path} » est dans le dépôt, mais dans aucune liste d’empreintes.',
    en: '“{path}” is in the package, but in no list of digests.',
  },
  'outside-bag': {
    fr: '« {path} » est hors du dossier du dépôt.',
    en: '“{path}” is outside the folder of the package.',
  },
  changed: {
    fr: '« {path} » n’a pas l’empreinte de la liste « {entry} » : il a été modifié.',
    en: '“{path}” does not have the digest of the list “{entry}”: it was changed.',
  },
  damaged: {
    fr: '« {path} » ne peut pas être lu jusqu’au bout : l’archive est endommagée.',
    en: '“{path}” cannot be read to its end: the archive is damaged.',
  },
  collision: {
    fr: '« {path} » et « {other} » sont le même fichier sur certains systèmes.',
    en: '“{path}” and “{other}” are the same file on some systems.',
  },
  'not-portable': {
    fr: '« {path} » ne peut pas être extrait sous Windows.',
    en: '“{path}” cannot be unpacked on Windows.',
  },
  oxum: {
    fr: '« {entry} » annonce {expected} (octets.fichiers), le dépôt en contient {found}.',
    en: '“{entry}” announces {expected} (bytes.files), the package holds {found}.',
  },
  fetch: {
    fr: '« {entry} » renvoie à des fichiers du réseau : un dépôt doit être complet.',
    en: '“{entry}” refers to files on the network: a package must be complete.',
  },
  'record-unreadable': {
    fr: '« {entry} » manque ou n’est pas lisible : ce qui est déposé n’est pas connu.',
    en: '“{entry}” is missing or not readable: what is filed is not known.',
  },
  'record-differs': {
    fr: '« {entry} » cite « {path} », qui manque ou n’a pas cette empreinte.',
    en: '“{entry}” cites “{path}”, which is missing or does not have that digest.',
  },
  'manifest-unreadable': {
    fr: 'Le dossier de preuves « {entry} » n’est pas lisible.',
    en: 'Proof dossier “{entry}” is not readable.',
  },
  'no-dossier': {
    fr: 'Aucun dossier de preuves (*.preuves.yaml) n’est joint.',
    en: 'No proof dossier (*.preuves.yaml) is included.',
  },
  'catalogue-unreadable': {
    fr: 'Le catalogue « {entry} » n’est pas lisible : {detailFr}',
    en: 'Catalogue “{entry}” is not readable: {detailEn}',
  },
} satisfies Record<string, Sentence>;

export type BagProblemCode = keyof typeof bagProblems;

/** Something wrong with a package; `bagProblems` has the words. */
export interface BagProblem {
  readonly code: BagProblemCode;
  readonly args: SentenceArguments;
}
