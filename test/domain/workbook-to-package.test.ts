import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Catalogue, Requirement } from '../../server/core/catalogue/catalogue';
import type { Analysis } from '../../server/core/engine/analyse';
import { newManifest } from '../../server/core/fixes/new-manifest';
import { applicability, concerns } from '../../server/core/status/applicability';
import { filingOf } from '../../server/core/submission/gate';
import { importWorkbook } from '../../server/core/workbook/import-workbook';
import type { Workbook } from '../../server/core/workbook/workbook';
import { readWorkbookFile } from '../../server/host/workbook/read-workbook';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { CorpusChecker } from '../kit/corpus/check-corpus';
import { cataloguePath, corpusDossier } from '../kit/corpus/corpus-dossier';
import { approvalImages, approvals } from '../kit/corpus/corpus-states';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { ourWorkbooks, realWorkbooks, workbooksIn } from '../kit/corpus/workbooks';
import { repeatingWorkbooks } from '../kit/repeating-workbooks';
import { seeded } from '../kit/scrambled-sheet';

/** More profiles than this, and only some of their combinations are tried. */
const mostProfiles = 6;
const sampled = 16;

/** All combinations of a few profiles; of many, none, each alone, all, and a sample with a fixed seed. */
function combinations(profiles: readonly string[]): string[][] {
  if (profiles.length <= mostProfiles) {
    return Array.from({ length: 2 ** profiles.length }, (_, bits) =>
      profiles.filter((_profile, at) => bits & (1 << at)),
    );
  }
  const random = seeded(profiles.length);
  const some = Array.from({ length: sampled }, () => profiles.filter(() => random(2) === 0));
  return [[], [...profiles], ...profiles.map((profile) => [profile]), ...some];
}

/** A row of a workbook as this test reads it, with none of the code under test; what is blank is that of the row above. */
interface PlainRow {
  readonly id: string;
  readonly text: string;
  readonly nature: string;
  readonly profiles: readonly string[];
  readonly chapter: string;
  readonly scenario: string;
  readonly scenarioText: string;
  readonly proofs: readonly (readonly [id: string, text: string])[];
}

const bare = (text: string): string => text.replace(/[\s\u200b]+/g, '');
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const blank = (cell: string | undefined): boolean => /^[\s-]*$/.test(cell ?? '');

/** The rows of the sheets of requirements, found by the names of their columns. */
function plainRows({ sheets }: Workbook): PlainRow[] {
  const rows: PlainRow[] = [];
  for (const sheet of sheets.filter(({ hidden }) => hidden !== true)) {
    const at = sheet.rows.findIndex(({ cells }) => {
      const names = cells.map(plain);
      return names.some((name) => name === 'id' || name === 'n exigence') && names.some((name) => /^profil/.test(name));
    });
    const names = (sheet.rows[at]?.cells ?? []).map(plain);
    const column = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name));
    const columns = {
      id: column(/^(?:id|n exigence)$/),
      text: column(/^(?:exigence|enonce .*)$/),
      nature: column(/^nature/),
      profile: column(/^profils?$/),
      chapter: column(/^chapitre$/) >= 0 ? column(/^chapitre$/) : column(/^section$/),
      scenario: column(/^n[o ]* scenario$/),
      scenarioText: column(/^scenario de conformite$/),
    };
    const proofTexts = names.flatMap((name, i) => (/^preuve(?: \d+)?$/.test(name) ? [i] : []));
    if (at < 0) continue;
    let above: PlainRow | undefined;
    for (const { cells } of sheet.rows.slice(at + 1)) {
      const cell = (i: number, before = ''): string => (i < 0 || blank(cells[i]) ? before : (cells[i] ?? ''));
      const same = blank(cells[columns.id]);
      const before = same ? above : undefined;
      const proofs = proofTexts.flatMap((i): (readonly [string, string])[] => {
        const id = cell(i - 1);
        const text = cell(i);
        if ((id === '' && text === '') || /^(?:na|n a|sans objet|neant|non applicable)$/.test(plain(text || id)))
          return [];
        return [[id === '' ? `column ${i}` : id, text]];
      });
      const row: PlainRow = {
        id: cell(columns.id, before?.id),
        text: cell(columns.text, before?.text),
        nature: cell(columns.nature, before?.nature),
        profiles: cell(columns.profile, before?.profiles.join('\n'))
          .split(/[\n;]/)
          .map((one) => one.trim())
          .filter(Boolean),
        chapter: cell(columns.chapter, before?.chapter),
        scenario: cell(columns.scenario),
        scenarioText: cell(columns.scenarioText),
        proofs,
      };
      if (!/\d/.test(row.id) || plain(row.id) === 'n exigence') continue;
      rows.push(row);
      above = row;
    }
  }
  return rows;
}

