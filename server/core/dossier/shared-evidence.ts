import { evidencePath, type EvidenceItem } from '../manifest/facts';
import { isCalendarDate } from '../time/calendar-date';
import { foldedPath, safePiecePath } from '../evidence/evidence-path';
import type { ResolvedProof } from './dossier';
import type { EntryValue } from './entry-pages';
import { inOrder, type EntryChanges, type EntryPlaces } from './entry-places';

/** What pieces of evidence of different entries may have in common. */
export type SharedKind =
  /** The same link under proofs for which different test cases are known. */
  | 'link'
  /** The same execution number, likewise. */
  | 'execution'
  /** The same digest under different paths. */
  | 'content'
  /** The same path but for case or Unicode form. */
  | 'name'
  /** The same path with different dates, or different versions. */
  | 'date'
  | 'version'
  /** The same path under proofs of different scenarios. */
  | 'scenario';

/** One piece of evidence that shares something with others. */
export interface SharedItem {
  readonly uri: string;
  /** Offset that the ranges of `item` are relative to. */
  readonly base: number;
  readonly proof: ResolvedProof;
  readonly item: EvidenceItem;
  /** What sets it apart: its test cases, its path, its date, version or scenario. */
  readonly variant: string;
}

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

  constructor(readonly places: EntryPlaces) {}

  /** Takes in what came and went. */
  update({ removed, added }: EntryChanges): void {
    const touched = new Set<string>();
    for (const value of removed) this.#remove(value, touched);
    for (const value of added) this.#add(value, touched);
    for (const key of touched) this.#judge(key);
  }

  /** Groups of items that have the same thing in common and differ in what they should not, each in text order. */
  mixed(kind: SharedKind): readonly (readonly SharedItem[])[] {
    const keys = [...this.#mixed].filter((key) => key.startsWith(`${kind} `));
    if (keys.length === 0) return [];
    return keys.sort().map((key) => {
      const group = this.#groups.get(key) ?? [];
      const places = this.places.of(new Set(group.map(({ owner }) => owner)));
      return group
        .flatMap((sharing) => {
          const place = places.get(sharing.owner);
          return place ? [{ sharing, place }] : [];
        })
        .sort((a, b) => inOrder(a.place, b.place) || a.sharing.item.range.start - b.sharing.item.range.start)
        .map(({ sharing: { proof, item, variant }, place: { uri, base } }) => ({ uri, base, proof, item, variant }));
    });
  }

  /** Whether a piece of evidence of an entry is this file. @param key of its path, see {@link nameKey} */
  cites(key: string): boolean {
    return this.#groups.has(key);
  }

  /** Proofs for which a file is cited, written in just this way. @param path safe, in its normal form */
  proofsOf(path: string): readonly ResolvedProof[] {
    const group = this.#groups.get(nameKey(foldedPath(path))) ?? [];
    return group.filter(({ variant }) => variant === path).map(({ proof }) => proof);
  }

  #add(owner: EntryValue, touched: Set<string>): void {
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

/** What a path is known under, to be kept by who asks for many. @param folded the path, folded */
export function nameKey(folded: string): string {
  return `name ${folded}`;
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
  const normal = path && safePiecePath(path.value);
  if (normal === undefined) return;
  const folded = foldedPath(normal);
  yield ['name', folded, normal];
  const date = item.date?.value.trim() ?? '';
  // Of a date that is none, another rule speaks.
  if (isCalendarDate(date)) yield ['date', folded, date];
  if (proof.parent && proof.scenario) yield ['scenario', folded, proof.scenario.id];
  const version = item.version?.value.trim() ?? '';
  if (version !== '') yield ['version', folded, version];
  const digest = item.sha256?.value ?? '';
  if (/^[0-9a-f]{64}$/i.test(digest)) yield ['content', digest.toLowerCase(), normal];
}

function variantOf(testCases: readonly string[]): string {
  return [...testCases].sort().join(variantSeparator);
}
