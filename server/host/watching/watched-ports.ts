import { parisClock } from '../clock/paris-clock';
import type { NodeEvidenceOptions } from '../evidence/node-evidence-files';
import { nodeBuiltInCatalogues } from '../files/built-in-catalogues';
import { NodeFiles } from '../files/node-files';
import type { NodeWorkspacePorts } from '../node-workspace-ports';
import { LookedAt } from './looked-at';
import { WatchedEvidence } from './watched-evidence';
import { WatchedFiles } from './watched-files';

/** The machine's ports for a run that checks again and again: what was read and has not changed is not read again. */
export interface WatchedPorts {
  readonly ports: NodeWorkspacePorts & { readonly evidence: WatchedEvidence };
  readonly lookedAt: LookedAt;
}

export function watchedPorts(options: NodeEvidenceOptions): WatchedPorts {
  const lookedAt = new LookedAt();
  const files = new WatchedFiles(new NodeFiles(), lookedAt);
  const evidence = new WatchedEvidence(options, lookedAt);
  return { lookedAt, ports: { files, evidence, clock: parisClock, builtIns: nodeBuiltInCatalogues() } };
}
