import type { CommentThread, Event, LanguageStatusItem, TestItemCollection } from 'vscode';
import type { ComplianceView } from '../protocol/requests/compliance';
import type { ParcoursAnswer } from '../protocol/requests/parcours';
import type { ScenarioRun } from '../protocol/requests/scenario-runs';

/** What activation returns: enough for tests, and for other extensions that want the figures. */
export interface SegurPreuvesApi {
  /** Resolves once the server runs, rejects when it did not come up. */
  readonly ready: Promise<void>;
  /** Fires after every refresh of the *Conformité* tree, with what it shows. */
  readonly onDidRefresh: Event<ComplianceView>;
  /** What the *Conformité* tree shows. */
  readonly view: ComplianceView;
  /** Fires after every refresh of the *Parcours* tree, with what it shows. */
  readonly onDidRefreshParcours: Event<ParcoursAnswer>;
  /** What the *Parcours* tree shows. */
  readonly parcours: ParcoursAnswer;
  /** The team's threads, as comments on the manifests. */
  readonly threads: readonly CommentThread[];
  /** Messages that were shown and neither answered nor closed, the last one last. */
  readonly waitingMessages: readonly string[];
  /** The scenarios in the Testing view. */
  readonly tests: {
    /** Undefined where the setting switches them off; empty until somebody looks. */
    readonly items: TestItemCollection | undefined;
    /** The last result of each scenario, by the URI of the main manifest, a space, and its id. */
    readonly runs: ReadonlyMap<string, ScenarioRun>;
    readonly onDidRun: Event<void>;
  };
  /** How VS Code was told last to start the server of the assistant; undefined until it asked, and in a browser. */
  readonly assistantServers:
    | readonly {
        readonly command: string;
        readonly args: readonly string[];
        readonly env: Readonly<Record<string, string>>;
      }[]
    | undefined;
  /** The text in the status bar; undefined while it is hidden. */
  readonly statusBarText: string | undefined;
  /** In the language status of the active manifest: its catalogue, or how the server is. */
  readonly languageStatus: Pick<LanguageStatusItem, 'text' | 'severity'>;
}
