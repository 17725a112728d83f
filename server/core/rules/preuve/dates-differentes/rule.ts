import type { SharedItem } from '../../../dossier/shared-evidence';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { shift, type Located } from '../../../text/offset-range';
import type { ReportIn, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/dates-differentes',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un même fichier est cité avec deux dates ou deux versions.',
      en: 'One file is cited with two dates or two versions.',
    },
    why: {
      fr: 'Un fichier n’a été enregistré qu’une fois : l’une des deux est fausse, et avec elle le contrôle de son ancienneté. Sont comparées les clés « date » et « version » de toutes les citations du même chemin, dans tous les fichiers du dossier ; rien n’est dit d’une citation sans date ou sans version.',
      en: 'A file was recorded once: one of the two is wrong, and with it the check of its age. The keys “date” and “version” of all citations of the same path are compared, in all files of the dossier; nothing is said of a citation without date or version.',
    },
    avoid:
      '- fichier: preuves/demo.mp4\n  date: 2026-11-02\n# et sous une autre preuve :\n- fichier: preuves/demo.mp4\n  date: 2026-10-14',
    prefer:
      '- fichier: preuves/demo.mp4\n  date: 2026-11-02\n# et sous une autre preuve :\n- fichier: preuves/demo.mp4\n  date: 2026-11-02',
    source: sources.format,
    messages: {
      date: {
        fr: '« {path} » est cité ici avec la date {value}, et ailleurs avec la date {other} : gardez celle de l’enregistrement.',
        en: '“{path}” is cited with date {value} here, and with date {other} elsewhere: keep that of the recording.',
      },
      version: {
        fr: '« {path} » est cité ici avec la version {value}, et ailleurs avec la version {other} : gardez celle de l’enregistrement.',
        en: '“{path}” is cited with version {value} here, and with version {other} elsewhere: keep that of the recording.',
      },
      first: { fr: 'Cité ici avec {other}.', en: 'Cited here with {other}.' },
    },
  },
  dossier(_, report, { shared }) {
    for (const group of shared.mixed('date')) reportOthers('date', group, ({ date }) => date, report);
    for (const group of shared.mixed('version')) reportOthers('version', group, ({ version }) => version, report);
  },
};

/** Each citation that differs from the first. */
function reportOthers(
  message: 'date' | 'version',
  group: readonly SharedItem[],
  valueOf: (item: EvidenceItem) => Located<string> | undefined,
  report: ReportIn,
): void {
  const [first] = group;
  const firstValue = first && valueOf(first.item);
  if (!firstValue) return;
  for (const { item, variant, uri, base, proof } of group) {
    const value = valueOf(item);
    const path = evidencePath(item);
    if (!value || !path || variant === first.variant) continue;
    const other = first.variant;
    const related = [{ uri: first.uri, range: shift(firstValue.range, first.base), message: 'first', args: { other } }];
    const more = { effect: 'review' as const, target: proofTarget(proof, path.value), related };
    report(uri, shift(value.range, base), message, { path: path.value, value: variant, other }, more);
  }
}
