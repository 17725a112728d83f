import type { MilestoneId, StepId } from './journey-ids';
import { isMilestoneId, isStepId } from './journey-ids';
import type { Located, OffsetRange } from '../text/offset-range';
import { compact } from '../catalogue/compact';
import { itemsOf, mapOf, scalarOf } from './node-parts';
import type { ReadEntry, ReadNode } from './read-node';

/** What the section `parcours` says. Ranges relative to the section. */
export interface JourneyFacts {
  readonly key: OffsetRange;
  readonly steps: readonly StepFacts[];
  readonly milestones: readonly MilestoneFacts[];
  /** Calendar days by step id, or `fenetre_commande`. */
  readonly delays: readonly { readonly id: string; readonly days: Located<string> }[];
  readonly marketedOn?: Located<string>;
  readonly exchanges: readonly ExchangeFacts[];
}

export interface StepFacts {
  readonly id: StepId;
  /** The step's key. */
  readonly key: OffsetRange;
  readonly state?: Located<string>;
  readonly startedOn?: Located<string>;
  readonly doneOn?: Located<string>;
  readonly plannedOn?: Located<string>;
  readonly evidence?: Located<string>;
}

export interface MilestoneFacts {
  readonly id: MilestoneId;
  readonly date?: Located<string>;
  readonly time?: Located<string>;
  readonly source?: Located<string>;
  readonly checkedOn?: Located<string>;
}

export interface ExchangeFacts {
  readonly range: OffsetRange;
  readonly receivedOn?: Located<string>;
  readonly answeredOn?: Located<string>;
  readonly subject?: Located<string>;
}

export function journeyFacts(entry: ReadEntry): JourneyFacts {
  const node = entry.value;
  return compact<JourneyFacts>({
    key: entry.key.range,
    steps: entriesOf(node, 'etapes').flatMap(stepFacts),
    milestones: entriesOf(node, 'calendrier').flatMap(milestoneFacts),
    delays: entriesOf(node, 'delais').flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [{ id: key.value, days: { value: value.value, range: value.range } }] : [],
    ),
    marketedOn: scalarOf(node, 'commercialisee_le'),
    exchanges: itemsOf(node, 'echanges').map(({ value, range }) =>
      compact<ExchangeFacts>({
        range,
        receivedOn: scalarOf(value, 'recu_le'),
        answeredOn: scalarOf(value, 'repondu_le'),
        subject: scalarOf(value, 'objet'),
      }),
    ),
  });
}

function entriesOf(node: ReadNode | undefined, key: string): readonly ReadEntry[] {
  return mapOf(node, key)?.entries ?? [];
}

function stepFacts({ key, value }: ReadEntry): StepFacts[] {
  if (!isStepId(key.value)) return [];
  return [
    compact<StepFacts>({
      id: key.value,
      key: key.range,
      state: scalarOf(value, 'etat'),
      startedOn: scalarOf(value, 'debut'),
      doneOn: scalarOf(value, 'fin'),
      plannedOn: scalarOf(value, 'prevue_le'),
      evidence: scalarOf(value, 'piece'),
    }),
  ];
}

function milestoneFacts({ key, value }: ReadEntry): MilestoneFacts[] {
  if (!isMilestoneId(key.value)) return [];
  return [
    compact<MilestoneFacts>({
      id: key.value,
      date: scalarOf(value, 'date'),
      time: scalarOf(value, 'heure'),
      source: scalarOf(value, 'source'),
      checkedOn: scalarOf(value, 'verifie_le'),
    }),
  ];
}
