import { applySettings, type AcceptedFinding } from '../configuration/apply-settings';
import type { Configuration } from '../configuration/configuration';
import type { Finding } from '../findings/finding';
import { EffectMap } from '../findings/effect-map';
import type { Placed } from '../manifest/page-facts';
import type { ParsedManifest } from '../manifest/parse-manifest';
import type { RequirementFacts, ScenarioFacts } from '../manifest/facts';
import { guarded } from '../rules/guarded';
import type { DossierContext, Report, ReportIn, Rule, WholeContext } from '../rules/rule';
import { citedPieces } from '../parcours/cited-pieces';
import { compliance, type Compliance } from '../status/compliance';
import type { CatalogueState, Dossier, Entry, ManifestFile, ResolvedRequirement, ResolvedScenario } from './dossier';
import {
  analyseCoreScenario,
  analyseRequirement,
  citedPaths,
  type EntryFinding,
  type EntryResult,
  type EvidenceView,
} from './entry-analysis';
import { Resolver } from './resolve';
import { SharedEvidence } from './shared-evidence';
import type { Surroundings } from './surroundings';

/** Everything a dossier is made of, as it is now. */
export interface DossierInput {
  readonly rootUri: string;
  readonly main: ManifestFile;
  readonly fragments: readonly ManifestFile[];
  readonly catalogue: CatalogueState;
  readonly configuration: Configuration;
  readonly evidence: EvidenceView;
  /** Changes whenever `evidence` may answer differently: while it stays the same, cited paths are not looked up again. */
  readonly evidenceGeneration: number;
  readonly surroundings: Surroundings;
  /** `YYYY-MM-DD`, Europe/Paris. */
  readonly today: string;
}

export interface Analysis {
  readonly dossier: Dossier;
  readonly context: DossierContext;
  /** In file, then text order. */
  readonly findings: readonly Finding[];
  /** Found, but accepted by the team with a reason. */
  readonly accepted: readonly AcceptedFinding[];
  /** Undefined when there is no catalogue to measure against. Computed at the first call. */
  compliance(): Compliance | undefined;
  /** Evidence paths that the dossier cites, each once. */
  evidencePaths(): readonly string[];
}

interface KeptResult extends EntryResult {
  readonly context: DossierContext;
  generation: number;
}

/**
 * Checks one dossier again and again as it is edited. What rules found for an entry is kept until the entry, the
 * catalogue, the head of the dossier or the evidence it cites changes.
 */
export class DossierAnalyser {
  #resolver = new Resolver(undefined);
  #context: DossierContext | undefined;
  readonly #shared = new SharedEvidence();
  readonly #kept = new WeakMap<ResolvedRequirement | ResolvedScenario, KeptResult>();

  constructor(readonly rules: readonly Rule[]) {}

