import { milestoneIds, type StepId } from '../../manifest/journey-ids';
import { isReadInPart } from '../../manifest/lost-section';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import { moment, type Moment } from '../../time/moment';
import { deducedFromApprovals } from './deduced-from-approvals';
import { deducedFromFinancing, deducedFromOrders } from './deduced-from-financing';
import { deducedFromProofs } from './deduced-from-proofs';
import type { DeducedStep } from './deduced-step';
import type { ProofFacts } from './proof-facts';

/**
 * Where steps stand as the dossier's own sections tell it: approvals, orders and their requests, financing, chapters and
 * evidence. A section that could not be read whole tells nothing, nor does a date in the future. What is done is said only
 * of what is written; anything less leaves the step under way.
 * @param proofs absent where only the main manifest was read
 */
export function deduceSteps(
  parsed: ParsedManifest,
  now: Moment,
  proofs?: ProofFacts,
): ReadonlyMap<StepId, DeducedStep> {
  const found = new Map<StepId, DeducedStep>();
  for (const [id, step] of [
    ...deducedFromCalendar(parsed),
    ...deducedFromApprovals(parsed, now),
    ...deducedFromProofs(parsed, proofs),
    ...deducedFromOrders(parsed, now),
    ...deducedFromFinancing(parsed),
  ]) {
    if (found.get(id)?.state !== 'faite') found.set(id, step);
  }
  // Every approval is due before the referencing: while one is said to be missing, a number alone does not make it.
  if (found.get('referencement')?.state === 'faite' && found.get('agrement_cnda')?.state === 'en cours') {
    found.delete('referencement');
  }
  return found;
}

/** Dates of the calendar that the team read at their source. */
function deducedFromCalendar(parsed: ParsedManifest): [StepId, DeducedStep][] {
  if (isReadInPart('parcours', parsed)) return [];
  const dated = (parsed.journey?.facts.milestones ?? []).filter(({ date }) => date && moment(date.value)).length;
  if (dated === 0) return [];
  const why = {
    fr: `dates écrites : ${dated} sur ${milestoneIds.length}`,
    en: `dates written: ${dated} of ${milestoneIds.length}`,
  };
  return [
    [
      'jalons',
      dated === milestoneIds.length
        ? { state: 'faite', from: 'parcours.calendrier', why }
        : { state: 'en cours', from: 'parcours.calendrier', why, atLeast: true },
    ],
  ];
}
