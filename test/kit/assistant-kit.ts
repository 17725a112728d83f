import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { callTool, toolNamed, type Called } from '../../server/cli/assistant/call';
import { Folders } from '../../server/cli/assistant/folders';
import type { SessionOptions } from '../../server/cli/assistant/session';
import { neverCancelled, type Cancellation } from '../../server/core/ports/cancellation';
import type { Locale } from '../../server/core/messages/say';
import { nodeWorkspacePorts } from '../../server/host/node-workspace-ports';

/** The assistant over some folders, without its protocol. */
export async function assistantOver(
  folders: readonly string[],
  { notes = false, locale = 'fr' }: { readonly notes?: boolean; readonly locale?: Locale } = {},
): Promise<(name: string, given?: Readonly<Record<string, unknown>>, cancellation?: Cancellation) => Promise<Called>> {
  const found = await Folders.of(folders.map((path) => realpathSync(path)));
  assert.ok(!('bad' in found));
  const ports = nodeWorkspacePorts({ within: found.roots, catalogueFolder: 'dist/catalogues' });
  const options: SessionOptions = { folders: found, ports, locale, notes };
  return (name, given = {}, cancellation = neverCancelled) => {
    const tool = toolNamed(name);
    assert.ok(tool, name);
    return callTool(tool, given, options, cancellation);
  };
}

/** Everything in a folder: names, kinds, contents and times of writing. */
export function snapshotOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (path: string): void => {
    const status = lstatSync(path);
    const name = relative(folder, path);
    if (status.isSymbolicLink()) found[name] = `link ${readlinkSync(path)}`;
    else if (status.isDirectory()) {
      found[name] = 'folder';
      for (const child of readdirSync(path)) visit(join(path, child));
    } else {
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      found[name] = `${digest} ${status.mtimeMs} ${status.mode}`;
    }
  };
  visit(folder);
  return found;
}

/** A string of an answer: where it stands, and whether it is quoted. */
export interface AnsweredText {
  readonly at: string;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Every string of an answer, keys included. */
export function textsOf(value: unknown, at = ''): AnsweredText[] {
  if (typeof value === 'string') return [{ at, text: value, isQuoted: at.endsWith('.quoted') }];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    { at: `${at}.${key} (key)`, text: key, isQuoted: false },
    ...textsOf(one, `${at}.${key}`),
  ]);
}
