import { stringify } from 'yaml';
import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../../../server/core/catalogue/catalogue';
import type { EvidenceFamily } from '../../../server/core/catalogue/evidence-families';
import type { EvidenceFile } from '../../../server/core/evidence/evidence-file';
import { familyFor, type SampleEvidence } from './sample-evidence';

/** What a dossier of the corpus says of one requirement. */
export type Treatment = 'proved' | 'empty' | 'absent' | 'notApplicable';

export interface CorpusPlan {
  readonly catalogue: Catalogue;
  /** Those of the catalogue by default. */
  readonly profiles?: readonly string[];
  /** By position in the catalogue; everything is proved by default. */
  readonly treat?: (requirement: Requirement, at: number) => Treatment;
  /** Another family than the one that a proof asks for. `at` counts the pieces of the dossier. */
  readonly familyOf?: (proof: ExpectedProof, at: number) => EvidenceFamily | undefined;
  /** Where a piece is in the dossier, when not under a plain name. `at` counts the files. */
  readonly pathOf?: (name: string, extension: string, at: number) => string;
  /** Images that the sections cite. */
  readonly images?: readonly string[];
  /** Top-level sections besides the head and the entries. */
  readonly sections?: Readonly<Record<string, unknown>>;
}

/** Where pieces come from. */
export type Samples = Pick<SampleEvidence, 'extensionOf' | 'factsOf'>;

export interface CorpusDossier {
  readonly main: string;
  readonly evidence: ReadonlyMap<string, EvidenceFile>;
}

export const cataloguePath = 'rem/catalogue.rem.yaml';

/** Day on which every dossier of the corpus is checked. */
export const corpusToday = '2026-11-20';

/** The text of a dossier and the facts of its evidence. The same input always makes the same dossier. */
export function corpusDossier(plan: CorpusPlan, samples: Samples): CorpusDossier {
  const { catalogue, sections = {} } = plan;
  const pieces = new Pieces(plan, samples);
  const content = {
    version: '1',
    dossier: {
      dispositif: catalogue.dispositif.id,
      catalogue: cataloguePath,
      profils: plan.profiles ?? catalogue.profiles.filter((profile) => profile !== 'Général'),
      depot_vise: '2026-12-15',
    },
    editeur: { denomination: 'Éditeur Exemple', siret: '73282932000074', nie: 'EXEMPLE-NIE' },
    logiciel: { nom: 'MonCabinet', version: '12.4.0', date_version: '2026-10-12', nil: 'EXEMPLE-NIL' },
    exigences: Object.fromEntries(
      catalogue.requirements.flatMap((requirement, at) => {
        const treatment = plan.treat?.(requirement, at) ?? 'proved';
        return treatment === 'absent' ? [] : [[requirement.id, pieces.requirement(requirement, treatment)]];
      }),
    ),
    ...(catalogue.coreScenarios.length === 0
      ? {}
      : { scenarios: Object.fromEntries(catalogue.coreScenarios.map((one) => [one.id, pieces.scenario(one)])) }),
    ...sections,
  };
  for (const path of plan.images ?? []) pieces.evidence.set(path, samples.factsOf('image', path, []));
  return { main: stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }), evidence: pieces.evidence };
}

class Pieces {
  readonly evidence = new Map<string, EvidenceFile>();
  #count = 0;

  constructor(
    readonly plan: CorpusPlan,
    readonly samples: Samples,
  ) {}

  requirement(requirement: Requirement, treatment: Exclude<Treatment, 'absent'>): object | null {
    if (treatment === 'empty') return null;
    if (treatment === 'notApplicable') {
      const declaration = this.#file('pdf', `${requirement.id}-non-applicable`, []);
      const justification = 'Le logiciel candidat ne propose pas cette fonction.';
      return { non_applicable: { justification, declaration: declaration.fichier } };
    }
    const { fingerprint, scenarios } = requirement;
    return {
      ...(fingerprint === undefined || scenarios.length === 0 ? {} : { empreinte: fingerprint }),
      ...(scenarios.length === 0
        ? { commentaire: 'Rien à prouver par une pièce.' }
        : { scenarios: Object.fromEntries(scenarios.map((scenario) => [scenario.id, this.scenario(scenario)])) }),
    };
  }

  scenario(scenario: Scenario): object {
    return { preuves: Object.fromEntries(scenario.proofs.map((proof) => [proof.id, [this.#piece(scenario, proof)]])) };
  }

  #piece(scenario: Scenario, proof: ExpectedProof): object {
    const at = this.#count++;
    const family = this.plan.familyOf?.(proof, at) ?? familyFor(proof.types);
    const testCase = proof.testCases[0] === undefined ? {} : { cas_de_test: proof.testCases[0] };
    const said = { date: '2026-11-02', version: '12.4.0' };
    const review = { revue: { par: 'A. Martin', le: '2026-11-03', avis: 'suffisante' } };
    if (family === 'integer') return { execution: 4000 + at, ...testCase, ...said, ...review };
    if (family === 'link') {
      const lien = `https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.3.${at}`;
      return { lien, ...testCase, ...said, ...review };
    }
    return { ...this.#file(family, `${scenario.id}-${proof.id}`, proof.types), ...said, ...review };
  }

  #file(
    family: EvidenceFamily,
    name: string,
    types: readonly string[],
  ): { readonly fichier: string; readonly sha256: string } {
    const safe = name.replace(/[^A-Za-z0-9.]+/g, '-');
    const at = this.evidence.size;
    const extension = this.samples.extensionOf(family);
    const numbered = `${String(at).padStart(4, '0')}-${safe}`;
    const path = this.plan.pathOf?.(numbered, extension, at) ?? `preuves/${numbered}.${extension}`;
    const facts = this.samples.factsOf(family, path, types);
    this.evidence.set(path, facts);
    return { fichier: path, sha256: facts.sha256 };
  }
}
