import type { RequestKind } from '../../protocol/request';
import type { Analysis } from '../core/engine/analyse';
import type { EvidenceFile } from '../core/evidence/evidence-file';
import { throwIfCancelled, type Cancellation } from '../core/ports/cancellation';
import { normaliseUri } from '../core/text/uri';
import type { Session } from '../language/session/session';
import { noDossier, refusal, untrusted } from './refusal';

/** What the answer to a request works with. */
export class RequestContext {
  constructor(
    readonly session: Session,
    readonly isTrusted: () => boolean,
    /** Folder of the bundles of the reading threads; by default that of the running one. */
    readonly bundleFolder?: string,
  ) {}

  get locale() {
    return this.session.locale;
  }

  /** @throws a refusal in words where the user did not trust the folder: nothing is written there */
  checkTrust(): void {
    if (!this.isTrusted()) throw refusal(untrusted, this.locale);
  }

  /**
   * The dossier as it was last looked at.
   * @param uri of its main manifest
   */
  async findDossier(uri: string, cancellation: Cancellation): Promise<Analysis | undefined> {
    const analysis = await this.session.analyses.ofMain(normaliseUri(uri), cancellation);
    throwIfCancelled(cancellation);
    return analysis;
  }

  /** The same. @throws a refusal in words when there is none */
  async dossier(uri: string, cancellation: Cancellation): Promise<Analysis> {
    const analysis = await this.findDossier(uri, cancellation);
    if (!analysis) throw refusal(noDossier, this.locale, { uri });
    return analysis;
  }

  /**
   * The dossier that a document belongs to, once the workspace was read; the first of several.
   * @param uri of its main manifest or of a fragment
   */
  async dossierOf(uri: string, cancellation: Cancellation): Promise<Analysis | undefined> {
    await this.session.ready();
    const [main] = await this.session.workspace.mainsOf(normaliseUri(uri), cancellation);
    return main === undefined ? undefined : await this.findDossier(main, cancellation);
  }

  /** What is known of the evidence that a dossier cites, by path. */
  evidenceFileOf({ dossier }: Analysis): (path: string) => EvidenceFile | undefined {
    return (path) => this.session.ports.evidence.lookup(dossier.rootUri, path);
  }
}

/**
 * What answers one kind of request. It rejects with a message in the user's language; `report` tells how far it is to a
 * client that follows.
 */
export type Answer<Kind> =
  Kind extends RequestKind<infer Params, infer Result, infer Progress>
    ? (
        params: Params,
        context: RequestContext,
        cancellation: Cancellation,
        report: (progress: Progress) => void,
      ) => Promise<Result>
    : never;
