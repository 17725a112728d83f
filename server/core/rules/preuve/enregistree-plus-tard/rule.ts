import type { Inspection } from '../../../evidence/inspection';
import { latestContentDay } from '../../../evidence/content-day';
import { isCalendarDate } from '../../../time/calendar-date';
import { daysBetweenDates } from '../../../time/calendar-days';
import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import { journalTypes, paperTypes } from '../../paper-types';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/enregistree-plus-tard',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le contenu de la pièce est plus récent que la date écrite.',
      en: 'The content of the evidence is later than the date that is written.',
    },
    why: {
      fr: 'Le fichier a été remplacé sans que sa date suive : la version et la relecture notées sont celles d’un autre. Sont lus : la date d’un courriel, des messages HL7, d’un rapport de validation, la dernière ligne datée d’un journal (avertissement) ; la date d’une image ou d’un film, qu’un nouvel enregistrement change, et celles des courriels, messages HL7 et rapports que tient une archive ou un courriel (indication). Un jour d’écart est admis ; rien n’est dit des papiers, des PDF, des CDA, ni d’un fichier qui n’a pas été lu jusqu’au bout.',
      en: 'The file was replaced and its date did not follow: the version and review noted are those of another. What is read: the date of an e-mail, of HL7 messages, of a validation report, the last dated line of a journal (warning); the date of a picture or film, which saving it again changes, and those of the e-mails, HL7 messages and reports that an archive or e-mail holds (hint). A day apart is accepted; nothing is said of papers, PDF, CDA, nor of a file that was not read to its end.',
    },
    avoid: 'date: 2026-10-14   # le courriel est du 4 novembre',
    prefer: 'date: 2026-11-04',
    source: {
      fr: `${sources.format.fr} ${sources.content.fr}`,
      en: `${sources.format.en} ${sources.content.en}`,
    },
    messages: {
      later: {
        fr: 'Le contenu de « {path} » est du {content}, après la date écrite ({date}) : corrigez la date, et vérifiez « version » et « revue ».',
        en: 'The content of “{path}” is of {content}, after the date that is written ({date}): correct the date, and check “version” and “revue”.',
      },
    },
  },
  evidence(item, report, context) {
    const { date } = item;
    const { proof } = context;
    if (!date || !isCalendarDate(date.value) || item.declaration) return;
    if (proof.proof?.types.some((type) => paperTypes.has(type)) === true) return;
    const file = citedFile(item, context);
    if (!file) return;
    const isJournal = journalTypes.some((type) => asksFor(type, proof));
    const { image, video, ...written } = file.inspection;
    const stated = dayAfter(date.value, written, isJournal);
    const shown = dayAfter(date.value, { ...(image && { image }), ...(video && { video }), ...partOf(written) }, false);
    const content = stated ?? shown ?? dayOfParts(date.value, file.inspection);
    // What is still to come is an appointment or an end of validity, and no day of recording.
    if (content === undefined || content > context.today) return;
    const { value: path } = file.path;
    const more = stated === undefined ? { severity: 'info' as const } : {};
    report(date.range, 'later', { path, content, date: date.value }, { target: proofTarget(proof, path), ...more });
  },
};

function partOf({ partial }: Inspection): Inspection {
  return partial === true ? { partial } : {};
}

/** Nothing is said of PDF, nor of what was not read to its end. */
function dayOfParts(date: string, { partsDay, pdf, partial }: Inspection): string | undefined {
  if (partsDay === undefined || pdf || partial === true) return undefined;
  return (daysBetweenDates(date, partsDay) ?? 0) > 1 ? partsDay : undefined;
}

/** The latest day that a content says, when it is more than a day after a date: zones and midnight are a day at most. */
function dayAfter(date: string, inspection: Inspection, isJournal: boolean): string | undefined {
  const day = latestContentDay(inspection, isJournal);
  return day !== undefined && (daysBetweenDates(date, day) ?? 0) > 1 ? day : undefined;
}
