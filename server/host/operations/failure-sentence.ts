import { fileURLToPath } from 'node:url';
import { CancelledError } from '../../core/ports/cancellation';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { fileFaultArguments, fileFaultWords } from '../../core/ports/file-fault-words';
import { UnreadableFile } from '../../core/ports/file-fault';
import { ArchiveError, type ArchiveErrorCode } from '../archive/archive-error';
import { encodingSentence } from '../../core/text/encoding-words';
import { FileChanged } from '../files/file-changed';
import { NotUtf8 } from './rewrite-text';
import { SourceDateError } from './source-date-epoch';
import { WorkbookError } from '../workbook/workbook-error';

const archive: Readonly<Record<ArchiveErrorCode, Sentence>> = {
  'unsafe-name': {
    fr: 'Le nom « {entry} » ne peut pas entrer dans un dépôt. Renommez la pièce.',
    en: 'Name “{entry}” cannot stand in a package. Rename the evidence.',
  },
  'duplicate-name': {
    fr: 'Deux pièces auraient le même nom dans le dépôt : « {entry} ». Renommez-en une.',
    en: 'Two pieces of evidence would have the same name in the package: “{entry}”. Rename one.',
  },
  'evidence-changed': {
    fr: 'La pièce {path} a changé depuis sa vérification, ou pendant sa copie. Attendez la fin de son enregistrement, vérifiez le dossier, puis recommencez.',
    en: 'Evidence {path} changed since it was checked, or while it was copied. Wait until it is saved, check the dossier, then try again.',
  },
  'evidence-missing': {
    fr: 'La pièce {path} n’est pas dans le dossier. Vérifiez le dossier, puis recommencez.',
    en: 'Evidence {path} is not in the dossier. Check the dossier, then try again.',
  },
  'evidence-not-a-file': {
    fr: '{path} n’est pas un fichier. Citez une pièce, pas un dossier ni un lien.',
    en: '{path} is not a file. Cite a piece of evidence, not a folder or a link.',
  },
  'evidence-not-fetched': {
    fr: 'Le contenu de la pièce {path} n’est pas sur cette machine. Récupérez-le, puis recommencez : {detail}',
    en: 'The content of evidence {path} is not on this machine. Fetch it, then try again: {detail}',
  },
  'evidence-own': {
    fr: '« {path} » mène à un fichier du dossier lui-même, qui ne part dans aucun dépôt. Citez le document attendu, puis recommencez.',
    en: '“{path}” leads to a file of the dossier itself, which goes into no package. Cite the expected document, then try again.',
  },
  'evidence-outside': {
    fr: 'La pièce {path} est un lien, ou passe par un lien, qui mène hors du dossier : elle n’est pas jointe. Remplacez ce lien par une copie de ce qu’il désigne.',
    en: 'Evidence {path} is a link, or passes through a link, that leads out of the dossier: it is not included. Replace that link with a copy of what it leads to.',
  },
  'evidence-unreadable': {
    fr: 'La pièce {path} ne peut pas être lue. Vérifiez ses droits d’accès.',
    en: 'Evidence {path} cannot be read. Check its permissions.',
  },
  'disk-full': {
    fr: 'Le disque est plein : {path} n’a pas été écrit. Libérez de la place, puis recommencez.',
    en: 'The disk is full: {path} was not written. Free some space, then try again.',
  },
  'file-too-large': {
    fr: 'Le système de fichiers n’accepte pas un fichier aussi grand que {path}. Choisissez un autre disque.',
    en: 'The file system does not take a file as large as {path}. Choose another disk.',
  },
  'permission-denied': {
    fr: 'L’écriture de {path} est refusée. Vérifiez les droits, ou fermez le programme qui l’utilise.',
    en: 'Writing {path} is refused. Check the permissions, or close the program that uses it.',
  },
  'read-only': {
    fr: '{path} est sur un disque en lecture seule. Choisissez un autre emplacement.',
    en: '{path} is on a read-only disk. Choose another place.',
  },
  'name-too-long': {
    fr: 'Le nom {path} est trop long pour ce disque. Choisissez un nom plus court.',
    en: 'Name {path} is too long for this disk. Choose a shorter one.',
  },
  'target-is-directory': {
    fr: '{path} est un dossier. Indiquez un nom de fichier.',
    en: '{path} is a folder. Give a file name.',
  },
  'target-folder-missing': {
    fr: 'Le dossier de {path} n’existe pas. Créez-le, ou choisissez-en un autre.',
    en: 'The folder of {path} does not exist. Create it, or choose another one.',
  },
  'verification-failed': {
    fr: 'Ce qui a été écrit dans {path} ne se relit pas à l’identique : le disque est peut-être défaillant. Rien n’a été remplacé.',
    en: 'What was written to {path} does not read back the same: the disk may be failing. Nothing was replaced.',
  },
  'io-error': { fr: 'Erreur d’écriture sur {path} ({detail}).', en: 'Input or output error on {path} ({detail}).' },
  'not-a-zip': { fr: '{path} n’est pas une archive ZIP.', en: '{path} is not a ZIP archive.' },
  truncated: { fr: 'L’archive {path} est tronquée.', en: 'Archive {path} is truncated.' },
  corrupt: { fr: 'L’archive {path} est endommagée ({detail}).', en: 'Archive {path} is damaged ({detail}).' },
  unsupported: {
    fr: 'L’archive {path} utilise une forme de ZIP non prise en charge.',
    en: 'Archive {path} uses an unsupported form of ZIP.',
  },
  'unsafe-entry': {
    fr: 'L’archive {path} contient un nom dangereux : « {entry} ». Elle n’a pas été ouverte.',
    en: 'Archive {path} holds a dangerous name: “{entry}”. It was not opened.',
  },
  'limit-exceeded': {
    fr: 'L’archive {path} dépasse les limites admises.',
    en: 'Archive {path} is over the accepted limits.',
  },
};

