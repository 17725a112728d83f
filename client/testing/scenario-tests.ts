import * as vscode from 'vscode';
import { scenarioRunsRequest, type ScenarioMessage, type ScenarioRun } from '../../protocol/requests/scenario-runs';
import { coalesce } from '../compliance/coalesce';
import type { ComplianceStore } from '../compliance/store';
import { ServerNotRunning, type ServerConnection } from '../connection/server-connection';
import { section, testControllerId } from '../ids';
import type { Messages } from '../messages';
import { currentLanguage } from '../settings';
import { rangeOf, TestItems, type ScenarioItem } from './test-items';
import { testingMessages } from './testing-messages';

/** Scenarios verified in one question: between two of them, what was found is shown, and Stop is obeyed. */
const atOnce = 50;
const setting = 'vueDesTests';

interface Services {
  readonly connection: ServerConnection;
  readonly store: ComplianceStore;
  readonly messages: () => Messages;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The scenarios of the dossiers in the Testing view: to run one is to verify the evidence that the dossier gives for it. Nothing is
 * made before the view is looked at.
 */
export class ScenarioTests implements vscode.Disposable {
  readonly #services: Services;
  readonly #listeners: vscode.Disposable[];
  readonly #ran = new vscode.EventEmitter<void>();
  readonly #runs = new Map<string, ScenarioRun>();
  #controller: vscode.TestController | undefined;
  #profile: vscode.TestRunProfile | undefined;
  #items: TestItems | undefined;
  /** Somebody has looked at the view. */
  #isWanted = false;

  /** Fires after each run. */
  readonly onDidRun = this.#ran.event;

  constructor(services: Services) {
    this.#services = services;
    this.#listeners = [
      services.store.onDidRefresh((view) => {
        if (this.#isWanted) this.#items?.show(view);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.${setting}`)) this.#follow();
        if (change.affectsConfiguration(`${section}.langue`) && this.#profile)
          this.#profile.label = testingMessages[currentLanguage()].profile;
      }),
    ];
    this.#follow();
  }

  /** What the view shows at the top; undefined where it is switched off. */
  get items(): vscode.TestItemCollection | undefined {
    return this.#controller?.items;
  }

  /** The last result of each scenario, by {@link runKey}. */
  get runs(): ReadonlyMap<string, ScenarioRun> {
    return this.#runs;
  }

  dispose(): void {
    this.#end();
    for (const one of [...this.#listeners, this.#ran]) one.dispose();
  }

  #follow(): void {
    const isOn = vscode.workspace.getConfiguration(section).get<boolean>(setting) !== false;
    if (!isOn) this.#end();
    else if (!this.#controller) this.#start();
  }

  #start(): void {
    const controller = vscode.tests.createTestController(testControllerId, 'Ségur Preuves');
    const items = new TestItems(controller);
    this.#controller = controller;
    this.#items = items;
    controller.resolveHandler = async (item) => {
      if (item) items.open(item);
      else await this.#look();
    };
    controller.refreshHandler = async () => {
      await this.#services.store.refresh();
      await this.#look();
    };
    this.#profile = controller.createRunProfile(
      testingMessages[currentLanguage()].profile,
      vscode.TestRunProfileKind.Run,
      (request, cancellation) => this.#run(controller, items, request, cancellation),
      true,
      undefined,
      true,
    );
  }

  #end(): void {
    this.#profile?.dispose();
    this.#controller?.dispose();
    this.#profile = this.#controller = this.#items = undefined;
    this.#isWanted = false;
  }

  async #look(): Promise<void> {
    const { connection, store } = this.#services;
    this.#isWanted = true;
    await connection.running();
    if (store.view.dossiers.length === 0) await store.refresh();
    this.#items?.show(store.view);
  }

