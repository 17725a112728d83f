import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PointerFacts } from '../../core/evidence/evidence-file';
import { NestingError, parseBoundedYaml } from '../../core/text/bounded-yaml';

/** A file that stands for a content kept by Git LFS: what it announces of it. */
export interface LfsPointer {
  /** Lower-case hexadecimal digest of the content. */
  readonly sha256: string;
  /** Bytes of the content. */
  readonly size: number;
  readonly pointer: PointerFacts;
}

/** Git LFS itself takes no larger file for a pointer (git-lfs/docs/spec.md). */
export const mostPointerBytes = 1023;

/**
 * Recognises a Git LFS pointer by its text, as its specification (v1) has it: a version, then keys in order, one per
 * line. Anything else is a content like another.
 * @param name last part of its path, for the command that fetches it
 */
export function lfsPointer(head: Uint8Array, name: string): LfsPointer | undefined {
  if (head.length > mostPointerBytes) return undefined;
  const text = Buffer.from(head).toString('utf8');
  const found =
    /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:ext-\d-[^\n]+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/.exec(
      text,
    );
  if (!found?.[1] || !found[2]) return undefined;
  const size = Number(found[2]);
  return { sha256: found[1], size, pointer: { kind: 'git-lfs', fetch: lfsCommand(name), size } };
}

/** The include pattern without slash is matched at any depth; names that it would read otherwise fetch everything. */
function lfsCommand(name: string): string {
  return /^[\p{L}\p{N}._ -]+$/u.test(name) ? `git lfs pull --include="${name}"` : 'git lfs pull';
}

/** The same for a file on disk, of a size that is known. @throws the system's error */
export async function lfsPointerAt(path: string, size: number): Promise<LfsPointer | undefined> {
  return size > 0 && size <= mostPointerBytes ? lfsPointer(await readFile(path), basename(path)) : undefined;
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
    const text = await readStub(join(root, ...stub.split('/')));
    const out = text === undefined ? undefined : outputOf(text, parts[count - 1] ?? '');
    if (!out) continue;
    const command = /^[\w./-]+$/.test(stub) ? `dvc pull ${stub}` : `dvc pull "${stub.replace(/["\\$`]/g, '\\$&')}"`;
    const size = count === parts.length ? out.size : undefined;
    return { kind: 'dvc', fetch: command, ...(size === undefined ? {} : { size }) };
  }
  return undefined;
}

async function readStub(path: string): Promise<string | undefined> {
  try {
    const status = await stat(path);
    return status.isFile() && status.size <= mostStubBytes ? await readFile(path, 'utf8') : undefined;
  } catch (error) {
    // No stub, or one that cannot be read: the file is simply not there.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The output of a stub with this name. */
function outputOf(text: string, name: string): { readonly size: number | undefined } | undefined {
  const outs = readOutputs(text);
  if (!Array.isArray(outs)) return undefined;
  for (const out of outs as ({ path?: unknown; size?: unknown } | null)[]) {
    if (out?.path !== name) continue;
    const size = typeof out.size === 'string' && /^\d{1,15}$/.test(out.size) ? Number(out.size) : undefined;
    return { size };
  }
  return undefined;
}

function readOutputs(text: string): unknown {
  try {
    const [document] = parseBoundedYaml(text, { schema: 'failsafe' });
    if (!document || document.errors.length > 0) return undefined;
    return (document.toJS({ maxAliasCount: 0 }) as { outs?: unknown } | null)?.outs;
  } catch (error) {
    // Nested beyond reason, or with aliases: no stub.
    if (error instanceof NestingError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}
