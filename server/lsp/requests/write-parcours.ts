import type { writeParcoursRequest, WriteParcoursParams } from '../../../protocol/requests/write-parcours';
import { writeJourney, type JourneyEntry } from '../../core/fixes/write-journey';
import { isMilestoneId, isStepId, stepStates } from '../../core/manifest/journey-ids';
import type { Sentence } from '../../core/messages/say';
import { moment } from '../../core/time/moment';
import { editOf } from '../edit-of';
import { refusal } from '../refusal';
import type { Answer } from '../request-context';

const unwritable: Sentence = {
  fr: 'La section « parcours » ne peut pas être complétée sans risque telle qu’elle est écrite : ouvrez le manifeste et écrivez-y {id}.',
  en: 'The section “parcours” cannot be completed safely as it is written: open the manifest and write {id} in it.',
};

const notADate: Sentence = {
  fr: 'Écrivez la date comme 2026-05-13 et l’heure comme 12:00.',
  en: 'Write the date like 2026-05-13 and the hour like 12:00.',
};

/** Nothing is written: the client applies the edit. */
export const answer: Answer<typeof writeParcoursRequest> = async ({ target, values }, context, cancellation) => {
  context.checkTrust();
  await context.session.ready();
  const { main } = (await context.dossier(target.uri, cancellation)).dossier;
  const entry = entryOf(target, values);
  if (!entry) throw refusal(notADate, context.locale);
  const after = writeJourney(main.parsed, entry);
  if (after === undefined) throw refusal(unwritable, context.locale, { id: target.id });
  const before = main.parsed.text;
  return editOf(after === before ? [] : [{ uri: main.uri, before, after }]);
};

/** @returns undefined when a value is none that its key may have */
function entryOf(
  { kind, id }: WriteParcoursParams['target'],
  values: WriteParcoursParams['values'],
): JourneyEntry | undefined {
  const { etat, date, heure, source } = values;
  const days = ['debut', 'fin', 'prevue_le', 'verifie_le'] as const;
  const given = Object.fromEntries(days.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
  if (Object.values(given).some((day) => !moment(day))) return undefined;
  if (kind === 'step') {
    const state = stepStates.find((one) => one === etat);
    return isStepId(id) && state ? { kind, id, etat: state, ...given } : undefined;
  }
  if (!isMilestoneId(id) || date === undefined || !moment(date)) return undefined;
  if (heure !== undefined && moment(date, heure)?.minute === undefined) return undefined;
  return {
    kind,
    id,
    date,
    ...(heure === undefined ? {} : { heure }),
    ...(source === undefined ? {} : { source }),
    ...given,
  };
}
