import type { TextChange } from '../../fixes/fix';
import { insertUnder } from '../../fixes/insert-under';
import { fingerprintStub } from '../../fixes/stub';
import { scalarText } from '../../manifest/scalar-text';
import type { RequirementFacts, ScenarioFacts } from '../../manifest/facts';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import { shift, type Located, type OffsetRange } from '../../text/offset-range';
import type { RequirementRevision, ScenarioRevision } from '../revision';
import { scenarioFingerprint } from '../scenario-fingerprint';
import { cutEntry } from './cut-entry';
import { evidenceOf, evidenceOfScenario, piecesAmong } from './evidence-signatures';
import { ManifestPairs } from './manifest-pairs';
import type { MigrationEvent } from './migration';
import type { ParkedEntry } from './parked-block';
import type { Fate, RevisionIndex } from './revision-index';
import { settle, type Wish } from './settle';

/** What becomes of the entries of one manifest file. */
export interface EntryMigration {
  readonly changes: readonly TextChange[];
  readonly events: readonly MigrationEvent[];
  readonly parked: readonly ParkedEntry[];
  /** Evidence that goes with the parked entries. */
  readonly parkedEvidence: readonly string[];
}

/** @param mayPark false: what the new catalogue does not have stays where it is */
export function migrateEntries(
  uri: string,
  parsed: ParsedManifest,
  index: RevisionIndex,
  mayPark: boolean,
): EntryMigration {
  const migration = new Migration(uri, parsed, index, mayPark);
  migration.run();
  return migration;
}

type AnyRevision = Pick<RequirementRevision, 'by' | 'renumbered'> & {
  readonly before: { readonly id: string };
  readonly after: { readonly id: string };
};

/** An entry, its fate, and what to do with what stands under it if it stays. */
interface Candidate {
  readonly what: 'requirement' | 'scenario' | 'proof';
  readonly id: Located<string>;
  readonly fate: Fate<AnyRevision> | undefined;
  readonly evidence: readonly string[];
  readonly path: readonly string[];
  readonly inside: (path: readonly string[]) => void;
}

class Migration implements EntryMigration {
  readonly changes: TextChange[] = [];
  readonly events: MigrationEvent[] = [];
  readonly parked: ParkedEntry[] = [];
  readonly parkedEvidence: string[] = [];
  readonly #pairs: ManifestPairs;

  constructor(
    readonly uri: string,
    readonly parsed: ParsedManifest,
    readonly index: RevisionIndex,
    readonly mayPark: boolean,
  ) {
    this.#pairs = new ManifestPairs(parsed.text);
  }

