import type { Clock } from '../core/ports/clock';
import type { WorkspacePorts } from '../core/workspace/workspace';
import { parisClock } from './clock/paris-clock';
import { NodeEvidenceFiles, type NodeEvidenceOptions } from './evidence/node-evidence-files';
import { nodeBuiltInCatalogues } from './files/built-in-catalogues';
import { NodeFiles } from './files/node-files';

export interface NodePortsOptions extends NodeEvidenceOptions {
  readonly clock?: Clock;
  /** Folder of the shipped catalogues; by default beside the running bundle. */
  readonly catalogueFolder?: string;
}

/** What a workspace asks of the machine. */
export interface NodeWorkspacePorts extends WorkspacePorts {
  readonly evidence: NodeEvidenceFiles;
}

/** Files, evidence, clock and catalogues of the machine that this runs on. */
export function nodeWorkspacePorts(options: NodePortsOptions = {}): NodeWorkspacePorts {
  return {
    files: new NodeFiles(),
    evidence: new NodeEvidenceFiles(options),
    clock: options.clock ?? parisClock,
    builtIns: nodeBuiltInCatalogues(options.catalogueFolder),
  };
}
