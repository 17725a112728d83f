import { createHash } from 'node:crypto';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analysisAfter, joinedEdits } from '../../core/attach/after-edits';
import { slotIds } from '../../core/attach/slots';
import { writeCells, type CellsOutcome } from '../../core/cells/write-cells';
import {
  ledgerAfter,
  planCollect,
  type CollectPlan,
  type ReadAttachment,
  type ReadResult,
} from '../../core/collect/plan-collect';
import { ledgerName, ledgerText, readLedger, type Ledger } from '../../core/collect/ledger';
import { isTrace, type CollectFault, type TestAttachment, type TestResult } from '../../core/collect/test-result';
import type { Analysis } from '../../core/engine/analyse';
import type { Locale } from '../../core/messages/say';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { systemCode } from '../archive/system-error';
import { temporaryPath } from '../archive/temporary-name';
import { parisDay } from '../clock/paris-clock';
import { jsonResults } from '../collect/json-results';
import { junitResults } from '../collect/junit-results';
import { ReaderHere } from '../evidence/reader-here';
import { decodeBytes } from '../files/decode-bytes';
import { walkFiles } from '../files/folder-walk';
import { openGuarded, readGuarded } from '../files/guarded-file';
import { WorkbookError } from '../workbook/workbook-error';
import { withPreparedAttach, type PreparedAttach, type PreparedOutcome, type Source } from './attach';
import { readIfThere } from './read-catalogue-file';
import { writeText } from './write-text';

export interface CollectRequest {
  readonly analysis: Analysis;
  /** Reports, and folders of them, absolute. */
  readonly paths: readonly string[];
  readonly locale: Locale;
  readonly cancellation: Cancellation;
}

export interface PreparedCollect {
  readonly plan: CollectPlan;
  /** Tests of all reports. */
  readonly tests: number;
  readonly faults: readonly CollectFault[];
  /** What becomes of the pieces; absent when there are none. */
  readonly attach?: PreparedOutcome;
  /** Why the pieces of the earlier run can not be taken away. */
  readonly refused?: Exclude<CellsOutcome, { readonly kind: 'planned' }>;
}

/** Copies the files, and writes the manifests unless the editor does. @returns absolute paths of the copies */
export type PutInPlace = (prepared: PreparedAttach, cancellation: Cancellation) => Promise<readonly string[]>;

/** Bytes of a report: those of large suites with pictures inside have some tens of mebibytes. */
const mostReportBytes = 256 * 2 ** 20;
const mostReports = 5_000;
const isReportName = /\.(?:xml|json)$/i;

/**
 * Reads the reports of test runs and works out what they bring. Nothing is written before `use` does.
 * @throws CancelledError, or the system's error
 */
export async function withPreparedCollect<T>(
  request: CollectRequest,
  use: (prepared: PreparedCollect, write: (put: PutInPlace) => Promise<readonly string[]>) => Promise<T>,
): Promise<T> {
  const { analysis, locale, cancellation } = request;
  const main = fileURLToPath(analysis.dossier.main.uri);
  const ledgerPath = join(dirname(main), ledgerName(basename(main)));
  const faults: CollectFault[] = [];
  const ledger = await ledgerAt(ledgerPath, faults);
  const reader = new ReaderHere({});
  const results: ReadResult[] = [];
  try {
    for (const path of await reportsOf(request.paths, cancellation))
      for (const one of await resultsOf(path, request.paths.includes(path), reader, faults, cancellation))
        results.push({ ...one, attachments: await readAttachments(one.attachments, faults, cancellation) });
  } finally {
    await reader.end();
  }
  const plan = planCollect({ dossier: analysis.dossier, results, ledger });
  const found = { plan, tests: results.length, faults };
  const nothing = (): Promise<readonly string[]> => Promise.resolve([]);
  if (plan.pieces.length === 0) return await use(found, nothing);
  const removals = plan.pieces.flatMap(({ slot, replaces }) =>
    replaces ? [{ kind: 'removePiece' as const, slot: slotIds(slot), piece: replaces.piece }] : [],
  );
  const removed = writeCells(analysis, removals, locale);
  if (removed.kind !== 'planned') return await use({ ...found, refused: removed }, nothing);
  const root = await realpath(dirname(main));
  // A suite that writes into the dossier itself has the new content in place already.
  const written = new Set(
    plan.pieces.flatMap(({ attachment: { source } }) => (source.kind === 'file' ? [resolve(source.path)] : [])),
  );
  const freed = plan.pieces.flatMap(({ replaces }) =>
    replaces?.isAlone && !written.has(join(root, ...replaces.entry.path.split('/'))) ? [replaces.entry.path] : [],
  );
  return await withPreparedAttach(
    {
      analysis: analysisAfter(analysis, removed.files),
      sources: plan.pieces.map(sourceOf),
      locale,
      cancellation,
      freed: new Set(freed),
    },
    async (outcome) => {
      if (outcome.kind !== 'prepared') return await use({ ...found, attach: outcome }, nothing);
      const files = joinedEdits(removed.files, outcome.plan.files);
      const attach = { ...outcome, plan: { ...outcome.plan, files } };
      return await use({ ...found, attach }, async (put) => {
        const copies = await putAsideAndPut(attach, freed, put, cancellation);
        const { attachments } = attach.plan;
        const places = plan.pieces.map((_, at) => attachments.find(({ piece }) => piece === at)?.destination);
        await writeText(ledgerPath, ledgerText(ledgerAfter(plan, places)));
        return copies;
      });
    },
  );
}

