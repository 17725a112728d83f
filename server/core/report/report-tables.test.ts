import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import type { CdaControl } from '../evidence/cda-control';
import type { Locale } from '../messages/say';
import { rules } from '../rules/registry';
import { htmlReport } from './html/page';
import { reportOf } from './report-of';
import { coverageTable, evidenceTable, reportTables } from './report-tables';
import { table, type ReportTable } from './table';

const main = manifest(`agrements:
  - { teleservice: DMP, statut: Agréé, piece: preuves/agrement.pdf }
  - { teleservice: INSi, statut: Agréé }
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: preuves/a.png }
            - { declaration: preuves/b.pdf }
            - { lien: "https://exemple.fr/1" }
            - { lien: "javascript:alert(1)" }
            - { execution: 7 }
            - { titre: Sans pièce }
            - { fichier: "" }
  SSI/GEN.06: { non_applicable: { justification: Sans objet, declaration: preuves/c.pdf } }
  INS/va1.30: { non_applicable: { justification: Sans objet } }
scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01: [ { fichier: preuves/cda.zip } ]
`);
const control: CdaControl = {
  ...{ folder: 'f'.repeat(64), document: 'd'.repeat(64), failures: [], unverified: [] },
  volet: { name: 'VAC_2023.01', sha256: 'e'.repeat(64), assertions: 12, notEvaluable: 0, applied: 7, failed: 3 },
};
const evidence = { 'preuves/cda.zip': file({ inspection: { cdaControls: [control] } }), 'preuves/c.pdf': file() };

interface Asked {
  readonly locale?: Locale;
  readonly forAns?: boolean;
  readonly catalogue?: Catalogue;
  readonly text?: string;
}

async function made({ locale = 'fr', forAns = false, catalogue = smallCatalogue, text = main }: Asked = {}) {
  const { analysis } = await analyse(rules, { main: text, evidence, catalogue });
  const evidenceFile = (path: string) => evidence[path as keyof typeof evidence];
  return reportOf(analysis, { locale, forAns, toolVersion: '0.0.0', evidenceFile });
}

/** Where the cells of one column lead to, row by row. */
function targets(of: ReportTable, header: string): unknown[] {
  const column = of.columns.findIndex((one) => one.header === header);
  assert.ok(column >= 0, `no column ${header}`);
  return of.rows.map((_, row) => of.target(row, column));
}

describe('tables of a report', () => {
  it('lead to files and addresses of the web, and nowhere else', async () => {
    const report = await made();
    assert.deepEqual(targets(evidenceTable(report), 'Pièce'), [
      { kind: 'file', path: 'preuves/a.png' },
      { kind: 'file', path: 'preuves/b.pdf' },
      { kind: 'web', url: 'https://exemple.fr/1' },
      ...[undefined, undefined, undefined, undefined],
      { kind: 'file', path: 'preuves/cda.zip' },
    ]);
    const named = (title: string) => reportTables(report).find((one) => one.title === title) ?? assert.fail(title);
    assert.deepEqual(targets(named('Agréments'), 'Pièce'), [{ kind: 'file', path: 'preuves/agrement.pdf' }, undefined]);
    assert.deepEqual(targets(named('Non applicable'), 'Déclaration'), [
      { kind: 'file', path: 'preuves/c.pdf' },
      undefined,
    ]);
    const places = targets(named('Constats'), 'Emplacement');
    for (const place of places) assert.equal((place as { readonly uri: string }).uri, mainUri);
  });

  it('lead to a core-business scenario by its own id, under no requirement', async () => {
    const report = await made();
    const own = { kind: 'entry', scenario: 'SCN_DB/CO.01' };
    const matrix = coverageTable(report);
    const at = matrix.rows.findIndex((cells) => cells.includes('SCN_DB/CO.01'));
    const led = matrix.columns.map((_, column) => matrix.target(at, column)).filter((one) => one?.kind === 'entry');
    assert.deepEqual(led, [own, own, { ...own, proof: 'SCN_DB/CO.01.01.01' }]);
    const pieces = evidenceTable(report);
    assert.equal(targets(pieces, 'Exigence').at(-1), undefined);
    assert.deepEqual(targets(pieces, 'Exigence')[0], { kind: 'entry', requirement: 'INS/va1.56' });
    assert.deepEqual(targets(pieces, 'Preuve').at(-1), { ...own, proof: 'SCN_DB/CO.01.01.01' });
    assert.equal(pieces.target(99, 0), undefined);
    assert.equal(pieces.share(99), undefined);
    assert.equal(table('', [['', 1, String]], [1]).share(0), undefined);
  });

  it('tell what schemas said of a document beside that piece alone, and to the team alone', async () => {
    const said = /VAC_2023\.01/;
    for (const locale of ['fr', 'en'] as const) {
      const report = await made({ locale });
      const pieces = evidenceTable(report);
      const column = pieces.columns.findIndex(({ header }) => /^(Contrôle|CDA) /.test(header));
      const cells = pieces.rows.map((cells) => cells[column]);
      assert.match(String(cells.at(-1)), said);
      assert.ok(cells.slice(0, -1).every((cell) => cell === ''));
      assert.match(htmlReport(report), said);
      const outside = await made({ locale, forAns: true });
      assert.doesNotMatch(htmlReport(outside) + JSON.stringify(reportTables(outside)), said);
    }
    const without = await made({ text: main.replace('cda.zip', 'autre.zip') });
    assert.ok(!evidenceTable(without).columns.some(({ header }) => /^(Contrôle|CDA) /.test(header)));
    assert.doesNotMatch(htmlReport(without), /VAC_2023\.01/);
  });

  it('name a domain and a type that no list has as the catalogue does', async () => {
    const odd = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01', ['parchemin'])])], {
      domain: 'ailleurs',
    });
    const report = await made({
      catalogue: { ...smallCatalogue, requirements: [...smallCatalogue.requirements, odd] },
    });
    const row = report.coverage.find(({ id }) => id === 'A.01');
    assert.deepEqual([row?.domain, row?.proofs[0]?.types], ['ailleurs', ['parchemin']]);
    assert.equal(report.domains.find(({ name }) => name === 'ailleurs')?.requirements, 1);
  });
});
