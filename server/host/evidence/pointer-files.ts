import { getFips } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PointerFacts, TrackedFacts } from '../../core/evidence/evidence-file';
import { decodeBytes } from '../files/decode-bytes';
import { UnreadableFile } from '../../core/ports/file-fault';
import { readGuarded } from '../files/guarded-file';
import { outputOf, shellPath } from '../../core/evidence/dvc-stub';
import { mostPointerBytes, type LfsPointer } from '../../core/evidence/lfs-pointer';
import { fileNameOf } from '../../core/text/file-name';
import { lfsPointer } from './lfs-pointer';

/**
 * {@link lfsPointer}, of a file on disk whose size is known.
 * @param within folder, past all links, that the file has to be in
 * @throws UnreadableFile, or the system's error
 */
export async function lfsPointerAt(path: string, size: number, within: string): Promise<LfsPointer | undefined> {
  if (size === 0 || size > mostPointerBytes) return undefined;
  const { bytes } = await readGuarded(path, { within, mostBytes: mostPointerBytes });
  return lfsPointer(bytes, basename(path));
}

/** A `.dvc` file lists one content, perhaps a folder of thousands: far below this. */
const mostStubBytes = 1 << 16;

/**
 * The DVC stub of a file that is not there: `film.mp4.dvc` beside it, or `preuves.dvc` beside a folder it is in.
 * @param path relative to `root`, `/` separated, without `..`
 */
export async function dvcPointer(root: string, path: string): Promise<PointerFacts | undefined> {
  const parts = path.split('/');
  for (let count = parts.length; count > 0; count--) {
    const stub = `${parts.slice(0, count).join('/')}.dvc`;
    const text = await readStub(root, stub);
    const out = text === undefined ? undefined : outputOf(text, parts[count - 1] ?? '');
    if (!out) continue;
    const size = count === parts.length ? out.size : undefined;
    return { kind: 'dvc', fetch: `dvc pull ${shellPath(stub)}`, ...(size === undefined ? {} : { size }) };
  }
  return undefined;
}

/**
 * What DVC tracks under the name of a file that is there.
 * @param stub path of the stub beside the file, relative to `root`, `/` separated, without `..`
 * @returns undefined where the stub says nothing that the file's content can be compared with
 */
export async function dvcTracked(root: string, stub: string): Promise<TrackedFacts | undefined> {
  // Such a system refuses to compute an MD5.
  if (getFips() !== 0) return undefined;
  const path = stub.slice(0, -'.dvc'.length);
  const text = await readStub(root, stub);
  const md5 = text === undefined ? undefined : outputOf(text, fileNameOf(path))?.md5;
  return md5 === undefined
    ? undefined
    : { stub, md5, add: `dvc add ${shellPath(path)}`, fetch: `dvc pull ${shellPath(stub)}` };
}

async function readStub(root: string, stub: string): Promise<string | undefined> {
  try {
    const within = await realpath(root);
    const { bytes } = await readGuarded(join(root, ...stub.split('/')), { within, mostBytes: mostStubBytes });
    return stubText(bytes);
  } catch (error) {
    // No stub, or one that is not to be read: the file is simply not there.
    if (error instanceof UnreadableFile || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** A stub saved by another editor, or in another encoding, says the same. */
function stubText(bytes: Uint8Array): string {
  return decodeBytes(bytes)
    .text.replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}
