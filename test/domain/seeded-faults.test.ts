import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededDossiers } from '../kit/seeded/check-seeded';
import { cleanTexts } from '../kit/seeded/seeded-manifest';
import { seededFaults, seededFaultsPage } from '../kit/seeded/seeded-faults';

describe('seeded faults', () => {
  let folder = '';
  let dossiers: SeededDossiers;

  before(() => {
    assert.ok(existsSync('dist/pdf-worker.js'), 'build first: PDF evidence is read by dist/pdf-worker.js');
    folder = mkdtempSync(join(tmpdir(), 'segur-preuves-seeded-'));
    dossiers = new SeededDossiers(folder);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are not in the dossier without fault', async () => {
    const { findings } = await dossiers.check(cleanTexts);
    assert.deepEqual(
      findings.map(({ rule, message, text }) => ({ rule, message, text })),
      [],
    );
    assert.deepEqual(dossiers.failures, []);
  });

  it('are at least sixty, of many rules', () => {
    assert.ok(seededFaults.length >= 60);
    assert.ok(new Set(seededFaults.map(({ rule }) => rule)).size >= 50);
  });

  for (const [index, { rule, message, fault, plant, also = [] }] of seededFaults.entries()) {
    it(`${index + 1}. ${fault}: ${rule}`, async () => {
      const { findings, marked } = await dossiers.check(plant(cleanTexts));
      const found = findings.filter((finding) => finding.rule === rule);
      assert.deepEqual(
        found.map(({ uri, range, text, message: key }) => ({ uri, start: range.start, text, message: key })),
        marked.map((place) => ({ ...place, message })),
        findings.map((finding) => `${finding.rule} ${finding.message} ${finding.text}`).join('\n'),
      );
      assert.equal(found.length, 1);
      const others = new Set(findings.filter((finding) => finding.rule !== rule).map((finding) => finding.rule));
      assert.deepEqual([...others].sort(), [...also].sort());
    });
  }

  it('are listed in docs/seeded-faults.md', () => {
    assert.equal(readFileSync('docs/seeded-faults.md', 'utf8'), seededFaultsPage(seededFaults));
  });
});
