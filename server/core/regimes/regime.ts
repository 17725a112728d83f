import type { Sentence } from '../messages/say';

/** What a platform of the test environment is for. */
export type PlatformUse = 'free-tests' | 'wave-1' | 'referencing' | 'mssante';

/** What tells one regime from another. The shape is that of `catalogues/regimes/<regime>/regime.yaml`, whose keys are French. */
export interface Regime {
  readonly id: string;
  readonly nom: Sentence;
  /** Regular expression of the ids of its dispositifs. */
  readonly dispositifs: string;
  /** Regular expression whose first group is the wave in such an id. */
  readonly vague?: string;
  /** `inconnues`: nobody told its steps; a team may write its own dates. */
  readonly etapes: 'parcours' | 'inconnues';
  readonly identifiants: readonly {
    readonly exemple: readonly [parent: string, child: string];
    readonly omis?: string;
    readonly suite: string;
  }[];
  readonly natures?: Readonly<Partial<Record<'EXIGENCE' | 'PRECONISATION' | 'SUPPRIMEE', readonly string[]>>>;
  readonly plateformes?: readonly { readonly hote: string; readonly usage: PlatformUse }[];
  readonly profils?: readonly string[];
  readonly comptes?: {
    readonly version?: string;
    readonly date?: string;
    readonly exigences?: number;
    readonly scenarios?: number;
    readonly profils?: number;
    readonly preuves_par_scenario?: number;
  };
  readonly confiance?: 'vu' | 'deduit' | 'tierce';
  readonly verifie_le?: string | null;
}
