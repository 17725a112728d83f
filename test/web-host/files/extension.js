/* global exports, fetch, atob */
// A file system in memory, as an editor on the web has one: no disk, no links, no `file:`.
const vscode = require('vscode');

const scheme = 'segur-essai';

class MemoryFiles {
  /** By path: bytes and when they were written; the folders are in `folders`. */
  files = new Map();
  folders = new Set(['/', '/espace']);
  changes = new vscode.EventEmitter();
  onDidChangeFile = this.changes.event;

  watch() {
    return new vscode.Disposable(() => undefined);
  }
  stat(uri) {
    const file = this.files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: file.time, mtime: file.time, size: file.bytes.length };
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  readDirectory(uri) {
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const inside = (path) => parentOf(path) === uri.path && path !== uri.path;
    return [
      ...[...this.folders].filter(inside).map((path) => [nameOf(path), vscode.FileType.Directory]),
      ...[...this.files.keys()].filter(inside).map((path) => [nameOf(path), vscode.FileType.File]),
    ];
  }
  createDirectory(uri) {
    for (let path = uri.path; path !== '/'; path = parentOf(path)) this.folders.add(path);
  }
  readFile(uri) {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }
  writeFile(uri, bytes, { create, overwrite }) {
    const before = this.files.get(uri.path);
    if (!before && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (before && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.createDirectory(uri.with({ path: parentOf(uri.path) }));
    this.files.set(uri.path, { bytes, time: (before?.time ?? Date.UTC(2026, 4, 4)) + 1 });
    this.tell(before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }
  delete(uri) {
    for (const path of [...this.files.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.files.delete(path);
    for (const path of [...this.folders])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.folders.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }
  rename(from, to, options) {
    this.writeFile(to, this.readFile(from), { create: true, overwrite: options.overwrite });
    this.delete(from);
  }
  tell(type, uri) {
    this.changes.fire([{ type, uri }]);
  }
}

const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);

exports.activate = async (context) => {
  const memory = new MemoryFiles();
  const content = await (await fetch(new URL('/espace.json', context.extensionUri.toString(true)))).json();
  for (const [path, base64] of Object.entries(content)) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    memory.writeFile(vscode.Uri.from({ scheme, path: `/espace/${path}` }), bytes, { create: true, overwrite: true });
  }
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, memory, { isCaseSensitive: true }));
};
