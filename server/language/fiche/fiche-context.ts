import type { CommonFolder } from '../../core/ports/evidence-files';
import type { ExpectedProof, Scenario } from '../../core/catalogue/catalogue';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { Locale } from '../../core/messages/say';
import type { ProofCompliance, ScenarioCompliance } from '../../core/status/compliance';
import type { ThreadView } from '../../../protocol/requests/threads';
import type { ThreadSubject } from '../../core/threads/thread';
import type { Status } from '../../core/status/status';
import type { Places } from '../compliance/places';
import type { PlacedFindings } from './placed-findings';

/** What the parts of a fiche are made with. */
export interface FicheContext {
  readonly locale: Locale;
  readonly rootUri: string;
  readonly common?: CommonFolder;
  readonly places: Places;
  readonly findings: PlacedFindings;
  /** Of what nothing is counted for: the requirement as a whole. */
  readonly otherwise: Status;
  /** {@link proofKey} of the proofs of which ANS waits for a change. */
  readonly requested: ReadonlySet<string>;
  /** {@link proofKey} of those whose day is over. */
  readonly late: ReadonlySet<string>;
  /** About one thing, nothing below it; open ones first. */
  threadsAbout(slot: ThreadSubject): { readonly threads?: readonly ThreadView[] };
  evidenceFile(path: string): EvidenceFile | undefined;
  scenarioState(scenario: Scenario): ScenarioCompliance | undefined;
  proofState(scenario: Scenario, proof: ExpectedProof): ProofCompliance | undefined;
}
