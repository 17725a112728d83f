import {
  applySettings,
  specialRules,
  type AcceptedFinding,
  type MutedFinding,
  type SpecialRules,
} from './apply-settings';
import { usualNotice, type Configuration } from '../configuration/configuration';
import { shippedFacts } from '../facts/known-facts';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { Finding } from '../findings/finding';
import { EffectMap } from '../status/effect-map';
import { approvalPaths } from '../manifest/facts';
import type { CommonFolder } from '../ports/evidence-files';
import { throwIfCancelled, type Cancellation } from '../ports/cancellation';
import { guarded } from './guarded';
import type { DossierContext, Note, Placed, Report, ReportIn, ReportStanding, Rule, WholeContext } from '../rules/rule';
import { citedPieces } from '../manifest/cited-pieces';
import { compliance, type Compliance, type Effects } from '../status/compliance';
import { KeptCompliance } from '../status/kept-compliance';
import type { CatalogueState, Dossier, ManifestFile, UnreadFragment } from '../dossier/dossier';
import type { EntryFinding, EvidenceView } from './entry-analysis';
import { coreScenariosOn, requirementsOn, type PlacedPage } from '../dossier/entry-pages';
import { EntryPlaces } from '../dossier/entry-places';
import { WrittenEntries } from '../dossier/written-entries';
import { PageAnalyser, pageCitations } from './page-analysis';
import { Resolver } from '../dossier/resolve';
import { SharedEvidence } from '../dossier/shared-evidence';
import type { DossierFolder } from '../dossier/dossier-folder';

/** Everything a dossier is made of, as it is now. */
export interface DossierInput {
  readonly rootUri: string;
  readonly common?: CommonFolder | undefined;
  readonly main: ManifestFile;
  readonly fragments: readonly ManifestFile[];
  readonly unread: readonly UnreadFragment[];
  readonly catalogue: CatalogueState;
  readonly configuration: Configuration;
  readonly evidence: EvidenceView;
  /** Changes whenever `evidence` may answer differently: while it stays the same, cited paths are not looked up again. */
  readonly evidenceGeneration: number;
  readonly dossierFolder: DossierFolder;
  /** `YYYY-MM-DD`, Europe/Paris. */
  readonly today: string;
}

export interface Analysis {
  readonly dossier: Dossier;
  readonly context: DossierContext;
  readonly configuration: Configuration;
  /** In file, then text order. */
  readonly findings: readonly Finding[];
  /** Found, but accepted by the team with a reason. */
  readonly accepted: readonly AcceptedFinding[];
  /** Found, would keep a file back or weighs on a proof, and is switched off or shown as less than an error. */
  readonly muted: readonly MutedFinding[];
  /** Undefined when there is no catalogue to measure against. Computed at the first call. */
  compliance(): Compliance | undefined;
  /** What findings do to the status of what they are about, those of what the catalogue does not know included. */
  effects(): Effects;
  /** Evidence paths that the dossier cites, each once. */
  evidencePaths(): readonly string[];
  /** Facts about a cited path, in its normal form, as they are known when asked; undefined while they are not. */
  evidenceFile(path: string): EvidenceFile | undefined;
}

/** Pages that are looked at between two pauses: some hundred entries, which take some ten milliseconds. */
const pagesInTurn = 4;

/**
 * Checks one dossier again and again as it is edited. What rules found for an entry is kept until the entry, the
 * catalogue, the head of the dossier or the evidence it cites changes.
 */
export class DossierAnalyser {
  #resolver = new Resolver(undefined);
  #context: DossierContext | undefined;
  readonly #places = new EntryPlaces();
  readonly #shared = new SharedEvidence(this.#places);
  readonly #writtenEntries = new WrittenEntries(this.#places);
  readonly #compliance = new KeptCompliance();
  readonly #pages: PageAnalyser;
  readonly #special: SpecialRules;

  constructor(readonly rules: readonly Rule[]) {
    this.#special = specialRules(rules);
    this.#pages = new PageAnalyser(rules);
  }

