import type { Catalogue, Dispositif, Domain, ExpectedProof, Requirement, Scenario, Step } from './catalogue';
import type { CatalogueFile, ProofFile, RequirementFile, ScenarioFile, StepFile } from './catalogue-file';
import { compact } from './compact';
import { fingerprint, type Fingerprinted } from './fingerprint';

/**
 * Turns the content of a valid file into its in-memory form. Domains, chapters and profiles that the lists of the file
 * forget are added after those listed, in order of first use. Fingerprints are computed, not read.
 * @param isEdited whether the file says something else than what the import wrote
 */
export function buildCatalogue(file: CatalogueFile, isEdited = false): Catalogue {
  const requirements = file.exigences.map(buildRequirement);
  const coreScenarios = (file.scenarios ?? []).map((scenario) => buildScenario(scenario));
  return compact<Catalogue>({
    dispositif: compact<Dispositif>({
      id: file.dispositif,
      name: file.nom,
      corridor: file.couloir,
      wave: file.vague,
      idSeen: file.id_vu,
    }),
    version: file.version_rem,
    date: file.date,
    state: file.etat,
    source: file.source,
    imported: file.importe && {
      file: file.importe.fichier,
      sheets: file.importe.feuilles,
      ...(file.importe.sha256 !== undefined && { sha256: file.importe.sha256 }),
      ...(isEdited && { edited: true as const }),
    },
    domains: allDomains(file, requirements),
    chapters: allNames(
      (file.chapitres ?? []).map((chapter) => chapter.nom),
      requirements.map((requirement) => requirement.chapter),
    ).map((name) => ({ name })),
    profiles: allNames(
      file.profils ?? [],
      [...requirements, ...coreScenarios].flatMap((entry) => entry.profiles),
    ),
    requirements,
    coreScenarios,
  });
}

function allDomains(file: CatalogueFile, requirements: readonly Requirement[]): Domain[] {
  const names = new Map((file.domaines ?? []).map((domain) => [domain.id, domain.nom]));
  for (const { domain } of requirements) if (!names.has(domain)) names.set(domain, domain);
  return [...names].map(([id, name]) => ({ id, name }));
}

function allNames(listed: readonly string[], used: readonly string[]): string[] {
  return [...new Set([...listed, ...used])];
}

function buildRequirement(file: RequirementFile): Requirement {
  const scenarios = (file.scenarios ?? []).map((scenario) => buildScenario(scenario, file.id));
  return compact<Requirement>({
    id: file.id,
    printedId: file.id_imprime,
    socleId: file.id_socle,
    waveOneIds: file.ids_vague1 ?? [],
    domain: file.domaine,
    chapter: file.chapitre,
    section: file.section,
    block: file.bloc,
    fonction: file.fonction,
    profiles: file.profils ?? [],
    nature: file.nature,
    text: file.texte,
    comment: file.commentaire,
    criticality: file.criticite,
    hasClause: file.clause,
    nonApplicableForm: file.non_applicable && {
      form: file.non_applicable.forme,
      source: file.non_applicable.source,
    },
    fingerprint: fingerprint(compact<Fingerprinted>({ text: file.texte, scenarios })),
    sourceState: file.etat_source,
    note: file.note,
    confidence: file.confiance ?? 'importe',
    source: file.source,
    sheetRow: file.ligne && { sheet: file.ligne.feuille, row: file.ligne.ligne },
    scenarios,
  });
}

function buildScenario(file: ScenarioFile, requirement?: string): Scenario {
  const steps = (file.etapes ?? []).map(buildStep);
  const covered = requirement === undefined ? [...new Set(steps.flatMap((step) => step.covers))] : [requirement];
  return compact<Scenario>({
    id: file.id,
    printedId: file.id_imprime,
    name: file.nom,
    text: file.texte,
    steps,
    covers: file.couvre ?? covered,
    profiles: file.profils ?? [],
    mode: file.mode ?? 'tous',
    mandatory: file.obligatoire ?? true,
    references: file.references,
    derivedId: file.id_derive,
    proofs: (file.preuves ?? []).map(buildProof),
  });
}

function buildStep(file: string | StepFile): Step {
  if (typeof file === 'string') return { text: file, covers: [] };
  return compact<Step>({ id: file.id, text: file.texte, covers: file.couvre ?? [] });
}

function buildProof(file: ProofFile): ExpectedProof {
  return compact<ExpectedProof>({
    id: file.id,
    printedId: file.id_imprime,
    expected: file.attendu ?? '',
    types: file.types ?? [],
    case: file.cas,
    dependsOnCase: file.selon_cas,
    condition: file.condition,
    testCases: file.cas_de_test ?? [],
    atypicalId: file.id_atypique,
    derivedId: file.id_derive,
    step: file.etape,
  });
}
