import type { Sentence } from '../../messages/say';
import { journeyData } from '../../manifest/journey-data.generated';
import { milestoneIds, type MilestoneId, type StepId, type StepState } from '../../manifest/journey-ids';
import { delayOf } from '../../facts/known-facts';
import { addDays, addMonths, dateText, isAfter, type Moment } from '../../time/moment';
import { completeFile, orderWindows } from './order-windows';
import { parisInstant } from '../../time/paris-time';
import type { KnownMilestone, PlanInput } from './plan-input';
import { stableKeys } from './stable-keys';

/** Something that happens, or must have happened, at a moment. */
export interface Deadline {
  /** Stable: `jalon:avance`, `commande:3f9a1c20`, `obligation:commercialisation`. */
  readonly id: string;
  readonly kind: 'opening' | 'closing' | 'order' | 'obligation';
  readonly label: Sentence;
  /** Undefined: unknown. */
  readonly at: Moment | undefined;
  readonly state: 'unknown' | 'met' | 'passed' | 'ahead';
  /** The step it closes or opens. */
  readonly step?: StepId;
  readonly milestone?: KnownMilestone;
  /** Calendar days until then; negative once it is over. */
  readonly days?: number;
  /** Whole hours until then on a stopwatch, daylight saving counted; only when the hour is known. */
  readonly hours?: number;
}

const milestoneLabels: Readonly<Record<MilestoneId, Sentence>> = {
  dossier_administratif: {
    fr: 'Clôture du dépôt des dossiers administratifs',
    en: 'Closing of the filing of administrative files',
  },
  dossier_preuves_complet: {
    fr: 'Clôture du dépôt des dossiers de preuves complets',
    en: 'Closing of the filing of complete proof files',
  },
  fin_echanges_ans: { fr: 'Fin des échanges avec l’ANS', en: 'End of the exchanges with ANS' },
  enrolement_ouverture: { fr: 'Ouverture de l’enrôlement à l’ASP', en: 'Opening of enrolment with ASP' },
  avance_ouverture: { fr: 'Ouverture des demandes d’avance', en: 'Opening of advance requests' },
  avance: { fr: 'Clôture des demandes d’avance', en: 'Closing of advance requests' },
  fin_prestations: { fr: 'Fin des prestations', en: 'End of the services' },
  solde: { fr: 'Clôture des demandes de solde', en: 'Closing of balance requests' },
};

export function milestoneLabel(id: MilestoneId): Sentence {
  return milestoneLabels[id];
}

/** Where a step stands, also when only a later one tells it. */
export type StateOf = (id: StepId) => StepState | undefined;

/** Every date of the way: milestones of the calendar, windows of orders, obligations. Known ones by date, then the rest. */
export function deadlines(input: PlanInput, stateOf: StateOf): Deadline[] {
  const all = [
    ...milestoneIds.map((id) => milestoneDeadline(id, input, stateOf)),
    ...orders(input),
    ...obligations(input),
  ];
  const rank = ({ at }: Deadline) => (at ? at.day * 1440 + (at.minute ?? 1440) : Number.POSITIVE_INFINITY);
  // Two unknown dates stay in their order.
  return all.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** What is still ahead within so many days, today included. */
export function within(all: readonly Deadline[], days: number): Deadline[] {
  return all.filter((each) => each.state === 'ahead' && each.days !== undefined && each.days <= days);
}

function milestoneDeadline(id: MilestoneId, input: PlanInput, stateOf: StateOf): Deadline {
  const milestone = input.milestones.get(id);
  const opens = journeyData.etapes.find(({ ouvre }) => ouvre === id);
  const closes = journeyData.etapes.find(({ clot_debut, clot_fin }) => clot_debut === id || clot_fin === id);
  const step = closes ?? opens;
  const state = step && stateOf(step.id);
  const started = step?.clot_debut === id && state === 'en cours';
  const met = !opens && (state === 'faite' || state === 'sans objet' || started);
  return {
    id: `jalon:${id}`,
    kind: opens ? 'opening' : 'closing',
    label: milestoneLabels[id],
    ...(step ? { step: step.id } : {}),
    ...(milestone ? { milestone } : {}),
    ...timing(milestone?.at, met, input.now),
  };
}

function orders(input: PlanInput): Deadline[] {
  const filed = input.steps.get('preuves')?.state === 'faite';
  const keys = stableKeys(
    input.orders,
    // The reference names an order for good, whatever is corrected in it.
    ({ client, reference, signedOn }) => [client, reference ?? dateText(signedOn)],
    ({ signedOn }) => signedOn.day,
  );
  return orderWindows(input)
    .filter(({ verdict }) => verdict !== 'cancelled')
    .map(({ order, lastDay }) => ({
      id: `commande:${keys.get(order) ?? order.index}`,
      kind: 'order' as const,
      label: {
        fr: `Commande ${order.client} : dernier jour pour le dossier complet`,
        en: `Order of ${order.client}: last day for the complete file`,
      },
      step: 'preuves' as const,
      ...timing(lastDay, filed, input.now),
    }));
}

function obligations(input: PlanInput): Deadline[] {
  const found: Deadline[] = [];
  const referencing = input.steps.get('referencement');
  if (referencing?.state === 'faite' && referencing.doneOn) {
    const at = addMonths(referencing.doneOn, delayOf(input.known, 'commercialisation').valeur);
    found.push({
      id: 'obligation:commercialisation',
      kind: 'obligation',
      label: {
        fr: 'Version référencée commercialisée (2 mois après le référencement)',
        en: 'Referenced version on sale (2 months after the referencing)',
      },
      step: 'referencement',
      ...timing(at, input.marketedOn !== undefined, input.now),
    });
  }
  if (input.intrusionTestOn) {
    const at = addMonths(input.intrusionTestOn, 12 * delayOf(input.known, 'test_intrusion').valeur);
    found.push({
      id: 'obligation:test_intrusion',
      kind: 'obligation',
      label: {
        fr: 'Le formulaire de test d’intrusion atteint un an',
        en: 'The penetration-test form becomes one year old',
      },
      step: 'preuves',
      ...timing(at, completeFile(input)?.kind === 'filed', input.now),
    });
  }
  const keys = stableKeys(
    input.exchanges,
    ({ receivedOn, subject }) => [dateText(receivedOn), subject ?? ''],
    ({ receivedOn }) => receivedOn.minute ?? 0,
  );
  for (const [index, exchange] of input.exchanges.entries()) {
    const { receivedOn, answered, subject } = exchange;
    const about = subject === undefined ? '' : ` (${subject})`;
    found.push({
      id: `obligation:echange:${keys.get(exchange) ?? index}`,
      kind: 'obligation',
      label: {
        fr: `Réponse à l’ANS sous 24 heures, conseillée${about}`,
        en: `Answer to ANS within 24 hours, advised${about}`,
      },
      ...timing(addDays(receivedOn, delayOf(input.known, 'reponse_a_l_ans').valeur / 24), answered, input.now),
    });
  }
  return found;
}

function timing(at: Moment | undefined, met: boolean, now: Moment): Pick<Deadline, 'at' | 'state' | 'days' | 'hours'> {
  if (!at) return { at: undefined, state: met ? 'met' : 'unknown' };
  const state = met ? 'met' : isAfter(now, at) ? 'passed' : 'ahead';
  const days = at.day - now.day;
  if (at.minute === undefined) return { at, state, days };
  return { at, state, days, hours: Math.floor((parisInstant(at) - parisInstant(now)) / 3_600_000) };
}
