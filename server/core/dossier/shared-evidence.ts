import { evidencePath, type EvidenceItem } from '../manifest/facts';
import { normalisePath, pathFault } from '../workspace/evidence-path';
import type { Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from './dossier';

/** What pieces of evidence of different entries may have in common. */
export type SharedKind =
  /** The same link under proofs for which different test cases are known. */
  | 'link'
  /** The same execution number, likewise. */
  | 'execution'
  /** The same digest under different paths. */
  | 'content'
  /** The same path but for case or Unicode form. */
  | 'name';

/** One piece of evidence that shares something with others. */
export interface SharedItem {
  readonly uri: string;
  /** Offset that the ranges of `item` are relative to. */
  readonly base: number;
  readonly proof: ResolvedProof;
  readonly item: EvidenceItem;
  /** What sets it apart: its test cases, or its path. */
  readonly variant: string;
}

type EntryValue = ResolvedRequirement | ResolvedScenario;

interface Sharing {
  readonly kind: SharedKind;
  readonly key: string;
  readonly variant: string;
  readonly proof: ResolvedProof;
  readonly item: EvidenceItem;
  readonly owner: EntryValue;
}

/** Separates the test cases of a variant; no name of one has it. */
export const variantSeparator = '\n';

/**
 * Finds what pieces of evidence of a whole dossier have in common though it should be different. Kept up from one check to
 * the next: the work follows the edit, not the dossier.
 */
export class SharedEvidence {
  readonly #groups = new Map<string, Sharing[]>();
  /** Keys of the groups with more than one variant. */
  readonly #mixed = new Set<string>();
  /** How often each entry stands in the dossier: the same text written twice is read once. */
  readonly #owners = new Map<EntryValue, number>();
  #entries: readonly Entry<EntryValue>[] = [];

  /** Takes in the entries as they are now. */
  update(entries: readonly Entry<EntryValue>[]): void {
    const before = this.#entries;
    this.#entries = entries;
    const most = Math.min(before.length, entries.length);
    let start = 0;
    while (start < most && before[start]?.value === entries[start]?.value) start++;
    let end = 0;
    while (end < most - start && before.at(-1 - end)?.value === entries.at(-1 - end)?.value) end++;
    const touched = new Set<string>();
    for (const { value } of before.slice(start, before.length - end)) this.#remove(value, touched);
    for (const { value } of entries.slice(start, entries.length - end)) this.#add(value, touched);
    for (const key of touched) this.#judge(key);
  }

  /** Groups of items that have the same thing in common and differ in what they should not, each in text order. */
  mixed(kind: SharedKind): readonly (readonly SharedItem[])[] {
    const keys = [...this.#mixed].filter((key) => key.startsWith(`${kind} `));
    if (keys.length === 0) return [];
    const places = new Map(this.#entries.map((entry, order) => [entry.value, { entry, order }]));
    return keys.sort().map((key) =>
      (this.#groups.get(key) ?? [])
        .flatMap((sharing) => {
          const place = places.get(sharing.owner);
          return place ? [{ sharing, ...place }] : [];
        })
        .sort((a, b) => a.order - b.order || a.sharing.item.range.start - b.sharing.item.range.start)
        .map(({ sharing: { proof, item, variant }, entry: { uri, base } }) => ({ uri, base, proof, item, variant })),
    );
  }

  #add(owner: EntryValue, touched: Set<string>): void {
    const times = this.#owners.get(owner) ?? 0;
    this.#owners.set(owner, times + 1);
    if (times > 0) return;
    for (const sharing of sharings(owner)) {
      const key = `${sharing.kind} ${sharing.key}`;
      const group = this.#groups.get(key);
      if (group) {
        group.push(sharing);
        touched.add(key);
      } else this.#groups.set(key, [sharing]);
    }
  }

  #remove(owner: EntryValue, touched: Set<string>): void {
    const times = this.#owners.get(owner) ?? 0;
    if (times > 1) {
      this.#owners.set(owner, times - 1);
      return;
    }
    this.#owners.delete(owner);
    for (const { kind, key: shared } of sharings(owner)) {
      const key = `${kind} ${shared}`;
      const left = (this.#groups.get(key) ?? []).filter((sharing) => sharing.owner !== owner);
      if (left.length > 0) this.#groups.set(key, left);
      else this.#groups.delete(key);
      touched.add(key);
    }
  }

  #judge(key: string): void {
    const group = this.#groups.get(key) ?? [];
    if (group.some(({ variant }) => variant !== group[0]?.variant)) this.#mixed.add(key);
    else this.#mixed.delete(key);
  }
}

const kept = new WeakMap<EntryValue, readonly Sharing[]>();

function sharings(owner: EntryValue): readonly Sharing[] {
  let found = kept.get(owner);
  if (!found) kept.set(owner, (found = [...findSharings(owner)]));
  return found;
}

function* findSharings(owner: EntryValue): Generator<Sharing> {
  const scenarios = 'scenarios' in owner ? owner.scenarios : [owner];
  for (const { proofs } of scenarios) {
    for (const proof of proofs) {
      for (const item of proof.facts.evidence) {
        for (const [kind, key, variant] of sharedBy(item, proof)) yield { kind, key, variant, proof, item, owner };
      }
    }
  }
}

function* sharedBy(item: EvidenceItem, proof: ResolvedProof): Generator<readonly [SharedKind, string, string]> {
  const expected = proof.proof?.testCases ?? [];
  // What the author says was run counts before what the catalogue asks for.
  const cases = item.testCase && item.testCase.value !== '' ? [item.testCase.value] : expected;
  if (item.link && cases.length > 0) yield ['link', item.link.value, variantOf(cases)];
  if (item.execution && cases.length > 0) {
    yield ['execution', item.execution.value.replace(/^0+(?=\d)/, ''), variantOf(cases)];
  }
  const path = evidencePath(item);
  if (!path || pathFault(path.value) !== undefined) return;
  const normal = normalisePath(path.value);
  yield ['name', normal.normalize('NFC').toLowerCase(), normal];
  const digest = item.sha256?.value ?? '';
  if (/^[0-9a-f]{64}$/i.test(digest)) yield ['content', digest.toLowerCase(), normal];
}

function variantOf(testCases: readonly string[]): string {
  return [...testCases].sort().join(variantSeparator);
}
