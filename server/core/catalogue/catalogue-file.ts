import type { Catalogue, Confidence, Nature, Scenario } from './catalogue';

/** Content of a valid `*.rem.yaml`, as schemas/catalogue.schema.json describes it. */
export interface CatalogueFile {
  readonly version: 1;
  readonly dispositif: string;
  readonly nom?: string;
  readonly couloir?: string;
  readonly vague?: number;
  readonly id_vu?: boolean;
  readonly version_rem?: string;
  readonly date?: string;
  readonly etat: Catalogue['state'];
  readonly source?: string;
  readonly importe?: {
    readonly fichier: string;
    readonly feuilles: readonly string[];
    readonly sha256?: string;
    readonly empreinte?: string;
  };
  readonly domaines?: readonly { readonly id: string; readonly nom: string }[];
  readonly chapitres?: readonly { readonly nom: string }[];
  readonly profils?: readonly string[];
  readonly exigences: readonly RequirementFile[];
  readonly scenarios?: readonly ScenarioFile[];
}

export interface RequirementFile {
  readonly id: string;
  readonly id_imprime?: string;
  readonly id_socle?: string;
  readonly ids_vague1?: readonly string[];
  readonly domaine: string;
  readonly chapitre: string;
  readonly section?: string;
  readonly bloc?: string;
  readonly fonction?: string;
  readonly profils?: readonly string[];
  readonly nature: Nature;
  readonly texte?: string;
  readonly commentaire?: string;
  readonly criticite?: string;
  readonly clause?: boolean;
  readonly non_applicable?: NonApplicableFile;
  readonly empreinte?: string;
  readonly etat_source?: string;
  readonly note?: string;
  readonly confiance?: Confidence;
  readonly source?: string;
  readonly ligne?: { readonly feuille: string; readonly ligne: number };
  readonly scenarios?: readonly ScenarioFile[];
}

/** Which evidence must justify that a requirement is set aside; a signed statement where nothing says otherwise. */
export interface NonApplicableFile {
  /** `declaration`, a kind of evidence, or `aucune`. */
  readonly forme: string;
  readonly source: string;
}

export interface ScenarioFile {
  readonly id: string;
  readonly id_imprime?: string;
  readonly nom?: string;
  readonly texte?: string;
  readonly obligatoire?: boolean;
  readonly profils?: readonly string[];
  readonly mode?: Scenario['mode'];
  readonly couvre?: readonly string[];
  readonly references?: readonly string[];
  readonly id_derive?: boolean;
  readonly etapes?: readonly (string | StepFile)[];
  readonly preuves?: readonly ProofFile[];
}

export interface StepFile {
  readonly id?: string;
  readonly texte: string;
  readonly couvre?: readonly string[];
}

export interface ProofFile {
  readonly id: string;
  readonly id_imprime?: string;
  readonly attendu?: string;
  readonly types?: readonly string[];
  readonly cas?: string;
  readonly selon_cas?: boolean;
  readonly condition?: string;
  readonly cas_de_test?: readonly string[];
  readonly id_atypique?: boolean;
  readonly id_derive?: boolean;
  readonly etape?: string;
}
