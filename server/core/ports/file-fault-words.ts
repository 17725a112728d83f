import type { FileFault } from './file-fault';
import type { Sentence, SentenceArguments } from '../messages/say';

/** Why a file was not read and what to do, by kind of fault; `{path}` is how the reader knows the file. */
export const fileFaultWords: Readonly<Record<FileFault['kind'], Sentence>> = {
  outside: {
    fr: '« {path} » est un lien, ou passe par un lien, qui mène hors du dossier : il n’est pas lu. Remplacez ce lien par une copie de ce qu’il désigne.',
    en: '“{path}” is a link, or passes through a link, that leads out of the dossier: it is not read. Replace that link with a copy of what it leads to.',
  },
  directory: {
    fr: '« {path} » est un dossier, pas un fichier : renommez-le, ou mettez le fichier attendu à sa place.',
    en: '“{path}” is a folder, not a file: rename it, or put the expected file in its place.',
  },
  special: {
    fr: '« {path} » n’est pas un fichier ordinaire (tube, socket ou périphérique) : il n’est pas ouvert. Mettez le fichier attendu à sa place.',
    en: '“{path}” is no regular file (pipe, socket or device): it is not opened. Put the expected file in its place.',
  },
  brokenLink: {
    fr: '« {path} » est un lien qui ne mène à aucun fichier : remplacez-le par le fichier lui-même, ou retirez-le.',
    en: '“{path}” is a link that leads to no file: replace it with the file itself, or remove it.',
  },
  conflictCopy: {
    fr: '« {path} » est une copie en conflit de « {original} », faite quand deux personnes l’ont enregistré en même temps : elle n’est pas lue, et ce qui n’est que dans cette copie manque au dossier. Reportez-le dans « {original} » (segur-preuves merge COPIE le fait), puis retirez la copie.',
    en: '“{path}” is a conflicted copy of “{original}”, made when two people saved it at once: it is not read, and what is in that copy alone is missing from the dossier. Carry it over to “{original}” (segur-preuves merge COPY does), then remove the copy.',
  },
  tooLarge: {
    fr: '« {path} » dépasse {mebibytes} Mio : il n’est pas lu. Retirez-le, ou répartissez son contenu.',
    en: '“{path}” is over {mebibytes} MiB: it is not read. Remove it, or split what it holds.',
  },
  unreadable: {
    fr: '« {path} » ne peut pas être lu ({reason}). Vérifiez ses droits d’accès et le disque.',
    en: '“{path}” cannot be read ({reason}). Check its permissions and the disk.',
  },
};

/** What the sentence of a fault is filled with. */
export function fileFaultArguments(path: string, fault: FileFault): SentenceArguments {
  switch (fault.kind) {
    case 'tooLarge':
      return { path, mebibytes: fault.mebibytes };
    case 'unreadable':
      return { path, reason: fault.reason };
    case 'conflictCopy':
      return { path, original: fault.original };
    default:
      return { path };
  }
}
