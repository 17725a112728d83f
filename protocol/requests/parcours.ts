import type { ViewPlace } from '../view-place';
import { requestKind, type NoParams } from '../request';

/** The way of each dossier, from the first reading to the payment of the balance. */
export const parcoursRequest = requestKind<NoParams, ParcoursAnswer>('segur/parcours');

export interface ParcoursAnswer {
  readonly dossiers: readonly ParcoursDossier[];
}

export interface ParcoursDossier {
  /** Of the main manifest. */
  readonly uri: string;
  readonly root: ParcoursRow;
  /** Closings and windows ahead within 30 days, for the status bar; absent when there is none. */
  readonly soon?: {
    readonly text: string;
    /** Markdown. */
    readonly tooltip: string;
    readonly spoken: string;
    /** The nearest one is within a week. */
    readonly pressing: boolean;
  };
}

/** A step, or a date of the calendar, by its id in the format. */
export interface ParcoursTarget {
  readonly kind: 'step' | 'milestone';
  readonly id: string;
  /** Of the main manifest. */
  readonly uri: string;
  /** The state of the step as it is shown, written or not: `à faire`, `en cours`… */
  readonly state?: string;
}

/** One line of the *Parcours* tree. */
export interface ParcoursRow {
  /** Stable across refreshes, the same in no two dossiers. */
  readonly id: string;
  readonly kind: 'dossier' | 'step' | 'group' | 'deadline' | 'order' | 'detail';
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** `doubtful`: only third parties tell the date. */
  readonly mood: 'done' | 'notNeeded' | 'late' | 'tight' | 'onTime' | 'doubtful' | 'unknown';
  /** What a screen reader says. */
  readonly spoken: string;
  /** Where it is written in the manifest. */
  readonly place?: ViewPlace;
  /** What the manifest may say of it (`segur/ecrireParcours`). */
  readonly writes?: ParcoursTarget;
  readonly children: readonly ParcoursRow[];
}
