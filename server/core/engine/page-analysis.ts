import type { EvidenceFile } from '../evidence/evidence-file';
import { citedFiles } from '../manifest/entry-citations';
import type { DossierContext, Note, Rule } from '../rules/rule';
import {
  analyseCoreScenario,
  analyseRequirement,
  type EntryFinding,
  type EntryResult,
  type EvidenceView,
} from './entry-analysis';
import type { EntryPage, EntryValue } from '../dossier/entry-pages';

/** What the findings of entries rest on, beside the entry and the context. */
export interface EvidenceState {
  readonly evidence: EvidenceView;
  /** Changes whenever `evidence` may answer differently. */
  readonly evidenceGeneration: number;
}

interface KeptEntry extends EntryResult {
  readonly context: DossierContext;
  generation: number;
}

/** What the rules make of a page. Ranges are relative to it. */
export interface PageResult {
  readonly findings: readonly EntryFinding[];
  readonly notes: readonly PagedNote[];
}

/** A note of a rule; `base` is where its entry stands in the page. */
export interface PagedNote {
  readonly rule: Rule;
  readonly base: number;
  readonly note: Note;
}

interface KeptPage extends PageResult {
  readonly context: DossierContext;
  generation: number;
  /** What all its entries saw. */
  readonly seen: readonly (readonly [path: string, file: EvidenceFile | undefined])[];
}

/** Runs the rules that look at entries, page by page; keeps what they found while nothing that it rests on changes. */
export class PageAnalyser {
  readonly #pages = new WeakMap<EntryPage, KeptPage>();
  readonly #entries = new WeakMap<EntryValue, KeptEntry>();

  constructor(readonly rules: readonly Rule[]) {}

  /** Whether what is known of a page is still so: there is nothing to do for it. */
  knows(page: EntryPage, state: EvidenceState, context: DossierContext): boolean {
    const kept = this.#pages.get(page);
    return kept?.context === context && pageHolds(kept, state);
  }

  /**
   * @param context the same object while nothing in it changes
   */
  analyse(page: EntryPage, state: EvidenceState, context: DossierContext): PageResult {
    const kept = this.#pages.get(page);
    if (kept?.context === context && pageHolds(kept, state)) return kept;
    const findings: EntryFinding[] = [];
    const notes: PagedNote[] = [];
    const seen = new Map<string, EvidenceFile | undefined>();
    const take = (found: EntryResult, base: number) => {
      for (const finding of found.findings) findings.push(moved(finding, base));
      for (const [path, file] of found.seen) seen.set(path, file);
      for (const [rule, noted] of found.notes) for (const note of noted) notes.push({ rule, base, note });
    };
    for (const { base, value } of page.requirements) {
      const found = this.#entry(value, state, context, () =>
        analyseRequirement(value, this.rules, context, state.evidence),
      );
      take(found, base);
    }
    for (const { base, value } of page.coreScenarios) {
      const found = this.#entry(value, state, context, () =>
        analyseCoreScenario(value, this.rules, context, state.evidence),
      );
      take(found, base);
    }
    const result = { context, generation: state.evidenceGeneration, seen: [...seen], findings, notes };
    this.#pages.set(page, result);
    return result;
  }

  #entry(value: EntryValue, state: EvidenceState, context: DossierContext, analyse: () => EntryResult): EntryResult {
    let kept = this.#entries.get(value);
    if (!kept || kept.context !== context || !entryHolds(kept, state)) {
      kept = { ...analyse(), context, generation: state.evidenceGeneration };
      this.#entries.set(value, kept);
    }
    return kept;
  }
}

/** Whether the evidence that the findings of a page rest on is as it was; of most pages nothing is told to have changed. */
function pageHolds(kept: KeptPage, { evidence, evidenceGeneration }: EvidenceState): boolean {
  if (kept.generation === evidenceGeneration) return true;
  const changed = evidence.changedSince(kept.generation);
  for (const [path, file] of kept.seen) {
    if ((changed === undefined || changed.has(path)) && evidence.lookup(path) !== file) return false;
  }
  kept.generation = evidenceGeneration;
  return true;
}

function entryHolds(kept: KeptEntry, { evidence, evidenceGeneration }: EvidenceState): boolean {
  if (kept.generation === evidenceGeneration) return true;
  for (const [path, file] of kept.seen) if (evidence.lookup(path) !== file) return false;
  kept.generation = evidenceGeneration;
  return true;
}

function moved(finding: EntryFinding, by: number): EntryFinding {
  return { ...finding, range: { start: finding.range.start + by, end: finding.range.end + by } };
}

const citations = new WeakMap<EntryPage, readonly string[]>();

/** Evidence paths that the entries of a page cite, as they are written. */
export function pageCitations(page: EntryPage): readonly string[] {
  let paths = citations.get(page);
  if (!paths) {
    paths = [...page.requirements, ...page.coreScenarios].flatMap(({ value }) =>
      [...citedFiles(value.facts)].map((path) => path.value),
    );
    citations.set(page, paths);
  }
  return paths;
}
