/**
 * What client and server say to each other beside LSP. Plain data only: neither side imports the other.
 * Everything a user reads arrives already in the user's language.
 */

/** Sent by the client in `initializationOptions` and, under `segurPreuves`, as configuration. */
export interface ClientOptions {
  /** `auto`: the editor's language when it is French or English, else French. */
  readonly langue?: 'auto' | 'fr' | 'en';
  /** False in an untrusted workspace: nothing is written, evidence is not opened. */
  readonly trusted?: boolean;
  /** Folder where the server keeps what it knows of evidence between runs. */
  readonly storagePath?: string;
}

export type ViewStatus = 'incomplete' | 'toReview' | 'toProvide' | 'provided' | 'notApplicable' | 'nothingExpected';

export interface ViewPosition {
  readonly line: number;
  readonly character: number;
}

export interface ViewPlace {
  readonly uri: string;
  readonly range: { readonly start: ViewPosition; readonly end: ViewPosition };
}

export interface ViewCounts {
  readonly provided: number;
  readonly toProvide: number;
  readonly incomplete: number;
  readonly toReview: number;
  readonly total: number;
}

/** One line of the *Conformité* tree. */
export interface ViewNode {
  /** Stable across refreshes. */
  readonly id: string;
  readonly kind:
    | 'dossier'
    | 'chapter'
    | 'requirement'
    | 'scenario'
    | 'proof'
    | 'evidence'
    | 'problem'
    /** What ANS asked for and nobody answered yet: the group, and each request. */
    | 'requests'
    | 'request';
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  readonly status: ViewStatus;
  /** The status in words, for tooltips and screen readers. */
  readonly statusLabel: string;
  readonly counts?: ViewCounts;
  /** Where it stands in the manifest, or where it would be written. */
  readonly place?: ViewPlace;
  /** For evidence that is a file: what a click opens beside. */
  readonly fileUri?: string;
  readonly children: readonly ViewNode[];
}

/** Command of the server's quick fixes that opens the page of the rule given as its argument. */
export const rulePageCommand = 'segurPreuves.serveur.pageRegle';

/** `segur/conformite` */
export interface ComplianceParams {
  /** How requirements are grouped. */
  readonly groupBy: 'chapter' | 'domain';
}
export interface ComplianceView {
  readonly dossiers: readonly DossierView[];
}
export interface DossierView {
  readonly uri: string;
  readonly root: ViewNode;
  /** One line for the status bar: `MDV-LGC-Va2 : 84/212 fournies`. */
  readonly summary: string;
  /** Which catalogue applies, its state and origin, in words. */
  readonly catalogue: string;
  /** How many requests of ANS a package made now would answer; absent when there is none. */
  readonly toAnswer?: number;
  /** Whether a final package of the whole could be made now, and how many reasons of each kind stand in the way. */
  readonly filing: { readonly possible: boolean; readonly text: string };
}

/** `segur/dispositifs` */
export interface DispositifsView {
  readonly dispositifs: readonly {
    readonly id: string;
    readonly name: string;
    readonly corridor?: string;
    readonly wave?: number;
    /** In words: `130 exigences (reconstruction)`, `à importer`. */
    readonly state: string;
    readonly requirements: number;
    readonly profiles: readonly string[];
  }[];
}

/** `segur/importerRem` */
export interface ImportParams {
  readonly file: string;
  readonly target: string;
  readonly dispositif?: string;
  readonly version?: string;
}
export interface ImportResult {
  readonly target: string;
  readonly requirements: number;
  readonly scenarios: number;
  readonly proofs: number;
  /** Doubtful rows in words, with sheet and row. */
  readonly doubts: readonly string[];
  readonly dispositif: string;
  /** Profiles of this REM, without `Général`. */
  readonly profiles: readonly string[];
}

/** `segur/nouveauDossier` */
export interface NewDossierParams {
  readonly folder: string;
  readonly fileName: string;
  readonly dispositif: string;
  readonly profiles: readonly string[];
  /** Path of an imported catalogue (`*.rem.yaml`); it is copied under the folder when it is elsewhere. */
  readonly catalogue?: string;
}
export interface NewDossierResult {
  readonly uri: string;
  readonly requirements: number;
}

