import syncFs from 'node:fs';
import fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { sep } from 'node:path';
import known from './file-calls.json';

/** What a disk answers when a call fails. */
export const faultCodes = ['ENOENT', 'EACCES', 'EIO', 'ENOSPC', 'EMFILE', 'EBUSY', 'EXDEV'] as const;
export type FaultCode = (typeof faultCodes)[number];

type Call = (...args: unknown[]) => unknown;
type Callable = Record<string, Call>;

const functions = [...known.reading, ...known.changing];
const methods = [...known.ofOpenFile.reading, ...known.ofOpenFile.changing];

/** What an open file can answer: a name is not looked for again. */
export const handleCodes: readonly FaultCode[] = ['EIO', 'ENOSPC', 'EBUSY'];

export interface FaultWanted {
  /** Calls that name a file under it are counted, others left alone. */
  readonly base: string;
  /** Of the counted calls, from 0; none fails when there are fewer. */
  readonly at: number;
  readonly code: FaultCode;
}

/** Runs something while each read gives a third of what is asked for, later than it might. @returns how many were made short */
export async function withShortReads(work: () => Promise<void>): Promise<number> {
  let short = 0;
  const third = (length: unknown): number => {
    if (typeof length !== 'number' || length < 3) return Number(length);
    short++;
    return Math.ceil(length / 3);
  };
  const probe = await fs.open(process.execPath);
  const handle = Object.getPrototypeOf(probe) as Callable;
  await probe.close();
  const sync = syncFs as unknown as Callable;
  const [read, readSync] = [handle['read'] as Call, sync['readSync'] as Call];
  handle['read'] = async function (this: object, ...args) {
    await new Promise((resolve) => setImmediate(resolve));
    const [buffer, offset, length, position] = args;
    if (!ArrayBuffer.isView(buffer) || typeof length !== 'number') return await read.apply(this, args);
    return await read.call(this, buffer, offset, third(length), position);
  };
  sync['readSync'] = (...args) => {
    const [descriptor, buffer, offset, length, position] = args;
    if (typeof length !== 'number') return readSync.apply(syncFs, args);
    return readSync.call(syncFs, descriptor, buffer, offset, third(length), position);
  };
  try {
    await work();
  } finally {
    handle['read'] = read;
    sync['readSync'] = readSync;
  }
  return short;
}

/** Runs something while one call of the file system fails. @returns how many calls were counted, and which one failed */
export async function withFault(
  { base, at, code }: FaultWanted,
  work: () => Promise<void>,
): Promise<{ readonly calls: number; readonly failed?: string }> {
  let calls = 0;
  let failed: string | undefined;
  const files = new WeakMap<object, string>();
  const isOurs = (path: unknown) => typeof path === 'string' && (path === base || path.startsWith(base + sep));
  /** Throws where it is this call's turn. */
  const count = (name: string, path: string, isOpen: boolean): void => {
    if (calls++ !== at || (isOpen && !handleCodes.includes(code))) return;
    failed = `${name} ${path.slice(base.length)}`;
    throw Object.assign(new Error(`${code}: made to fail, ${name} '${path}'`), { code, syscall: name, path });
  };
  const own = fs as unknown as Callable;
  const kept = new Map(functions.map((name) => [name, own[name] as Call]));
  const probe = await fs.open(process.execPath);
  const handle = Object.getPrototypeOf(probe) as Callable;
  await probe.close();
  const keptMethods = new Map(methods.map((name) => [name, handle[name] as Call]));
  for (const [name, call] of kept)
    own[name] = async (...args) => {
      const path = args.find(isOurs);
      if (path === undefined) return call.apply(fs, args);
      count(name, path as string, false);
      const result = await (call.apply(fs, args) as Promise<unknown>);
      if (name === 'open') files.set(result as FileHandle, path as string);
      return result;
    };
  for (const [name, call] of keptMethods)
    handle[name] = async function (this: object, ...args) {
      const path = files.get(this);
      if (path !== undefined) count(name, path, true);
      return await call.apply(this, args);
    };
  try {
    await work();
  } finally {
    for (const [name, call] of kept) own[name] = call;
    for (const [name, call] of keptMethods) handle[name] = call;
  }
  return { calls, ...(failed !== undefined && { failed }) };
}