function requirementKey({ id, text, nature, profiles, chapter }: PlainRow): string {
  return [
    bare(id).toUpperCase(),
    bare(text),
    plain(nature),
    [...profiles].map(plain).sort().join(),
    bare(chapter),
  ].join('|');
}

/** What a workbook asks for, counted by what its rows say. */
function countOf(rows: readonly PlainRow[]): { requirements: number; scenarios: number; proofs: number } {
  const scenarios = new Set<string>();
  const proofs = new Set<string>();
  for (const row of rows) {
    if (row.scenario === '' && row.scenarioText === '' && row.proofs.length === 0) continue;
    const scenario = [requirementKey(row), bare(row.scenario).toUpperCase(), bare(row.scenarioText)].join('|');
    scenarios.add(scenario);
    for (const [id, text] of row.proofs) proofs.add([scenario, bare(id).toUpperCase(), bare(text)].join('|'));
  }
  return { requirements: new Set(rows.map(requirementKey)).size, scenarios: scenarios.size, proofs: proofs.size };
}

/** Letters and digits of a text, without what formats it. */
function letters(text: string): string {
  return text.replace(/<[a-z/][^<>]*>|&[a-z]+;|_x000d_/gi, '').replace(/[^\p{L}\p{N}]/gu, '');
}

function idsOf({ requirements, coreScenarios }: Catalogue): {
  requirements: string[];
  scenarios: string[];
  proofs: string[];
} {
  const scenarios = [...requirements.flatMap((one) => one.scenarios), ...coreScenarios];
  return {
    requirements: requirements.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
    proofs: scenarios.flatMap(({ proofs }) => proofs.map(({ id }) => id)),
  };
}

const errorsOf = ({ findings }: Analysis): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule, args }) => `${rule} ${JSON.stringify(args)}`);

