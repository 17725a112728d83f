import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ComplianceStore } from '../compliance/store';
import type { ServerConnection } from '../connection/server-connection';
import type { SegurPreuvesApi } from '../api';
import type { ClientOptions } from '../../protocol/client-options';

/** What the extension takes from where it runs: a machine, or a browser. */
export interface Platform {
  /** Whether there is neither a program to start nor a disk. */
  readonly isBrowser: boolean;
  /** Makes a client whose start starts the server. */
  makeClient(options: LanguageClientOptions): BaseLanguageClient;
  /** What the server is told besides the user's settings. */
  readonly serverOptions: ClientOptions;
  /** Schemes of the documents that the server works on. */
  schemes(): readonly string[];
  /** Whether the server can read a file. */
  reaches(uri: vscode.Uri): boolean;
  /** Folder of the user; undefined where there is none. */
  readonly home: vscode.Uri | undefined;
  /** How the editor was told last to start the server of the assistant. */
  assistantServers(): SegurPreuvesApi['assistantServers'];
  /** What only this place offers. */
  offers(connection: ServerConnection, store: ComplianceStore): vscode.Disposable;
}
