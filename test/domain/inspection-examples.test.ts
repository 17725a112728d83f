import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { Inspection } from '../../server/core/evidence/inspection';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { detectType } from '../../server/host/evidence/content-signature';
import { evidenceInspectors } from '../../server/host/inspection/evidence-inspectors';
import { memorySource } from '../../server/host/inspection/evidence-source';
import { inspectEvidence } from '../../server/host/inspection/inspect-evidence';
import { createPdfReader } from '../../server/host/inspection/pdf-reader';
import { mutations } from '../../server/host/inspection/testing/mutations';

const examples = join(process.cwd(), 'examples/moncabinet/preuves');
const published = join(process.cwd(), '../shared/data/evidence');
const pdfScript = join(process.cwd(), 'dist/pdf-worker.js');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('inspectEvidence on the examples', () => {
  const reader = createPdfReader(pdfScript);
  const failures: unknown[] = [];
  const setting = {
    inspectors: evidenceInspectors(reader),
    now: () => 0,
    onFailure: (error: unknown) => failures.push(error),
  };
  async function inspect(name: string, content: Uint8Array): Promise<Inspection> {
    const detected = await detectType(content);
    return inspectEvidence(memorySource(content, { name, ...(detected && { detected }) }), setting, neverCancelled);
  }
  const example = (path: string): Promise<Inspection> => inspect(path, readFileSync(join(examples, path)));

  before(function () {
    // Only built with the rest: see esbuild.js.
    if (!existsSync(pdfScript)) this.skip();
  });
  after(() => reader.dispose());
  afterEach(() => {
    assert.deepEqual(failures.splice(0), []);
  });

  it('reads every piece of the example dossier, whole and without damage', async () => {
    for (const path of filesUnder(examples)) {
      const facts = await inspect(path, readFileSync(path));
      assert.deepEqual([facts.damage, facts.partial], [undefined, undefined], path);
      assert.notDeepEqual(facts, {}, path);
    }
  }).timeout(20_000);

  it('reads what each kind has to say', async () => {
    const letter = await example('mssante/20261104_Lettre_de_liaison_PAT-TROIS_DOMINIQUE.pdf');
    assert.deepEqual(
      [letter.pdf?.pages, letter.pdf?.textLayer, letter.pdf?.pdfA],
      [1, true, { part: 1, conformance: 'B' }],
    );
    assert.deepEqual(letter.identifiers, [{ value: '279035121518989', where: 'page 1' }]);
    const { video } = await example('psc/PSC.01.01.01-mode-web.mp4');
    assert.deepEqual(video, { duration: 2.5, tracks: [{ kind: 'video', codec: 'avc1', width: 800, height: 500 }] });
    const { image } = await example('cnda/agrement-dmp.png');
    assert.deepEqual(image, { width: 960, height: 600, blank: false });
    const { csv } = await example('securite/SSI-GEN.09.01.01-matrice-flux.csv');
    assert.deepEqual([csv?.delimiter, csv?.rows, csv?.unevenRows], [';', 7, []]);
    const journal = await example('dmp/DMP-UX.50.01.02-td02-td03.log');
    assert.equal(journal.text?.firstDate, '2026-11-03T10:41:07');
    assert.deepEqual(journal.identifiers, [{ value: '279035121518989', line: 2 }]);
  });

  it('reads the published messages and documents (of ../shared/data/evidence, when it is there)', async function () {
    if (!existsSync(published)) this.skip();
    for (const path of filesUnder(published)) {
      const facts = await inspect(path, readFileSync(path));
      assert.deepEqual([facts.damage, facts.partial], [undefined, undefined], path);
      assert.ok(facts.cda ?? facts.hl7, path);
    }
  }).timeout(20_000);

  it('survives damage to each piece', async () => {
    for (const path of filesUnder(examples)) {
      for (const damaged of mutations(readFileSync(path), 5)) {
        await inspect(path, damaged);
        assert.deepEqual(failures, [], relative(examples, path));
      }
    }
  }).timeout(60_000);
});
