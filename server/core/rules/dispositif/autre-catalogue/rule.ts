import { currentDispositif } from '../../../catalogue/current-dispositif';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'dispositif/autre-catalogue',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le REM importé est celui d’un autre dispositif.',
      en: 'The imported REM is for another dispositif.',
    },
    why: {
      fr: 'Le dossier serait vérifié contre les exigences d’une autre candidature.',
      en: 'The dossier would be checked against the requirements of another application.',
    },
    avoid: 'dispositif: MDV-LGC-Va2\ncatalogue: rem/REM-HOP-DPI-Va2.rem.yaml',
    prefer: 'dispositif: MDV-LGC-Va2\ncatalogue: rem/REM-MDV-LGC-Va2.rem.yaml',
    source: sources.rem,
    messages: {
      other: {
        fr: 'Ce catalogue est celui de {other}, et le dossier vise {dispositif}. Corrigez l’un des deux.',
        en: 'This catalogue is for {other}, and the dossier is for {dispositif}. Correct one of the two.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    if (!head || catalogue.kind !== 'loaded' || catalogue.origin.kind !== 'file') return;
    const { dispositif, catalogue: path } = head.facts;
    const other = catalogue.catalogue.dispositif.id;
    if (!dispositif || !path || other === '' || sameName(other, dispositif.value)) return;
    report(main.uri, shift(path.range, head.base), 'other', { other, dispositif: dispositif.value });
  },
};

function sameName(a: string, b: string): boolean {
  return currentDispositif(a.trim()).toLowerCase() === currentDispositif(b.trim()).toLowerCase();
}
