import type { Analysis } from '../../engine/analyse';
import type { Finding } from '../../findings/finding';
import type { SeveritySetting } from '../../findings/severity';
import { concernsScope, type Scope } from '../scope';

/** Findings of one rule that would keep something back, or weigh on a proof, and that the team set aside alike. */
export interface Waived {
  readonly rule: string;
  readonly count: number;
  /** Why they were accepted; absent where their severity was changed instead. */
  readonly reason?: string;
  /** What the severity was changed to; absent where they were accepted. */
  readonly setting?: SeveritySetting;
}

/** What the team set aside of what a package holds: who reads « can be filed » is to know what it rests on. */
export function waivedFindings({ accepted, muted, compliance }: Analysis, scope: Scope): Waived[] {
  if (accepted.length === 0 && muted.length === 0) return [];
  const state = compliance();
  const isConcerned = state ? concernsScope(state, scope) : () => true;
  const list = new Map<string, Waived>();
  const add = ({ rule, target }: Finding, how: Pick<Waived, 'reason' | 'setting'>): void => {
    if (!isConcerned(target)) return;
    const key = JSON.stringify([rule, how]);
    list.set(key, { rule, count: (list.get(key)?.count ?? 0) + 1, ...how });
  };
  for (const { finding, reason, stands } of accepted) if (stands) add(finding, { reason });
  for (const { finding, setting } of muted) add(finding, { setting });
  return [...list.values()];
}
