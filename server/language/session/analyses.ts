import type { Analysis } from '../../core/engine/analyse';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';

interface Kept {
  readonly analysis: Analysis;
  readonly today: string;
  /** Whether something that the analysis rests on changed since. */
  stale: boolean;
}

/** What belongs to one manifest file. */
export interface FileAnalyses {
  /** The dossiers that the file belongs to. */
  readonly dossiers: readonly Analysis[];
  /** For a fragment that no dossier names: the file looked at alone. */
  readonly orphan?: Analysis;
}

/** The analyses of the workspace's dossiers, each made once between two changes that concern it. */
export class Analyses {
  readonly #kept = new Map<string, Kept>();
  /** Counts changes: an analysis during which something changed is stale when it is done. */
  #changes = 0;

  constructor(readonly workspace: Workspace) {}

  /** Something that any analysis may rest on changed: a catalogue, a configuration, which manifests there are. */
  changed(): void {
    this.#spoil(() => true);
  }

  /**
   * The text of one manifest changed. This concerns the dossiers in whose folder it is, and those that share a folder
   * with a dossier that it may be part of: what it cites can lie in no other.
   */
  textChanged(uri: string): void {
    const near = new Set([...this.workspace.manifests(), uri].map(folderPrefix).filter((one) => uri.startsWith(one)));
    this.#spoil((rootUri) => {
      const root = prefixOf(rootUri);
      return uri.startsWith(root) || [...near].some((folder) => root.startsWith(folder));
    });
  }

  /** Facts about evidence in a dossier's folder changed. */
  evidenceChanged(rootUri: string): void {
    this.#spoil((one) => one === rootUri);
  }

  /** Undefined when the manifest does not exist. */
  async ofMain(uri: string, cancellation: Cancellation): Promise<Analysis | undefined> {
    const today = this.workspace.ports.clock.today();
    const kept = this.#kept.get(uri);
    if (kept && !kept.stale && kept.today === today) return kept.analysis;
    const changes = this.#changes;
    const analysis = await this.workspace.analyse(uri, cancellation);
    if (analysis) this.#kept.set(uri, { analysis, today, stale: changes !== this.#changes });
    else this.#kept.delete(uri);
    return analysis;
  }

  async ofFile(uri: string, cancellation: Cancellation): Promise<FileAnalyses> {
    const mains = await this.workspace.mainsOf(uri, cancellation);
    const dossiers: Analysis[] = [];
    for (const main of mains) {
      const analysis = await this.ofMain(main, cancellation);
      if (analysis) dossiers.push(analysis);
    }
    if (dossiers.length > 0) return { dossiers };
    const orphan = await this.ofMain(uri, cancellation);
    return orphan ? { dossiers, orphan } : { dossiers };
  }

  /** Every dossier of the workspace, by URI of its main manifest. */
  async all(cancellation: Cancellation): Promise<Analysis[]> {
    const analyses: Analysis[] = [];
    for (const main of await this.workspace.mains(cancellation)) {
      const analysis = await this.ofMain(main, cancellation);
      if (analysis) analyses.push(analysis);
    }
    return analyses;
  }

  /** The latest analysis of a dossier, which an edit may have overtaken. */
  latest(mainUri: string): Analysis | undefined {
    return this.#kept.get(mainUri)?.analysis;
  }

  #spoil(concerns: (rootUri: string) => boolean): void {
    this.#changes++;
    for (const kept of this.#kept.values()) kept.stale ||= concerns(kept.analysis.dossier.rootUri);
  }
}

/** Of URIs in their normal form: what every file in the folder begins with. Parsing them all takes too long for a key. */
function folderPrefix(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function prefixOf(folderUri: string): string {
  return folderUri.endsWith('/') ? folderUri : `${folderUri}/`;
}
