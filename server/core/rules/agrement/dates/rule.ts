import type { ApprovalFacts } from '../../../manifest/facts';
import { isCalendarDate } from '../../../time/calendar-date';
import { cndaRank, cndaStates } from '../../../manifest/known-states';
import { shift, type Located } from '../../../text/offset-range';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'agrement/dates',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les dates d’une homologation se contredisent, ou contredisent son statut.',
      en: 'The dates of an approval contradict each other, or its status.',
    },
    why: {
      fr: 'Une demande se dépose, avance de statut en statut, puis l’agrément s’obtient : une date qui ne suit pas cet ordre est une faute de saisie, et l’état affiché est faux.',
      en: 'A request is filed, goes from status to status, then the approval is obtained: a date out of that order is a typing mistake, and the state that is shown is wrong.',
    },
    avoid:
      'agrements:\n  - { teleservice: DMP, statut: Finalisation, deposee_le: 2026-10-05, obtenu_le: 2026-09-28, piece: preuves/cnda/dmp.png }',
    prefer:
      'agrements:\n  - { teleservice: DMP, statut: Finalisation, deposee_le: 2026-08-05, obtenu_le: 2026-09-28, piece: preuves/cnda/dmp.png }',
    source: sources.cnda,
    messages: {
      obtainedFirst: {
        fr: 'L’agrément {teleservice} est dit obtenu le {date}, avant le dépôt de la demande, le {filed} : l’une des deux dates est fausse.',
        en: 'Approval {teleservice} is said to be obtained on {date}, before its request was filed, on {filed}: one of the two dates is wrong.',
      },
      obtainedLater: {
        fr: 'L’agrément {teleservice} est dit obtenu le {date}, qui est dans le futur : écrivez cette date dans « retour_prevu_le » tant qu’il ne l’est pas.',
        en: 'Approval {teleservice} is said to be obtained on {date}, which is in the future: write that date in “retour_prevu_le” until it is.',
      },
      stillEarly: {
        fr: 'L’agrément {teleservice} est dit obtenu le {date}, mais son statut, qui n’est pas plus ancien, est encore « {state} » : mettez le statut à jour, ou retirez « obtenu_le ».',
        en: 'Approval {teleservice} is said to be obtained on {date}, but its status, which is no older, is still “{state}”: bring the status up to date, or remove “obtenu_le”.',
      },
      expectedFirst: {
        fr: 'Le retour du CNDA sur {teleservice} est prévu le {date}, avant le dépôt de la demande, le {filed} : l’une des deux dates est fausse.',
        en: 'The return of the CNDA on {teleservice} is forecast on {date}, before its request was filed, on {filed}: one of the two dates is wrong.',
      },
      stateFirst: {
        fr: 'Le statut « {state} » de {teleservice} est daté du {date}, avant le dépôt de la demande, le {filed} : l’une des deux dates est fausse.',
        en: 'Status “{state}” of {teleservice} is dated {date}, before its request was filed, on {filed}: one of the two dates is wrong.',
      },
      stateLater: {
        fr: 'Le statut « {state} » de {teleservice} est daté du {date}, qui est dans le futur.',
        en: 'Status “{state}” of {teleservice} is dated {date}, which is in the future.',
      },
      filedLater: {
        fr: 'La demande {teleservice} est dite déposée le {date}, qui est dans le futur, mais son statut est déjà « {state} ».',
        en: 'Request {teleservice} is said to be filed on {date}, which is in the future, but its status is already “{state}”.',
      },
    },
  },
  dossier({ main }, report, { today }) {
    for (const { base, facts } of main.parsed.approvals)
      check(facts, today, (range, ...rest) => {
        report(main.uri, shift(range, base), ...rest);
      });
  },
};

/** One finding for each date that cannot be right beside another statement. Dates that are none are left to their own rule. */
function check(facts: ApprovalFacts, today: string, report: Report): void {
  const filed = dated(facts.filedOn);
  const obtained = dated(facts.obtainedOn);
  const expected = dated(facts.expectedOn);
  const stateOn = dated(facts.date);
  const names = { teleservice: facts.teleservice?.value ?? '?', state: facts.state?.value ?? '?' };
  const rank = cndaRank(facts.state?.value);
  const isUnderWay = rank !== undefined && rank > 0;
  if (obtained) {
    const args = { ...names, date: obtained.value };
    if (filed && obtained.value < filed.value) report(obtained.range, 'obtainedFirst', { ...args, filed: filed.value });
    else if (obtained.value > today) report(obtained.range, 'obtainedLater', args);
    // A status older than the approval was simply not written again: what counts is that it says when it held.
    else if (rank !== undefined && rank < cndaStates.length - 1 && !(stateOn && stateOn.value < obtained.value))
      report(obtained.range, 'stillEarly', args);
  }
  if (expected && filed && expected.value < filed.value)
    report(expected.range, 'expectedFirst', { ...names, date: expected.value, filed: filed.value });
  // A request may be prepared (« Initialisation ») before it is filed, and its filing be planned.
  if (stateOn && stateOn.value > today) report(stateOn.range, 'stateLater', { ...names, date: stateOn.value });
  else if (stateOn && filed && isUnderWay && stateOn.value < filed.value)
    report(stateOn.range, 'stateFirst', { ...names, date: stateOn.value, filed: filed.value });
  if (filed && isUnderWay && filed.value > today) report(filed.range, 'filedLater', { ...names, date: filed.value });
}

function dated(written: Located<string> | undefined): Located<string> | undefined {
  return written && isCalendarDate(written.value) ? written : undefined;
}
