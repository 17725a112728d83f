import { fileFaultArguments, fileFaultWords } from '../../../ports/file-fault-words';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'fragment/illisible',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Un fragment du dossier est là et n’a pas pu être lu.',
      en: 'A fragment of the dossier is there and could not be read.',
    },
    why: {
      fr: 'Les exigences et les pièces de ce fragment manquent au dossier, qui ne peut donc pas être déposé. Ne sont lus que des fichiers ordinaires, d’au plus 64 Mio, qui sont dans le dossier une fois les liens suivis.',
      en: 'The requirements and the evidence of this fragment are missing from the dossier, which therefore cannot be filed. Only regular files are read, of at most 64 MiB, that are in the dossier once links are followed.',
    },
    avoid: 'fragments: [exigences/*.preuves.yaml]   # exigences/ins.preuves.yaml est un lien vers un autre dossier',
    prefer: 'fragments: [exigences/*.preuves.yaml]   # exigences/ins.preuves.yaml est un fichier',
    source: sources.format,
    messages: fileFaultWords,
  },
  dossier({ main, unread }, report) {
    const base = main.parsed.dossier?.base ?? 0;
    for (const { path, fault, pattern } of unread)
      report(main.uri, shift(pattern.range, base), fault.kind, fileFaultArguments(path, fault));
  },
};
