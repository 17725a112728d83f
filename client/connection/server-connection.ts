import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  type LanguageClientOptions,
  ProgressType,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { rulePageCommand } from '../../protocol/commands';
import { complianceChanged } from '../../protocol/notifications';
import { progressTokenKey, type RequestKind } from '../../protocol/request';
import { languageId, section } from '../ids';
import type { Platform } from '../platform/platform';
import { serverSettings } from '../settings';
import { openRulePage } from '../ui/open-rule-page';
import { RestartPolicy } from './restart-policy';

export type ConnectionState = 'starting' | 'running' | 'failed';

/** How long a client that comes up is waited for before it is given up, in milliseconds. */
const patience = 10_000;

const ignore = (): void => undefined;

/** A request could not be answered because no server runs. */
export class ServerNotRunning extends Error {}

/**
 * Keeps one server running: starts it, starts it once more when it dies, then waits for {@link ServerConnection.restart}. Each start has
 * a client of its own, so that nothing of a failed one is left.
 */
export class ServerConnection implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #policy = new RestartPolicy(() => performance.now());
  readonly #states = new vscode.EventEmitter<ConnectionState>();
  readonly #figuresChanged = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable[];
  #client: BaseLanguageClient | undefined;
  /** Resolves once the client is up, or cannot come up. */
  #settled: Promise<void> = Promise.resolve();
  #state: ConnectionState = 'starting';
  /** They changed since the client was told them, while it was not up. */
  #settingsDue = false;
  #ended = false;
  #followed = 0;

  /** Fires with every change of {@link ServerConnection.state}. */
  readonly onDidChangeState = this.#states.event;
  /** The server says that the compliance figures may have changed. */
  readonly onDidChangeFigures = this.#figuresChanged.event;

  /**
   * @param extension folder of the extension
   * @param platform where the server runs
   */
  constructor(
    extension: vscode.Uri,
    readonly platform: Platform,
    log: vscode.LogOutputChannel,
  ) {
    this.#extension = extension;
    this.#log = log;
    this.#listeners = [
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.#sendSettings();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#sendSettings();
      }),
    ];
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Starts the server; how that goes is told by {@link ServerConnection.onDidChangeState}. */
  start(): void {
    if (this.#client !== undefined || this.#ended) return;
    const client = this.platform.makeClient(this.#clientOptions());
    this.#client = client;
    this.#setState('starting');
    this.#settingsDue = false;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) this.#died(client);
    });
    client.onNotification(complianceChanged, () => {
      this.#figuresChanged.fire();
    });
    const start = client.start();
    this.#settled = start.then(ignore, ignore);
    // Its own state says that it runs before its commands are registered.
    start.then(
      () => {
        if (this.#client !== client) return;
        this.#setState('running');
        if (this.#settingsDue) this.#sendSettings();
      },
      (error: unknown) => {
        this.#log.error(error instanceof Error ? error : String(error));
        this.#died(client);
      },
    );
  }

  /** Stops the server if it runs, and starts it again. Resolves once it runs, rejects when it does not come up. */
  async restart(): Promise<void> {
    await this.#stop();
    this.start();
    await this.running();
  }

  /** Resolves once the server runs, which may be now. Rejects when it has failed or fails. */
  running(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (state: ConnectionState): boolean => {
        if (state === 'running') resolve();
        if (state === 'failed') reject(new ServerNotRunning());
        return state !== 'starting';
      };
      if (settle(this.#state)) return;
      const listener = this.onDidChangeState((state) => {
        if (settle(state)) listener.dispose();
      });
    });
  }

  /**
   * Asks one of the requests of the protocol.
   *
   * @param onProgress is told how far it is, for requests that report
   * @throws ServerNotRunning when no server runs or starts; what the server answered as an error otherwise.
   */
  async ask<Params extends object, Result, Progress>(
    { method }: RequestKind<Params, Result, Progress>,
    params: Params,
    cancellation?: vscode.CancellationToken,
    onProgress?: (progress: Progress) => void,
  ): Promise<Result> {
    const client = this.#client;
    if (client === undefined) throw new ServerNotRunning();
    // An undefined token would be sent as a second parameter.
    const send = (sent: object) =>
      cancellation === undefined
        ? client.sendRequest<Result>(method, sent)
        : client.sendRequest<Result>(method, sent, cancellation);
    if (onProgress === undefined) return send(params);
    this.#followed += 1;
    const progressToken = `segur-preuves-${this.#followed}`;
    const listener = client.onProgress(new ProgressType<Progress>(), progressToken, onProgress);
    try {
      return await send({ ...params, [progressTokenKey]: progressToken });
    } finally {
      listener.dispose();
    }
  }

  dispose(): void {
    void this.end();
  }

  /** Stops for good. Resolves when the server has ended. */
  async end(): Promise<void> {
    this.#ended = true;
    for (const listener of this.#listeners) listener.dispose();
    await this.#stop();
    this.#states.dispose();
    this.#figuresChanged.dispose();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    // From here on what this client says is no death.
    this.#client = undefined;
    if (client === undefined) return;
    // One that is half up refuses to be stopped, and would keep the next from registering the same commands.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([this.#settled, tooLong]);
    clearTimeout(timer);
    await client.dispose().catch((error: unknown) => {
      // It was on its way up or down; its process ends with its streams.
      this.#log.debug(`Stopping the server: ${String(error)}`);
    });
  }

  #died(client: BaseLanguageClient): void {
    if (this.#client !== client) return;
    const stopped = this.#stop();
    if (this.#policy.mayRestart()) {
      this.#log.warn('The server died and is started again.');
      this.#setState('starting');
      void stopped.then(() => {
        this.start();
      });
    } else {
      this.#log.error('The server died again and is left stopped.');
      this.#setState('failed');
    }
  }

  #setState(state: ConnectionState): void {
    if (this.#state === state || this.#ended) return;
    this.#state = state;
    this.#states.fire(state);
  }

  #sendSettings(): void {
    if (this.#state !== 'running') {
      this.#settingsDue = true;
      return;
    }
    const settings = { [section]: serverSettings(this.platform.serverOptions) };
    this.#client?.sendNotification(DidChangeConfigurationNotification.type, { settings }).catch((error: unknown) => {
      this.#log.warn(`The settings did not reach the server: ${String(error)}`);
    });
  }

  #clientOptions(): LanguageClientOptions {
    const schemes = this.platform.schemes();
    return {
      documentSelector: schemes.flatMap((scheme) => [
        { scheme, language: languageId },
        { scheme, pattern: '**/*.preuves.yaml' },
        { scheme, pattern: '**/portefeuille.yaml' },
      ]),
      initializationOptions: () => ({
        ...serverSettings(this.platform.serverOptions),
        suggestCommand: 'editor.action.triggerSuggest',
      }),
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: false, supportHtml: false },
      // Without it the client shows the raw error; the start rejects with it anyway.
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        // Restarting is the connection's business.
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
      middleware: {
        // The page that ships opens here, without a network; the server would send the reader to its address.
        executeCommand: async (command, args, next): Promise<unknown> => {
          if (command === rulePageCommand && (await openRulePage(this.#extension, args[0]))) return null;
          return (await next(command, args)) as unknown;
        },
        workspace: {
          configuration: async (params, cancellation, next) => {
            const values = await next(params, cancellation);
            if (!Array.isArray(values)) return values;
            return params.items.map((item, index): unknown =>
              item.section === section ? serverSettings(this.platform.serverOptions) : values[index],
            );
          },
        },
      },
    };
  }
}
