import { median, summary } from './statistics.mjs';

/** Ids of the servers of a run, as measureEditing and measureStart know them. */
export const ids = {
  own: 'pulled',
  ownPushed: 'pushed',
  ownUnopened: 'unopened',
  peer: 'peer',
  peerWithoutDelay: 'peer-without-delay',
};

export const questions = {
  completionValue: 'completion of a value',
  completionKey: 'completion of a key',
  hover: 'hover',
};

/**
 * The figures of a run, as tables and targets read them.
 * @param {{ dossier: object, results: object[] }[]} bySize one for each size, in order
 * @param {number[][] | undefined} starts durations of ours, then of the peer
 * @param {{ workspace?: object, evidence?: object, package?: object }} parts the other measures
 */
export function figures(bySize, starts, parts = {}) {
  const sizes = bySize.map(({ dossier, results, failure }) => {
    const of = (id) => results.find((result) => result.kind === id);
    const servers = Object.fromEntries(Object.entries(ids).map(([role, id]) => [role, of(id)]));
    return { dossier, failure, ...servers };
  });
  return {
    ...parts,
    sizes,
    at: (size) => sizes.find(({ dossier }) => dossier.requirements === size),
    start: starts ? { own: summary(starts[0]), peer: summary(starts[1]) } : undefined,
  };
}

/** Median of one series of a result; NaN when it was not measured. */
export function medianOf(result, series) {
  return median(result?.[series] ?? []);
}
