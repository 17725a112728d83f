import type { Requirement } from '../catalogue/catalogue';
import { fingerprint, fnv1a, normaliseText } from '../catalogue/fingerprint';
import { safePiecePath } from '../evidence/evidence-path';
import { throwIfCancelled, type Cancellation } from '../ports/cancellation';
import type { ProofCompliance, RequirementCompliance, ScenarioCompliance } from '../status/compliance';
import type { Holding } from './holding';

/** Why a piece could serve: the statement, scenarios and expected proofs say the same, or the requirements have one socle id. */
export type OfferReason = 'sameText' | 'sameSocle';

/** A proof of a dossier. */
export interface ProofPlace {
  readonly dossier: string;
  readonly requirement: string;
  readonly scenario: string;
  readonly proof: string;
}

/** A piece of one dossier that could serve in another, where the same is asked. It is offered, never assumed. */
export interface Offer {
  /** Twelve hexadecimal digits, the same while neither dossier changes there. */
  readonly id: string;
  readonly reason: OfferReason;
  readonly from: ProofPlace;
  readonly to: ProofPlace;
  /** The piece, in its normal form, in the dossier that it comes from. */
  readonly path: string;
  readonly sha256: string;
  /** As noted where it comes from; absent where nothing is. */
  readonly date?: string;
  readonly version?: string;
}

interface Asked {
  readonly holding: Holding;
  readonly state: RequirementCompliance;
}

/**
 * What could serve elsewhere: for each proof that a dossier still has to provide, the files that prove the same in others.
 * @throws CancelledError
 */
export function offersOf(holdings: readonly Holding[], cancellation: Cancellation): Offer[] {
  const byText = new Map<string, Asked[]>();
  const bySocle = new Map<string, Asked[]>();
  for (const holding of holdings) {
    throwIfCancelled(cancellation);
    for (const state of requirementsOf(holding)) {
      if (!state.scenarios.some(({ proofs }) => proofs.some(({ status }) => status === 'provided'))) continue;
      add(byText, textKey(state.requirement), { holding, state });
      add(bySocle, state.requirement.socleId, { holding, state });
    }
  }
  const offers = new Map<string, Offer>();
  for (const holding of holdings) {
    throwIfCancelled(cancellation);
    for (const state of requirementsOf(holding)) {
      if (!state.scenarios.some(({ proofs }) => proofs.some(({ status }) => status === 'toProvide'))) continue;
      const key = textKey(state.requirement);
      const same = (key === undefined ? undefined : byText.get(key)) ?? [];
      const { socleId } = state.requirement;
      const socle = (socleId === undefined ? undefined : bySocle.get(socleId)) ?? [];
      for (const [reason, found] of [['sameText', same] as const, ['sameSocle', socle] as const]) {
        for (const from of found) {
          if (from.holding === holding) continue;
          for (const offer of between(from, { holding, state }, reason))
            if (!offers.has(offer.id)) offers.set(offer.id, offer);
        }
      }
    }
  }
  return [...offers.values()];
}

function add(map: Map<string, Asked[]>, key: string | undefined, one: Asked): void {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

function requirementsOf({ analysis }: Holding): readonly RequirementCompliance[] {
  return analysis.compliance()?.chapters.flatMap(({ requirements }) => requirements) ?? [];
}

const fingerprints = new WeakMap<Requirement, string | null>();

/** Undefined where the statement is not known, or says nothing: of two silences nothing can be concluded. */
function textKey(requirement: Requirement): string | undefined {
  let known = fingerprints.get(requirement);
  if (known === undefined) {
    const says = normaliseText(requirement.text ?? '') !== '';
    known = (says ? fingerprint(requirement) : undefined) ?? null;
    fingerprints.set(requirement, known);
  }
  return known ?? undefined;
}

function* between(from: Asked, to: Asked, reason: OfferReason): Generator<Offer> {
  const pairs = reason === 'sameText' ? inOrder(from.state, to.state) : bySameWords(from.state, to.state);
  for (const [source, target] of pairs) {
    if (target.proof.status !== 'toProvide' || source.proof.status !== 'provided') continue;
    for (const item of source.proof.entry?.value.facts.evidence ?? []) {
      // A signed statement is of one software, and is signed for it.
      if (!item.file) continue;
      const path = safePiecePath(item.file.value);
      const file = path === undefined ? undefined : from.holding.analysis.evidenceFile(path);
      if (path === undefined || file?.state !== 'file' || file.pointer) continue;
      const { date, version } = item;
      const places = { from: placeOf(from, source), to: placeOf(to, target) };
      yield {
        id: idOf(places.from, places.to, file.sha256),
        reason,
        ...places,
        path,
        sha256: file.sha256,
        ...(date ? { date: date.value } : {}),
        ...(version ? { version: version.value } : {}),
      };
    }
  }
}

interface Found {
  readonly scenario: ScenarioCompliance;
  readonly proof: ProofCompliance;
}

function* inOrder(a: RequirementCompliance, b: RequirementCompliance): Generator<readonly [Found, Found]> {
  // The same words in the same order: what stands at the same place is the same proof.
  for (const [at, scenario] of a.scenarios.entries()) {
    const other = b.scenarios[at];
    if (other?.proofs.length !== scenario.proofs.length) continue;
    for (const [index, proof] of scenario.proofs.entries()) {
      const same = other.proofs[index];
      if (same && normaliseText(same.proof.expected) === normaliseText(proof.proof.expected))
        yield [
          { scenario, proof },
          { scenario: other, proof: same },
        ];
    }
  }
}

/** One socle id with other words: only what is asked in the very same words is worth a look, or the only proof on both sides. */
function* bySameWords(a: RequirementCompliance, b: RequirementCompliance): Generator<readonly [Found, Found]> {
  const [all, others] = [proofsOf(a), proofsOf(b)];
  for (const one of all) {
    for (const other of others) {
      const words = normaliseText(one.proof.proof.expected);
      const isSame = words !== '' && words === normaliseText(other.proof.proof.expected);
      if (isSame || (all.length === 1 && others.length === 1)) yield [one, other];
    }
  }
}

function proofsOf({ scenarios }: RequirementCompliance): Found[] {
  return scenarios.flatMap((scenario) => scenario.proofs.map((proof) => ({ scenario, proof })));
}

function placeOf({ holding, state }: Asked, { scenario, proof }: Found): ProofPlace {
  return {
    dossier: holding.path,
    requirement: state.requirement.id,
    scenario: scenario.scenario.id,
    proof: proof.proof.id,
  };
}

function idOf(from: ProofPlace, to: ProofPlace, sha256: string): string {
  const text = [from.dossier, from.scenario, from.proof, to.dossier, to.scenario, to.proof, sha256].join('\n');
  return [text, `${text}\n`]
    .map((one) => fnv1a(one).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12);
}
