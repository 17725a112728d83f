import type { Locale } from '../messages/say';
import type { Severity } from '../findings/severity';
import type { Moment } from '../time/moment';
import type { ParcoursView } from '../parcours/plan/parcours-view';
import type { Timeline } from '../parcours/plan/timeline';
import type { Counts, Status } from '../status/status';
import type { OffsetRange } from '../text/offset-range';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { OpenRequest } from '../instruction/open-requests';
import type { EvidenceRow } from './evidence-rows';
import type { TaskList } from './tasks/task-list';

export interface ReportOptions {
  readonly locale: Locale;
  /** Made for ANS: notes of the team and findings are not in it at all. */
  readonly forAns: boolean;
  readonly toolVersion: string;
  /** When it is made, in Paris: the way is told as of then. Without it, the beginning of the day of the check. */
  readonly now?: Moment;
  /** Facts of a cited path, undefined while they are not known. */
  readonly evidenceFile: (path: string) => EvidenceFile | undefined;
}

/**
 * Everything a report shows, whatever its format. What must not leave for ANS is left out here, once, so that no format
 * can show it. Figures are those of `compliance()`: the tree, the command line and the package gate show the same.
 */
export interface Report {
  readonly locale: Locale;
  readonly forAns: boolean;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly date: string;
  readonly toolVersion: string;
  readonly title: string;
  /** Vendor, software, catalogue: term and value, those that are known. */
  readonly identity: readonly (readonly [string, string])[];
  /** Undefined when no catalogue can be read: nothing is known to be expected. */
  readonly figures: Figures | undefined;
  readonly chapters: readonly ReportGroup[];
  readonly domains: readonly ReportGroup[];
  /** An id in words: as it is, or as printed where the REM prints it for several entries. */
  readonly idLabel: (id: string) => string;
  /** In chapter order, then the core-business scenarios. */
  readonly coverage: readonly CoverageRow[];
  readonly evidence: readonly EvidenceRow[];
  /** Requirements that apply and of which the REM expects no proof. */
  readonly withoutProof: readonly WithoutProofRow[];
  readonly notApplicable: readonly NotApplicableRow[];
  readonly approvals: readonly ApprovalRow[];
  /** What ANS waits for, the oldest first. Absent from a report for ANS. */
  readonly requests?: readonly OpenRequest[];
  /** What somebody is named for, or has a day for. Absent from a report for ANS. */
  readonly tasks?: TaskList;
  /** Absent from a report for ANS. */
  readonly findings?: FindingsSummary;
  /** The vendor's own planning, with its orders: absent from a report for ANS. */
  readonly journey?: Journey;
}

/** The way to referencing, as tree and `plan` show it. */
export interface Journey {
  readonly view: ParcoursView;
  /** Undefined when no date of the way is known. */
  readonly timeline: Timeline | undefined;
  /** What Paris clocks showed: `2026-05-13 11:30`, or the day alone. */
  readonly at: string;
}

export interface Figures {
  readonly status: Status;
  readonly counts: Counts;
}

/** A chapter or a domain. */
export interface ReportGroup extends Figures {
  readonly name: string;
  readonly requirements: number;
  /** Requirements of which no proof is counted, by state, in words. */
  readonly uncounted: readonly string[];
  /** What ANS says of the chapter, as written in the manifest, with its date. */
  readonly ansState?: string;
}

/** A requirement, or a core-business scenario, with the proofs that it expects. */
export interface CoverageRow extends Figures {
  readonly chapter: string;
  /** Name of the domain. */
  readonly domain: string;
  readonly id: string;
  /** It is a core-business scenario. */
  readonly isCore: boolean;
  readonly text: string;
  /** The state in words; one that is covered names what covers it. */
  readonly state: string;
  /** `EXIGENCE`, `PRECONISATION`…; empty for a core-business scenario. */
  readonly nature: string;
  readonly profiles: readonly string[];
  /** Core-business scenarios that cover it, by id. */
  readonly coveredBy: readonly string[];
  readonly comment?: string;
  /** Never in a report for ANS. */
  readonly internalNote?: string;
  /** One of its scenarios is enough and none is begun. */
  readonly oneScenarioOwed: boolean;
  readonly proofs: readonly CoverageProof[];
}

export interface CoverageProof {
  readonly scenario: string;
  /** The text of conformity of the scenario. */
  readonly conformity?: string;
  readonly id: string;
  readonly expected: string;
  /** Accepted evidence types, in words. */
  readonly types: readonly string[];
  readonly status: Status;
  /** It has no evidence and is one of several, one of which is owed. */
  readonly oneOf: boolean;
  /** Pieces of evidence. */
  readonly evidence: number;
}

export interface WithoutProofRow {
  readonly chapter: string;
  readonly id: string;
  readonly text: string;
}

export interface NotApplicableRow {
  readonly id: string;
  readonly text: string;
  readonly justification: string;
  /** Path of the signed statement; empty when there is none. */
  readonly declaration: string;
  /** False when the statement is known not to be there. */
  readonly declarationFound: boolean;
}

export interface ApprovalRow {
  readonly teleservice: string;
  readonly state: string;
  readonly date: string;
  readonly evidence: string;
}

export interface FindingsSummary {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly list: readonly FindingRow[];
  /** Findings that the team accepted, and why. */
  readonly accepted: readonly (FindingRow & { readonly reason: string })[];
}

export interface FindingRow {
  readonly severity: Severity;
  readonly rule: string;
  /** Path in the dossier and one-based line, `exigences/ins.preuves.yaml:12`. */
  readonly place: string;
  readonly message: string;
  /** The same place; the range is absolute. */
  readonly at: { readonly uri: string; readonly range: OffsetRange };
}
