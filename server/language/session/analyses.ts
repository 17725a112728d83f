import type { Analysis } from '../../core/dossier/analyse';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';

interface Kept {
  readonly analysis: Analysis;
  readonly generation: number;
  readonly today: string;
}

/** What belongs to one manifest file. */
export interface FileAnalyses {
  /** The dossiers that the file belongs to. */
  readonly dossiers: readonly Analysis[];
  /** For a fragment that no dossier names: the file looked at alone. */
  readonly orphan?: Analysis;
}

/** The analyses of the workspace's dossiers, each made once between two changes. */
export class Analyses {
  readonly #kept = new Map<string, Kept>();
  #generation = 0;

  constructor(readonly workspace: Workspace) {}

  /** Something that an analysis may rest on changed. */
  changed(): void {
    this.#generation++;
  }

  /** Undefined when the manifest does not exist. */
  async ofMain(uri: string, token: Cancellation): Promise<Analysis | undefined> {
    const generation = this.#generation;
    const today = this.workspace.ports.clock.today();
    const kept = this.#kept.get(uri);
    if (kept?.generation === generation && kept.today === today) return kept.analysis;
    const analysis = await this.workspace.analyse(uri, token);
    if (analysis) this.#kept.set(uri, { analysis, generation, today });
    else this.#kept.delete(uri);
    return analysis;
  }

  async ofFile(uri: string, token: Cancellation): Promise<FileAnalyses> {
    const mains = await this.workspace.mainsOf(uri, token);
    const dossiers: Analysis[] = [];
    for (const main of mains) {
      const analysis = await this.ofMain(main, token);
      if (analysis) dossiers.push(analysis);
    }
    if (dossiers.length > 0) return { dossiers };
    const orphan = await this.ofMain(uri, token);
    return orphan ? { dossiers, orphan } : { dossiers };
  }

  /** Every dossier of the workspace, by URI of its main manifest. */
  async all(token: Cancellation): Promise<Analysis[]> {
    const analyses: Analysis[] = [];
    for (const main of await this.workspace.mains(token)) {
      const analysis = await this.ofMain(main, token);
      if (analysis) analyses.push(analysis);
    }
    return analyses;
  }

  /** The latest analysis of a dossier, which an edit may have overtaken. */
  latest(mainUri: string): Analysis | undefined {
    return this.#kept.get(mainUri)?.analysis;
  }
}
