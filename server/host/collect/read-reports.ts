import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ReadResult } from '../../core/collect/plan-collect';
import type { CollectFault, TestResult } from '../../core/collect/test-result';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { systemCode } from '../archive/system-error';
import { ReaderHere } from '../evidence/reader-here';
import { decodeBytes } from '../files/decode-bytes';
import { walkFiles } from '../files/folder-walk';
import { readGuarded } from '../files/guarded-file';
import { WorkbookError } from '../workbook/workbook-error';
import { jsonResults } from './json-results';
import { junitResults } from './junit-results';
import { readAttachments, type KnownFiles } from './read-attachments';

/** Bytes of a report: those of large suites with pictures inside have some tens of mebibytes. */
const mostReportBytes = 256 * 2 ** 20;
const mostReports = 5_000;
const isReportName = /\.(?:xml|json)$/i;

/**
 * Reads the tests that reports tell of, with what each left.
 * @param paths reports and folders of them, absolute
 * @param within further folders in which attachments may lie, absolute
 * @throws CancelledError, or the system's error for a path that is not there
 */
export async function readReports(
  paths: readonly string[],
  within: readonly string[],
  cancellation: Cancellation,
): Promise<{ readonly results: readonly ReadResult[]; readonly faults: readonly CollectFault[] }> {
  const faults: CollectFault[] = [];
  const reader = new ReaderHere({});
  const results: ReadResult[] = [];
  try {
    for (const path of await reportsOf(paths, cancellation)) {
      const allowed = await realPaths([dirname(path), ...within, ...paths]);
      const known: KnownFiles = new Map();
      for (const one of await resultsOf(path, paths.includes(path), reader, faults, cancellation))
        results.push({
          ...one,
          report: path,
          attachments: await readAttachments(one, dirname(path), allowed, faults, cancellation, known),
        });
    }
  } finally {
    await reader.end();
  }
  return { results, faults };
}

async function realPaths(paths: readonly string[]): Promise<readonly string[]> {
  return await Promise.all(paths.map((path) => realpath(path)));
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
