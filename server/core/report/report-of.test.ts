import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitResult } from '../../../test/kit/dossier-kit';
import { requirement, smallCatalogue } from '../../../test/kit/small-catalogue';
import { rules } from '../rules/registry';
import { noCounts, sumCounts, totalOf } from '../status/status';
import { statusWords } from '../status/status-words';
import { csvOf } from './csv';
import { htmlReport } from './html/page';
import { markdownReport } from './markdown';
import type { Report, ReportOptions } from './report';
import { reportOf } from './report-of';
import { coverageTable, evidenceTable, reportTables, summaryLine } from './report-tables';

const digest = 'a'.repeat(64);
const other = 'b'.repeat(64);
const main = manifest(`agrements:
  - { teleservice: DMP, statut: Pré-examen, date: 2026-10-20, note_interne: SECRET-4 }
exigences:
  INS/va1.56:
    commentaire: Voir le film.
    note_interne: SECRET-1
    scenarios:
      INS/va1.56.02:
        note_interne: SECRET-2
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/film.mp4
              titre: =Le <film> & "co"
              sha256: ${digest}
              date: 2026-11-02
              version: 12.4.0
              note_interne: SECRET-3
              revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }
            - { fichier: preuves/change.mp4, sha256: ${other}, revue: { par: B, le: 2026-11-03, avis: suffisante } }
            - { fichier: preuves/absent.mp4 }
            - { fichier: ../dehors.mp4 }
          INS/va1.56.02.02:
            - { lien: "https://interop.referencement.esante.gouv.fr/x?a=1&b=2", revue: { par: B, le: 2026-11-03, avis: insuffisante } }
          INS/inconnue.01:
            - { fichier: preuves/film.mp4 }
  SSI/GEN.06:
    non_applicable: { justification: "Pas d'hébergement.", declaration: preuves/declaration.pdf }
chapitres:
  Pro Santé Connect: { statut: soumis, le: 2026-11-09 }
`);
const evidence = {
  'preuves/film.mp4': file({ size: 1234, sha256: digest }),
  'preuves/change.mp4': file({ sha256: digest }),
  'preuves/absent.mp4': { state: 'absent' },
  'preuves/declaration.pdf': { state: 'absent' },
} as const;

const optionsFor = (forAns: boolean, locale: 'fr' | 'en' = 'fr'): ReportOptions => ({
  locale,
  forAns,
  toolVersion: '0.0.0',
  evidenceFile: (path) => (Object.hasOwn(evidence, path) ? evidence[path as keyof typeof evidence] : undefined),
});

const everyFormat = (report: Report): string[] => [
  htmlReport(report),
  markdownReport(report),
  csvOf(coverageTable(report), { separator: ',', byteOrderMark: false }),
  JSON.stringify(reportTables(report)),
];

