import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'dispositif/ajustements',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le fichier d’ajustements du REM ne peut pas être suivi, ou dit quelque chose qui est sans effet.',
      en: 'The overlay of the REM cannot be followed, or says something that has no effect.',
    },
    why: {
      fr: 'Un ajustement que l’on croit suivi change ce qui est demandé : le dossier paraîtrait complet sans l’être, ou l’inverse.',
      en: 'An adjustment that is taken to be followed changes what is asked for: the dossier would look complete without being so, or the reverse.',
    },
    avoid: 'preuves: { INS/va1.53.01.1: { types: [video] } }',
    prefer: 'preuves: { INS/va1.53.01.01: { types: [video] } }',
    source: sources.format,
    messages: {
      unreadable: {
        fr: 'Le fichier « {path} » n’est pas suivi ({problemFr}). Corrigez-le : le REM est pris sans ajustement.',
        en: 'File “{path}” is not followed ({problemEn}). Mend it: the REM is taken without adjustments.',
      },
      noEffect: { fr: '« {path} » : {problemFr}', en: '“{path}”: {problemEn}' },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.catalogue;
    if (!written || catalogue.kind !== 'loaded' || catalogue.adjustments === undefined) return;
    const range = shift(written.range, head.base);
    const { path, refused, remarks } = catalogue.adjustments;
    if (refused !== undefined) {
      const bare = (sentence: string) => sentence.replace(/\.$/, '');
      report(main.uri, range, 'unreadable', { path, problemFr: bare(refused.fr), problemEn: bare(refused.en) });
    }
    for (const { fr, en } of remarks)
      report(main.uri, range, 'noEffect', { path, problemFr: fr, problemEn: en }, { severity: 'warning' });
  },
};
