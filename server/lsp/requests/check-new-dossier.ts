import type { checkNewDossierRequest, CheckNewDossierResult } from '../../../protocol/requests/check-new-dossier';
import { pastFiling, readSubject } from '../../core/fixes/new-subject';
import { newDossierRefusal, pastFilingSentence, subjectFaultSentence } from '../../host/operations/new-dossier-refusal';
import { placePieces } from '../../host/operations/place-pieces';
import { inWords } from '../refusals';
import type { Answer } from '../request-context';

export const answer: Answer<typeof checkNewDossierRequest> = async (
  { folder, subject: said, pieces },
  { locale, session },
) => {
  const { subject, faults } = readSubject(said);
  const past = pastFiling(subject, session.ports.clock.today());
  const remarks: CheckNewDossierResult = {
    ...(past === undefined ? {} : { plannedFiling: { kind: 'warning', text: pastFilingSentence(past, locale) } }),
    ...Object.fromEntries(
      Object.entries(faults).map(([field, fault]) => [
        field,
        { kind: 'error' as const, text: subjectFaultSentence(fault, locale) },
      ]),
    ),
  };
  if (pieces === undefined) return remarks;
  const place = await inWords(folder, locale, () => placePieces(folder, pieces));
  if (place.kind === 'placed') return remarks;
  const refusal = place.kind === 'bad' ? ({ kind: 'badPieces', fault: place.fault } as const) : place;
  return { ...remarks, pieces: { kind: 'error', text: newDossierRefusal(refusal, locale, (path) => path) } };
};
