import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'dispositif/catalogue-a-importer',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'L’outil connaît ce dispositif, mais aucune de ses exigences.',
      en: 'The tool knows this dispositif, but none of its requirements.',
    },
    why: {
      fr: 'Tant que le REM n’est pas importé, seuls la forme du dossier et ses fichiers sont vérifiés.',
      en: 'Until the REM is imported only the form of the dossier and its files are checked.',
    },
    avoid: 'dispositif: PHA-LGO-Va2',
    prefer: 'dispositif: PHA-LGO-Va2\ncatalogue: rem/REM-PHA-LGO-Va2.rem.yaml',
    source: {
      fr: 'Catalogues intégrés : reconstitution de travail, non officielle. Le REM officiel importé l’emporte toujours.',
      en: 'Built-in catalogues: a working reconstruction, not official. The imported official REM always wins.',
    },
    messages: {
      toImport: {
        fr: 'Les exigences de {dispositif} ne sont pas intégrées à l’outil : importez le classeur officiel du REM, puis citez-le sous « catalogue ».',
        en: 'The requirements of {dispositif} do not come with the tool: import the official REM workbook, then cite it under “catalogue”.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.dispositif;
    if (!head || !written || catalogue.kind !== 'loaded' || catalogue.origin.kind !== 'builtIn') return;
    if (catalogue.catalogue.requirements.length > 0 || catalogue.catalogue.coreScenarios.length > 0) return;
    report(main.uri, shift(written.range, head.base), 'toImport', { dispositif: written.value });
  },
};
