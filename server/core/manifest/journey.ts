import type { Sentence } from '../messages/say';
import type { MilestoneId, StepId } from './journey-ids';

/** How sure a datum is: read in the source, concluded, or told by a third party. */
export type JourneyConfidence = 'vu' | 'deduit' | 'tierce';

/** Whom a step is dealt with. */
export type Counterpart = 'ANS' | 'CNDA' | 'ASP' | 'CLIENT' | 'EDITEUR';

/** Where a datum comes from. The shape is that of `catalogues/parcours/*.yaml`, whose keys are French. */
export interface Provenance {
  /** Keys of {@link JourneySource}. */
  readonly source: readonly string[];
  readonly confiance: JourneyConfidence;
  /** `YYYY-MM-DD`, or null when nobody read it again at its source. */
  readonly verifie_le?: string | null;
  readonly note?: Sentence;
  /** The data package that gave it, in the place of what ships. */
  readonly paquet?: PackageName;
}

/** What a data package says of itself. */
export interface PackageName {
  readonly origine: string;
  readonly version: string;
}

export interface JourneySource {
  readonly cle: string;
  readonly libelle: string;
  readonly url?: string;
  /** Date that the document bears. */
  readonly date?: string;
}

export interface JourneyDelay extends Provenance {
  readonly id: string;
  readonly valeur: number;
  readonly unite: 'heures' | 'jours' | 'jours_ouvres' | 'semaines' | 'mois' | 'ans';
  readonly libelle: Sentence;
  readonly nature: 'reglementaire' | 'indicatif' | 'observe' | 'conseil';
}

export interface Prerequisite {
  readonly etape: StepId;
  /** Waves in which it holds; all when absent. */
  readonly vagues?: readonly number[];
  readonly confiance: JourneyConfidence;
}

export interface JourneyStep {
  readonly id: StepId;
  readonly interlocuteur: Counterpart;
  readonly libelle: Sentence;
  /** What to do next while the step is not done. */
  readonly action: Sentence;
  /** Steps that are over before this one starts. */
  readonly apres?: readonly Prerequisite[];
  /** Steps that are over before this one ends. */
  readonly finit_apres?: readonly Prerequisite[];
  /** Ids of the delays known for it; several contradict each other. None: how long it takes is unknown. */
  readonly delais?: readonly string[];
  readonly ouvre?: MilestoneId;
  readonly clot_debut?: MilestoneId;
  readonly clot_fin?: MilestoneId;
  readonly source: readonly string[];
  readonly confiance: JourneyConfidence;
}

export interface JourneyMilestone extends Provenance {
  readonly id: MilestoneId;
  /** `YYYY-MM-DD`, Paris; null when looked for and not found. */
  readonly date: string | null;
  /** `HH:MM`, Paris. Absent: the hour is unknown. */
  readonly heure?: string;
  /** Only third parties cite it: shown as doubtful, never counted. */
  readonly a_confirmer?: true;
  /** Dates that this one replaced. */
  readonly remplace?: readonly string[];
}

export interface JourneyDispositif {
  readonly id: string;
  readonly vague: number;
  readonly note?: Sentence;
  readonly jalons: readonly JourneyMilestone[];
}

/** A field or document that a file or a request must hold. */
export interface ExpectedPiece {
  /** Key in the manifest; for `avance` and `solde`, under `pieces`. */
  readonly cle: string;
  readonly libelle: Sentence;
  readonly genre: 'champ' | 'piece';
  readonly quand?: 'groupement' | 'depositaire' | 'depositaire_salarie' | 'depositaire_tiers' | 'distributeur';
  readonly vagues?: readonly number[];
  readonly dispositifs?: readonly string[];
  readonly source: readonly string[];
  readonly confiance: JourneyConfidence;
  readonly note?: Sentence;
}

/** Pages that went from one address to another. Addresses that ship stay as they were read: both are shown. */
export interface MovedAddress {
  /** What the old addresses begin with. */
  readonly ancienne: string;
  /** Where to look now. */
  readonly nouvelle: string;
  /** Whether somebody read the new page. */
  readonly lue: boolean;
  readonly source: readonly string[];
  readonly confiance: JourneyConfidence;
  readonly note?: Sentence;
}

/** Everything known of the way, as it ships. */
export interface JourneyData {
  readonly adresses: readonly MovedAddress[];
  readonly sources: readonly JourneySource[];
  readonly delais: readonly JourneyDelay[];
  readonly etapes: readonly JourneyStep[];
  readonly dispositifs: readonly JourneyDispositif[];
  readonly administratif: readonly ExpectedPiece[];
  readonly enrolement: readonly ExpectedPiece[];
  readonly avance: readonly ExpectedPiece[];
  readonly solde: readonly ExpectedPiece[];
  readonly fin_de_prestation: readonly {
    readonly prefixe: string;
    readonly piece: 'va' | 'mom' | 'pv_vsr' | 'aucune';
    readonly source: readonly string[];
    readonly confiance: JourneyConfidence;
  }[];
  readonly statuts: {
    readonly cnda: Provenance & {
      /** In the order in which a request goes through them. */
      readonly ordre: readonly string[];
      /** Other ways to write them. */
      readonly alias: Readonly<Record<string, string>>;
      /** The lowest with which a file may be filed with ANS. */
      readonly minimum_depot: string;
    };
    readonly asp: Provenance & { readonly connus: readonly string[]; readonly alias: Readonly<Record<string, string>> };
  };
  readonly agrements: readonly {
    readonly dispositif: string;
    readonly teleservices: readonly { readonly nom: string; readonly confiance: JourneyConfidence }[];
    readonly source: readonly string[];
  }[];
}
