import { ledgerText, readLedger, type Ledger, type LedgerEntry } from './ledger';

/**
 * Merges what two branches collected. What either brought stays known, and what either gave up is forgotten; of a piece that
 * both brought anew, the ledger knows both contents, whichever of them the merged manifest cites.
 * @param texts whole files; an empty base where both began the ledger
 * @returns undefined where a version is no ledger, or both put one piece at two places: people decide then
 */
export function mergeLedgers(texts: {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}): string | undefined {
  const base = texts.base === '' ? [] : readLedger(texts.base);
  const [ours, theirs] = [readLedger(texts.ours), readLedger(texts.theirs)];
  if (!base || !ours || !theirs) return undefined;
  const [before, own, other] = [byKey(base), byKey(ours), byKey(theirs)];
  if (!before || !own || !other) return undefined;
  const merged: LedgerEntry[] = [];
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const entry = mergeEntry(was, here, there);
    if (entry === 'undecided') return undefined;
    if (entry) merged.push(entry);
  }
  return ledgerText(merged);
}

function mergeEntry(
  was: LedgerEntry | undefined,
  here: LedgerEntry | undefined,
  there: LedgerEntry | undefined,
): LedgerEntry | undefined | 'undecided' {
  if (isSame(here, there) || isSame(there, was)) return here;
  if (isSame(here, was)) return there;
  // Given up by one, brought anew by the other: what was brought is still there.
  if (!here || !there) return here ?? there;
  if (here.path !== there.path || here.copied !== there.copied) return 'undecided';
  return here.sha256 === there.sha256 ? here : { ...here, former: there.sha256 };
}

function isSame(one: LedgerEntry | undefined, other: LedgerEntry | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && ledgerText([one]) === ledgerText([other]));
}

/** @returns undefined where two entries are about the same attachment of the same test: which is which is not known */
function byKey(ledger: Ledger): ReadonlyMap<string, LedgerEntry> | undefined {
  const entries = new Map(
    ledger.map((one) => [[one.test, one.slot.requirement ?? '', one.slot.scenario, one.slot.proof].join('\n'), one]),
  );
  return entries.size === ledger.length ? entries : undefined;
}
