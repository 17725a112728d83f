// The engine on a folder, with no editor around it: the language server is asked what an editor would ask, and what it answers is
// written to the disk.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { root } from '../host/install.mjs';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-jsonrpc/node',
);
const cli = join(root, 'dist/cli.js');

export class Engine {
  constructor(child, connection, folder, main) {
    Object.assign(this, { child, connection, folder, uri: pathToFileURL(join(folder, main)).href });
  }

  /**
   * @param {string} folder of a dossier
   * @param {string} main its manifest, relative
   */
  static async start(folder, main) {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      locale: 'fr',
      workspaceFolders: [{ name: 'dossier', uri: pathToFileURL(folder).href }],
    });
    await connection.sendNotification('initialized', {});
    return new Engine(child, connection, folder, main);
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.child.kill();
  }

  /** The rows of the table. */
  async rows() {
    const answer = await this.connection.sendRequest('segur/tableau', { uri: this.uri });
    if (answer.kind !== 'table') throw new Error(JSON.stringify(answer));
    return answer.rows;
  }

  /** Asks for an edit, and makes it. */
  async #edit(kind, params) {
    const answer = await this.connection.sendRequest(kind, { uri: this.uri, ...params });
    if (answer.kind !== 'planned') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
    const changes = [];
    for (const [uri, edits] of Object.entries(answer.edit.changes)) {
      const path = fileURLToPath(uri);
      const text = TextDocument.create(uri, '', 0, readFileSync(path, 'utf8'));
      writeFileSync(path, TextDocument.applyEdits(text, edits));
      changes.push({ uri, type: 2 });
    }
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Tells the server that the command line may have written any manifest. */
  async reread() {
    const paths = readdirSync(this.folder, { recursive: true }).filter((path) => path.endsWith('.yaml'));
    const changes = paths.map((path) => ({ uri: pathToFileURL(join(this.folder, path)).href, type: 2 }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  attach(piece) {
    return this.#edit('segur/joindrePieces', { pieces: [piece] });
  }

  write(cells) {
    return this.#edit('segur/modifierTableau', { cells });
  }

  setAside(entry, justification) {
    return this.#edit('segur/declarerNonApplicable', { ...entry, justification });
  }

  attachDeclaration(entry, path) {
    return this.#edit('segur/joindreDeclaration', { ...entry, file: pathToFileURL(path).href });
  }
}

/** Runs the command line in a folder. Findings are no failure here. */
export function commandLine(folder, args) {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(`segur-preuves ${args.join(' ')}: ${stderr}`);
}
