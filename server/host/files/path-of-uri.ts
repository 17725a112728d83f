import { fileURLToPath } from 'node:url';

/** Undefined for what is no file of this machine: of another scheme, or on a host that this system knows no path for. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
