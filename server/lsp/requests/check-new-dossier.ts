import type { checkNewDossierRequest, CheckNewDossierResult } from '../../../protocol/requests/check-new-dossier';
import { readSubject } from '../../core/fixes/new-subject';
import { newDossierRefusal, subjectFaultSentence } from '../../host/operations/new-dossier-refusal';
import { placePieces } from '../../host/operations/place-pieces';
import { inWords } from '../refusals';
import type { Answer } from '../request-context';

export const answer: Answer<typeof checkNewDossierRequest> = async ({ folder, subject, pieces }, { locale }) => {
  const { faults } = readSubject(subject);
  const problems: CheckNewDossierResult = Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, subjectFaultSentence(fault, locale)]),
  );
  if (pieces === undefined) return problems;
  const place = await inWords(folder, locale, () => placePieces(folder, pieces));
  if (place.kind === 'placed') return problems;
  const refusal = place.kind === 'bad' ? ({ kind: 'badPieces', fault: place.fault } as const) : place;
  return { ...problems, pieces: newDossierRefusal(refusal, locale, (path) => path) };
};
