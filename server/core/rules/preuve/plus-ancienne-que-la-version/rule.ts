import type { ResolvedProof } from '../../../dossier/dossier';
import { evidencePath, type EvidenceItem } from '../../../manifest/facts';
import { latestContentDay } from '../../../evidence/content-day';
import { isCalendarDate } from '../../../time/calendar-date';
import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import { journalTypes, paperTypes } from '../../paper-types';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/plus-ancienne-que-la-version',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce a été enregistrée avant que la version candidate existe.',
      en: 'The evidence was recorded before the candidate version existed.',
    },
    why: {
      fr: 'Elle ne peut pas montrer cette version : elle montre la précédente, ou l’une des deux dates est fausse.',
      en: 'It cannot show that version: it shows the one before, or one of the two dates is wrong.',
    },
    looked: {
      fr: 'Est comparée à logiciel.date_version la date écrite de la pièce, sinon celle que son contenu déclare (Exif, film, courriel, journal, CDA). Ne sont pas regardés : les dates dans une image ou une phrase.',
      en: 'What is compared with logiciel.date_version: the written date of the piece, else the one that its content declares (Exif, film, mail, journal, CDA). Not looked at: dates in a picture or a sentence.',
    },
    avoid: 'date: 2026-09-02   # logiciel.date_version est 2026-10-12',
    prefer: 'date: 2026-11-02',
    source: {
      fr: `${sources.format.fr} ${sources.content.fr}`,
      en: `${sources.format.en} ${sources.content.en}`,
    },
    messages: {
      older: {
        fr: 'Pièce du {date}, alors que la version candidate est du {release} : enregistrez-la de nouveau, ou corrigez la date.',
        en: 'Evidence of {date}, while the candidate version is of {release}: record it again, or correct the date.',
      },
      contentOlder: {
        fr: 'Le contenu de « {path} » date du {date} au plus tard, alors que la version candidate est du {release} : vérifiez que c’est le bon enregistrement.',
        en: 'The content of “{path}” is of {date} at the latest, while the candidate version is of {release}: check that it is the right recording.',
      },
    },
  },
  evidence(item, report, context) {
    const release = context.softwareVersionDate;
    if (release === undefined || !isCalendarDate(release) || !isRecorded(item, context.proof)) return;
    // Evidence of another version is what preuve/autre-version speaks of.
    const version = item.version?.value.trim() ?? '';
    if (version !== '' && version !== context.softwareVersion?.trim()) return;
    const { date } = item;
    if (date && date.value < release) {
      if (!isCalendarDate(date.value)) return;
      const target = proofTarget(context.proof, evidencePath(item)?.value);
      report(date.range, 'older', { date: date.value, release }, { effect: 'review', target });
      return;
    }
    const file = citedFile(item, context);
    const latest =
      file &&
      latestContentDay(
        file.inspection,
        journalTypes.some((type) => asksFor(type, context.proof)),
      );
    if (!file || latest === undefined || latest >= release) return;
    const { value: path, range } = file.path;
    // Clocks of recorders are not always right.
    const more = { severity: 'info' as const, target: proofTarget(context.proof, path) };
    report(range, 'contentOlder', { path, date: latest, release }, more);
  },
};

/** Whether a piece of evidence shows the software at work. Where the catalogue does not say, its author does, by a version. */
function isRecorded({ declaration, version }: EvidenceItem, { proof }: ResolvedProof): boolean {
  if (declaration || !proof || proof.types.some((type) => paperTypes.has(type))) return false;
  return proof.types.length > 0 || version !== undefined;
}
