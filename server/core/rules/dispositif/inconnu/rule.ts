import { dispositifs } from '../../../catalogue/dispositifs.generated';
import { didYouMean } from '../../../fixes/replace';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { suggest } from '../../suggestions';

export const rule: Rule = {
  meta: {
    id: 'dispositif/inconnu',
    defaultSeverity: 'error',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le dispositif n’est pas de ceux que l’outil connaît, et aucun REM n’est importé.',
      en: 'The dispositif is none of those the tool knows, and no REM is imported.',
    },
    why: {
      fr: 'Sans dispositif, rien ne dit quelles exigences s’appliquent : presque rien n’est vérifié.',
      en: 'Without a dispositif nothing says which requirements apply: almost nothing is checked.',
    },
    avoid: 'dispositif: LGC-Va2',
    prefer: 'dispositif: MDV-LGC-Va2',
    source: {
      fr: 'Dispositifs des vagues 1 et 2 du Ségur du numérique en santé (codes lus ou déduits, voir le catalogue).',
      en: 'Dispositifs of waves 1 and 2 of the Ségur du numérique en santé (codes read or inferred, see the catalogue).',
    },
    messages: {
      unknown: {
        fr: 'Le dispositif « {dispositif} » n’est pas connu de l’outil. Corrigez-le, ou importez son REM et citez-le sous « catalogue ».',
        en: 'Dispositif “{dispositif}” is not known to the tool. Correct it, or import its REM and cite it under “catalogue”.',
      },
      unknownClose: {
        fr: 'Le dispositif « {dispositif} » n’est pas connu de l’outil. Vouliez-vous dire « {closest} » ? Sinon, importez son REM et citez-le sous « catalogue ».',
        en: 'Dispositif “{dispositif}” is not known to the tool. Did you mean “{closest}”? If not, import its REM and cite it under “catalogue”.',
      },
    },
  },
  dossier({ main, catalogue }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.dispositif;
    if (!head || !written || catalogue.kind !== 'unknownDispositif') return;
    const near = suggest(
      'unknown',
      written.value,
      dispositifs.map(({ id }) => id),
    );
    report(
      main.uri,
      shift(written.range, head.base),
      near.message,
      { dispositif: written.value, ...near.args },
      near.more,
    );
  },
  fixes: didYouMean,
};
