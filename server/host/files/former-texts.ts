import { spawn } from 'node:child_process';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { quietGit } from '../git/quiet-git';

/** Revisions that are looked at, the newest. */
const mostRevisions = 30;
/** Files of all of them together. */
const mostTexts = 300;
/** Bytes of what git says at once; what comes after is left out. */
const mostBytes = 64 * 1024 * 1024;
const patienceMs = 10_000;
const lookMs = 50;

/** What some files held when they were committed. */
export interface FormerRevision {
  /** As git abbreviates it. */
  readonly commit: string;
  /** `YYYY-MM-DD`, as whoever committed it had it. */
  readonly on: string;
  /** Names of the contents, by which {@link formerContents} gives them. */
  readonly blobs: readonly string[];
}

/**
 * The commits that changed some files, the newest first. None where the folder is in no git work tree, or git is not there,
 * refuses or does not answer in time.
 * @param paths relative to `folder`, `/` separated
 * @throws CancelledError
 */
export async function formerRevisions(
  folder: string,
  paths: readonly string[],
  cancellation: Cancellation,
): Promise<readonly FormerRevision[]> {
  const format = ['--format=%x01%h%x09%cs', '--raw', '--no-abbrev', '--no-renames', '--diff-filter=AM'];
  const plain = ['--no-color', '--no-ext-diff', `--max-count=${String(mostRevisions)}`];
  const said = await askGit(folder, ['log', ...format, ...plain, '--', ...paths], '', cancellation);
  return said
    .toString('utf8')
    .split('\u0001')
    .flatMap((part): FormerRevision[] => {
      const [, commit, on] = /^([0-9a-f]+)\t(\d{4}-\d\d-\d\d)\n/.exec(part) ?? [];
      const blobs = [...part.matchAll(/^:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40,64}) [AM]\t/gm)].map(([, blob = '']) => blob);
      return commit === undefined || on === undefined ? [] : [{ commit, on, blobs }];
    });
}

/** What some contents were, as they were committed; without those that are not here. @throws CancelledError */
export async function formerContents(
  folder: string,
  blobs: readonly string[],
  cancellation: Cancellation,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (blobs.length === 0) return contents;
  const asked = blobs.slice(0, mostTexts);
  const said = await askGit(folder, ['cat-file', '--batch'], `${asked.join('\n')}\n`, cancellation);
  for (let at = 0; at < said.length;) {
    const end = said.indexOf(10, at);
    if (end < 0) break;
    const [blob = '', kind, size] = said.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    const stop = at + Number(size);
    if (!(stop < said.length)) break;
    contents.set(blob, said.subarray(at, stop));
    // A line end follows each.
    at = stop + 1;
  }
  return contents;
}

/**
 * What the folder's settings of git could make it run, or fetch, is switched off: it only reads what is there.
 * @returns nothing where git is not there or fails
 */
function askGit(folder: string, args: readonly string[], input: string, cancellation: Cancellation): Promise<Buffer> {
  throwIfCancelled(cancellation);
  const { args: all, ...around } = quietGit(folder, args);
  return new Promise((resolve, reject) => {
    const child = spawn('git', all, {
      ...around,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    let isCut = false;
    const cut = (): void => {
      isCut = true;
      child.kill();
    };
    const patience = setTimeout(cut, patienceMs);
    const look = setInterval(() => {
      if (cancellation.isCancellationRequested) child.kill();
    }, lookMs);
    const done = (result: () => void): void => {
      clearTimeout(patience);
      clearInterval(look);
      result();
    };
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostBytes) cut();
      else parts.push(part);
    });
    // It ended before it read all: its end says so.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    // It is not there, or may not be run.
    child.on('error', () => {
      done(() => {
        resolve(Buffer.alloc(0));
      });
    });
    child.on('close', (code) => {
      done(() => {
        if (cancellation.isCancellationRequested) reject(new CancelledError());
        else resolve(code === 0 || isCut ? Buffer.concat(parts) : Buffer.alloc(0));
      });
    });
  });
}
