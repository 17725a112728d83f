import { currentDispositif } from '../../../catalogue/current-dispositif';
import { replaceFix } from '../../../fixes/replace';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'dispositif/ancien-code',
    defaultSeverity: 'info',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le code du dispositif est celui que l’outil avait déduit avant que le vrai ne soit connu.',
      en: 'The code of the dispositif is the one that the tool had deduced before the real one was known.',
    },
    why: {
      fr: 'L’outil forme sur le modèle des autres les codes qu’aucun texte ne donne, et le dit. Quand un document de l’ANS en montre un, c’est celui-là qui compte : il figure dans le dépôt et dans les noms. Le dossier se lit comme avant ; rien d’autre ne change.',
      en: 'The tool makes codes that no text gives on the pattern of the others, and says so. Once a document of ANS shows one, that one counts: it stands in the package and in names. The dossier is read as before; nothing else changes.',
    },
    avoid: 'dispositif: MDV-LGC-SF-Va2',
    prefer: 'dispositif: SFP-LGC-Va2',
    source: {
      fr: 'Liste des dispositifs (catalogues/source), avec la source de chaque code.',
      en: 'List of dispositifs (catalogues/source), with the source of each code.',
    },
    messages: {
      former: {
        fr: '« {dispositif} » était un code déduit ; le code lu depuis est « {current} ». Remplacez-le.',
        en: '“{dispositif}” was a deduced code; the code that was read since is “{current}”. Replace it.',
      },
    },
  },
  dossier({ main }, report) {
    const head = main.parsed.dossier;
    const written = head?.facts.dispositif;
    if (!head || !written) return;
    const current = currentDispositif(written.value);
    if (current === written.value) return;
    const data = { current };
    report(main.uri, shift(written.range, head.base), 'former', { dispositif: written.value, current }, { data });
  },
  fixes: (finding, dossier) => {
    const current = finding.data?.['current'];
    return typeof current === 'string' ? replaceFix(finding, dossier, current, { preferred: true, safe: true }) : [];
  },
};
