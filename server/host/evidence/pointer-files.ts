import { getFips } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PointerFacts, TrackedFacts } from '../../core/evidence/evidence-file';
import { decodeBytes } from '../files/decode-bytes';
import { UnreadableFile } from '../../core/ports/file-fault';
import { readGuarded } from '../files/guarded-file';
import { readData } from '../../core/text/read-data';
import { fileNameOf } from '../../core/text/file-name';

/** A file that stands for a content kept by Git LFS: what it announces of it. */
export interface LfsPointer {
  /** Lower-case hexadecimal digest of the content. */
  readonly sha256: string;
  /** Bytes of the content. */
  readonly size: number;
  readonly pointer: PointerFacts;
}

/** Git LFS itself takes no larger file for a pointer (git-lfs/docs/spec.md). */
const mostPointerBytes = 1023;

/**
 * Recognises a Git LFS pointer by its text, as its specification (v1) has it: a version, then keys in order, one per
 * line. Anything else is a content like another. Git, editors and PowerShell change line ends, ends of lines and the
 * encoding of a pointer on the way; it stays one.
 * @param name last part of its path, for the command that fetches it
 */
export function lfsPointer(head: Uint8Array, name: string): LfsPointer | undefined {
  if (head.length > mostPointerBytes) return undefined;
  const found =
    /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:ext-\d-[^\n]+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})$/.exec(
      pointerText(head),
    );
  if (!found?.[1] || !found[2]) return undefined;
  const size = Number(found[2]);
  return { sha256: found[1], size, pointer: { kind: 'git-lfs', fetch: lfsCommand(name), size } };
}

/** The lines of a text without what tools put around them. */
function pointerText(head: Uint8Array): string {
  return decodeBytes(head)
    .text.replace(/^\ufeff/, '')
    .replace(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)\s*/g, '\n')
    .trim();
}

/** The include pattern without slash is matched at any depth; names that it would read otherwise fetch everything. */
function lfsCommand(name: string): string {
  return /^[\p{L}\p{N}._ -]+$/u.test(name) ? `git lfs pull --include="${name}"` : 'git lfs pull';
}

/**
 * The same for a file on disk, of a size that is known.
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
    return { kind: 'dvc', fetch: `dvc pull ${quoted(stub)}`, ...(size === undefined ? {} : { size }) };
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
    : { stub, md5, add: `dvc add ${quoted(path)}`, fetch: `dvc pull ${quoted(stub)}` };
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`;
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

interface StubOutput {
  readonly size: number | undefined;
  /** Digest of the content's very bytes; undefined where the stub has none, or one of something else. */
  readonly md5: string | undefined;
}

/** The output of a stub with this name. */
function outputOf(text: string, name: string): StubOutput | undefined {
  const outs = readOutputs(text);
  if (!Array.isArray(outs)) return undefined;
  for (const out of outs as (RawOutput | null)[]) {
    if (out?.path !== name) continue;
    const size = typeof out.size === 'string' && /^\d{1,15}$/.test(out.size) ? Number(out.size) : undefined;
    return { size, md5: digestIn(out) };
  }
  return undefined;
}

interface RawOutput {
  readonly path?: unknown;
  readonly size?: unknown;
  readonly md5?: unknown;
  readonly hash?: unknown;
  readonly cache?: unknown;
}

/**
 * Without `hash: md5` it is a digest of DVC before 3.0, which took the ends of lines of what it held for text as they were
 * not; a folder's ends with `.dir`. With `cache: false` DVC keeps no content that could take the file's place.
 * Source: DVC documentation, “.dvc files” and “Upgrading from DVC 2.x to 3.0”.
 */
function digestIn({ md5, hash, cache }: RawOutput): string | undefined {
  if (hash !== 'md5' || cache === 'false' || typeof md5 !== 'string') return undefined;
  return /^[0-9a-f]{32}$/.test(md5) ? md5 : undefined;
}

function readOutputs(text: string): unknown {
  try {
    const { document } = readData(text);
    if (!document || document.errors.length > 0) return undefined;
    const stub = document.toJS({ maxAliasCount: 0 }) as { outs?: unknown; wdir?: unknown } | null;
    // Told of another folder, they are not beside the stub.
    return stub?.wdir === undefined || stub.wdir === '.' ? stub?.outs : undefined;
  } catch (error) {
    // With aliases: no stub.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
