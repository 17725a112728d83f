import { readData } from '../text/read-data';

/** A path as a shell takes it. */
export function shellPath(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`;
}

/** What a DVC stub says of one content. */
export interface StubOutput {
  readonly size: number | undefined;
  /** Digest of the content's very bytes; undefined where the stub has none, or one of something else. */
  readonly md5: string | undefined;
}

/** The output of a stub with this name. @param text of the stub, its line ends `\n`, without byte order mark */
export function outputOf(text: string, name: string): StubOutput | undefined {
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
