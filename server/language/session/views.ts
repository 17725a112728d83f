import type { Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { folderOf } from '../../core/text/uri';
import type { Workspace } from '../../core/workspace/workspace';
import type { DossierFiles, FileView } from '../file-view';
import type { Analyses } from './analyses';
import type { Documents } from './documents';

/** Puts together what features need: texts as they are now, the catalogue, and files of the dossier as last analysed. */
export class Views {
  constructor(
    readonly workspace: Workspace,
    readonly documents: Documents,
    readonly analyses: Analyses,
  ) {}

  /** Undefined when the document is not open. Checks nothing: no rule runs. */
  async of(uri: string, locale: Locale, cancellation: Cancellation): Promise<FileView | undefined> {
    const document = this.documents.get(uri);
    const parsed = this.workspace.texts.peek(uri);
    if (!document || !parsed) return undefined;
    const [mainUri] = await this.workspace.mainsOf(uri, cancellation);
    const dossier = mainUri === undefined ? undefined : await this.#filesOf(mainUri, uri, cancellation);
    const rootUri = folderOf(mainUri ?? uri);
    const head = dossier?.main.dossier?.facts;
    const catalogue = await this.workspace.catalogues.of(rootUri, head, cancellation);
    const common = await this.workspace.portfolios.commonFolder(rootUri, cancellation);
    const { evidence, clock } = this.workspace.ports;
    return {
      uri,
      document,
      parsed,
      dossier,
      rootUri,
      ...(common ? { common } : {}),
      catalogue,
      locale,
      today: clock.today(),
      evidence: (written) => {
        const path = safePiecePath(written);
        return path === undefined ? undefined : evidence.lookup(rootUri, path);
      },
      lastWritten: (written) => {
        const path = safePiecePath(written);
        return path === undefined ? undefined : evidence.lastWritten?.(rootUri, path);
      },
    };
  }

  async #filesOf(mainUri: string, uri: string, cancellation: Cancellation): Promise<DossierFiles | undefined> {
    const main = await this.workspace.texts.get(mainUri, cancellation);
    if (!main) return undefined;
    const fragments = this.analyses.latest(mainUri)?.dossier.fragments.map((file) => file.uri) ?? [];
    const uris = new Set([mainUri, ...fragments, uri]);
    const files = [...uris].flatMap((one) => {
      const parsed = this.workspace.texts.peek(one);
      return parsed ? [{ uri: one, parsed }] : [];
    });
    return { main, mainUri, files };
  }
}
