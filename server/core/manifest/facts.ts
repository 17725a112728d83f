import type { Located, OffsetRange } from '../text/offset-range';
import type { FlatValue } from './flat-values';
import type { FollowUpFacts, ProofFollowUpFacts, TestIdentityFacts } from './follow-up-facts';
import type { ExaminationFacts, ProofExaminationFacts } from './instruction-facts';

/**
 * What one entry of a manifest says, independent of the catalogue. Small and serialisable. Every range is relative to
 * the start of the entry it belongs to, so that an edit elsewhere changes nothing here.
 */
export interface RequirementFacts {
  readonly kind: 'requirement';
  readonly id: Located<string>;
  readonly fingerprint?: Located<string>;
  readonly scenarios: readonly ScenarioFacts[];
  readonly notApplicable?: NotApplicableFacts;
  readonly followUp?: FollowUpFacts;
  /** Notes and comments, for the package. */
  readonly comment?: Located<string>;
  readonly internalNote?: Located<string>;
  /** From the key to the end of the value. */
  readonly range: OffsetRange;
}

export interface ScenarioFacts {
  readonly kind: 'scenario';
  readonly id: Located<string>;
  /** Core-business scenarios only. */
  readonly fingerprint?: Located<string>;
  readonly proofs: readonly ProofFacts[];
  /** What ANS said of its proofs. */
  readonly instruction?: readonly ProofExaminationFacts[];
  readonly notApplicable?: NotApplicableFacts;
  readonly followUp?: FollowUpFacts;
  /** Who does what about each of its proofs. */
  readonly proofFollowUps?: readonly ProofFollowUpFacts[];
  /** How the software answers the scenario, in the vendor's words. */
  readonly conformity?: ConformityFacts;
  /** Numbers of the steps that are done, as they are written. */
  readonly stepsDone?: readonly Located<string>[];
  readonly comment?: Located<string>;
  readonly internalNote?: Located<string>;
  readonly range: OffsetRange;
}

export interface ProofFacts {
  readonly id: Located<string>;
  readonly evidence: readonly EvidenceItem[];
  readonly range: OffsetRange;
}

export interface ConformityFacts {
  readonly text?: Located<string>;
  /** Stays in the house. */
  readonly writtenBy?: Located<string>;
}

export interface NotApplicableFacts {
  /** The `non_applicable` key. */
  readonly key: OffsetRange;
  readonly justification?: Located<string>;
  readonly declaration?: Located<string>;
}

/** One piece of evidence. At most one of file, link, execution and declaration is read (the first written). */
export interface EvidenceItem {
  readonly range: OffsetRange;
  readonly file?: Located<string>;
  readonly link?: Located<string>;
  /** Who can open the link, as the author says. */
  readonly access?: Located<string>;
  readonly execution?: Located<string>;
  readonly declaration?: Located<string>;
  readonly title?: Located<string>;
  readonly sha256?: Located<string>;
  readonly date?: Located<string>;
  readonly version?: Located<string>;
  readonly testCase?: Located<string>;
  readonly comment?: Located<string>;
  readonly internalNote?: Located<string>;
  readonly review?: ReviewFacts;
}

export interface ReviewFacts {
  readonly range: OffsetRange;
  readonly by?: Located<string>;
  readonly on?: Located<string>;
  readonly opinion?: Located<string>;
  readonly sha256?: Located<string>;
}

/** Facts of the sections that stand once in a main manifest. Ranges relative to their section. */
export interface DossierFacts {
  readonly key: OffsetRange;
  readonly dispositif?: Located<string>;
  readonly catalogue?: Located<string>;
  readonly profiles: readonly Located<string>[];
  readonly plannedFiling?: Located<string>;
  readonly fragments: readonly Located<string>[];
  /** Absent when nothing is written. */
  readonly testIdentities?: readonly TestIdentityFacts[];
}

export interface VendorFacts {
  readonly name?: Located<string>;
  readonly siret?: Located<string>;
  readonly vatNumber?: Located<string>;
  readonly nie?: Located<string>;
}

export interface SoftwareFacts {
  readonly name?: Located<string>;
  readonly version?: Located<string>;
  readonly versionDate?: Located<string>;
  readonly nil?: Located<string>;
  /** The Convergence product reference, which mails carry as X-MSS-NIL. Never the CNDA NIL. */
  readonly productReference?: Located<string>;
}

export interface ApprovalFacts {
  readonly range: OffsetRange;
  readonly teleservice?: Located<string>;
  readonly state?: Located<string>;
  readonly evidence?: Located<string>;
  readonly date?: Located<string>;
  readonly filedOn?: Located<string>;
  readonly expectedOn?: Located<string>;
  readonly obtainedOn?: Located<string>;
  readonly exemption?: ExemptionFacts;
}

/** Why no approval is asked for, and the document that says so. */
export interface ExemptionFacts {
  /** The `dispense` key. */
  readonly key: OffsetRange;
  readonly reason?: Located<string>;
  readonly evidence?: Located<string>;
}

export interface ChapterFacts {
  readonly name: Located<string>;
  readonly state?: Located<string>;
  readonly on?: Located<string>;
  /** Absent when nothing is written. */
  readonly history?: readonly ExaminationFacts[];
}

export interface OrderFacts {
  readonly range: OffsetRange;
  readonly client?: Located<string>;
  readonly signedOn?: Located<string>;
  /** Everything it says, by dotted key: `solde.pieces.facture`. */
  readonly values: readonly FlatValue[];
}

/** The path cited by an evidence item that is a file or a signed statement. */
export function evidencePath(item: EvidenceItem): Located<string> | undefined {
  return item.file ?? item.declaration;
}

/** The documents that an approval cites. */
export function approvalPaths({ evidence, exemption }: ApprovalFacts): readonly Located<string>[] {
  return [evidence, exemption?.evidence].filter((path) => path !== undefined);
}

/** Whether an item says what the evidence is. */
export function namesEvidence({ file, link, execution, declaration }: EvidenceItem): boolean {
  return (file ?? link ?? execution ?? declaration) !== undefined;
}