/** `segur/verifier`: looks at all evidence again. */
export interface CheckResult {
  readonly dossiers: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** `segur/constituerDepot` */
export interface PackageParams {
  readonly uri: string;
  readonly target: string;
  readonly draft: boolean;
  readonly chapters?: readonly string[];
  /** Only what answers the requests of ANS. */
  readonly answersOnly?: boolean;
}
export type PackageResult =
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly entries: number;
      readonly bytes: number;
      readonly draft: boolean;
      /** What was left out, a sentence each, in the user's language. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'blocked';
      readonly total: number;
      readonly reasons: readonly { readonly message: string; readonly place?: ViewPlace }[];
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** `segur/rapport`: the report as a page, to be shown; null when there is no such dossier (any more). */
export interface ReportParams {
  /** Of the main manifest. */
  readonly uri: string;
}
export interface ReportResult {
  readonly title: string;
  readonly html: string;
}

/** `segur/enregistrerRapport`: the extension of the target is the format (`html`, `xlsx`, `csv`, `md`). Null as above. */
export interface SaveReportParams {
  readonly uri: string;
  readonly target: string;
  /** Without the notes of the team and the findings. */
  readonly forAns: boolean;
}
export interface SaveReportResult {
  readonly path: string;
}

/** `segur/parcours`: the way of each dossier, from the first reading to the payment of the balance. */
export interface ParcoursAnswer {
  readonly dossiers: readonly ParcoursDossier[];
}
export interface ParcoursDossier {
  /** Of the main manifest. */
  readonly uri: string;
  readonly root: ParcoursRow;
  /** Closings and windows ahead within 30 days, for the status bar; absent when there is none. */
  readonly soon?: {
    readonly text: string;
    /** Markdown. */
    readonly tooltip: string;
    readonly spoken: string;
    /** The nearest one is within a week. */
    readonly pressing: boolean;
  };
}

/** One line of the *Parcours* tree. */
export interface ParcoursRow {
  /** Stable across refreshes, the same in no two dossiers. */
  readonly id: string;
  readonly kind: 'dossier' | 'step' | 'group' | 'deadline' | 'order' | 'detail';
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  readonly mood: 'done' | 'notNeeded' | 'late' | 'tight' | 'onTime' | 'unknown';
  /** What a screen reader says. */
  readonly spoken: string;
  /** Where it is written in the manifest. */
  readonly place?: ViewPlace;
  readonly children: readonly ParcoursRow[];
}

/** `segur/migrer`: what a dossier becomes under another catalogue. Nothing is written: the client applies the changes. */
export interface MigrateParams {
  /** Of the main manifest. */
  readonly uri: string;
  /** Path of a `*.rem.yaml`, or id of a dispositif for its built-in catalogue. */
  readonly catalogue: string;
}
export type MigrateResult =
  | {
      readonly kind: 'planned';
      /** Only those that change; none when the dossier follows that catalogue already. */
      readonly files: readonly MigratedFileView[];
      /** What happens, a line each, in words. */
      readonly summary: readonly string[];
      /** The catalogue, when it has to be copied into the dossier. */
      readonly copy?: { readonly uri: string; readonly text: string };
    }
  | { readonly kind: 'refused'; readonly message: string };
export interface MigratedFileView {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** UTF-16 offsets in `before`, in order, not overlapping. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** `segur/remDiff`: what a catalogue changes of another; paths or ids as above. */
export interface RemDiffParams {
  readonly before: string;
  readonly after: string;
}
export type RemDiffResult =
  { readonly kind: 'compared'; readonly markdown: string } | { readonly kind: 'refused'; readonly message: string };

/** Names of the requests and notifications, beside LSP's own. */
export const methods = {
  compliance: 'segur/conformite',
  /** Server to client: the figures may have changed. */
  complianceChanged: 'segur/conformiteChanged',
  dispositifs: 'segur/dispositifs',
  import: 'segur/importerRem',
  newDossier: 'segur/nouveauDossier',
  check: 'segur/verifier',
  package: 'segur/constituerDepot',
  migrate: 'segur/migrer',
  remDiff: 'segur/remDiff',
  report: 'segur/rapport',
  saveReport: 'segur/enregistrerRapport',
  parcours: 'segur/parcours',
} as const;
