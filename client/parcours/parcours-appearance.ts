import type { ParcoursRow } from '../../protocol/requests/parcours';

/** A product icon and the id of its theme colour. */
export interface RowIcon {
  readonly id: string;
  readonly colour: string | undefined;
}

/** Colour never stands alone: each mood also has its own shape, and its words are in the description and spoken. */
const moodIcons: Readonly<Record<ParcoursRow['mood'], RowIcon>> = {
  done: { id: 'pass-filled', colour: 'testing.iconPassed' },
  notNeeded: { id: 'circle-slash', colour: 'disabledForeground' },
  late: { id: 'error', colour: 'list.errorForeground' },
  tight: { id: 'warning', colour: 'list.warningForeground' },
  onTime: { id: 'circle-large-outline', colour: undefined },
  doubtful: { id: 'unverified', colour: 'list.warningForeground' },
  unknown: { id: 'question', colour: 'disabledForeground' },
};

const kindIcons: Readonly<Partial<Record<ParcoursRow['kind'], RowIcon>>> = {
  dossier: { id: 'milestone', colour: undefined },
  group: { id: 'calendar', colour: undefined },
};

export function iconOf({ kind, mood }: ParcoursRow): RowIcon {
  return kindIcons[kind] ?? moodIcons[mood];
}

/** A single dossier starts unfolded; its groups do not. */
export function foldingOf({ kind, children }: ParcoursRow, only: boolean): 'none' | 'folded' | 'unfolded' {
  if (children.length === 0) return 'none';
  return only && kind === 'dossier' ? 'unfolded' : 'folded';
}
