import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { takesAssistants } from '../../client/assistant/takes-assistants';
import { startedApi } from './extension-api';
import { until } from './until';

/** One manifest, on no disk. */
class InMemory implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #content = new TextEncoder().encode('version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\n');

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#content.length };
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  readFile(): Uint8Array {
    return this.#content;
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('the machine', () => {
  it('starts the server of the assistant as VS Code is told to, and it answers', async function () {
    if (!takesAssistants(vscode.version)) this.skip();
    const api = await startedApi();
    // Lists the servers, for which VS Code asks every extension.
    void vscode.commands.executeCommand('workbench.mcp.listServer');
    const servers = await until('VS Code asks for the servers', () => api.assistantServers);
    void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(servers.length, 1);
    const [server] = servers;
    assert.ok(server);
    const child = spawn(server.command, server.args, { env: { ...process.env, ...server.env } });
    try {
      const answer = new Promise<string>((resolve, reject) => {
        createInterface(child.stdout).once('line', resolve);
        child.once('error', reject);
        child.once('exit', (code) => {
          reject(new Error(`it ended with ${String(code)}`));
        });
      });
      const params = {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'essai', version: '1' },
      };
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
      const { id, result } = JSON.parse(await answer) as {
        readonly id: number;
        readonly result: { readonly serverInfo: { readonly name: string }; readonly capabilities: { tools?: object } };
      };
      assert.equal(id, 1);
      assert.match(result.serverInfo.name, /segur/i);
      assert.ok(result.capabilities.tools);
    } finally {
      child.kill();
    }
  });

  it('says that a manifest of a virtual file system is not read, and what to do', async () => {
    const api = await startedApi();
    const provider = vscode.workspace.registerFileSystemProvider('segur-essai', new InMemory());
    try {
      await vscode.workspace.openTextDocument(vscode.Uri.parse('segur-essai:/depot/d.preuves.yaml'));
      await until('it is told', () => api.waitingMessages.find((message) => message.includes('vscode.dev')));
    } finally {
      provider.dispose();
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });
});
