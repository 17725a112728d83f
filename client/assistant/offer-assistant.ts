import * as vscode from 'vscode';
import { assistantProviderId, section } from '../ids';
import { currentLanguage } from '../settings';
import { takesAssistants } from './takes-assistants';
import { toolVersionOf } from './tool-version-of';

/** What VS Code knows a server on standard input and output by. */
type StdioDefinition = new (
  label: string,
  command: string,
  args: string[],
  env: Record<string, string | number | null>,
  version: string,
) => object;

/** The part of the API that came with 1.101: not in the types of 1.100, and not there when it runs. */
interface McpApi {
  readonly lm?: {
    readonly registerMcpServerDefinitionProvider?: (
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
        provideMcpServerDefinitions(): object[];
      },
    ) => vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: StdioDefinition;
}

/** What the server is started with; undefined where there is nothing that it may read. */
export function assistantArguments(cli: string): string[] | undefined {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (!vscode.workspace.isTrusted || folders.length === 0) return undefined;
  const notes = vscode.workspace.getConfiguration(section).get<boolean>('assistant.notes') === true;
  const paths = folders.map(({ uri }) => uri.fsPath);
  return [cli, 'mcp', '--lang', currentLanguage(), ...(notes ? ['--notes'] : []), '--', ...paths];
}

/** How a server is started. */
export interface AssistantServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What VS Code was told last to start; undefined until it asked. */
let told: readonly AssistantServer[] | undefined;

export function toldAssistantServers(): readonly AssistantServer[] | undefined {
  return told;
}

/** Offers the tools of the assistant to VS Code, where it takes them; it asks the user before it starts them. */
export function offerAssistant(extension: vscode.Extension<unknown>): vscode.Disposable {
  const { lm, McpStdioServerDefinition: Definition }: McpApi = vscode as unknown as McpApi;
  if (!takesAssistants(vscode.version) || !lm?.registerMcpServerDefinitionProvider || !Definition)
    return new vscode.Disposable(() => undefined);
  const changed = new vscode.EventEmitter<void>();
  const tell = () => {
    changed.fire();
  };
  const cli = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.js').fsPath;
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(tell),
    vscode.workspace.onDidGrantWorkspaceTrust(tell),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(section)) tell();
    }),
    lm.registerMcpServerDefinitionProvider(assistantProviderId, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        const args = assistantArguments(cli);
        // The editor's own Node: nothing else has to be there.
        told = args ? [{ command: process.execPath, args, env: { ELECTRON_RUN_AS_NODE: '1' } }] : [];
        return told.map(
          (one) => new Definition('Ségur Preuves', one.command, [...one.args], one.env, toolVersionOf(extension)),
        );
      },
    }),
  );
}
