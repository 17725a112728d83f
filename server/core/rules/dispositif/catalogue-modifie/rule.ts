import { adjustmentsBeside } from '../../../catalogue/adjustments-file';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'dispositif/catalogue-modifie',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le REM importé a été modifié à la main depuis l’import.',
      en: 'The imported REM was changed by hand since the import.',
    },
    why: {
      fr: 'Ce que le dossier doit prouver ne serait plus ce que le classeur officiel demande. Une nouvelle importation perdrait d’ailleurs ces changements.',
      en: 'What the dossier has to prove would no longer be what the official workbook asks for. Importing it again would lose these changes besides.',
    },
    avoid: '# rem/mdv.rem.yaml\npreuves:\n  - id: INS/va1.53.01.01\n    types: [ video, autre ]   # écrit à la main',
    prefer: '# rem/mdv.ajustements.yaml\npreuves:\n  INS/va1.53.01.01: { types: [video, autre] }',
    source: sources.rem,
    messages: {
      edited: {
        fr: 'Ce REM n’est plus celui que l’import a écrit : il a été modifié à la main. Importez de nouveau le classeur, et écrivez vos choix dans « {overlay} ».',
        en: 'This REM is no longer the one that the import wrote: it was changed by hand. Import the workbook again, and write your choices in “{overlay}”.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.catalogue;
    if (!written || catalogue.kind !== 'loaded' || catalogue.catalogue.imported?.edited !== true) return;
    report(main.uri, shift(written.range, head.base), 'edited', { overlay: adjustmentsBeside(written.value) ?? '…' });
  },
};