  async #run(
    controller: vscode.TestController,
    items: TestItems,
    request: vscode.TestRunRequest,
    cancellation: vscode.CancellationToken,
  ): Promise<void> {
    if (!this.#isWanted) await this.#look();
    await this.#runOnce(controller, items, request, cancellation, true);
    if (request.continuous !== true || cancellation.isCancellationRequested) return;
    // What changed on disk was looked at before the figures followed.
    const again = coalesce(() => this.#runOnce(controller, items, request, cancellation, false));
    const following = this.#services.store.onDidRefresh(() => {
      again().catch((error: unknown) => {
        this.#services.log.error(error instanceof Error ? error : String(error));
      });
    });
    cancellation.onCancellationRequested(() => {
      following.dispose();
    });
  }

  async #runOnce(
    controller: vscode.TestController,
    items: TestItems,
    request: vscode.TestRunRequest,
    cancellation: vscode.CancellationToken,
    again: boolean,
  ): Promise<void> {
    if (cancellation.isCancellationRequested) return;
    const included = request.include ?? Array.from(controller.items, ([, item]) => item);
    const scenarios = items.scenarios(included, new Set(request.exclude));
    const run = controller.createTestRun(request);
    try {
      for (const { item } of scenarios) run.enqueued(item);
      for (const [dossier, own] of byDossier(scenarios))
        for (let at = 0; at < own.length && !run.token.isCancellationRequested; at += atOnce)
          await this.#verify(run, items, dossier, own.slice(at, at + atOnce), again);
    } finally {
      run.end();
      this.#ran.fire();
    }
  }

  async #verify(
    run: vscode.TestRun,
    items: TestItems,
    dossier: string,
    scenarios: readonly ScenarioItem[],
    again: boolean,
  ): Promise<void> {
    for (const { item } of scenarios) run.started(item);
    const params = { uri: dossier, scenarios: scenarios.map(({ scenario }) => scenario), again };
    try {
      const { runs } = await this.#services.connection.ask(scenarioRunsRequest, params, run.token);
      const found = new Map(runs.map((one) => [one.scenario, one]));
      for (const one of scenarios) this.#tell(run, items, one, found.get(one.scenario));
    } catch (error) {
      // Those that wait have no result then.
      if (run.token.isCancellationRequested) return;
      this.#services.log.error(error instanceof Error ? error : String(error));
      const text = error instanceof ServerNotRunning ? this.#services.messages().serverNotRunning : String(error);
      for (const { item } of scenarios) run.errored(item, new vscode.TestMessage(text));
    }
  }

  #tell(
    run: vscode.TestRun,
    items: TestItems,
    { item, scenario, dossier }: ScenarioItem,
    result: ScenarioRun | undefined,
  ): void {
    const words = testingMessages[currentLanguage()];
    if (!result) {
      run.appendOutput(lines([`${item.label} · ${words.unknown}`]), undefined, item);
      run.skipped(item);
      return;
    }
    this.#runs.set(runKey(dossier, scenario), result);
    const { outcome, standing, messages, notes, unreadSummary } = result;
    items.remark(item, unreadSummary, standing);
    const head = [
      item.label,
      words.outcomes[outcome],
      standing,
      ...(unreadSummary === undefined ? [] : [unreadSummary]),
    ];
    const found = messages.map(({ text, rule }) => (rule === undefined ? text : `${text} (${rule})`));
    const place = item.uri && item.range ? new vscode.Location(item.uri, item.range) : undefined;
    run.appendOutput(lines([head.join(' · '), ...[...found, ...notes].map((note) => `  ${note}`)]), place, item);
    if (outcome === 'passed') run.passed(item);
    else if (outcome === 'skipped') run.skipped(item);
    else run.failed(item, messages.map(testMessage));
  }
}

/** @param dossier URI of its main manifest */
export function runKey(dossier: string, scenario: string): string {
  return `${dossier} ${scenario}`;
}

function byDossier(scenarios: readonly ScenarioItem[]): ReadonlyMap<string, readonly ScenarioItem[]> {
  const groups = new Map<string, ScenarioItem[]>();
  for (const one of scenarios) {
    const known = groups.get(one.dossier);
    if (known) known.push(one);
    else groups.set(one.dossier, [one]);
  }
  return groups;
}

function testMessage({ text, rule, place }: ScenarioMessage): vscode.TestMessage {
  const message = new vscode.TestMessage(rule === undefined ? text : `${text} (${rule})`);
  if (place) message.location = new vscode.Location(vscode.Uri.parse(place.uri, true), rangeOf(place));
  return message;
}

/** As the terminal of the results wants them. */
function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text.replace(/\r?\n/g, ' ')}\r\n`).join('');
}
