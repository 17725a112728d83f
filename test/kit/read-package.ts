import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import { openFileOf } from '../../server/host/archive/node-file-operations';
import { ZipReader } from '../../server/host/archive/zip-reader';
import type { EntryLine } from './other-tools';

/** Text of a file of a package, by its path in the bag. */
export async function textInPackage(path: string, name: string): Promise<string> {
  const handle = await open(path);
  try {
    const reader = await ZipReader.open(openFileOf(handle));
    const entry = reader.entries.find((one) => one.name.slice(one.name.indexOf('/') + 1) === name);
    assert.ok(entry, `${name} is not in the package`);
    return Buffer.from(await reader.read(entry, 2 ** 26)).toString('utf8');
  } finally {
    await handle.close();
  }
}

/** Every entry of a package, in order: `name`, `size` and `crc32`, tab separated. */
export async function packageLines(path: string): Promise<EntryLine[]> {
  const handle = await open(path);
  try {
    const { entries } = await ZipReader.open(openFileOf(handle));
    return entries.map(({ name, size, crc32 }) => `${name}\t${size}\t${crc32}`);
  } finally {
    await handle.close();
  }
}
