import type { PlatformUse, Regime } from './regime';
import { regimes } from './regimes.generated';

/** How ids are written and derived from one another. */
export interface IdGrammar {
  readonly example: readonly [parent: string, child: string];
  /** What may stand before the id of the parent and be left out of that of the child. */
  readonly dropped: RegExp | undefined;
  /** What follows the parent's id in the child's. */
  readonly tail: RegExp;
}

/** What some regimes say, ready to be asked. */
export interface RegimeRules {
  readonly grammars: readonly IdGrammar[];
  /** By word: no accent, lower case, singular. */
  readonly natures: ReadonlyMap<string, 'EXIGENCE' | 'PRECONISATION' | 'SUPPRIMEE'>;
  readonly platforms: ReadonlyMap<string, PlatformUse>;
  /** Names of profiles that were read in workbooks. */
  readonly profiles: readonly string[];
  /** The regime that a dispositif is of; undefined where none knows its id. */
  regimeOf(dispositif: string): Regime | undefined;
  /** The wave in the id of a dispositif, where its regime has waves. */
  waveOf(dispositif: string): number | undefined;
}

/** Anything that does not go on with the number itself (`1.44` is no child of `1.4`). */
const anyTail = /^(?:[^0-9A-Za-z].*|[a-z])$/;

/** A child that begins with its parent's whole id follows it, whatever the regime and however it is numbered. */
const everyRegime: IdGrammar = { example: ['A 1', 'A 1.1'], dropped: undefined, tail: anyTail };

/** Compiles what the packs say. @throws where an expression is none: the generator checks those that ship */
export function regimeRules(all: readonly Regime[]): RegimeRules {
  const compiled = all.map((regime) => ({
    regime,
    ids: new RegExp(regime.dispositifs),
    wave: regime.vague === undefined ? undefined : new RegExp(regime.vague),
  }));
  const natures = new Map<string, 'EXIGENCE' | 'PRECONISATION' | 'SUPPRIMEE'>();
  for (const regime of all)
    for (const nature of ['EXIGENCE', 'PRECONISATION', 'SUPPRIMEE'] as const)
      for (const word of regime.natures?.[nature] ?? []) natures.set(word, nature);
  const of = (dispositif: string) => compiled.find(({ ids }) => ids.test(dispositif));
  return {
    grammars: [
      ...all.flatMap(({ identifiants }) =>
        identifiants.map(({ exemple, omis, suite }) => ({
          example: exemple,
          dropped: omis === undefined ? undefined : new RegExp(omis),
          tail: new RegExp(suite),
        })),
      ),
      everyRegime,
    ],
    natures,
    platforms: new Map(
      all.flatMap(({ plateformes = [] }) => plateformes.map(({ hote, usage }) => [hote, usage] as const)),
    ),
    profiles: all.flatMap(({ profils = [] }) => profils),
    regimeOf: (dispositif) => of(dispositif)?.regime,
    waveOf: (dispositif) => {
      const wave = of(dispositif)?.wave?.exec(dispositif)?.[1];
      return wave === undefined ? undefined : Number(wave);
    },
  };
}

/** Those of the regimes that ship. */
export const shippedRegimes: RegimeRules = regimeRules(regimes);
