import { fileFaultArguments, fileFaultWords } from '../../../ports/file-fault-words';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'dispositif/catalogue-introuvable',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Le REM importé ne peut pas être lu.', en: 'The imported REM cannot be read.' },
    why: {
      fr: 'Le catalogue intégré n’est pas pris à sa place en silence : sans REM, les exigences ne sont pas vérifiées.',
      en: 'The built-in catalogue does not silently take its place: without a REM requirements are not checked.',
    },
    avoid: 'catalogue: rem/ancien-nom.rem.yaml',
    prefer: 'catalogue: rem/REM-MDV-LGC-Va2.rem.yaml',
    source: sources.format,
    messages: {
      ...fileFaultWords,
      notFound: {
        fr: 'Le catalogue « {path} » n’existe pas. Corrigez le chemin, importez le REM à cet endroit, ou retirez la clé pour revenir au catalogue intégré.',
        en: 'Catalogue “{path}” does not exist. Correct the path, import the REM there, or remove the key to use the built-in catalogue.',
      },
      outside: {
        fr: 'Le catalogue « {path} » est hors du dossier : il n’est pas lu. Placez-le dans le dossier et donnez un chemin relatif, avec « / ».',
        en: 'Catalogue “{path}” is outside the dossier: it is not read. Put it into the dossier and give a relative path, with “/”.',
      },
      link: fileFaultWords.outside,
      invalid: {
        fr: 'Le fichier « {path} » n’est pas un catalogue lisible ({problemFr}). Importez de nouveau le REM.',
        en: 'File “{path}” is not a readable catalogue ({problemEn}). Import the REM again.',
      },
      empty: {
        fr: 'Le fichier « {path} » n’est pas un catalogue lisible. Importez de nouveau le REM.',
        en: 'File “{path}” is not a readable catalogue. Import the REM again.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.catalogue;
    if (!head || !written) return;
    const range = shift(written.range, head.base);
    const path = written.value;
    if (catalogue.kind === 'notFound' || catalogue.kind === 'outside')
      report(main.uri, range, catalogue.kind, { path });
    if (catalogue.kind === 'unread') {
      const { fault } = catalogue;
      const message = fault.kind === 'outside' ? 'link' : fault.kind;
      report(main.uri, range, message, fileFaultArguments(path, fault));
    }
    if (catalogue.kind !== 'invalid') return;
    const [first] = catalogue.problems;
    if (first) report(main.uri, range, 'invalid', { path, problemFr: bare(first.fr), problemEn: bare(first.en) });
    else report(main.uri, range, 'empty', { path });
  },
};

/** Without its full stop: it stands between brackets. */
function bare(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
