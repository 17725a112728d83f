import type { PlatformUse } from '../regimes/regime';
import { shippedRegimes } from '../regimes/regime-rules';

function hostFor(wanted: PlatformUse): string {
  for (const [host, use] of shippedRegimes.platforms) if (use === wanted) return host;
  throw new Error(`no regime has a platform for ${wanted}`);
}

/** The platform for the proofs of a dispositif of wave 2. */
export const referencingHost = hostFor('referencing');

/** The one that wave 1 had. */
export const waveOneHost = hostFor('wave-1');

/** What a platform where a report or an execution that a dossier cites may stand is for. */
export function platformUse(host: string): PlatformUse | undefined {
  return shippedRegimes.platforms.get(host);
}