  /**
   * Does the long part of what {@link analyse} does then: looks at the entries, some at a time.
   * @param pause lets whatever else waits have its turn
   * @returns false when the dossier was looked at in another state meanwhile: this one is of the past
   * @throws CancelledError at the pause after cancellation was asked for; what was found until then is kept
   */
  async prepare(input: DossierInput, pause: () => Promise<void>, cancellation: Cancellation): Promise<boolean> {
    const context = this.#contextOf(input);
    let looked = 0;
    for (const { page } of this.#pagesOf(input)) {
      if (this.#pages.knows(page, input, context)) continue;
      if (looked > 0 && looked % pagesInTurn === 0) {
        await pause();
        throwIfCancelled(cancellation);
        if (this.#context !== context) return false;
      }
      this.#pages.analyse(page, input, context);
      looked++;
    }
    return true;
  }

  analyse(input: DossierInput): Analysis {
    const loaded = input.catalogue.kind === 'loaded' ? input.catalogue : undefined;
    const context = this.#contextOf(input);
    const pages = this.#pagesOf(input);
    const changes = this.#places.update(pages);
    this.#shared.update(changes);
    this.#writtenEntries.update(changes);
    const dossier = dossierOf(input, pages);
    const found: Finding[] = [];
    const notes = new Map<Rule, Placed<Note>[]>();
    for (const { uri, start, page } of pages) {
      const { findings, notes: noted } = this.#pages.analyse(page, input, context);
      for (const finding of findings) found.push(place(finding, uri, start));
      for (const { rule, base, note } of noted) {
        const placed = { uri, base: start + base, note };
        const known = notes.get(rule);
        if (known) known.push(placed);
        else notes.set(rule, [placed]);
      }
    }
    const evidenceFile = (path: string) => input.evidence.lookup(path);
    const { dossierFolder } = input;
    const wide = {
      ...context,
      evidenceFile,
      shared: this.#shared,
      writtenEntries: this.#writtenEntries,
      dossierFolder,
    };
    this.#runWide(dossier, wide, notes, found);
    const first = applySettings(found, dossier, input.configuration, this.#special);
    let state: Compliance | undefined;
    let effectMap: Effects | undefined;
    const effects = () => (effectMap ??= new EffectMap(first.weighing));
    const stateNow = () =>
      (state ??= loaded
        ? compliance(
            {
              catalogue: loaded.catalogue,
              index: loaded.index,
              profiles: context.profiles,
              requirements: dossier.requirements,
              coreScenarios: dossier.coreScenarios,
              effects: effects(),
            },
            this.#compliance,
          )
        : undefined);
    const standing = this.#standing(dossier, wide, notes, stateNow);
    const { findings, accepted, muted } =
      standing.length === 0
        ? first
        : applySettings([...found, ...standing], dossier, input.configuration, this.#special);
    sortFindings(findings, [dossier.main, ...dossier.fragments]);
    let paths: readonly string[] | undefined;
    return {
      dossier,
      context,
      configuration: input.configuration,
      findings,
      accepted,
      muted,
      effects,
      compliance: stateNow,
      evidenceFile,
      evidencePaths: () => (paths ??= evidencePaths(dossier, pages)),
    };
  }

  /** The same object while nothing in it changes, so that kept results can be told by identity. */
  #contextOf(input: DossierInput): DossierContext {
    const { main, catalogue, configuration, today } = input;
    const loaded = catalogue.kind === 'loaded' ? catalogue : undefined;
    const head = main.parsed.dossier?.facts;
    const profiles = (head?.profiles ?? []).map((profile) => profile.value);
    const next: DossierContext = {
      catalogue: loaded?.catalogue,
      index: loaded?.index,
      today,
      profiles: new Set(profiles),
      softwareName: main.parsed.software?.facts.name?.value,
      vendorName: main.parsed.vendor?.facts.name?.value,
      componentNames: componentNames(main),
      softwareVersion: main.parsed.software?.facts.version?.value,
      softwareVersionDate: main.parsed.software?.facts.versionDate?.value,
      productReference: main.parsed.software?.facts.productReference?.value,
      plannedFiling: head?.plannedFiling?.value,
      filingNotice: configuration.filingNotice ?? usualNotice,
      facts: configuration.facts ?? shippedFacts,
      testIdentities: head?.testIdentities,
    };
    if (!this.#context || !sameContext(this.#context, next)) this.#context = next;
    return this.#context;
  }

  #pagesOf({ main, fragments, catalogue }: DossierInput): PlacedPage[] {
    const index = catalogue.kind === 'loaded' ? catalogue.index : undefined;
    if (this.#resolver.index !== index) this.#resolver = new Resolver(index);
    return [main, ...fragments].flatMap(({ uri, parsed: { blocks } }) =>
      blocks.pages.map((page, index) => ({ uri, start: blocks.starts[index] ?? 0, page: this.#resolver.page(page) })),
    );
  }

  #runWide(
    dossier: Dossier,
    context: WholeContext,
    notes: ReadonlyMap<Rule, readonly Placed<Note>[]>,
    findings: Finding[],
  ): void {
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
        rule.noted?.(notes.get(rule) ?? [], dossier, reportIn, context);
      });
      for (const crash of crashes) findings.push({ ...crash, uri: dossier.main.uri });
    }
  }

  /** What rules say of where things stand. Nothing is measured where none of them took a note. */
  #standing(
    dossier: Dossier,
    context: WholeContext,
    notes: ReadonlyMap<Rule, readonly Placed<Note>[]>,
    stateNow: () => Compliance | undefined,
  ): Finding[] {
    const findings: Finding[] = [];
    for (const rule of this.rules) {
      if (!rule.standing || !notes.has(rule)) continue;
      const state = stateNow();
      if (!state) return findings;
      const report: ReportStanding = (uri, range, message, args = {}, more = {}) => {
        findings.push({ severity: rule.meta.defaultSeverity, ...more, rule: rule.meta.id, message, args, uri, range });
      };
      const crashes: EntryFinding[] = [];
      guarded(rule, crashes, () => {
        rule.standing?.(state, dossier, report, context);
      });
      for (const crash of crashes) findings.push({ ...crash, uri: dossier.main.uri });
    }
    return findings;
  }
}

/** The dossier as rules and features see it; its lists of entries are put together when they are asked for. */
function dossierOf(
  { rootUri, common, main, fragments, unread, catalogue }: DossierInput,
  pages: readonly PlacedPage[],
): Dossier {
  let requirements: Dossier['requirements'] | undefined;
  let coreScenarios: Dossier['coreScenarios'] | undefined;
  return {
    rootUri,
    ...(common ? { common } : {}),
    main,
    fragments,
    unread,
    catalogue,
    get requirements() {
      return (requirements ??= requirementsOn(pages));
    },
    get coreScenarios() {
      return (coreScenarios ??= coreScenariosOn(pages));
    },
  };
}

function place(finding: EntryFinding, uri: string, start: number): Finding {
  const range = { start: finding.range.start + start, end: finding.range.end + start };
  return { ...finding, uri, range };
}

function componentNames({ parsed: { administrative } }: ManifestFile): string {
  const values = administrative?.facts.values ?? [];
  return values.flatMap(({ key, value }) => (key === 'composants_tiers.nom' ? [value.trim()] : [])).join('\n');
}

function sameContext(a: DossierContext, b: DossierContext): boolean {
  return (
    a.catalogue === b.catalogue &&
    a.index === b.index &&
    a.today === b.today &&
    a.softwareName === b.softwareName &&
    a.vendorName === b.vendorName &&
    a.componentNames === b.componentNames &&
    a.softwareVersion === b.softwareVersion &&
    a.softwareVersionDate === b.softwareVersionDate &&
    a.productReference === b.productReference &&
    a.plannedFiling === b.plannedFiling &&
    a.filingNotice === b.filingNotice &&
    a.facts === b.facts &&
    a.testIdentities === b.testIdentities &&
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

function evidencePaths(dossier: Dossier, pages: readonly PlacedPage[]): string[] {
  const paths = new Set<string>();
  for (const { page } of pages) for (const path of pageCitations(page)) paths.add(path);
  for (const { facts } of dossier.main.parsed.approvals) for (const { value } of approvalPaths(facts)) paths.add(value);
  for (const { value } of citedPieces(dossier.main.parsed)) paths.add(value);
  return [...paths];
}
