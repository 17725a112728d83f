import { outputOf, shellPath } from '../core/evidence/dvc-stub';
import type { PointerFacts } from '../core/evidence/evidence-file';
import { FolderNames } from '../core/evidence/folder-names';
import type { Cancellation } from '../core/ports/cancellation';
import { under } from '../core/text/uri';
import type { FolderEntry } from '../core/workspace/folder-walk';
import type { ClientDisk } from './client-disk';
import { decodeWebText } from './decode-web-text';

/** A `.dvc` file lists one content, perhaps a folder of thousands: far below this. */
const mostStubBytes = 1 << 16;

interface Listing {
  readonly names: FolderNames;
  readonly kinds: ReadonlyMap<string, FolderEntry['kind']>;
}

/** Where a path leads: its name on disk, and what stands there. Undefined: nothing does. */
export interface PiecePlace {
  readonly path: string;
  /** Undefined in a folder that can be entered and not listed. */
  readonly kind: FolderEntry['kind'] | undefined;
}

/** Finds paths in one folder of the editor. One object serves one scan: it lists each folder once. */
export class PiecePlaces {
  readonly #listings = new Map<string, Promise<Listing | 'absent' | undefined>>();

  constructor(
    readonly disk: ClientDisk,
    readonly rootUri: string,
  ) {}

  /**
   * Where a name is there in another case or Unicode form only, that one is taken, as everywhere.
   * @param path relative, `/` separated, without `..`
   */
  async locate(path: string, cancellation: Cancellation): Promise<PiecePlace | undefined> {
    const found: string[] = [];
    let kind: PiecePlace['kind'];
    for (const part of path.split('/')) {
      const listing = await this.#list(found.join('/'), cancellation);
      if (listing === 'absent') return undefined;
      const name = listing ? listing.names.find(part) : part;
      if (name === undefined) return undefined;
      found.push(name);
      kind = listing?.kinds.get(name);
    }
    return { path: found.join('/'), kind };
  }

  /** The DVC stub of a file that is not there: beside it, or beside a folder that it is in. */
  async dvcPointer(path: string, cancellation: Cancellation): Promise<PointerFacts | undefined> {
    const parts = path.split('/');
    for (let count = parts.length; count > 0; count--) {
      const stub = `${parts.slice(0, count).join('/')}.dvc`;
      const place = await this.locate(stub, cancellation);
      if (!place || place.kind === 'folder') continue;
      const uri = under(this.rootUri, place.path);
      const read = await this.disk.read({ uri, mostBytes: mostStubBytes }, cancellation);
      if (read.kind !== 'file') continue;
      const text = decodeWebText(read.bytes)
        .text.replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n');
      const out = outputOf(text, parts[count - 1] ?? '');
      if (!out) continue;
      const size = count === parts.length ? out.size : undefined;
      return { kind: 'dvc', fetch: `dvc pull ${shellPath(stub)}`, ...(size === undefined ? {} : { size }) };
    }
    return undefined;
  }

  #list(folder: string, cancellation: Cancellation): Promise<Listing | 'absent' | undefined> {
    let listing = this.#listings.get(folder);
    if (!listing) {
      listing = this.#read(folder, cancellation);
      this.#listings.set(folder, listing);
    }
    return listing;
  }

  async #read(folder: string, cancellation: Cancellation): Promise<Listing | 'absent' | undefined> {
    const uri = folder === '' ? this.rootUri : under(this.rootUri, folder);
    const listed = await this.disk.list({ uri }, cancellation);
    if (listed.kind === 'absent') return 'absent';
    if (listed.kind !== 'folder') return undefined;
    return {
      names: new FolderNames(listed.entries.map(({ name }) => name)),
      kinds: new Map(listed.entries.map(({ name, kind }) => [name, kind])),
    };
  }
}
