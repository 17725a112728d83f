import { requestKind } from '../request';
import type { ViewStatus } from '../compliance-view';
import type { ViewPlace } from '../view-place';
import type { PreviewKind } from './preview';
import type { AttachSlotParams } from './attach-plan';
import type { ThreadView } from './threads';
import type { TableFinding, TableFollow, TablePiece } from './table';

/** All that is known of one requirement, or of one core-business scenario, and of what the dossier holds for it. */
export const ficheRequest = requestKind<FicheParams, FicheAnswer>('segur/fiche');

export interface FicheParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  readonly at: FicheAt;
}

export type FicheAt =
  /** Whatever is written there. Line 0-based, character in UTF-16 units. */
  | { readonly kind: 'position'; readonly line: number; readonly character: number }
  /** Ids of the catalogue or as written: the nearest that is given is shown, and what it stands under with it. */
  | { readonly kind: 'entry'; readonly requirement?: string; readonly scenario?: string; readonly proof?: string };

export type FicheAnswer =
  | { readonly kind: 'fiche'; readonly fiche: FicheView }
  /** Nothing stands there that has a fiche; in words. */
  | { readonly kind: 'nothing'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface FicheView {
  /** Stable across refreshes: what is typed into one fiche is never written into another. */
  readonly key: string;
  /** Of the main manifest. */
  readonly uri: string;
  /** Name of the dossier. */
  readonly dossier: string;
  /** Software version of the dossier, as written. */
  readonly version?: string;
  /** `YYYY-MM-DD`, Europe/Paris: what a new review is dated. */
  readonly today: string;
  readonly subject: 'requirement' | 'scenario';
  /** The requirement, or the core-business scenario, itself. */
  readonly slot: AttachSlotParams;
  /** Id as printed. */
  readonly title: string;
  /** `Exigence`, `Préconisation (facultative)`, `Scénario cœur de métier`. */
  readonly nature: string;
  /** Absent when the catalogue does not know it, or knows no such id. */
  readonly statement?: string;
  /** Comment and note of the catalogue. */
  readonly remarks: readonly string[];
  /** Where it comes from and how sure that is, in words. */
  readonly origin: string;
  readonly facts: readonly FicheFact[];
  readonly status: ViewStatus;
  readonly statusLabel: string;
  /** Why no proof of its own is owed, or why nothing is known, in words. */
  readonly explanation?: string;
  /** What is still owed, in words: alternatives and cases are explained. */
  readonly owed: readonly string[];
  readonly notApplicable?: FicheNotApplicable;
  /** Of the requirement; absent for a core-business scenario, which is one of `scenarios`. */
  readonly notes?: FicheNotes;
  readonly scenarios: readonly FicheScenario[];
  /** Core-business scenarios that cover the requirement, or requirements that the scenario covers. */
  readonly related: readonly FicheRelated[];
  /** What ANS said, the oldest first. */
  readonly history: readonly FicheOpinion[];
  /** Threads of the team about the entry itself, nothing below it; open ones first. Absent when there are none. */
  readonly threads?: readonly ThreadView[];
  /** Findings of the entry itself, of none of its scenarios. */
  readonly findings: readonly TableFinding[];
  /** Where it is written, or would be. */
  readonly place?: ViewPlace;
  /** The scenario or proof that was meant, by its key in the view. */
  readonly focus?: string;
  /** Why nothing can be written now, in words. */
  readonly readOnly?: string;
  /** Who is named as responsible anywhere in the dossier. */
  readonly people: readonly string[];
}

export interface FicheFact {
  readonly label: string;
  readonly value: string;
}

/** What the team writes beside an entry. */
export interface FicheNotes {
  readonly comment?: string;
  /** The text of conformity and who wrote it; of scenarios alone. */
  readonly conformity?: { readonly text?: string; readonly writtenBy?: string };
  readonly internalNote?: string;
  readonly follow: TableFollow;
}

export interface FicheNotApplicable {
  readonly justification?: string;
  readonly declaration?: { readonly path: string; readonly uri?: string; readonly preview?: PreviewKind };
  readonly place?: ViewPlace;
}

export interface FicheScenario {
  readonly key: string;
  readonly slot: AttachSlotParams;
  /** Id as printed, and the name of the scenario. */
  readonly title: string;
  readonly name?: string;
  readonly text?: string;
  readonly status: ViewStatus;
  readonly statusLabel: string;
  /** `mode`, optional, covers and the like, in words. */
  readonly explanations: readonly string[];
  readonly steps: readonly FicheStep[];
  /** What `etapes_faites` holds that is no step of the scenario: it goes when another is ticked. */
  readonly otherSteps: readonly number[];
  /** It is not known to the catalogue: only what is written can be shown. */
  readonly isUnknown?: true;
  readonly notApplicable?: FicheNotApplicable;
  readonly notes: FicheNotes;
  readonly proofs: readonly FicheProof[];
  /** About the scenario itself. */
  readonly threads?: readonly ThreadView[];
  readonly findings: readonly TableFinding[];
  readonly place?: ViewPlace;
}

export interface FicheStep {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly done: boolean;
}

export interface FicheProof {
  readonly key: string;
  readonly slot: AttachSlotParams;
  readonly title: string;
  readonly expected: string;
  /** Accepted evidence, test cases, case and condition. */
  readonly facts: readonly FicheFact[];
  /** Why it may not be owed, in words. */
  readonly explanations: readonly string[];
  readonly status: ViewStatus;
  readonly statusLabel: string;
  readonly follow: TableFollow;
  readonly late?: true;
  readonly requested?: true;
  readonly pieces: readonly FichePiece[];
  readonly threads?: readonly ThreadView[];
  readonly findings: readonly TableFinding[];
  readonly isUnknown?: true;
  readonly place?: ViewPlace;
}

export interface FichePiece extends TablePiece {
  readonly title?: string;
  /** Whether the content is the one of its `sha256`; absent without a digest, or while it is not known. */
  readonly isIntact?: boolean;
  /** Size, kind and what was read inside. */
  readonly facts: readonly FicheFact[];
  /** How it can be shown. */
  readonly preview?: PreviewKind;
  readonly findings: readonly TableFinding[];
}

export interface FicheRelated {
  readonly slot: AttachSlotParams;
  readonly title: string;
  readonly text: string;
  readonly statusLabel?: string;
}

export interface FicheOpinion {
  /** `YYYY-MM-DD`, as written. */
  readonly on?: string;
  /** As written: `soumis`, `validé`, `modification demandée`. */
  readonly opinion: string;
  /** Proof, else chapter. */
  readonly about: string;
  readonly comment?: string;
  readonly answeredOn?: string;
  /** It asks for a change that nobody has answered yet. */
  readonly isOpen?: true;
  readonly place?: ViewPlace;
}
