import type { EvidenceFile } from '../evidence/evidence-file';
import type { Finding } from '../findings/finding';
import { guarded } from './guarded';
import type { EntryContext, EvidenceContext, Note, Report, Rule } from '../rules/rule';
import type { EntryValue } from '../dossier/entry-pages';
import type { ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';

/** A finding whose range is relative to its entry. */
export type EntryFinding = Omit<Finding, 'uri'>;

/** Looks up evidence and remembers what was seen, so that the caller knows when to look again. */
export interface EvidenceView {
  /** @param path a safe one, in its normal form */
  lookup(path: string): EvidenceFile | undefined;
  /** Paths whose facts changed after a generation; undefined when anything may have changed. */
  changedSince(generation: number): ReadonlySet<string> | undefined;
}

/** What one entry's rules found, and the evidence facts they rest on. */
export interface EntryResult {
  readonly findings: readonly EntryFinding[];
  readonly seen: ReadonlyMap<string, EvidenceFile | undefined>;
  /** What rules about the whole dossier noted of it; rules that noted nothing are not in it. */
  readonly notes: ReadonlyMap<Rule, readonly Note[]>;
}

/** Runs every entry-level rule over one requirement entry. */
export function analyseRequirement(
  resolved: ResolvedRequirement,
  rules: readonly Rule[],
  context: Omit<EntryContext, 'evidenceFile'>,
  evidence: EvidenceView,
): EntryResult {
  return run(resolved, rules, context, evidence, (rule, report, entry, contextOf) => {
    rule.requirement?.(resolved, report, entry);
    for (const scenario of resolved.scenarios) visitScenario(rule, scenario, report, entry, contextOf);
  });
}

/** Runs every entry-level rule over one core-business scenario entry. */
export function analyseCoreScenario(
  resolved: ResolvedScenario,
  rules: readonly Rule[],
  context: Omit<EntryContext, 'evidenceFile'>,
  evidence: EvidenceView,
): EntryResult {
  return run(resolved, rules, context, evidence, (rule, report, entry, contextOf) => {
    visitScenario(rule, resolved, report, entry, contextOf);
  });
}

function run(
  value: EntryValue,
  rules: readonly Rule[],
  context: Omit<EntryContext, 'evidenceFile'>,
  evidence: EvidenceView,
  visit: (rule: Rule, report: Report, entry: EntryContext, contextOf: ContextOf) => void,
): EntryResult {
  const findings: EntryFinding[] = [];
  const seen = new Map<string, EvidenceFile | undefined>();
  const notes = new Map<Rule, readonly Note[]>();
  const proofContexts = new Map<ResolvedProof, EvidenceContext>();
  const entry: EntryContext = {
    ...context,
    evidenceFile(path) {
      if (!seen.has(path)) seen.set(path, evidence.lookup(path));
      return seen.get(path);
    },
  };
  for (const rule of rules) {
    const report: Report = (range, message, args = {}, more = {}) => {
      findings.push({ severity: rule.meta.defaultSeverity, ...more, rule: rule.meta.id, message, args, range });
    };
    guarded(rule, findings, () => {
      visit(rule, report, entry, (proof) => {
        let of = proofContexts.get(proof);
        if (!of) proofContexts.set(proof, (of = { ...entry, proof }));
        return of;
      });
      const noted = rule.notes?.(value, entry) ?? [];
      if (noted.length > 0) notes.set(rule, noted);
    });
  }
  return { findings, seen, notes };
}

/** What rules may know at a proof's evidence; one object a proof, for every rule. */
type ContextOf = (proof: ResolvedProof) => EvidenceContext;

function visitScenario(
  rule: Rule,
  scenario: ResolvedScenario,
  report: Report,
  entry: EntryContext,
  contextOf: ContextOf,
): void {
  rule.scenario?.(scenario, report, entry);
  if (!rule.proof && !rule.evidence) return;
  for (const proof of scenario.proofs) {
    rule.proof?.(proof, report, entry);
    if (rule.evidence) for (const item of proof.facts.evidence) rule.evidence(item, report, contextOf(proof));
  }
}
