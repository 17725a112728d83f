import type { BigIntStats } from 'node:fs';

/** Tells one state of a file from another without reading it. */
export interface FileIdentity {
  readonly size: number;
  readonly mtimeMs: number;
  /** In decimal: inodes of some file systems do not fit in a number. */
  readonly ino: string;
}

export function identityOf(stats: BigIntStats): FileIdentity {
  return { size: Number(stats.size), mtimeMs: Number(stats.mtimeNs) / 1e6, ino: String(stats.ino) };
}

export function sameIdentity(a: FileIdentity, b: FileIdentity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}
