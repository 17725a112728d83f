import type { Analysis } from '../../engine/analyse';
import type { Finding } from '../../findings/finding';
import type { SeveritySetting } from '../../findings/severity';
import { concernsScope, type Scope } from '../scope';

/** Findings of one rule that keep something back, or weigh on a proof, and that the team set aside alike. */
export interface Waived {
  readonly rule: string;
  readonly count: number;
  /** Why they were accepted; absent where their severity was changed instead. */
  readonly reason?: string;
  /** What the severity was changed to; absent where they were accepted. */
  readonly setting?: SeveritySetting;
  /** The proof is in the state that the finding gives it all the same: nothing else may say why. */
  readonly weighs?: true;
}

/** What the team set aside of what a package holds: who reads « can be filed » is to know what it rests on. */
export function waivedFindings(analysis: Analysis, scope: Scope): Waived[] {
  const { accepted, muted } = analysis;
  if (accepted.length === 0 && muted.length === 0) return [];
  const state = analysis.compliance();
  const isConcerned = state ? concernsScope(state, scope) : () => true;
  const list = new Map<string, Waived>();
  const add = ({ rule, target }: Finding, weighs: boolean, how: Pick<Waived, 'reason' | 'setting'>): void => {
    if (!isConcerned(target)) return;
    const key = JSON.stringify([rule, how, weighs]);
    const count = (list.get(key)?.count ?? 0) + 1;
    list.set(key, { rule, count, ...how, ...(weighs && { weighs }) });
  };
  for (const { finding, reason, stands } of accepted)
    if (stands) add(finding, finding.effect === 'incomplete', { reason });
  for (const { finding, setting } of muted) add(finding, finding.effect !== undefined, { setting });
  return [...list.values()];
}
