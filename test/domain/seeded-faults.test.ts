import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { held } from '../kit/seeded/faults-of-volets';
import { swap, type Plant } from '../kit/seeded/plant';
import { SeededDossiers } from '../kit/seeded/check-seeded';
import { cleanTexts } from '../kit/seeded/seeded-manifest';
import { seededFaults, seededFaultsPage } from '../kit/seeded/seeded-faults';

const journal = 'preuves/ins/trace.log';
const message = 'preuves/ins/a31.hl7';

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

  // Two sound neighbours of each: what looks like the fault and is none.
  const twins: readonly (readonly [rule: string, plant: Plant])[] = [
    ...['cda-juste.xml', 'cda-sans-couleur.xml'].flatMap((name) =>
      ['preuve/cda-non-conforme', 'preuve/cda-non-verifie'].map((rule) => [rule, held(name)] as const),
    ),
    ...['page.html', 'compte.html'].map((name) => ['preuve/page-d-erreur', swap(journal, `fautes/${name}`)] as const),
    ...['a31.xml', 'a31-lot.xml'].map((name) => ['preuve/evenement-hl7', swap(message, `fautes/${name}`)] as const),
    ...['produits.json', 'page.html'].map(
      (name) => ['preuve/autre-logiciel', swap(journal, `fautes/${name}`)] as const,
    ),
  ];
  for (const [index, [rule, plant]] of twins.entries()) {
    it(`sound twin ${index + 1}: nothing by ${rule}`, async () => {
      const { findings } = await dossiers.check(plant(cleanTexts));
      assert.deepEqual(
        findings.filter((finding) => finding.rule === rule),
        [],
      );
    });
  }

  it('are listed in docs/seeded-faults.md', () => {
    assert.equal(readFileSync('docs/seeded-faults.md', 'utf8'), seededFaultsPage(seededFaults));
  });
});
