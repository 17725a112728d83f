import type { PlatformUse, Regime, TestIdentity } from './regime';
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
  /** Whether a text has the form that a regime gives to the ids of its requirements. */
  isNumber(text: string): boolean;
  /** By word: no accent, lower case, singular. */
  readonly natures: ReadonlyMap<string, 'EXIGENCE' | 'PRECONISATION' | 'SUPPRIMEE'>;
  readonly platforms: ReadonlyMap<string, PlatformUse>;
  /** A person not listed is not thereby real. */
  readonly testIdentities: readonly TestIdentity[];
  /** Names of profiles that were read in workbooks. */
  readonly profiles: readonly string[];
  /** The regime that a dispositif is of; undefined where none knows its id. */
  regimeOf(dispositif: string): Regime | undefined;
  /** The platforms of the regime of a dispositif, by host; of all of them where none knows it. */
  platformsOf(dispositif: string | undefined): ReadonlyMap<string, PlatformUse>;
  /** The wave in the id of a dispositif, where its regime has waves, and that part is a number. */
  waveOf(dispositif: string): number | undefined;
}

/** Anything that does not go on with the number itself (`1.44` is no child of `1.4`). */
const anyTail = /^(?:[^0-9A-Za-z].*|[a-z])$/;

/** A child that begins with its parent's whole id follows it, whatever the regime and however it is numbered. */
const everyRegime: IdGrammar = { example: ['A 1', 'A 1.1'], dropped: undefined, tail: anyTail };

/** Longer texts are no ids: an expression of a pack is not tried on them. */
export const longestId = 500;

/** Compiles what the packs say. @throws where an expression is none: see {@link regimeFaults} */
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
  const of = (dispositif: string) =>
    dispositif.length > longestId ? undefined : compiled.find(({ ids }) => ids.test(dispositif));
  const numbers = all.flatMap(({ numeros }) => (numeros === undefined ? [] : [new RegExp(numeros)]));
  const hosts = (some: readonly Regime[]) =>
    new Map(some.flatMap(({ plateformes = [] }) => plateformes.map(({ hote, usage }) => [hote, usage] as const)));
  const platforms = hosts(all);
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
    isNumber: (text) => text.length <= longestId && numbers.some((one) => one.test(text)),
    natures,
    platforms,
    testIdentities: all.flatMap(({ identites_de_test: identities = [] }) => identities),
    profiles: all.flatMap(({ profils = [] }) => profils),
    regimeOf: (dispositif) => of(dispositif)?.regime,
    platformsOf: (dispositif) => {
      const found = dispositif === undefined ? undefined : of(dispositif);
      return found ? hosts([found.regime]) : platforms;
    },
    waveOf: (dispositif) => {
      const wave = of(dispositif)?.wave?.exec(dispositif)?.[1];
      return wave !== undefined && /^\d{1,9}$/.test(wave) ? Number(wave) : undefined;
    },
  };
}

/** Those of the regimes that ship. */
export const shippedRegimes: RegimeRules = regimeRules(regimes);

/** With the regimes of a team, which come first and stand in the place of those of their id. @param packs without faults */
export function regimesWith(packs: readonly Regime[]): RegimeRules {
  if (packs.length === 0) return shippedRegimes;
  const own = new Set(packs.map(({ id }) => id));
  return regimeRules([...packs, ...regimes.filter(({ id }) => !own.has(id))]);
}
