import { currentDispositif } from '../catalogue/current-dispositif';
import type { Analysis } from '../engine/analyse';
import { shippedFacts, type KnownFacts } from '../facts/known-facts';
import type { MilestoneFacts } from '../manifest/journey-facts';
import { watchFacts, type WatchedFacts } from '../parcours/watch/watch-facts';

/** The facts to look at again for some dossiers that rest on the same data. */
export interface Watch {
  readonly facts: KnownFacts;
  /** As the dossiers write them; empty: every dispositif. */
  readonly dispositifs: readonly string[];
  readonly list: WatchedFacts;
}

/** Every fact, whatever the dispositif. @param at `YYYY-MM-DD` */
export function watchAll(facts: KnownFacts | undefined, at: string): Watch {
  const known = facts ?? shippedFacts;
  return { facts: known, dispositifs: [], list: watchFacts({ facts: known, at }) };
}

/**
 * What some dossiers rest on: one list for each set of data packages that is in force. A dossier that names no dispositif
 * asks for all of them.
 */
export function watchDossiers(analyses: readonly Analysis[], at: string): Watch[] {
  const groups = new Map<KnownFacts, Analysis[]>();
  for (const analysis of analyses) {
    const { facts } = analysis.context;
    const group = groups.get(facts);
    if (group) group.push(analysis);
    else groups.set(facts, [analysis]);
  }
  return [...groups].map(([facts, own]) => {
    const written = new Map<string, MilestoneFacts[]>();
    const dispositifs = new Set<string>();
    let every = false;
    for (const { dossier } of own) {
      const { parsed } = dossier.main;
      const id = parsed.dossier?.facts.dispositif?.value.trim();
      if (id === undefined || id === '') {
        every = true;
        continue;
      }
      dispositifs.add(id);
      const key = currentDispositif(id);
      written.set(key, [...(written.get(key) ?? []), ...(parsed.journey?.facts.milestones ?? [])]);
    }
    const only = every ? {} : { dispositifs: [...dispositifs] };
    return { facts, dispositifs: only.dispositifs ?? [], list: watchFacts({ facts, at, written, ...only }) };
  });
}
