import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { systemCode } from '../archive/system-error';
import { sha256Of } from '../files/digest-of';
import { walkFiles } from '../files/folder-walk';
import { readGuarded } from '../files/guarded-file';

/** Folders of ANS's repository that a control reads; nothing else of the user's folder is looked at. */
const readFolders = ['schematrons', 'jeuxDeValeurs', 'infrastructure'];
const readExtension = /\.(?:sch|xml|xsd)$/i;
/** ANS's repository has some three thousand. */
const mostFiles = 20_000;
const mostFileBytes = 16 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;

/** The user's folder of schemas, as it was read at one moment: bytes by path, and one digest of them all. */
export interface ControlFolder {
  /** As the user named it, absolute. */
  readonly path: string;
  /** SHA-256 over the paths and digests of all files, in lower-case hexadecimal. */
  readonly digest: string;
  /** Paths relative to the folder, `/` separated, sorted; with the SHA-256 of each. */
  readonly files: ReadonlyMap<string, string>;
}

/** Paths of the files that are read, with what tells whether one changed. */
async function listed(folder: string, cancellation: Cancellation): Promise<string[]> {
  const paths: string[] = [];
  const enters = (path: string): boolean => readFolders.includes(path.split('/', 1)[0] ?? '');
  // Links are left: what is read lies in the folder that the user named.
  for await (const path of walkFiles(folder, { enters, links: false }, cancellation)) {
    if (!readExtension.test(path) || !enters(path)) continue;
    paths.push(path);
    if (paths.length >= mostFiles) break;
  }
  return paths.sort();
}

/** Digest of a folder that is none, or has no schematron. */
export const noFolder = '';

/** What the last look at each folder told, and the stamp that makes it stay true. */
const known = new Map<string, { readonly stamp: string; readonly folder: ControlFolder }>();

/**
 * Looks at a folder laid out as ANS's repository of CDA tests. Files that did not change since the last look are not read.
 * @returns undefined when it is no folder or has no schematron
 * @throws CancelledError
 */
export async function lookAtControlFolder(
  path: string,
  cancellation: Cancellation,
): Promise<ControlFolder | undefined> {
  const paths = await listed(path, cancellation);
  if (!paths.some((file) => /^schematrons\/[^/]+\.sch$/i.test(file))) return undefined;
  const stamps = await Promise.all(
    paths.map(async (file) => {
      const status = await stat(join(path, file), { bigint: true });
      return `${file} ${status.size} ${status.mtimeNs} ${status.ino}`;
    }),
  );
  const stamp = sha256Of(stamps.join('\n'));
  const before = known.get(path);
  if (before?.stamp === stamp) return before.folder;
  const files = new Map<string, string>();
  const reader = await controlFiles(path);
  let total = 0;
  for (const file of paths) {
    throwIfCancelled(cancellation);
    const bytes = await reader.read(file);
    if (bytes === undefined || (total += bytes.length) > mostBytes) continue;
    files.set(file, sha256Of(bytes));
  }
  const digest = createHash('sha256');
  for (const [file, sha256] of files) digest.update(`${file}\0${sha256}\n`);
  const folder = { path, digest: digest.digest('hex'), files };
  known.set(path, { stamp, folder });
  return folder;
}

/** Reads files of the user's folder, and of no other. */
export interface ControlFiles {
  /** @returns undefined where there is none, or one that is not to be read */
  read(path: string): Promise<Buffer | undefined>;
}

export async function controlFiles(folder: string): Promise<ControlFiles> {
  const within = await realpath(folder);
  return {
    read: async (path) => {
      try {
        return (await readGuarded(join(folder, path), { within, mostBytes: mostFileBytes })).bytes;
      } catch (error) {
        if (error instanceof UnreadableFile || systemCode(error) !== undefined) return undefined;
        throw error;
      }
    },
  };
}
