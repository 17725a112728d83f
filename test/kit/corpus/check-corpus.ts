import assert from 'node:assert/strict';
import type { Catalogue } from '../../../server/core/catalogue/catalogue';
import { configurationFile } from '../../../server/core/configuration/configuration';
import { writeCatalogue } from '../../../server/core/catalogue/write-catalogue';
import type { Analysis } from '../../../server/core/engine/analyse';
import { neverCancelled } from '../../../server/core/ports/cancellation';
import { rules } from '../../../server/core/rules/registry';
import { Workspace } from '../../../server/core/workspace/workspace';
import { mainUri, rootUri } from '../dossier-kit';
import { MemoryFiles } from '../memory-files';
import { cataloguePath, corpusToday, type CorpusDossier } from './corpus-dossier';

/** Checks dossiers of the corpus with every rule, one after the other, against a catalogue that is read from its file. */
export class CorpusChecker {
  readonly #texts: Map<string, string>;
  readonly #workspace: Workspace;
  #evidence: CorpusDossier['evidence'] = new Map();

  /** @param configuration text of the `segur.config.yaml` beside the manifest */
  constructor(catalogue: Catalogue, configuration?: string) {
    this.#texts = new Map([[`${rootUri}/${cataloguePath}`, writeCatalogue(catalogue)]]);
    if (configuration !== undefined) this.#texts.set(`${rootUri}/${configurationFile}`, configuration);
    this.#workspace = new Workspace(
      {
        files: new MemoryFiles(this.#texts),
        evidence: {
          lookup: (_root, path) => this.#evidence.get(path) ?? { state: 'absent' },
          scan: () => Promise.resolve(),
          listed: () => undefined,
          list: () => Promise.resolve(),
        },
        clock: { today: () => corpusToday },
        builtIns: { load: () => Promise.resolve(undefined) },
      },
      rules,
    );
  }

  async check({ main, evidence }: CorpusDossier): Promise<Analysis> {
    this.#texts.set(mainUri, main);
    this.#evidence = evidence;
    this.#workspace.texts.forget(mainUri);
    this.#workspace.evidenceChanged();
    await this.#workspace.addFolder(rootUri, neverCancelled);
    const analysis = await this.#workspace.analyse(mainUri, neverCancelled);
    assert.ok(analysis);
    return analysis;
  }
}