const system: Readonly<Record<string, Sentence>> = {
  ENOENT: { fr: '{path} n’existe pas.', en: '{path} does not exist.' },
  EACCES: {
    fr: 'L’accès à {path} est refusé. Vérifiez ses droits.',
    en: 'Access to {path} is refused. Check its permissions.',
  },
  EPERM: {
    fr: 'L’accès à {path} est refusé. Vérifiez ses droits.',
    en: 'Access to {path} is refused. Check its permissions.',
  },
  EISDIR: { fr: '{path} est un dossier, pas un fichier.', en: '{path} is a folder, not a file.' },
  ENOTDIR: {
    fr: '{path} : un fichier se trouve là où un dossier est attendu.',
    en: '{path}: a file stands where a folder is expected.',
  },
  EROFS: { fr: '{path} est sur un disque en lecture seule.', en: '{path} is on a read-only disk.' },
  ENOSPC: { fr: 'Le disque est plein : {path} n’a pas été écrit.', en: 'The disk is full: {path} was not written.' },
  EEXIST: { fr: '{path} existe déjà.', en: '{path} exists already.' },
};

const badSourceDate: Sentence = {
  fr: 'SOURCE_DATE_EPOCH vaut « {value} » : un nombre entier de secondes depuis 1970 est attendu, jusqu’à 4354819198 (fin 2107). Corrigez la variable, ou retirez-la.',
  en: 'SOURCE_DATE_EPOCH is “{value}”: a whole number of seconds since 1970 is expected, up to 4354819198 (end of 2107). Correct the variable, or remove it.',
};

const notUtf8: Sentence = { fr: '{path} : {detail}.', en: '{path}: {detail}.' };

const changed: Sentence = {
  fr: '{path} a changé entre-temps : rien n’y a été écrit. Recommencez.',
  en: '{path} changed meanwhile: nothing was written to it. Try again.',
};

const other: Sentence = { fr: '{path} : erreur du système ({detail}).', en: '{path}: system error ({detail}).' };

/**
 * What to tell the user of a failure of files, archive or workbook, and what to do.
 * @param path the file the work was about, when the error names none
 * @returns undefined for an error of another kind (a defect, or a cancellation), which must not be hidden
 */
export function failureSentence(error: unknown, path: string, locale: Locale): string | undefined {
  if (error instanceof CancelledError) return undefined;
  if (error instanceof SourceDateError) return say(badSourceDate, locale, { value: error.value });
  if (error instanceof NotUtf8)
    return say(notUtf8, locale, { path: error.path, detail: encodingSentence(error.fault)[locale] });
  if (error instanceof FileChanged) return say(changed, locale, { path: error.path });
  if (error instanceof WorkbookError) return `${path} : ${error.text(locale)}`;
  if (error instanceof UnreadableFile) {
    const file = pathOf(error.file);
    return say(fileFaultWords[error.fault.kind], locale, fileFaultArguments(file, error.fault));
  }
  if (error instanceof ArchiveError) {
    const detail = error.cause instanceof Error ? error.cause.message : error.message;
    return say(archive[error.code], locale, { path: error.path ?? path, entry: error.entry ?? '', detail });
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
    const named = 'path' in error && typeof error.path === 'string' ? error.path : path;
    return say(system[error.code] ?? other, locale, { path: named, detail: error.code });
  }
  return undefined;
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}
