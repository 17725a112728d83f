import type { Step } from '../../catalogue/catalogue';
import type { TestIdentityFacts } from '../../manifest/follow-up-facts';
import type { Followed } from '../../status/follow-up';
import type { Status } from '../../status/status';

/** What is still to be filmed or gathered for a dossier: who does it, following which steps, with whose data. Stays in the house. */
export interface Runsheet {
  readonly software?: string;
  readonly vendor?: string;
  readonly version?: string;
  readonly dispositif?: string;
  /** False where no catalogue says what is expected: no part then means nothing. */
  readonly isKnown: boolean;
  /** The team's own test patients. */
  readonly patients: readonly TestIdentityFacts[];
  /** In the order of the catalogue; none is empty. */
  readonly parts: readonly RunsheetPart[];
}

/** What stands under one chapter, or what one person does. */
export interface RunsheetPart {
  /** Absent for what nobody is named for. */
  readonly name?: string;
  readonly scenes: readonly Scene[];
}

/** One scenario to be played. */
export interface Scene {
  /** As printed. */
  readonly scenario: string;
  readonly requirement?: string;
  readonly chapter?: string;
  /** What the scenario is about; what the requirement says where it has no words of its own. */
  readonly text?: string;
  /** Profiles beside `Général` for which it is asked. */
  readonly profiles: readonly string[];
  readonly references: readonly string[];
  readonly steps: readonly (Step & { readonly done: boolean })[];
  /** Another of the same requirement would do instead. */
  readonly isAlternative: boolean;
  readonly slots: readonly RunsheetSlot[];
}

/** A proof that is still to be provided. */
export interface RunsheetSlot {
  /** As printed. */
  readonly proof: string;
  readonly expected: string;
  /** Under which case or condition it is asked. */
  readonly conditions: readonly string[];
  readonly testCases: readonly string[];
  readonly status: Status;
  readonly follow: Followed;
  /** One is enough of all that say the same here. */
  readonly oneOf?: string;
}

export interface RunsheetChoice {
  readonly by: 'chapter' | 'person';
  /** Only what this person is named for, whatever the case. */
  readonly person?: string;
  /** Only this chapter, whatever the case. */
  readonly chapter?: string;
}
