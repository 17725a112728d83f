/**
 * A REM as the tool reads it: requirements, scenarios and expected proofs of one dispositif and version.
 * The file format (`*.rem.yaml`, French keys) is described by schemas/catalogue.schema.json; this is its in-memory form.
 */
export interface Catalogue {
  readonly dispositif: Dispositif;
  /** Version or date of the REM as its source states it; absent when unknown. */
  readonly version?: string;
  /** Date of the REM, `YYYY-MM-DD`, when known. */
  readonly date?: string;
  /** `complet`: imported from a workbook. `partiel`: reconstruction. `a_importer`: known dispositif, no requirement known. */
  readonly state: 'complet' | 'partiel' | 'a_importer';
  /** Where the content comes from (URL or file name). */
  readonly source?: string;
  /** Set on catalogues made from a workbook. */
  readonly imported?: ImportedFrom;
  readonly domains: readonly Domain[];
  /** In the order of the REM. */
  readonly chapters: readonly Chapter[];
  /** Profile names used by this REM, `Général` included when used. */
  readonly profiles: readonly string[];
  /** In the order of the REM. */
  readonly requirements: readonly Requirement[];
  /** Core-business scenarios (`SCN_…`), which cover several requirements through their steps. */
  readonly coreScenarios: readonly Scenario[];
}

/** Software kind and wave; `idSeen` is false where the id follows the pattern but was not read in an official text. */
export interface Dispositif {
  readonly id: string;
  readonly name?: string;
  readonly corridor?: string;
  readonly wave?: number;
  readonly idSeen?: boolean;
}

export interface ImportedFrom {
  readonly file: string;
  readonly sheets: readonly string[];
  /** sha256 of the workbook, lower-case hexadecimal. */
  readonly sha256?: string;
  /** Its file says something else than what the import wrote. */
  readonly edited?: true;
}

export interface Domain {
  readonly id: string;
  readonly name: string;
}

/** The unit that ANS examines. Its name is its identity. */
export interface Chapter {
  readonly name: string;
}

/** How an entry is known: `vu` read in the cited source, `tierce` read in a third party's summary, `cite` only cited, `deduit` inferred, `importe` read from the user's workbook. */
export type Confidence = 'vu' | 'tierce' | 'cite' | 'deduit' | 'importe';

/** `INCONNUE` and `SUPPRIMEE` never make a finding by themselves. */
export type Nature = 'EXIGENCE' | 'PRECONISATION' | 'INCONNUE' | 'SUPPRIMEE';

export interface Requirement {
  /** Verbatim id in this REM, anomalies kept (`INS/va1.56`, `SSI/GEN.02 BIS`); another key where `printedId` is set. */
  readonly id: string;
  /** Id as the REM prints it, where it prints it for other entries too, so that `id` is a key of its own. */
  readonly printedId?: string;
  /** Id in the common base, such as `SC.PSC.01`. */
  readonly socleId?: string;
  /** Ids published in wave 1, such as `LGC.INS.01`. */
  readonly waveOneIds: readonly string[];
  /** Id of one of the catalogue's domains. */
  readonly domain: string;
  /** Name of one of the catalogue's chapters. */
  readonly chapter: string;
  readonly section?: string;
  readonly block?: string;
  readonly fonction?: string;
  /** Empty when unknown. A requirement applies if it lists `Général` or a profile of the dossier. */
  readonly profiles: readonly string[];
  readonly nature: Nature;
  /** The statement; absent when not known. */
  readonly text?: string;
  readonly comment?: string;
  /** `MINOR`, `MAJOR`, `CRITICAL`, `UNDEFINED`, or the workbook's own word. */
  readonly criticality?: string;
  /** True when the text itself carries an "if the system…" clause. */
  readonly hasClause?: boolean;
  /**
   * Which evidence must justify that it is set aside, with the source of that: `declaration`, a kind of evidence, or `aucune`
   * for an id that ANS withdrew. A signed statement when absent.
   */
  readonly nonApplicableForm?: { readonly form: string; readonly source: string };
  /** Eight lower-case hexadecimal digits; see fingerprint.ts. Absent when the text is unknown. */
  readonly fingerprint?: string;
  /** State noted by the source (`obsolete dans la reprise…`). */
  readonly sourceState?: string;
  readonly note?: string;
  readonly confidence: Confidence;
  readonly source?: string;
  /** 1-based row of the workbook, for imported catalogues. */
  readonly sheetRow?: { readonly sheet: string; readonly row: number };
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly id: string;
  /** As in a requirement. */
  readonly printedId?: string;
  readonly name?: string;
  /** Free text of the scenario when its steps are not separated. */
  readonly text?: string;
  readonly steps: readonly Step[];
  /** Ids of the requirements covered; for a scenario under a requirement, that requirement's id. */
  readonly covers: readonly string[];
  /** Profiles of a core-business scenario; empty for the others (they follow their requirement). */
  readonly profiles: readonly string[];
  /**
   * `tous`: every proof counts. `au_moins_un`: this scenario is one of several alternatives of its requirement,
   * one of which is enough (Pro Santé Connect modalities).
   */
  readonly mode: 'tous' | 'au_moins_un';
  /** False for a core-business scenario the REM marks as optional. */
  readonly mandatory: boolean;
  /** Rules of other official texts that the scenario verifies, as cited (`EX PSC 16`, `ECO.2.1.3`, `Guide INS, règle 17`). */
  readonly references?: readonly string[];
  /** The id was completed by deduction because the source truncates it or gives none. */
  readonly derivedId?: boolean;
  /** Proofs of the scenario, those of its steps included, in order. */
  readonly proofs: readonly ExpectedProof[];
}

export interface Step {
  /** `SCN_DB/CO.01.02` for core-business scenarios. */
  readonly id?: string;
  readonly text: string;
  /** Requirements that this step verifies (core-business scenarios). */
  readonly covers: readonly string[];
}

export interface ExpectedProof {
  /** Verbatim id, or derived (scenario id + `.NN`) when the REM gives none. */
  readonly id: string;
  /** As in a requirement. */
  readonly printedId?: string;
  /** What is expected, in words. */
  readonly expected: string;
  /** Ids of `evidence types` (see evidence-types.ts); empty when unknown: then every evidence is accepted. */
  readonly types: readonly string[];
  /** Label of the case this proof answers (`CAS 1`); proofs of other cases are alternatives. */
  readonly case?: string;
  /** True when the proof is expected in some cases only, which the label does not tell apart. */
  readonly dependsOnCase?: boolean;
  /** Condition written before the proof (`[Si …]`). */
  readonly condition?: string;
  /** Named test cases (Gazelle, MSSanté tool). */
  readonly testCases: readonly string[];
  /** The id does not follow `scenario + .NN`; kept as it is. */
  readonly atypicalId?: boolean;
  /** The id was made by the tool because the REM gives none. */
  readonly derivedId?: boolean;
  /** Step the proof belongs to (core-business scenarios). */
  readonly step?: string;
}
