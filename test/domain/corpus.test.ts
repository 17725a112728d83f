import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { safeEdits } from '../../server/core/engine/safe-edits';
import { applyChanges } from '../../server/core/fixes/verified';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { rules } from '../../server/core/rules/registry';
import { normaliseUri } from '../../server/core/text/uri';
import { Workspace } from '../../server/core/workspace/workspace';
import { nodeWorkspacePorts } from '../../server/host/node-workspace-ports';
import { CorpusChecker } from '../kit/corpus/check-corpus';
import { cataloguePath, corpusDossier, corpusToday, type CorpusDossier } from '../kit/corpus/corpus-dossier';
import { corpusStates } from '../kit/corpus/corpus-states';
import { olderVersion } from '../kit/corpus/older-version';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { bareSnapshot, fullSnapshot, matchesFile } from '../kit/corpus/snapshot';
import { catalogueOf, ourWorkbooks as ours, realWorkbooks as real, workbooksIn } from '../kit/corpus/workbooks';
import { mainUri } from '../kit/dossier-kit';
import { planOf } from '../kit/revision-kit';

/**
 * What the rules find in dossiers in every state. A rule that changes shows as a difference in these files. What real
 * workbooks say is not copied: rules, places and ids only.
 */
const snapshots = join('test', 'domain', 'corpus');

/** The dossier after its safe fixes, as `check --fix` applies them. */
async function mended(dossier: CorpusDossier, checker: CorpusChecker): Promise<CorpusDossier> {
  let { main } = dossier;
  for (let pass = 0; pass < 10; pass++) {
    const edits = safeEdits(await checker.check({ ...dossier, main }), rules).get(mainUri);
    if (!edits) return { ...dossier, main };
    main = applyChanges(main, edits);
  }
  throw new Error('the fixes go round in circles');
}

describe('findings in a corpus of dossiers', function () {
  this.timeout(60_000);
  let samples: SampleEvidence;
  before(async () => {
    samples = await SampleEvidence.read();
  });

  const inEveryState = async (path: string, snapshot: typeof fullSnapshot): Promise<string> => {
    const catalogue = await catalogueOf(path);
    const checker = new CorpusChecker(catalogue);
    let text = '';
    for (const { name, make } of corpusStates) text += snapshot(name, await checker.check(make(catalogue, samples)));
    return text;
  };
  const fileOf = (path: string) => join(snapshots, `${basename(path, '.xlsx')}.txt`);

  for (const path of workbooksIn(ours)) {
    it(`of our workbook ${basename(path)}`, async () => {
      matchesFile(fileOf(path), await inEveryState(path, fullSnapshot));
    });
  }

  for (const path of workbooksIn(real)) {
    it(`of the real workbook ${basename(path)}`, async () => {
      matchesFile(fileOf(path), await inEveryState(path, bareSnapshot));
    });
  }
  if (workbooksIn(real).length === 0) it(`of real workbooks: there is no ${real}`);

  const overARevision = async (before: Catalogue, after: Catalogue, snapshot: typeof fullSnapshot): Promise<string> => {
    const { main, evidence } = corpusDossier({ catalogue: before }, samples);
    const head = { dispositif: after.dispositif.id, catalogue: cataloguePath };
    const checker = new CorpusChecker(after);
    const { texts } = planOf({ texts: { [mainUri]: main }, before, after, head });
    return (
      snapshot('complet, vérifié avec le nouveau REM', await checker.check({ main, evidence })) +
      snapshot('le même, migré', await checker.check({ main: texts[mainUri] ?? '', evidence }))
    );
  };

  it('that moves from one of our workbooks to the next', async () => {
    const [older, newer] = [await catalogueOf(join(ours, 'vague1.xlsx')), await catalogueOf(join(ours, 'vague2.xlsx'))];
    const text =
      (await overARevision(older, newer, fullSnapshot)) +
      (await overARevision(olderVersion(older), older, fullSnapshot));
    matchesFile(join(snapshots, 'migration.txt'), text);
  });

  const draft = join(real, 'rem-lgc-vague2-brouillon.xlsx');
  if (existsSync(draft)) {
    it('that moves from an older version of a real workbook to it, and from wave 1 to wave 2', async () => {
      const [waveOne, waveTwo] = [await catalogueOf(join(real, 'rem-lgc-vague1.xlsx')), await catalogueOf(draft)];
      const text =
        (await overARevision(waveOne, waveTwo, bareSnapshot)) +
        (await overARevision(olderVersion(waveTwo), waveTwo, bareSnapshot));
      matchesFile(join(snapshots, 'rem-lgc-migration.txt'), text);
    });
  }

  for (const path of [...workbooksIn(ours), ...workbooksIn(real)]) {
    it(`that safe fixes mend once and for all: ${basename(path)}`, async () => {
      const catalogue = await catalogueOf(path);
      const checker = new CorpusChecker(catalogue);
      for (const { name, make } of corpusStates.filter(({ mendable }) => mendable)) {
        const dossier = make(catalogue, samples);
        const once = await mended(dossier, checker);
        const before = new Set(dossier.main.split('\n'));
        assert.deepEqual(
          [...before].filter((line) => !once.main.split('\n').includes(line)),
          [],
          name,
        );
        const after = await checker.check(once);
        assert.equal(safeEdits(after, rules).size, 0, name);
        const owed = new Set(['exigence/sans-empreinte', 'preuve/empreinte-absente']);
        assert.deepEqual(
          after.findings.filter(({ rule }) => owed.has(rule)),
          [],
          name,
        );
      }
    });
  }

  it('of the examples', async () => {
    const ports = nodeWorkspacePorts({
      clock: { today: () => corpusToday },
      bundleFolder: resolve('dist'),
      catalogueFolder: resolve('dist/catalogues'),
    });
    const workspace = new Workspace(ports, rules);
    await workspace.addFolder(normaliseUri(pathToFileURL(resolve('examples')).toString()), neverCancelled);
    let text = '';
    for (const uri of await workspace.mains(neverCancelled)) {
      const first = await workspace.analyse(uri, neverCancelled);
      if (first) await workspace.scanEvidence(first, neverCancelled);
      const analysis = await workspace.analyse(uri, neverCancelled);
      if (analysis) text += fullSnapshot(basename(uri), analysis);
    }
    matchesFile(join(snapshots, 'examples.txt'), text);
  });
});
