import type { Finding } from './finding';

/** Under which a finding about a file that is not there tells what its content was. */
export const lostDigestKey = 'lostSha256';

/** Lower-case hexadecimal digest of the file that a finding misses; undefined where it misses none, or it is not known. */
export function lostDigest({ data }: Finding): string | undefined {
  const digest = data?.[lostDigestKey];
  return typeof digest === 'string' ? digest : undefined;
}