describe('report', () => {
  let kit: KitResult;
  let report: Report;
  before(async () => {
    kit = await analyse(rules, { main, evidence });
    report = reportOf(kit.analysis, optionsFor(false));
  });

  it('has the figures of the tree: as a whole, by chapter, and the same total by domain', () => {
    const state = kit.analysis.compliance();
    assert.ok(state);
    assert.deepEqual(report.figures, { status: state.status, counts: state.counts });
    for (const { name, status, counts } of state.chapters) {
      const shown = report.chapters.find((one) => one.name === name);
      assert.deepEqual(shown?.counts ?? sumCounts([]), counts);
      if (shown) assert.equal(shown.status, status);
    }
    for (const groups of [report.chapters, report.domains]) {
      assert.deepEqual(sumCounts(groups.map(({ counts }) => counts)), state.counts);
    }
    assert.ok(totalOf(state.counts) > 0);
    assert.equal(report.chapters.find(({ name }) => name === 'Pro Santé Connect')?.ansState, 'soumis, 2026-11-09');
  });

  it('tells « intacte » from « jugée suffisante »', () => {
    assert.deepEqual(
      report.evidence.map(({ value, integrity, review }) => [value, integrity, review?.judgement]),
      [
        ['preuves/film.mp4', 'intact', 'sufficient'],
        ['preuves/change.mp4', 'changed', 'stale'],
        ['preuves/absent.mp4', 'missing', 'notReviewed'],
        ['../dehors.mp4', 'notRead', 'notReviewed'],
        ['https://interop.referencement.esante.gouv.fr/x?a=1&b=2', 'notAFile', 'insufficient'],
        ['preuves/film.mp4', 'notPinned', 'notReviewed'],
      ],
    );
    assert.equal(report.evidence.at(-1)?.status, undefined, 'under an unknown proof it counts for nothing');
  });

  it('has a line for every expected proof and every requirement that concerns the dossier', () => {
    const table = coverageTable(report);
    const proofs = new Set(report.coverage.flatMap((row) => row.proofs.map(({ id }) => id)));
    const text = JSON.stringify(table.rows);
    for (const id of proofs) assert.ok(text.includes(JSON.stringify(id)), id);
    for (const { id } of report.coverage) assert.ok(text.includes(JSON.stringify(id)), id);
    assert.equal(evidenceTable(report).rows.length, report.evidence.length);
    assert.deepEqual(
      report.notApplicable.map(({ id, declarationFound }) => [id, declarationFound]),
      [['SSI/GEN.06', false]],
    );
  });

  it('shows notes of the team and findings inside the house only', () => {
    assert.match(everyFormat(report).join('\n'), /SECRET-1[^]*SECRET-3/);
    assert.ok(report.findings && report.findings.list.length > 0);
    const outside = reportOf(kit.analysis, optionsFor(true));
    assert.ok(!('findings' in outside));
    for (const text of [...everyFormat(outside), JSON.stringify(outside)]) {
      assert.ok(!text.includes('SECRET'));
      assert.ok(!text.includes('Note interne'));
      for (const word of ['A. Martin', '2026-11-03', 'sufficient', 'jugée', 'Jugée', 'Revue', 'dehors']) {
        assert.ok(!text.includes(word), word);
      }
    }
  });

  it('makes a page that fetches nothing, runs nothing and tells no state by colour alone', () => {
    for (const locale of ['fr', 'en'] as const) {
      const page = htmlReport(reportOf(kit.analysis, optionsFor(false, locale)));
      assert.match(page, new RegExp(`<html lang="${locale}">`));
      assert.match(page, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/);
      assert.doesNotMatch(page, /<script|<link|<img|@import|url\((?!#)|\son\w+=/);
      assert.doesNotMatch(page, /<film>/);
      const charts = page.match(/<svg class="bar[^]*?<\/svg>/g) ?? [];
      assert.ok(charts.length > 3);
      for (const chart of charts) assert.match(chart, /role="img".*<title id=.*<desc id=/);
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, 'ids are unique');
      for (const [, id] of page.matchAll(/(?:href="#|url\(#)([^")]+)/g)) assert.ok(ids.includes(id), id);
    }
  });

  it('says what is not known instead of counting it', async () => {
    const { analysis } = await analyse(rules, { main, evidence, catalogue: null });
    const unknown = reportOf(analysis, optionsFor(false));
    assert.equal(unknown.figures, undefined);
    assert.equal(unknown.evidence.length, 6, 'evidence is listed all the same');
    for (const page of everyFormat(unknown)) assert.ok(page.length > 0);
    assert.match(htmlReport(unknown), /n’est pas connu/);
  });

  it('lists what is required without proof, and says what covers the rest, in every format', async () => {
    const bare = requirement('A.01', [], { text: 'Énoncé nu' });
    const catalogue = { ...smallCatalogue, requirements: [...smallCatalogue.requirements, bare] };
    const { analysis } = await analyse(rules, { main, evidence, catalogue });
    const of = reportOf(analysis, optionsFor(true));
    assert.deepEqual(of.withoutProof, [{ chapter: 'Identité nationale de santé', id: 'A.01', text: 'Énoncé nu' }]);
    assert.deepEqual(of.chapters.find(({ name }) => name === 'DRIMbox')?.uncounted, [
      '1 couverte par un scénario cœur de métier',
    ]);
    for (const text of everyFormat(of)) {
      assert.match(text, /exigée, sans preuve attendue par le REM/);
      assert.match(text, /couverte par SCN\\?_DB\/CO\.01 \(à fournir\)/);
      assert.match(text, /inconnue/);
    }
    assert.match(htmlReport(of), /<section id="sans-preuve">[^]*A\.01[^]*Énoncé nu/);
    assert.match(htmlReport(of), /<use href="#m-requiredWithoutProof"\/>/);
    assert.match(markdownReport(of), /## Exigées, sans preuve attendue\n[^]*\| A\.01 \| Énoncé nu \|/);
    assert.match(htmlReport(reportOf(analysis, optionsFor(true, 'en'))), /required, no proof expected by the REM/);
    assert.deepEqual(report.withoutProof, []);
    assert.doesNotMatch(htmlReport(report), /id="sans-preuve"/);
  });

  it('has a mark for every state, and never says all or nothing of a part', () => {
    const page = htmlReport(report);
    for (const status of Object.keys(statusWords)) assert.ok(page.includes(`<symbol id="m-${status}"`), status);
    const line = (provided: number, toProvide: number) =>
      summaryLine({ ...report, figures: { status: 'toProvide', counts: { ...noCounts, provided, toProvide } } });
    assert.match(line(1, 999), / 1 %$/);
    assert.match(line(999, 1), / 99 %$/);
    assert.match(line(3, 0), / 100 %$/);
    assert.match(line(0, 3), / 0 %$/);
    assert.doesNotMatch(line(0, 0), /%/);
    assert.match(summaryLine({ ...report, figures: { status: 'unknown', counts: noCounts } }), /n’est pas connu/);
  });

  it('is the same twice, and names its columns in the language asked for', () => {
    assert.deepEqual(everyFormat(report), everyFormat(reportOf(kit.analysis, optionsFor(false))));
    const english = evidenceTable(reportOf(kit.analysis, optionsFor(false, 'en')));
    const headers = english.columns.map(({ header }) => header);
    assert.ok(headers.includes('Intact') && headers.includes('Judged sufficient'));
  });
});
