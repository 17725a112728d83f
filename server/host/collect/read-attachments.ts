import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadAttachment } from '../../core/collect/plan-collect';
import { isTrace, type CollectFault, type TestResult } from '../../core/collect/test-result';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { systemCode } from '../archive/system-error';
import { digestOf, sha256Of } from '../files/digest-of';

/**
 * Reads what a test left. Only what lies in one of the folders that were given counts: a report may come from elsewhere, and
 * what it names is copied into what leaves.
 */
export async function readAttachments(
  { attachments, outcome }: TestResult,
  folder: string,
  allowed: readonly string[],
  faults: CollectFault[],
  cancellation: Cancellation,
  known: KnownFiles,
): Promise<readonly ReadAttachment[]> {
  const read: ReadAttachment[] = [];
  for (const one of attachments) {
    if (isTrace(one)) continue;
    const { source } = one;
    if (source.kind === 'bytes') {
      if (source.bytes.length === 0) faults.push({ path: one.fileName, kind: 'empty' });
      else read.push({ ...one, sha256: sha256Of(source.bytes) });
      continue;
    }
    const fault = (kind: CollectFault['kind']): void => {
      // Nothing of a test that did not pass is sought.
      if (outcome === 'passed') faults.push({ path: shownName(source.path), kind });
    };
    if (source.path.includes('\0')) {
      fault('missing');
      continue;
    }
    const path = await placeOf(source.path, folder, known);
    try {
      const sha256 = await digestOf(path, cancellation, allowed);
      if (sha256 === emptyDigest) fault('empty');
      else read.push({ ...one, source: { kind: 'file', path }, sha256 });
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (error instanceof UnreadableFile) fault(error.fault.kind === 'outside' ? 'outside' : 'missing');
      else if (systemCode(error) === undefined) throw error;
      else fault('missing');
    }
  }
  return read;
}

const emptyDigest = sha256Of('');

/** A path as it can be shown on a line. */
function shownName(path: string): string {
  const text = path.replaceAll(/\p{Cc}+/gu, '\ufffd');
  return text.length <= 300 ? text : `…${text.slice(-299)}`;
}

/** Where the files are that a report names, by the path that it gives: many tests of one report may name the same. */
export type KnownFiles = Map<string, string>;

async function placeOf(written: string, folder: string, known: KnownFiles): Promise<string> {
  let path = known.get(written);
  if (path === undefined) {
    path = (await isThere(written)) ? written : ((await besideReport(written, folder)) ?? written);
    known.set(written, path);
  }
  return path;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

/** A report that came from another machine with its attachments: the file that ends with most of the path it gives. */
async function besideReport(written: string, folder: string): Promise<string | undefined> {
  const parts = written.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from);
    if (end.includes('..')) continue;
    const path = join(folder, ...end);
    if (await isThere(path)) return path;
  }
  return undefined;
}
