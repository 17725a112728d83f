import type { TestIdentityFacts } from '../manifest/follow-up-facts';
import type { Catalogue } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { Dossier, ManifestFile, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import type { EntryValue } from '../dossier/entry-pages';
import type { WrittenEntries } from '../dossier/written-entries';
import type { UncitedFiles } from '../dossier/lost-evidence';
import type { SharedEvidence } from '../dossier/shared-evidence';
import type { DossierFolder } from '../dossier/dossier-folder';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { Effect, Finding, FindingData, Related, Target } from '../findings/finding';
import type { Severity } from '../findings/severity';
import type { KnownFacts } from '../facts/known-facts';
import type { Fix } from '../fixes/fix';
import type { Trials } from '../fixes/trials';
import type { EvidenceItem } from '../manifest/facts';
import type { Compliance } from '../status/compliance';
import type { Locale, Sentence, SentenceArguments } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';

/** Everything about a rule that is generated into pages, settings and SARIF. */
export interface RuleMetadata {
  /** `category/name`, French, ASCII, never changed nor reused once released. */
  readonly id: string;
  readonly defaultSeverity: Severity;
  /** Whether some findings carry a quick fix. */
  readonly fixable: boolean;
  /** Some of them are safe: `check --fix` asks only these rules. */
  readonly safelyFixable?: true;
  /**
   * Its findings keep their severity and cannot be ignored: what was not read cannot be judged, and a dossier of which a part
   * was not read is never fit to be filed.
   */
  readonly unsettable?: true;
  /** It is off until the team gives it a severity, by its own id. Its findings weigh on nothing. */
  readonly optional?: true;
  /** Version of the tool in which the rule came. */
  readonly since: string;
  /** One line: what the rule finds. */
  readonly summary: Sentence;
  /** Why it matters to the examiner. */
  readonly why: Sentence;
  /** What is looked at, and what is not; absent where `why` says it, or there is nothing but the manifest to look at. */
  readonly looked?: Sentence;
  /** YAML excerpts: the fault, and the same put right. */
  readonly avoid: string;
  readonly prefer: string;
  /** Clause, document or domain fact the rule rests on. */
  readonly source: Sentence;
  /** Message texts by key. */
  readonly messages: Readonly<Record<string, Sentence>>;
}

/**
 * A rule looks at the dossier at the levels it cares about. Everything but `dossier`, `noted` and `file` is called once per entry and
 * its result is kept until the entry, the catalogue, the dossier's head or the evidence it cites changes: these
 * callbacks must depend on nothing else. Their ranges are relative to the entry.
 */
export interface Rule {
  readonly meta: RuleMetadata;
  /** Once per manifest file, absolute ranges. */
  file?(file: ManifestFile, report: Report, context: DossierContext): void;
  /** Once per dossier, after everything else, absolute ranges. */
  dossier?(dossier: Dossier, report: ReportIn, context: WholeContext): void;
  /**
   * What `noted` needs of an entry. A rule about a whole dossier that walked its entries at every key stroke would make typing
   * as slow as the dossier is long: it takes its notes here instead, where they are kept. Written with `taking` (rules/taking-notes.ts).
   */
  notes?(entry: EntryValue, context: EntryContext): readonly Note[];
  /** All notes of this rule, in the order of the entries; after `dossier`, absolute ranges. */
  noted?(notes: readonly Placed<Note>[], dossier: Dossier, report: ReportIn, context: WholeContext): void;
  /**
   * Once per dossier that the rule took a note of, when all else was found: what it says of where things stand, absolute
   * ranges. What it finds weighs on nothing.
   */
  standing?(state: Compliance, dossier: Dossier, report: ReportStanding, context: WholeContext): void;
  requirement?(requirement: ResolvedRequirement, report: Report, context: EntryContext): void;
  /** Scenarios of requirements, and core-business scenarios. */
  scenario?(scenario: ResolvedScenario, report: Report, context: EntryContext): void;
  proof?(proof: ResolvedProof, report: Report, context: EntryContext): void;
  evidence?(item: EvidenceItem, report: Report, context: EvidenceContext): void;
  /**
   * Edits that would resolve the finding; computed on demand, from the dossier as it is now.
   * @param locale of comments in what they write; French, as the format is, when nobody reads along
   * @param uncited files that may be lost ones, where they were looked for
   * @param trials what trying them may cost; without it all are tried
   */
  fixes?(finding: Finding, dossier: Dossier, locale?: Locale, uncited?: UncitedFiles, trials?: Trials): readonly Fix[];
}

/** What a rule notes of an entry. Its range, and those in it, are relative to the entry. */
export interface Note {
  readonly range: OffsetRange;
}

/** A note and where its entry stands. */
export interface Placed<T> {
  readonly uri: string;
  /** Offset that the ranges of `note` are relative to. */
  readonly base: number;
  readonly note: T;
}

export interface Report {
  (range: OffsetRange, message: string, args?: SentenceArguments, more?: ReportDetails): void;
}

export interface ReportIn {
  (uri: string, range: OffsetRange, message: string, args?: SentenceArguments, more?: ReportDetails): void;
}

/** What is said of a state that is known already changes nothing in it. */
export interface ReportStanding {
  (
    uri: string,
    range: OffsetRange,
    message: string,
    args?: SentenceArguments,
    more?: Omit<ReportDetails, 'effect'>,
  ): void;
}

export interface ReportDetails {
  readonly effect?: Effect;
  /** Filing what it is about settles it: a package that answers ANS does not wait for it. */
  readonly settledByFiling?: true;
  readonly target?: Target;
  readonly data?: FindingData;
  readonly related?: readonly Related[];
  /** Lower (or raise) the rule's default for this finding. A user's setting still wins. */
  readonly severity?: Severity;
}

/** What a rule may know besides its argument. */
export interface DossierContext {
  /** Undefined when no catalogue could be read: rules that need one then stay silent. */
  readonly catalogue: Catalogue | undefined;
  readonly index: CatalogueIndex | undefined;
  /** `YYYY-MM-DD`, Europe/Paris. */
  readonly today: string;
  /** Profiles the dossier declares. */
  readonly profiles: ReadonlySet<string>;
  /** As written. */
  readonly softwareName?: string | undefined;
  readonly vendorName?: string | undefined;
  /** Names of the third-party components that the dossier declares, a line each. */
  readonly componentNames?: string;
  readonly softwareVersion: string | undefined;
  /** `YYYY-MM-DD` */
  readonly softwareVersionDate: string | undefined;
  /** The Convergence product reference of the software, as written. */
  readonly productReference: string | undefined;
  /** `YYYY-MM-DD` */
  readonly plannedFiling: string | undefined;
  /** What ships, with the data packages of the team. */
  readonly facts: KnownFacts;
  /** Days before the planned filing from which what is still to do is pressing. */
  readonly filingNotice: number;
  /** The team's own test patients, and files that list some. */
  readonly testIdentities?: readonly TestIdentityFacts[] | undefined;
}

export interface EntryContext extends DossierContext {
  /**
   * Facts about a file, or undefined while they are not known: then stay silent. For what is written, see `factsOf`.
   * @param path a safe one, in its normal form
   */
  evidenceFile(path: string): EvidenceFile | undefined;
}

export interface EvidenceContext extends EntryContext {
  readonly proof: ResolvedProof;
}

export interface WholeContext extends EntryContext {
  /** What pieces of evidence of the dossier share. */
  readonly shared: Pick<SharedEvidence, 'mixed' | 'cites' | 'proofsOf'>;
  /** Which requirements and core-business scenarios have entries. */
  readonly writtenEntries: Omit<WrittenEntries, 'update' | 'places'>;
  /** What lies beside the evidence of the dossier. */
  readonly dossierFolder: DossierFolder;
}
