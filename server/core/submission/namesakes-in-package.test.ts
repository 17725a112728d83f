import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitResult } from '../../../test/kit/dossier-kit';
import { namesakeCatalogue as catalogue, namesakeDossier } from '../../../test/kit/namesake-catalogue';
import { htmlReport } from '../report/html/page';
import { reportOf } from '../report/report-of';
import { coverageTable, evidenceTable } from '../report/report-tables';
import { depositRecord } from './deposit-record';
import { depositTable } from './deposit-table';
import { stateOfDossier, stateOfRecord } from './filed-state';
import { indexPage } from './index-page';
import type { PackageFacts } from './package-content';
import { submissionPlan } from './plan';

const evidence = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`preuves/${name}.png`, file()]));
const label = 'A.01 (identifiant imprimé deux fois dans le REM ; ici A.01~general)';

describe('entries whose id the REM prints twice, in what leaves', () => {
  let kit: KitResult;
  let facts: PackageFacts;
  before(async () => {
    kit = await analyse([], { main: manifest(namesakeDossier), catalogue, evidence });
    const options = { scope: {}, draft: false, toolVersion: '0.0.0' };
    facts = { analysis: kit.analysis, plan: submissionPlan(kit.analysis), options, written: () => undefined };
  });

  it('have folders of their own', () => {
    const names = facts.plan.evidence.map(({ name }) => name.slice(name.indexOf('/') + 1));
    assert.deepEqual(names.slice(0, 2), [
      'A.01~general/A.01.01~general/A.01.01.01~general – a.png',
      'A.01~bal-per-org/A.01.01~bal-per-org/A.01.01.01~1a2b – b.png',
    ]);
  });

  it('stand in the table under the ids that Convergence knows, with the key beside', () => {
    const { columns, rows } = depositTable(facts);
    const at = (header: string): number => columns.findIndex((column) => column.header === header);
    const [first] = rows;
    assert.deepEqual(
      ['ID', 'N° scénario', 'N° preuve'].map((header) => first?.[at(header)]),
      ['A.01', 'A.01.01', 'A.01.01.01'],
    );
    assert.ok(String(first?.[at('Note')]).startsWith(`${label}\n`));
    const core = rows.at(-1);
    assert.deepEqual([core?.[at('ID')], core?.[at('N° scénario')]], ['A.01', 'SCN.01']);
    assert.equal(first?.[at('Fichier')], facts.plan.evidence[0]?.name);
  });

  it('are in the record by their keys, with the printed ids, and compare as the dossier', () => {
    const record = JSON.parse(depositRecord(facts)) as { identifiants_imprimes: unknown[]; preuves: unknown[] };
    assert.equal(record.identifiants_imprimes.length, 2 + 4 + 3);
    assert.deepEqual(record.identifiants_imprimes[0], { cle: 'A.01~general', identifiant: 'A.01' });
    const filed = stateOfRecord(record);
    assert.deepEqual(
      filed?.proofs.map(({ proof, pieces }) => [proof, pieces.length]),
      stateOfDossier(kit.analysis, () => undefined).proofs.map(({ proof, pieces }) => [proof, pieces.length]),
    );
  });

  it('are not in the record of a REM that prints each id once', async () => {
    const plain = await analyse([], { main: manifest('') });
    const record = depositRecord({ ...facts, analysis: plain.analysis, plan: submissionPlan(plain.analysis) });
    assert.doesNotMatch(record, /identifiants_imprimes/);
  });

  it('are named by printed id and key in the index page and in reports', () => {
    const proof = /A\.01\.01\.01 \(identifiant imprimé deux fois dans le REM ; ici A\.01\.01\.01~1a2b\)/;
    assert.match(indexPage(facts), proof);
    const options = { locale: 'fr', forAns: true, toolVersion: '0', evidenceFile: () => undefined } as const;
    const report = reportOf(kit.analysis, options);
    for (const table of [coverageTable(report), evidenceTable(report)]) {
      assert.ok(table.rows.some((row) => row.includes(label)));
      assert.match(JSON.stringify(table.rows), proof);
    }
    assert.match(htmlReport(report), proof);
    const english = reportOf(kit.analysis, { ...options, locale: 'en' });
    assert.equal(english.idLabel('A.01~general'), 'A.01 (id printed twice in the REM; here A.01~general)');
  });
});
