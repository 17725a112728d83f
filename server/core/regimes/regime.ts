import type { Sentence } from '../messages/say';

/** What a platform of the test environment is for. */
export type PlatformUse = 'free-tests' | 'wave-1' | 'referencing' | 'mssante';

/** A person whom somebody made up for tests, and published. */
export interface TestIdentity {
  /** 15 characters; absent where only the name is published. */
  readonly ins?: string;
  /** Other INS that the INSi teleservice gives for this person (history). */
  readonly anciens?: readonly string[];
  /** Birth name, in capitals. */
  readonly nom: string;
  /** Birth first names, in capitals. */
  readonly prenoms: string;
  /** `YYYY-MM-DD` */
  readonly naissance?: string;
  /** OID under which test material shows the INS: INSi answers give its own test patients the OID of production. */
  readonly oid?: string;
  readonly source: string;
}

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
  /** Regular expression of the ids of its requirements, where they have a form of their own. */
  readonly numeros?: string;
  readonly identifiants: readonly {
    readonly exemple: readonly [parent: string, child: string];
    readonly omis?: string;
    readonly suite: string;
  }[];
  readonly natures?: Readonly<Partial<Record<'EXIGENCE' | 'PRECONISATION' | 'SUPPRIMEE', readonly string[]>>>;
  readonly plateformes?: readonly { readonly hote: string; readonly usage: PlatformUse }[];
  readonly profils?: readonly string[];
  readonly identites_de_test?: readonly TestIdentity[];
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