describe('any workbook gives a dossier that can be filed', function () {
  this.timeout(600_000);
  let samples: SampleEvidence;
  before(async () => {
    samples = await SampleEvidence.read();
  });

  const check = async (workbook: Workbook): Promise<void> => {
    const { catalogue } = importWorkbook(workbook, { dispositif: 'MDV-LGC-Va2', fileName: 'rem.xlsx' });
    const { requirements, scenarios, proofs } = idsOf(catalogue);
    for (const ids of [requirements, scenarios, proofs]) {
      const folded = ids.map((id) => bare(id).toUpperCase());
      assert.equal(new Set(folded).size, ids.length, 'an id is that of two entries');
    }
    const rows = plainRows(workbook);
    const hasNature = rows.some(({ nature }) => nature !== '');
    const checker = new CorpusChecker(catalogue);
    for (const profiles of combinations(catalogue.profiles.filter((profile) => profile !== 'Général'))) {
      const declared = new Set(profiles);
      const text = newManifest({ catalogue, cataloguePath, profiles, locale: 'fr' });
      for (const version of ['1.2', '1.1'] as const) parse(text, { version, uniqueKeys: true, strict: true });
      const asked = letters(text);
      const owed = rows.filter(
        (row) =>
          row.proofs.length > 0 &&
          (!hasNature || /^(?:exigence|obligat)/.test(plain(row.nature))) &&
          row.profiles.some((profile) => profile === 'Général' || declared.has(profile)),
      );
      for (const row of owed) assert.ok(asked.includes(letters(row.text)), `${row.id} ${row.text} ${profiles.join()}`);
      const fresh = await checker.check({ main: text, evidence: new Map() });
      assert.deepEqual(errorsOf(fresh), []);
      assert.ok(filingOf(fresh).blockers.length > 0);

      const applies = (requirement: Requirement): boolean =>
        applicability(requirement, declared) === 'applies' &&
        requirement.scenarios.some((one) => one.proofs.length > 0);
      const filled = corpusDossier(
        {
          catalogue: {
            ...catalogue,
            coreScenarios: catalogue.coreScenarios.filter((scenario) => concerns(scenario, declared)),
          },
          profiles,
          treat: (requirement) => (applies(requirement) ? 'proved' : 'absent'),
          images: approvalImages,
          sections: { agrements: approvals },
        },
        samples,
      );
      const done = await checker.check(filled);
      assert.deepEqual(errorsOf(done), [], profiles.join());
      if (filled.evidence.size > approvalImages.length) {
        assert.deepEqual(
          filingOf(done).blockers.map((one) => JSON.stringify(one)),
          [],
          profiles.join(),
        );
        assert.equal(done.compliance()?.status, 'provided', profiles.join());
      }
    }
  };

  for (const path of [...workbooksIn(ourWorkbooks), ...workbooksIn(realWorkbooks)]) {
    it(basename(path), async () => {
      const { workbook } = await readWorkbookFile(path, neverCancelled);
      await check(workbook);
    });
  }

  for (const path of workbooksIn(realWorkbooks)) {
    it(`${basename(path)} has as many entries as its rows ask for`, async () => {
      const { workbook } = await readWorkbookFile(path, neverCancelled);
      const { read } = importWorkbook(workbook, { dispositif: 'MDV-LGC-Va2', fileName: 'rem.xlsx' }).report;
      const { requirements, scenarios, proofs } = countOf(plainRows(workbook));
      assert.deepEqual([read.requirements, read.scenarios, read.proofs], [requirements, scenarios, proofs]);
    });
  }

  for (const { name, workbook, counts, keys } of repeatingWorkbooks) {
    it(`one that repeats: ${name}`, async () => {
      const { catalogue, report } = importWorkbook(workbook, { dispositif: 'MDV-LGC-Va2', fileName: 'rem.xlsx' });
      const counted = countOf(plainRows(workbook));
      const { read } = report;
      assert.deepEqual([read.requirements, read.scenarios, read.proofs], Object.values(counted));
      assert.deepEqual(
        [read.requirements, read.scenarios + read.coreScenarios, read.proofs + read.coreProofs],
        Object.values(counts),
      );
      const all = Object.values(idsOf(catalogue)).flat();
      assert.deepEqual(all.filter((id) => id.includes('~')).sort(), keys);
      assert.equal(
        report.doubts.some(({ code, rank }) => code === 'numero-en-double' && rank === 'lost'),
        keys.length > 0,
      );
      await check(workbook);
    });

    it(`the same keys, whatever the order of the rows: ${name}`, () => {
      const keysOf = (sheets: Workbook['sheets']): string[] => {
        const { catalogue } = importWorkbook({ sheets }, { dispositif: 'MDV-LGC-Va2', fileName: 'rem.xlsx' });
        return catalogue.requirements
          .flatMap(({ id, text, nature, scenarios }) => [
            `${id} ${bare(text ?? '')} ${nature}`,
            ...scenarios.flatMap((scenario) => [
              `${id} ${scenario.id} ${bare(scenario.text ?? '')}`,
              ...scenario.proofs.map((proof) => `${id} ${scenario.id} ${proof.id} ${bare(proof.expected)}`),
            ]),
          ])
          .concat(
            catalogue.coreScenarios.flatMap((one) => [
              `${one.id} ${one.text ?? ''}`,
              ...one.proofs.map(({ id }) => id),
            ]),
          )
          .sort();
      };
      const random = seeded(7);
      const expected = keysOf(workbook.sheets);
      for (let run = 0; run < 10; run++) {
        const sheets = workbook.sheets.map((sheet) => {
          // A core-business row says what the row above is about.
          if (sheet.rows.some(({ cells }) => cells.some(blank) && cells[2]?.startsWith('SCN') === true)) return sheet;
          const [head, ...rows] = sheet.rows;
          const shuffled = rows
            .map((row) => ({ row, rank: random(1_000_000) }))
            .sort((one, other) => one.rank - other.rank)
            .map(({ row }, i) => ({ ...row, number: i + 2 }));
          return { ...sheet, rows: [...(head ? [head] : []), ...shuffled] };
        });
        assert.deepEqual(keysOf(sheets), expected);
      }
    });
  }
});
