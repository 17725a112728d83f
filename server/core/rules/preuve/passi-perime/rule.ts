import { isCalendarDate } from '../../../time/calendar-date';
import { dayOf, yearBefore } from '../../../time/calendar-days';
import { filingDay } from '../../filing-day';
import { citedFile } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const form = new Set(['formulaire_test_intrusion_passi']);

export const rule: Rule = {
  meta: {
    id: 'preuve/passi-perime',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le formulaire de test d’intrusion aura plus d’un an au dépôt.',
      en: 'The penetration-test form will be more than a year old when filed.',
    },
    why: {
      fr: 'Un nouveau test d’intrusion prend des semaines : mieux vaut le savoir avant le dépôt.',
      en: 'A new penetration test takes weeks: better know it before filing.',
    },
    looked: {
      fr: 'Est regardée la date écrite de la pièce, sinon le jour de la dernière signature du PDF, comparée au dépôt visé. Ne sont pas regardés : la date imprimée dans le rapport, ni la validité de la signature.',
      en: 'What is looked at: the written date of the piece, else the day of the last signature of the PDF, against the planned filing. Not looked at: the date printed in the report, nor the validity of the signature.',
    },
    avoid: '# depot_vise: 2026-12-15\n- fichier: preuves/securite/passi.pdf\n  date: 2025-11-30',
    prefer: '- fichier: preuves/securite/passi-2026.pdf\n  date: 2026-09-30',
    source: sources.passi,
    messages: {
      old: {
        fr: 'Le formulaire est du {date} : il aura plus d’un an au dépôt visé ({filing}). Faites refaire le test d’intrusion, ou avancez le dépôt.',
        en: 'The form is dated {date}: it will be more than a year old at the planned filing ({filing}). Have the penetration test done again, or file earlier.',
      },
      oldNow: {
        fr: 'Le formulaire est du {date} : il a plus d’un an. Faites refaire le test d’intrusion.',
        en: 'The form is dated {date}: it is more than a year old. Have the penetration test done again.',
      },
      oldSignature: {
        fr: '« {path} » est signé du {date} : il aura plus d’un an au dépôt ({filing}). Faites refaire le test d’intrusion, ou avancez le dépôt.',
        en: '“{path}” was signed on {date}: it will be more than a year old when filed ({filing}). Have the penetration test done again, or file earlier.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksOnlyFor(form, context.proof)) return;
    const filing = filingDay(context);
    const limit = yearBefore(filing);
    const file = citedFile(item, context);
    if (limit === undefined) return;
    const more = { effect: 'incomplete' as const, target: proofTarget(context.proof, file?.path.value) };
    if (item.date && isCalendarDate(item.date.value)) {
      const date = item.date.value;
      if (date > limit) return;
      if (filing === context.today) report(item.date.range, 'oldNow', { date }, more);
      else report(item.date.range, 'old', { date, filing }, more);
      return;
    }
    const signed =
      file?.inspection.pdf?.signatures.flatMap(({ signedOn }) => (signedOn ? [dayOf(signedOn)] : [])) ?? [];
    const latest = signed.sort().at(-1);
    if (!file || latest === undefined || latest > limit) return;
    report(file.path.range, 'oldSignature', { path: file.path.value, date: latest, filing }, more);
  },
};