  run(): void {
    this.#settle(
      this.parsed.requirements.map(({ base, facts }) => {
        const fate = this.index.requirement(facts.id.value);
        const revision = fate?.revision;
        return {
          what: 'requirement',
          id: placed(facts.id, base),
          fate,
          evidence: evidenceOf(facts),
          path: ['exigences'],
          inside: (path) => {
            if (revision) this.#requirement(facts, base, revision, path);
          },
        };
      }),
    );
    this.#settle(
      this.parsed.coreScenarios.map(({ base, facts }) => {
        const fate = this.index.coreScenario(facts.id.value);
        const revision = fate?.revision;
        return {
          what: 'scenario',
          id: placed(facts.id, base),
          fate,
          evidence: evidenceOfScenario(facts),
          path: ['scenarios'],
          inside: (path) => {
            if (revision) this.#coreScenario(facts, base, revision, path);
          },
        };
      }),
    );
  }

  #requirement(facts: RequirementFacts, base: number, revision: RequirementRevision, path: readonly string[]): void {
    const claims = evidenceOf(facts).length > 0 || isExcluded(facts) || facts.scenarios.some(isExcluded);
    const { before, after } = revision;
    if (claims) this.#fingerprint(facts, base, { from: before.fingerprint, to: after.fingerprint, id: after.id });
    this.#settle(
      facts.scenarios.map((scenario) => {
        const fate = this.index.scenario(scenario.id.value, revision);
        const inner = fate?.revision;
        return {
          what: 'scenario',
          id: placed(scenario.id, base),
          fate,
          evidence: evidenceOfScenario(scenario),
          path,
          inside: (deeper) => {
            if (inner) this.#proofs(scenario, base, inner, deeper);
          },
        };
      }),
    );
  }

  #coreScenario(facts: ScenarioFacts, base: number, revision: ScenarioRevision, path: readonly string[]): void {
    const { before, after } = revision;
    if (evidenceOfScenario(facts).length > 0 || isExcluded(facts)) {
      const [from, to] = [scenarioFingerprint(before), scenarioFingerprint(after)];
      this.#fingerprint(facts, base, { from, to, id: after.id });
    }
    this.#proofs(facts, base, revision, path);
  }

  #proofs(facts: ScenarioFacts, base: number, revision: ScenarioRevision, path: readonly string[]): void {
    this.#settle(
      facts.proofs.map((proof) => ({
        what: 'proof',
        id: placed(proof.id, base),
        fate: this.index.proof(proof.id.value, revision),
        evidence: evidenceOfScenario({ proofs: [proof] }),
        path,
        inside: () => undefined,
      })),
    );
    this.#settle(
      (facts.instruction ?? []).map((one) => ({
        what: 'proof',
        id: placed(one.proof, base),
        fate: this.index.proof(one.proof.value, revision),
        evidence: evidenceOfScenario({ instruction: [one] }),
        path: [...path, 'instruction'],
        inside: () => undefined,
      })),
    );
    this.#settle(
      (facts.proofFollowUps ?? []).map(({ proof }) => ({
        what: 'proof',
        id: placed(proof, base),
        fate: this.index.proof(proof.value, revision),
        evidence: [],
        path: [...path, 'suivi', 'preuves'],
        inside: () => undefined,
      })),
    );
  }

  /** Makes sure that a changed text shows: the fingerprint of the old one stays, or is written where there is none. */
  #fingerprint(
    facts: RequirementFacts | ScenarioFacts,
    base: number,
    { from, to, id }: { from: string | undefined; to: string | undefined; id: string },
  ): void {
    const written = facts.fingerprint?.value.toLowerCase();
    if (to === undefined || written === to || (written === undefined && from === to)) return;
    const range = shift(facts.id.range, base);
    if (written === undefined && from !== undefined) {
      const entry = shift(facts.range, base);
      const stub = fingerprintStub(from);
      const change = insertUnder({ uri: this.uri, text: this.parsed.text, entry, path: [], stub });
      if (change) this.changes.push(change);
      else this.events.push({ kind: 'left', path: [id, 'empreinte'], reason: 'form', uri: this.uri, range });
    }
    const reason = written === undefined && from === undefined ? 'unknown' : 'text';
    this.events.push({ kind: 'review', id, reason, uri: this.uri, range });
  }

  #settle(candidates: readonly Candidate[]): void {
    const wished = candidates.map((candidate) => ({ candidate, wish: this.#wish(candidate) }));
    for (const { candidate, wish } of settle(wished)) this.#carryOut(candidate, wish);
  }

  #wish({ id, fate }: Candidate): Wish {
    const pair = this.#pairs.at(id.range.start);
    const base = { written: id.value, map: pair?.map };
    if (!fate) return { ...base, kind: 'stay' };
    if (!fate.revision) return { ...base, kind: 'park' };
    const { after, renumbered } = fate.revision;
    return renumbered && id.value !== after.id ? { ...base, kind: 'rename', to: after.id } : { ...base, kind: 'stay' };
  }

  #carryOut(candidate: Candidate, wish: Wish): void {
    const { what, id, fate, path } = candidate;
    const place = { uri: this.uri, range: id.range };
    if (wish.kind === 'park') {
      const whole = [...path, id.value];
      const reason = this.mayPark ? this.#park(candidate, whole) : 'form';
      if (reason === undefined) {
        this.events.push({ kind: 'parked', path: whole, evidence: piecesAmong(candidate.evidence), ...place });
      } else this.events.push({ kind: 'left', path: whole, reason, ...place });
      return;
    }
    if (wish.kind === 'rename') {
      const pair = this.#pairs.at(id.range.start);
      if (pair) {
        const present = this.parsed.text.slice(pair.key.start, pair.key.end);
        this.changes.push({ uri: this.uri, range: pair.key, text: scalarText(wish.to, present) });
        const probable = fate?.revision?.by === 'text';
        this.events.push({ kind: 'renamed', what, from: id.value, to: wish.to, probable, ...place });
      } else this.events.push({ kind: 'left', path: [...path, id.value], reason: 'alias', ...place });
    }
    candidate.inside([...path, wish.kind === 'rename' ? wish.to : id.value]);
  }

  /** @returns why it could not be done, or undefined */
  #park({ id, evidence }: Candidate, path: readonly string[]): 'alias' | 'anchor' | 'form' | undefined {
    const { text } = this.parsed;
    const pair = this.#pairs.at(id.range.start);
    if (!pair) return 'alias';
    const cut = cutEntry(text, pair);
    if (!cut) return 'form';
    if (anchorsElsewhere(text, cut.kept)) return 'anchor';
    for (const range of cut.removed) this.changes.push({ uri: this.uri, range, text: '' });
    this.parked.push({ path, text: text.slice(cut.kept.start, cut.kept.end) });
    this.parkedEvidence.push(...evidence);
    return undefined;
  }
}

function placed(id: Located<string>, base: number): Located<string> {
  return { value: id.value, range: shift(id.range, base) };
}

function isExcluded({ notApplicable }: Pick<ScenarioFacts, 'notApplicable'>): boolean {
  return notApplicable !== undefined;
}

/** Whether something outside stands for a part of the entry through a YAML alias. */
function anchorsElsewhere(text: string, range: OffsetRange): boolean {
  const anchors = text.slice(range.start, range.end).matchAll(/&([^\s,[\]{}]+)/g);
  const outside = `${text.slice(0, range.start)}\n${text.slice(range.end)}`;
  return [...anchors].some(([anchor]) => outside.includes(`*${anchor.slice(1)}`));
}