  analyse(input: DossierInput): Analysis {
    const loaded = input.catalogue.kind === 'loaded' ? input.catalogue : undefined;
    if (this.#resolver.index !== loaded?.index) this.#resolver = new Resolver(loaded?.index);
    const context = this.#contextOf(input);
    const dossier = this.#dossierOf(input);
    const found: Finding[] = [];
    for (const entry of dossier.requirements) {
      this.#collect(entry, input, context, found, (evidence) =>
        analyseRequirement(entry.value, this.rules, context, evidence),
      );
    }
    for (const entry of dossier.coreScenarios) {
      this.#collect(entry, input, context, found, (evidence) =>
        analyseCoreScenario(entry.value, this.rules, context, evidence),
      );
    }
    this.#shared.update([...dossier.requirements, ...dossier.coreScenarios]);
    const evidenceFile = (path: string) => input.evidence.lookup(path);
    const { surroundings } = input;
    this.#runWide(dossier, { ...context, evidenceFile, shared: this.#shared, surroundings }, found);
    const { findings, accepted } = applySettings(found, dossier, input.configuration);
    sortFindings(findings, [dossier.main, ...dossier.fragments]);
    let state: Compliance | undefined;
    let paths: readonly string[] | undefined;
    return {
      dossier,
      context,
      findings,
      accepted,
      compliance: () =>
        (state ??= loaded
          ? compliance({
              catalogue: loaded.catalogue,
              index: loaded.index,
              profiles: context.profiles,
              requirements: dossier.requirements,
              coreScenarios: dossier.coreScenarios,
              // Accepting a finding does not make a proof whole: only what had to be reviewed is settled by it.
              effects: new EffectMap([...findings, ...found.filter((finding) => finding.effect === 'incomplete')]),
            })
          : undefined),
      evidencePaths: () => (paths ??= evidencePaths(dossier)),
    };
  }

  /** The same object while nothing in it changes, so that kept results can be told by identity. */
  #contextOf(input: DossierInput): DossierContext {
    const { main, catalogue, today } = input;
    const loaded = catalogue.kind === 'loaded' ? catalogue : undefined;
    const head = main.parsed.dossier?.facts;
    const profiles = (head?.profiles ?? []).map((profile) => profile.value);
    const next: DossierContext = {
      catalogue: loaded?.catalogue,
      index: loaded?.index,
      today,
      profiles: new Set(profiles),
      softwareVersion: main.parsed.software?.facts.version?.value,
      softwareVersionDate: main.parsed.software?.facts.versionDate?.value,
      plannedFiling: head?.plannedFiling?.value,
    };
    if (!this.#context || !sameContext(this.#context, next)) this.#context = next;
    return this.#context;
  }

  #dossierOf(input: DossierInput): Dossier {
    const files = [input.main, ...input.fragments];
    const placed = <F, T>(of: (parsed: ParsedManifest) => readonly Placed<F>[], resolve: (facts: F) => T): Entry<T>[] =>
      files.flatMap(({ uri, parsed }) => of(parsed).map(({ base, facts }) => ({ uri, base, value: resolve(facts) })));
    return {
      rootUri: input.rootUri,
      main: input.main,
      fragments: input.fragments,
      catalogue: input.catalogue,
      requirements: placed(
        (parsed) => parsed.requirements,
        (facts: RequirementFacts) => this.#resolver.requirement(facts),
      ),
      coreScenarios: placed(
        (parsed) => parsed.coreScenarios,
        (facts: ScenarioFacts) => this.#resolver.coreScenario(facts),
      ),
    };
  }

  #collect(
    entry: Entry<ResolvedRequirement | ResolvedScenario>,
    input: DossierInput,
    context: DossierContext,
    findings: Finding[],
    analyse: (evidence: EvidenceView) => EntryResult,
  ): void {
    let kept = this.#kept.get(entry.value);
    if (!kept || kept.context !== context || !this.#stillTrue(kept, input)) {
      kept = { ...analyse(input.evidence), context, generation: input.evidenceGeneration };
      this.#kept.set(entry.value, kept);
    }
    for (const finding of kept.findings) findings.push(place(finding, entry));
  }

  #stillTrue(kept: KeptResult, input: DossierInput): boolean {
    if (kept.generation === input.evidenceGeneration) return true;
    for (const [path, fact] of kept.seen) if (input.evidence.lookup(path) !== fact) return false;
    kept.generation = input.evidenceGeneration;
    return true;
  }

  #runWide(dossier: Dossier, context: WholeContext, findings: Finding[]): void {
    for (const rule of this.rules) {
      const reportIn: ReportIn = (uri, range, message, args = {}, more = {}) => {
        findings.push({ severity: rule.meta.defaultSeverity, ...more, rule: rule.meta.id, message, args, uri, range });
      };
      const crashes: EntryFinding[] = [];
      guarded(rule, crashes, () => {
        if (rule.file) {
          for (const file of [dossier.main, ...dossier.fragments]) {
            const report: Report = (range, message, args, more) => {
              reportIn(file.uri, range, message, args, more);
            };
            rule.file(file, report, context);
          }
        }
        rule.dossier?.(dossier, reportIn, context);
      });
      for (const crash of crashes) findings.push({ ...crash, uri: dossier.main.uri });
    }
  }
}

function place(finding: EntryFinding, entry: Entry<unknown>): Finding {
  const range = { start: finding.range.start + entry.base, end: finding.range.end + entry.base };
  return { ...finding, uri: entry.uri, range };
}

function sameContext(a: DossierContext, b: DossierContext): boolean {
  return (
    a.catalogue === b.catalogue &&
    a.index === b.index &&
    a.today === b.today &&
    a.softwareVersion === b.softwareVersion &&
    a.softwareVersionDate === b.softwareVersionDate &&
    a.plannedFiling === b.plannedFiling &&
    a.profiles.size === b.profiles.size &&
    [...a.profiles].every((profile) => b.profiles.has(profile))
  );
}

function sortFindings(findings: Finding[], files: readonly ManifestFile[]): void {
  const rank = new Map(files.map((file, index) => [file.uri, index]));
  findings.sort(
    (a, b) =>
      (rank.get(a.uri) ?? 0) - (rank.get(b.uri) ?? 0) ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

function evidencePaths(dossier: Dossier): string[] {
  const paths = new Set<string>();
  for (const { value } of dossier.requirements) {
    for (const path of citedPaths(value.scenarios, [value.facts.notApplicable?.declaration?.value])) paths.add(path);
  }
  for (const { value } of dossier.coreScenarios) for (const path of citedPaths([value])) paths.add(path);
  for (const { facts } of dossier.main.parsed.approvals) if (facts.evidence) paths.add(facts.evidence.value);
  for (const { value } of citedPieces(dossier.main.parsed)) paths.add(value);
  return [...paths];
}
