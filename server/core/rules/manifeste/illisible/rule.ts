import { fileFaultWords } from '../../../ports/file-fault-words';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

/** Its findings come from `unread-manifest.ts`: a manifest that was not read belongs to no dossier that rules could look at. */
export const rule: Rule = {
  meta: {
    id: 'manifeste/illisible',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Un manifeste (*.preuves.yaml) est là et n’a pas pu être lu.',
      en: 'A manifest (*.preuves.yaml) is there and could not be read.',
    },
    why: {
      fr: 'Ce qu’il contient n’est pas vérifié. Les autres fichiers le sont : un fichier illisible n’en cache aucun autre. Ne sont lus que des fichiers ordinaires, d’au plus 64 Mio, qui sont dans le dossier une fois les liens suivis.',
      en: 'What it holds is not checked. The other files are: an unreadable file hides no other. Only regular files are read, of at most 64 MiB, that are in the dossier once links are followed.',
    },
    avoid: '# dossier/sauvegarde.preuves.yaml : 100 Mio\nversion: 1',
    prefer: '# dossier/main.preuves.yaml\nversion: 1',
    source: sources.format,
    messages: fileFaultWords,
  },
};
