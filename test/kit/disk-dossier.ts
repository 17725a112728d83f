import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import type { Analysis } from '../../server/core/engine/analyse';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { rules } from '../../server/core/rules/registry';
import { normaliseUri } from '../../server/core/text/uri';
import { Workspace } from '../../server/core/workspace/workspace';
import { nodeWorkspacePorts } from '../../server/host/node-workspace-ports';
import { smallCatalogue } from './small-catalogue';

/** The catalogue that {@link DiskDossier} gives to each dossier. */
export const catalogueText = writeCatalogue(smallCatalogue);

/** A main manifest measured against `catalogue.rem.yaml`, around what a test is about. */
export function diskManifest(body: string): string {
  return `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: catalogue.rem.yaml
  profils: [BAL PER-ORG]
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: MonCabinet
  version: 12.4.0
${body}`;
}

/** One piece of evidence for the proof INS/va1.56.01.01 for each line. */
export function diskEvidence(...items: readonly string[]): string {
  return diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${items.map((item) => `            - ${item}\n`).join('')}`);
}

/** A dossier in a folder of its own, with room beside it for packages. */
export class DiskDossier {
  readonly base = realpathSync(mkdtempSync(join(tmpdir(), 'segur-dossier-')));
  readonly root = join(this.base, 'dossier');
  /** Where packages go. */
  readonly out = join(this.base, 'out');

  constructor(manifest: string, evidence: Readonly<Record<string, string | Uint8Array>> = {}) {
    mkdirSync(this.out);
    this.write('main.preuves.yaml', manifest);
    this.write('catalogue.rem.yaml', catalogueText);
    for (const [path, content] of Object.entries(evidence)) this.write(path, content);
  }

  path(name: string): string {
    return join(this.root, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** Checked, with its evidence looked at. */
  analyse(): Promise<Analysis> {
    return analyseOnDisk(this.path('main.preuves.yaml'), { clock: { today: () => '2026-11-20' } });
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}

/** Checks a dossier on disk, with its evidence looked at. @param main path of its main manifest */
export async function analyseOnDisk(
  main: string,
  options: Parameters<typeof nodeWorkspacePorts>[0],
): Promise<Analysis> {
  const workspace = new Workspace(nodeWorkspacePorts(options), rules);
  const uriOf = (path: string): string => normaliseUri(pathToFileURL(path).toString());
  await workspace.addFolder(uriOf(dirname(main)), neverCancelled);
  const first = await workspace.analyse(uriOf(main), neverCancelled);
  assert.ok(first);
  await workspace.scanEvidence(first, neverCancelled);
  const analysis = await workspace.analyse(uriOf(main), neverCancelled);
  assert.ok(analysis);
  return analysis;
}
