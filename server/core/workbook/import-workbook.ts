import { cellAt } from './cell-at';
import { shippedRegimes, type RegimeRules } from '../regimes/regime-rules';
import type { Catalogue, Dispositif, Domain, Requirement } from '../catalogue/catalogue';
import { compact } from '../catalogue/compact';
import { domainById } from './domain-of-section';
import { EntryKeys } from './entry-keys';
import { RequirementFinisher, type KnownColumns } from './finish-requirements';
import { Doubts, type ChapterCount, type ImportReport, type SheetReport } from './import-report';
import { detectLayout, type Layout } from './layout';
import { CoreRows } from './read-core-rows';
import { RequirementRows, type RowCounts } from './read-requirement-rows';
import { ReferenceResolver } from './requirement-id';
import { wholeRow } from './row-cells';
import { tellRemarks } from './tell-remarks';
import { uniteCoreScenarios } from './unite-core-scenarios';
import { uniteRequirements } from './unite-requirements';
import { columnLetters, type Sheet, type Workbook } from './workbook';

export interface ImportOptions {
  /** Dispositif of the REM, or its id alone; see guessDispositif for the one a file name tells. */
  readonly dispositif: Dispositif | string;
  /** Version of the REM as the user gives it. */
  readonly version?: string;
  /** Name of the workbook file, without folder. */
  readonly fileName: string;
  /** Of the workbook file, lower-case hexadecimal. */
  readonly sha256?: string;
  /** With those of a team's data packages; what ships where there are none. */
  readonly regimes?: RegimeRules;
}

export interface ImportedWorkbook {
  /** State `complet`; without any requirement when no sheet is a REM (the report says what each sheet is). */
  readonly catalogue: Catalogue;
  readonly report: ImportReport;
}

/**
 * Turns an official REM workbook into a catalogue. Layouts are found by header names: wave 1, wave 2, Convergence
 * import, core-business scenarios. Nothing is dropped in silence: every non-empty row of a sheet is either read or in
 * the report with its content, and what was unsure is kept as written and reported.
 */
export function importWorkbook(workbook: Workbook, options: ImportOptions): ImportedWorkbook {
  const { regimes = shippedRegimes } = options;
  const doubts = new Doubts();
  const requirementRows = new RequirementRows(doubts, regimes);
  const coreRows = new CoreRows(doubts, regimes);
  const layouts = new Map(workbook.sheets.map((sheet) => [sheet, detectLayout(sheet)]));
  const onlyHidden = workbook.sheets.every((sheet) => sheet.hidden === true || layouts.get(sheet) === undefined);

  const sheets = workbook.sheets.map((sheet): SheetReport => {
    const layout = layouts.get(sheet);
    if (layout === undefined || (sheet.hidden === true && !onlyHidden)) return leftAside(sheet, layout);
    if (sheet.hidden === true) doubts.add('feuille-masquee', { sheet: sheet.name, row: layout.header.number }, '');
    const preamble = sheet.rows.filter((row) => row.number < layout.header.number);
    for (const row of preamble) doubts.add('texte-avant-entete', { sheet: sheet.name, row: row.number }, wholeRow(row));
    tellRemarks(sheet, layout, doubts);
    const counts =
      layout.name === 'coeur-de-metier' ? coreRows.read(sheet, layout) : requirementRows.read(sheet, layout);
    return sheetReport(sheet, layout, counts, preamble.length);
  });

  const read = [...layouts.values()].filter((layout) => layout !== undefined);
  const drafts = uniteRequirements(requirementRows.drafts, doubts, regimes);
  const coreDrafts = uniteCoreScenarios(coreRows.drafts, doubts);
  const someProfile = drafts.some(({ profiles }) => profiles.length > 0);
  const columns = { ...knownColumns(read), profile: someProfile };
  const finisher = new RequirementFinisher(doubts, columns, new EntryKeys(drafts, coreDrafts, doubts), regimes);
  const requirements = drafts.map((draft) => finisher.finish(draft));
  const references = new ReferenceResolver(requirements);
  const coreScenarios = coreDrafts.map((draft) => finisher.coreScenario(draft, references));

  const someProof =
    requirements.some((one) => proofCount(one) > 0) || coreScenarios.some((one) => one.proofs.length > 0);
  const [firstRead] = sheets.filter((sheet) => sheet.headerRow !== undefined);
  if (firstRead?.headerRow !== undefined && requirements.length > 0 && !someProof)
    doubts.add('aucune-preuve', { sheet: firstRead.name, row: firstRead.headerRow }, '');
  if (firstRead?.headerRow !== undefined && requirements.length > 0 && !someProfile)
    doubts.add('aucun-profil', { sheet: firstRead.name, row: firstRead.headerRow }, '');

  const catalogue = compact<Catalogue>({
    dispositif: typeof options.dispositif === 'string' ? dispositifOf(options.dispositif, regimes) : options.dispositif,
    version: options.version,
    state: 'complet',
    source: options.fileName,
    imported: compact<NonNullable<Catalogue['imported']>>({
      file: options.fileName,
      sheets: sheets.filter((sheet) => sheet.ignored === undefined).map((sheet) => sheet.name),
      sha256: options.sha256,
    }),
    domains: domainsOf(requirements),
    chapters: [...new Set(requirements.map((requirement) => requirement.chapter))].map((name) => ({ name })),
    profiles: [...new Set([...requirements, ...coreScenarios].flatMap((entry) => entry.profiles))],
    requirements,
    coreScenarios,
  });
  const report: ImportReport = {
    read: {
      requirements: requirements.length,
      scenarios: sum(requirements, (requirement) => requirement.scenarios.length),
      proofs: sum(requirements, proofCount),
      coreScenarios: coreScenarios.length,
      coreSteps: sum(coreScenarios, (scenario) => scenario.steps.length),
      coreProofs: sum(coreScenarios, (scenario) => scenario.proofs.length),
      perChapter: perChapter(catalogue),
    },
    sheets,
    doubts: doubts.inOrder(workbook.sheets.map((sheet) => sheet.name)),
  };
  return { catalogue, report };
}

