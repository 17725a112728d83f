import type { Clock } from '../core/ports/clock';
import type { WorkspacePorts } from '../core/workspace/workspace';
import { parisClock } from './clock/paris-clock';
import { ConfinedEvidence } from './evidence/confined-evidence';
import { NodeEvidenceFiles, type NodeEvidenceOptions } from './evidence/node-evidence-files';
import { nodeBuiltInCatalogues } from './files/built-in-catalogues';
import { ConfinedFiles } from './files/confined-files';
import { NodeFiles } from './files/node-files';

export interface NodePortsOptions extends NodeEvidenceOptions {
  readonly clock?: Clock;
  /** Folder of the shipped catalogues; by default beside the running bundle. */
  readonly catalogueFolder?: string;
  /** Folders, absolute and past all links, out of which nothing is read; undefined: wherever the dossiers lead. */
  readonly within?: readonly string[];
}

/** What a workspace asks of the machine. */
export interface NodeWorkspacePorts extends WorkspacePorts {
  readonly evidence: NodeEvidenceFiles;
}

/** Files, evidence, clock and catalogues of the machine that this runs on. */
export function nodeWorkspacePorts(options: NodePortsOptions = {}): NodeWorkspacePorts {
  const { within } = options;
  return {
    files: within ? new ConfinedFiles(new NodeFiles(), within) : new NodeFiles(),
    evidence: within ? new ConfinedEvidence(options, within) : new NodeEvidenceFiles(options),
    clock: options.clock ?? parisClock,
    builtIns: nodeBuiltInCatalogues(options.catalogueFolder),
  };
}