async function ledgerAt(path: string, faults: CollectFault[]): Promise<Ledger> {
  const bytes = await readIfThere(path);
  if (!bytes) return [];
  const ledger = readLedger(decodeBytes(bytes).text);
  // Without it nothing is known to be ours: nothing is replaced.
  if (!ledger) faults.push({ path, kind: 'ledger' });
  return ledger ?? [];
}

/** The files that were named, and those of folders whose name may be that of a report. */
async function reportsOf(paths: readonly string[], cancellation: Cancellation): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push(path);
      continue;
    }
    const inside: string[] = [];
    for await (const one of walkFiles(path, { enters: () => true }, cancellation))
      if (isReportName.test(one) && inside.length < mostReports) inside.push(join(path, ...one.split('/')));
    found.push(...inside.sort());
  }
  return [...new Set(found)];
}

async function resultsOf(
  path: string,
  isNamed: boolean,
  reader: ReaderHere,
  faults: CollectFault[],
  cancellation: Cancellation,
): Promise<readonly TestResult[]> {
  throwIfCancelled(cancellation);
  const fault = (kind: CollectFault['kind']): readonly TestResult[] => {
    // A folder holds much that is no report.
    if (isNamed) faults.push({ path, kind });
    return [];
  };
  try {
    const { bytes } = await readGuarded(path, { mostBytes: mostReportBytes });
    const tests = await testsIn(path, bytes, cancellation);
    if (tests && tests.length > 0) return tests;
    const { content } = await reader.read(path, cancellation);
    const verdict = content.inspection?.validation;
    if (!verdict) return fault('notReport');
    const { passed, subject, tool } = verdict;
    const fileName = basename(path);
    return [
      {
        tool,
        title: [subject ?? fileName],
        slots: [],
        words: [fileName.slice(0, fileName.length - extname(fileName).length)],
        outcome: passed === undefined ? 'unknown' : passed ? 'passed' : 'failed',
        attachments: [{ name: fileName, fileName, source: { kind: 'file', path } }],
      },
    ];
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof WorkbookError || systemCode(error) !== undefined)
      return fault('unreadable');
    throw error;
  }
}

async function testsIn(
  path: string,
  bytes: Uint8Array,
  cancellation: Cancellation,
): Promise<readonly TestResult[] | undefined> {
  const { text } = decodeBytes(bytes);
  const start = /[^\s\uFEFF]/.exec(text)?.[0];
  if (start === '<') {
    // The first tag tells: an XML of another kind may be large, and is no report of tests.
    const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(0, 64 * 1024))?.[1];
    return root === 'testsuites' || root === 'testsuite' ? await junitResults(path, bytes, cancellation) : undefined;
  }
  if (start !== '{' && start !== '[') return undefined;
  try {
    return jsonResults(path, JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function readAttachments(
  attachments: readonly TestAttachment[],
  faults: CollectFault[],
  cancellation: Cancellation,
): Promise<readonly ReadAttachment[]> {
  const read: ReadAttachment[] = [];
  for (const one of attachments) {
    if (isTrace(one)) continue;
    const { source } = one;
    if (source.kind === 'bytes') {
      read.push({ ...one, sha256: createHash('sha256').update(source.bytes).digest('hex') });
      continue;
    }
    try {
      read.push({ ...one, sha256: await digestOf(source.path, cancellation) });
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (!(error instanceof UnreadableFile) && systemCode(error) === undefined) throw error;
      faults.push({ path: source.path, kind: 'missing' });
    }
  }
  return read;
}

async function digestOf(path: string, cancellation: Cancellation): Promise<string> {
  const { handle } = await openGuarded(path);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(1024 * 1024);
    for (let position = 0; ;) {
      throwIfCancelled(cancellation);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

function sourceOf({ slot, result, attachment }: CollectPlan['pieces'][number]): Source {
  const { started, version } = result;
  const said = {
    ...(started === undefined ? {} : { date: parisDay(new Date(started)) }),
    ...(version === undefined ? {} : { version }),
  };
  const wishes = { wanted: slotIds(slot), said };
  const { source, fileName } = attachment;
  return source.kind === 'bytes'
    ? { kind: 'bytes', name: fileName, bytes: source.bytes, ...wishes }
    : { kind: 'file', path: resolve(source.path), passing: true, ...wishes };
}

/** Puts the old files aside while the new ones come in under their names; they are back if that fails. */
async function putAsideAndPut(
  prepared: PreparedAttach,
  freed: readonly string[],
  put: PutInPlace,
  cancellation: Cancellation,
): Promise<readonly string[]> {
  let copies: readonly string[];
  const aside: { readonly path: string; readonly kept: string }[] = [];
  try {
    for (const written of freed) {
      const path = join(prepared.root, ...written.split('/'));
      const kept = temporaryPath(path);
      try {
        await rename(path, kept);
        aside.push({ path, kept });
      } catch (error) {
        // Somebody took it away already.
        if (systemCode(error) !== 'ENOENT') throw error;
      }
    }
    copies = await put(prepared, cancellation);
  } catch (error) {
    for (const { path, kept } of aside) await rename(kept, path);
    throw error;
  }
  for (const { kept } of aside) await rm(kept, { force: true });
  return copies;
}