function leftAside(sheet: Sheet, layout: Layout | undefined): SheetReport {
  return {
    name: sheet.name,
    hidden: sheet.hidden === true,
    ignored: layout === undefined ? 'autre-contenu' : 'masquee',
    rows: { nonEmpty: sheet.rows.length, header: 0, preamble: 0, read: 0, unread: 0 },
    otherColumns: [],
  };
}

function sheetReport(sheet: Sheet, layout: Layout, counts: RowCounts, preamble: number): SheetReport {
  const rows = { nonEmpty: sheet.rows.length, ...counts, preamble };
  const accounted = rows.header + rows.preamble + rows.read + rows.unread;
  if (accounted !== rows.nonEmpty) {
    throw new Error(`sheet ${sheet.name}: ${accounted} rows accounted for, ${rows.nonEmpty} in the sheet`);
  }
  const under = sheet.rows.filter((row) => row.number > layout.header.number);
  return {
    name: sheet.name,
    hidden: sheet.hidden === true,
    layout: layout.name,
    headerRow: layout.header.number,
    rows,
    otherColumns: layout.unknown.map(({ column, header }) => ({
      column: columnLetters(column),
      header,
      filled: under.filter((row) => cellAt(row, column).trim() !== '').length,
    })),
  };
}

function knownColumns(layouts: readonly Layout[]): Omit<KnownColumns, 'profile'> {
  const has = (...fields: readonly string[]): boolean =>
    layouts.some(
      (layout) =>
        layout.name !== 'coeur-de-metier' && [...layout.fields.keys()].some((field) => fields.includes(field)),
    );
  return { nature: has('nature'), chapter: has('chapter', 'section') };
}

function dispositifOf(id: string, regimes: RegimeRules): Dispositif {
  return compact<Dispositif>({ id, wave: regimes.waveOf(id) });
}

function domainsOf(requirements: readonly Requirement[]): Domain[] {
  return [...new Set(requirements.map((requirement) => requirement.domain))].map(domainById);
}

function perChapter({ chapters, requirements }: Catalogue): ChapterCount[] {
  return chapters.map(({ name }) => {
    const own = requirements.filter((requirement) => requirement.chapter === name);
    return {
      chapter: name,
      requirements: own.length,
      scenarios: sum(own, (requirement) => requirement.scenarios.length),
      proofs: sum(own, proofCount),
    };
  });
}

function proofCount(requirement: Requirement): number {
  return sum(requirement.scenarios, (scenario) => scenario.proofs.length);
}

function sum<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((total, one) => total + count(one), 0);
}
