import { compact } from '../catalogue/compact';
import type { Dossier, Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import { shift, type OffsetRange } from '../text/offset-range';
import type { Thread, ThreadSubject } from './thread';

/** A thread and what it is about in a dossier. */
export interface PlacedThread {
  readonly thread: Thread;
  /** Ids of the catalogue, else as written; absent for what is `lost`. */
  readonly slot?: ThreadSubject;
  /** Where that is written, or the nearest that it would be written under; absolute range. */
  readonly at?: { readonly uri: string; readonly range: OffsetRange };
  /**
   * It is about nothing that this dossier knows: `orphan`, or `unknown` where the catalogue is not there to say, or the file is
   * not read.
   */
  readonly lost?: 'orphan' | 'unknown';
}

/**
 * The threads of a dossier, each with its place. Those of other dossiers of the same folder are left out.
 * @param siblings names of the other main manifests in the folder
 */
export function placeThreads(
  threads: readonly Thread[],
  dossier: Dossier,
  siblings: readonly string[] = [],
): PlacedThread[] {
  const own = dossier.main.path;
  return threads.flatMap((thread): PlacedThread[] => {
    if (thread.dossier !== undefined && thread.dossier !== own && siblings.includes(thread.dossier)) return [];
    const found = thread.dossier === undefined || thread.dossier === own ? find(thread.about, dossier) : undefined;
    if (found) return [{ thread, ...found }];
    // It may well be about another dossier, which is asked for it too.
    if (thread.dossier === undefined && siblings.length > 0 && thread.fault?.kind !== 'file') return [];
    const isUnknown = thread.fault?.kind === 'file' || dossier.catalogue.kind !== 'loaded' || dossier.unread.length > 0;
    return [{ thread, lost: isUnknown ? 'unknown' : 'orphan' }];
  });
}

/** Threads about one thing, nothing below it. */
export function threadsAbout(threads: readonly PlacedThread[], slot: ThreadSubject): PlacedThread[] {
  return threads.filter(({ slot: own }) => own !== undefined && threadKey(own) === threadKey(slot));
}

/**
 * Threads about what an id names and what is under it; also those that are about nothing that is known, which may be about it.
 * @param id of a requirement, a scenario or a proof, whatever the case
 */
export function threadsUnder(threads: readonly PlacedThread[], id: string): PlacedThread[] {
  const wanted = id.trim().toLowerCase();
  return threads.filter(
    ({ slot, thread, lost }) =>
      [slot ?? {}, thread.about].some(({ requirement, scenario, proof }) =>
        [requirement, scenario, proof].some((one) => one?.toLowerCase() === wanted),
      ) || lost === 'unknown',
  );
}

/** What tells the subject of a thread from others: a proof by its scenario too, since proof ids are not always unique. */
export function threadKey({ requirement, scenario, proof }: ThreadSubject): string {
  if (proof !== undefined) return `proof:${scenario ?? ''}\n${proof}`;
  return scenario === undefined ? `requirement:${requirement ?? ''}` : `scenario:${scenario}`;
}

type Found = Pick<PlacedThread, 'slot' | 'at'>;

function find({ requirement, scenario, proof }: ThreadSubject, dossier: Dossier): Found | undefined {
  const index = dossier.catalogue.kind === 'loaded' ? dossier.catalogue.index : undefined;
  const within = requirement === undefined ? undefined : index?.requirement(requirement)?.requirement;
  const known = scenario === undefined ? undefined : index?.scenario(scenario, within);
  if (proof !== undefined) {
    const match = index?.proof(proof, known?.scenario);
    if (match) {
      const ids = { scenario: match.scenario.id, proof: match.proof.id };
      return placed({ ...(match.requirement ? { requirement: match.requirement.id } : {}), ...ids }, dossier);
    }
  } else if (scenario !== undefined) {
    if (known)
      return placed(
        { ...(known.requirement ? { requirement: known.requirement.id } : {}), scenario: known.scenario.id },
        dossier,
      );
  } else if (within) return placed({ requirement: within.id }, dossier);
  return findWritten({ requirement, scenario, proof }, dossier);
}

/** What the catalogue does not know may be written all the same. */
function findWritten(
  { requirement, scenario, proof }: { readonly [Key in keyof ThreadSubject]: ThreadSubject[Key] | undefined },
  dossier: Dossier,
): Found | undefined {
  for (const { entry, scenario: own, proof: one } of writtenIn(dossier)) {
    const wanted = proof ?? scenario ?? requirement;
    const level = proof !== undefined ? one?.facts.id : scenario !== undefined ? own?.facts.id : requirementId(entry);
    if (wanted === undefined || level?.value !== wanted) continue;
    if (proof !== undefined && scenario !== undefined && own?.facts.id.value !== scenario) continue;
    const slot = compact<ThreadSubject>({
      requirement: requirementId(entry) && requirementOf(entry),
      scenario: own && scenarioOf(own),
      proof,
    });
    return { slot, at: { uri: entry.uri, range: shift(level.range, entry.base) } };
  }
  return undefined;
}

interface Written {
  readonly entry: Entry<ResolvedRequirement> | Entry<ResolvedScenario>;
  readonly scenario?: ResolvedScenario;
  readonly proof?: ResolvedProof;
}

function* writtenIn({ requirements, coreScenarios }: Dossier): Generator<Written> {
  for (const entry of requirements) {
    yield { entry };
    for (const scenario of entry.value.scenarios) yield* inScenario(entry, scenario);
  }
  for (const entry of coreScenarios) yield* inScenario(entry, entry.value);
}

function* inScenario(entry: Written['entry'], scenario: ResolvedScenario): Generator<Written> {
  yield { entry, scenario };
  for (const proof of scenario.proofs) yield { entry, scenario, proof };
}

function requirementId({ value }: Written['entry']) {
  return value.facts.kind === 'requirement' ? value.facts.id : undefined;
}

function requirementOf({ value }: Written['entry']): string {
  return ('requirement' in value ? value.requirement?.id : undefined) ?? value.facts.id.value;
}

function scenarioOf({ scenario, facts }: ResolvedScenario): string {
  return scenario?.id ?? facts.id.value;
}

/** The nearest of proof, scenario and requirement that is written. */
function placed(slot: ThreadSubject, dossier: Dossier): Found {
  let nearest: { readonly depth: number; readonly at: Found['at'] } | undefined;
  for (const { entry, scenario, proof } of writtenIn(dossier)) {
    const depth = proof ? 3 : scenario ? 2 : 1;
    if (nearest && nearest.depth >= depth) continue;
    if (depth === 1 && slot.requirement === undefined) continue;
    if (slot.requirement !== undefined && requirementOf(entry) !== slot.requirement) continue;
    if (depth > 1 && (!scenario || scenarioOf(scenario) !== slot.scenario)) continue;
    if (depth > 2 && (proof?.proof?.id ?? proof?.facts.id.value) !== slot.proof) continue;
    const { range } = (proof ?? scenario ?? entry.value).facts.id;
    nearest = { depth, at: { uri: entry.uri, range: shift(range, entry.base) } };
  }
  return nearest?.at ? { slot, at: nearest.at } : { slot };
}
