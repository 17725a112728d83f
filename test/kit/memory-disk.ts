import { createHash } from 'node:crypto';
import type { FileTrouble, PieceSource } from '../../protocol/client-files';
import { throwIfCancelled, type Cancellation } from '../../server/core/ports/cancellation';
import type { ClientDisk } from '../../server/web/client-disk';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** The files of an editor in memory, as a client in a browser answers for them. */
export class MemoryDisk implements ClientDisk {
  /** By URI. */
  readonly files = new Map<string, MemoryFile>();
  /** What a file system refuses, by URI. */
  readonly refused = new Map<string, FileTrouble>();
  /** URIs that were read whole. */
  readonly examined: string[] = [];
  #time = Date.UTC(2026, 4, 4);

  /** @param files texts by path under `folder` */
  constructor(
    readonly folder: string,
    files: Readonly<Record<string, string | Uint8Array>> = {},
  ) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  uri(path: string): string {
    return path === '' ? this.folder : `${this.folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  write(path: string, content: string | Uint8Array): void {
    this.#time += 1000;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.files.set(this.uri(path), { bytes, modified: this.#time });
  }

  text(path: string): string | undefined {
    const file = this.files.get(this.uri(path));
    return file && new TextDecoder().decode(file.bytes);
  }

  readonly read: ClientDisk['read'] = async ({ uri, mostBytes }, cancellation) => {
    const file = await this.#open({ uri }, mostBytes, cancellation);
    return 'kind' in file ? file : { kind: 'file', bytes: file.bytes };
  };

  readonly list: ClientDisk['list'] = async ({ uri }, cancellation) => {
    await this.#turn(cancellation);
    const refused = this.refused.get(uri);
    if (refused) return refused;
    const names = new Map<string, 'file' | 'folder'>();
    for (const one of this.files.keys()) {
      if (!one.startsWith(`${uri}/`)) continue;
      const [name = '', ...rest] = one.slice(uri.length + 1).split('/');
      names.set(decodeURIComponent(name), rest.length > 0 ? 'folder' : 'file');
    }
    if (names.size === 0) return { kind: 'absent' };
    return { kind: 'folder', entries: [...names].map(([name, kind]) => ({ name, kind })) };
  };

  readonly status: ClientDisk['status'] = async ({ uri }, cancellation) => {
    const file = await this.#open({ uri }, Infinity, cancellation);
    return 'kind' in file ? file : { kind: 'file', size: file.bytes.length, modified: file.modified };
  };

  readonly examine: ClientDisk['examine'] = async ({ source, headBytes, mostBytes }, cancellation) => {
    const file = await this.#open(source, mostBytes, cancellation);
    if ('kind' in file) return file;
    if ('uri' in source) this.examined.push(source.uri);
    const { bytes, modified } = file;
    return { kind: 'file', size: bytes.length, modified, sha256: digest(bytes), head: bytes.slice(0, headBytes) };
  };

  readonly place: ClientDisk['place'] = async ({ source, target, sha256, mostBytes }, cancellation) => {
    const file = await this.#open(source, mostBytes, cancellation);
    if ('kind' in file) return file;
    if (digest(file.bytes) !== sha256) return { kind: 'changed' };
    const refused = this.refused.get(target);
    if (refused) return refused;
    if (this.files.has(target)) return { kind: 'exists' };
    this.files.set(target, { bytes: file.bytes, modified: (this.#time += 1000) });
    return { kind: 'placed' };
  };

  readonly takeAway: ClientDisk['takeAway'] = async ({ uri }, cancellation) => {
    await this.#turn(cancellation);
    this.files.delete(uri);
    return { kind: 'gone' };
  };

  async #open(source: PieceSource, mostBytes: number, cancellation: Cancellation): Promise<MemoryFile | FileTrouble> {
    await this.#turn(cancellation);
    if ('base64' in source) return { bytes: Buffer.from(source.base64, 'base64'), modified: 0 };
    const { uri } = source;
    const file = this.files.get(uri);
    const refused = this.refused.get(uri);
    if (refused) return refused;
    if (!file)
      return [...this.files.keys()].some((one) => one.startsWith(`${uri}/`))
        ? { kind: 'isFolder' }
        : { kind: 'absent' };
    return file.bytes.length > mostBytes ? { kind: 'tooLarge', mebibytes: 0 } : file;
  }

  async #turn(cancellation: Cancellation): Promise<void> {
    await Promise.resolve();
    throwIfCancelled(cancellation);
  }
}

export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
