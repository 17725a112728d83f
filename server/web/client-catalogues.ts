import type { Catalogue } from '../core/catalogue/catalogue';
import { shippedCatalogue } from '../core/catalogue/shipped-catalogue';
import type { BuiltInCatalogues } from '../core/ports/built-in-catalogues';
import type { Cancellation } from '../core/ports/cancellation';
import { UnreadableFile } from '../core/ports/file-fault';
import { under } from '../core/text/uri';
import type { ClientDisk } from './client-disk';
import { faultOf, mostTextBytes } from './client-files';
import { decodeWebText } from './decode-web-text';

/** The catalogues that ship with the extension, which the client reads out of its folder. */
export class ClientCatalogues implements BuiltInCatalogues {
  /** @param folderUri undefined where the client named none: there is no catalogue then */
  constructor(
    readonly disk: ClientDisk,
    readonly folderUri: string | undefined,
  ) {}

  /** @throws UnreadableFile when the file of a known dispositif is missing: the installation is damaged */
  async load(written: string, cancellation: Cancellation): Promise<Catalogue | undefined> {
    const { folderUri } = this;
    if (folderUri === undefined) return undefined;
    return await shippedCatalogue(written, async (file) => {
      const uri = under(folderUri, file);
      const read = await this.disk.read({ uri, mostBytes: mostTextBytes }, cancellation);
      if (read.kind !== 'file') throw new UnreadableFile(uri, faultOf(read));
      return decodeWebText(read.bytes).text;
    });
  }
}
