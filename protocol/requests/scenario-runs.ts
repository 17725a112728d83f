import { requestKind } from '../request';
import type { ViewPlace } from '../view-place';

/**
 * Looks at the pieces of scenarios again, and says of each scenario whether its evidence holds. Nothing of the software is run: what is
 * verified is what the dossier gives for it.
 */
export const scenarioRunsRequest = requestKind<ScenarioRunsParams, ScenarioRunsResult>('segur/verifierScenarios');

export interface ScenarioRunsParams {
  /** Of the main manifest. */
  readonly uri: string;
  /** Ids of the catalogue. */
  readonly scenarios: readonly string[];
  /** Whether the pieces are looked at again before; otherwise what is known counts. */
  readonly again: boolean;
}

export interface ScenarioRunsResult {
  /** In the order they were asked for; those that the dossier does not know are left out. */
  readonly runs: readonly ScenarioRun[];
}

/**
 * - `passed`: complete, without an error, and every file of it was looked at.
 * - `failed`: an error stands on it, something of it is to be reviewed or wrong, or a part is missing beside what is there.
 * - `skipped`: nothing is there yet, nothing is expected, it does not apply, or it cannot be told.
 */
export type ScenarioOutcome = 'passed' | 'failed' | 'skipped';

export interface ScenarioRun {
  readonly scenario: string;
  readonly outcome: ScenarioOutcome;
  /** Where it stands, in words. */
  readonly standing: string;
  /** What stands against it; for `failed` at least one. */
  readonly messages: readonly ScenarioMessage[];
  /** How many of its pieces were not read to their end; whoever shows a scenario as passed has to show it. */
  readonly unread: number;
  /** The same in a few words; absent where there is none. */
  readonly unreadSummary?: string;
  /** What else is to be known, in words: each piece that was not read to its end, and what the team set aside. */
  readonly notes: readonly string[];
}

export interface ScenarioMessage {
  readonly text: string;
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
  /** Id of the rule, where one found it. */
  readonly rule?: string;
  readonly place?: ViewPlace;
}
