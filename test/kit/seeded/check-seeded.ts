import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../../server/core/findings/finding';
import { neverCancelled } from '../../../server/core/ports/cancellation';
import type { EvidenceFiles } from '../../../server/core/ports/evidence-files';
import { rules } from '../../../server/core/rules/registry';
import { Workspace } from '../../../server/core/workspace/workspace';
import { NodeEvidenceFiles } from '../../../server/host/evidence/node-evidence-files';
import { MemoryFiles } from '../memory-files';
import { seededCatalogue } from './seeded-catalogue';
import { cleanEvidence, faultyEvidence } from './seeded-evidence';
import { schemasFolder, strayPath, type SeededTexts } from './seeded-manifest';

/** What was found in a dossier whose texts have marks, and the marked texts. */
export interface SeededResult {
  readonly findings: readonly (Finding & { readonly text: string })[];
  /** Where the marks stand, by URI. */
  readonly marked: readonly { readonly uri: string; readonly start: number; readonly text: string }[];
}

/** The evidence in a folder of the machine, and the dossiers that cite it checked one after the other. */
export class SeededDossiers {
  readonly #rootUri: string;
  readonly #evidence: NodeEvidenceFiles;
  readonly failures: unknown[] = [];

  constructor(folder: string) {
    for (const [path, content] of [...Object.entries(cleanEvidence), ...Object.entries(faultyEvidence)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    writeFileSync(join(folder, strayPath), 'non citée');
    cpSync(join('test', 'fixtures', 'cisis'), join(folder, schemasFolder), { recursive: true });
    this.#rootUri = pathToFileURL(folder).href;
    const onInspectorFailure = (error: unknown) => this.failures.push(error);
    this.#evidence = new NodeEvidenceFiles({ bundleFolder: resolve('dist'), onInspectorFailure });
  }

  /**
   * The evidence, and in its folders only what belongs there: who cites another piece takes the former one away.
   * @param manifests their texts
   */
  #evidenceBeside(manifests: readonly string[], stray: boolean): EvidenceFiles {
    const evidence = this.#evidence;
    const belongs = (path: string) =>
      path === strayPath ? stray : manifests.some((text) => text.toLowerCase().includes(path.toLowerCase()));
    let kept: readonly string[] | undefined;
    return {
      lookup: (rootUri, path) => evidence.lookup(rootUri, path),
      controlCda: (rootUri, folderUri) => {
        evidence.controlCda(rootUri, folderUri);
      },
      scan: (rootUri, paths, cancellation) => evidence.scan(rootUri, paths, cancellation),
      listed: () => kept,
      list: async (rootUri, folders, cancellation) => {
        await evidence.list(rootUri, folders, cancellation);
        kept = evidence.listed(rootUri)?.filter(belongs);
      },
    };
  }

  /** Checks a dossier with every rule, evidence looked at first. */
  async check(texts: SeededTexts): Promise<SeededResult> {
    const marked: SeededResult['marked'][number][] = [];
    const plain = new Map<string, string>();
    const { [strayPath]: strayText, ...manifests } = texts;
    for (const [name, text] of Object.entries(manifests)) {
      const uri = `${this.#rootUri}/${name}`;
      plain.set(uri, unmarked(uri, text, marked));
    }
    const workspace = new Workspace(
      {
        files: new MemoryFiles(plain),
        evidence: this.#evidenceBeside([...plain.values()], strayText !== undefined),
        clock: { today: () => '2026-11-20' },
        builtIns: {
          load: (id) => Promise.resolve(id === seededCatalogue.dispositif.id ? seededCatalogue : undefined),
        },
      },
      rules,
    );
    await workspace.addFolder(this.#rootUri, neverCancelled);
    const [main] = await workspace.mains(neverCancelled);
    assert.ok(main !== undefined);
    const analyse = async () => {
      const analysis = await workspace.analyse(main, neverCancelled);
      assert.ok(analysis);
      return analysis;
    };
    await workspace.scanEvidence(await analyse(), neverCancelled);
    const { findings } = await analyse();
    const text = ({ uri, range }: Finding) => (plain.get(uri) ?? '').slice(range.start, range.end);
    return { findings: findings.map((finding) => ({ ...finding, text: text(finding) })), marked };
  }
}

function unmarked(uri: string, text: string, marked: { uri: string; start: number; text: string }[]): string {
  const [first = '', ...rest] = text.split('⟦');
  let plain = first;
  for (const part of rest) {
    const end = part.indexOf('⟧');
    assert.ok(end >= 0, 'mark not closed');
    marked.push({ uri, start: plain.length, text: part.slice(0, end) });
    plain += part.slice(0, end) + part.slice(end + 1);
  }
  return plain;
}
