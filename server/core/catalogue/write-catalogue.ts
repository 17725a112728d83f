import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Catalogue, ExpectedProof, Requirement, Scenario, Step } from './catalogue';
import type { CatalogueFile, ProofFile, RequirementFile, ScenarioFile, StepFile } from './catalogue-file';
import { compact } from './compact';

/** Lists of short words stay on one line. */
const INLINE_LISTS: ReadonlySet<unknown> = new Set([
  'profils',
  'ids_vague1',
  'types',
  'cas_de_test',
  'couvre',
  'references',
  'feuilles',
]);

/**
 * Writes a catalogue as `*.rem.yaml`. Same catalogue, same text: nothing depends on the date or the machine.
 * Reading the text gives the catalogue again, provided that its fingerprints are those of its texts.
 *
 * @param remarks lines added to the comment at the top of the file.
 * @param fingerprint of its content, for one that the import writes.
 */
export function writeCatalogue(catalogue: Catalogue, remarks: readonly string[] = [], fingerprint?: string): string {
  const document = new Document(catalogueFile(catalogue, fingerprint), {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && INLINE_LISTS.has(pair.key.value) && isSeq(pair.value)) pair.value.flow = true;
    },
  });
  for (const key of ['exigences', 'scenarios']) {
    const list = document.get(key, true);
    if (isSeq(list)) for (const item of list.items.slice(1)) if (isMap(item)) item.spaceBefore = true;
  }
  const title = [catalogue.dispositif.id, catalogue.dispositif.name].filter((part) => part !== undefined).join(', ');
  const format = 'Ségur Preuves, catalogue (*.rem.yaml), version 1 : schemas/catalogue.schema.json';
  const header = [`REM ${title}`, format, ...remarks];
  document.commentBefore = header.map((line) => ` ${line.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')}`).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** @returns the content of the file, keys in the order in which people read them. */
function catalogueFile(catalogue: Catalogue, fingerprint: string | undefined): CatalogueFile {
  const { dispositif, imported } = catalogue;
  return compact<CatalogueFile>({
    version: 1,
    dispositif: dispositif.id,
    nom: dispositif.name,
    couloir: dispositif.corridor,
    vague: dispositif.wave,
    id_vu: dispositif.idSeen,
    version_rem: catalogue.version,
    date: catalogue.date,
    etat: catalogue.state,
    source: catalogue.source,
    importe: imported && {
      fichier: imported.file,
      feuilles: imported.sheets,
      ...(imported.sha256 !== undefined && { sha256: imported.sha256 }),
      ...(fingerprint !== undefined && { empreinte: fingerprint }),
    },
    domaines: unlessEmpty(catalogue.domains.map((domain) => ({ id: domain.id, nom: domain.name }))),
    chapitres: unlessEmpty(catalogue.chapters.map((chapter) => ({ nom: chapter.name }))),
    profils: unlessEmpty(catalogue.profiles),
    exigences: catalogue.requirements.map(requirementFile),
    scenarios: unlessEmpty(catalogue.coreScenarios.map((scenario) => scenarioFile(scenario))),
  });
}

function requirementFile(requirement: Requirement): RequirementFile {
  return compact<RequirementFile>({
    id: requirement.id,
    id_imprime: requirement.printedId,
    id_socle: requirement.socleId,
    ids_vague1: unlessEmpty(requirement.waveOneIds),
    domaine: requirement.domain,
    chapitre: requirement.chapter,
    section: requirement.section,
    bloc: requirement.block,
    fonction: requirement.fonction,
    profils: unlessEmpty(requirement.profiles),
    nature: requirement.nature,
    texte: requirement.text,
    commentaire: requirement.comment,
    criticite: requirement.criticality,
    clause: requirement.hasClause,
    non_applicable: requirement.nonApplicableForm && {
      forme: requirement.nonApplicableForm.form,
      source: requirement.nonApplicableForm.source,
    },
    empreinte: requirement.fingerprint,
    etat_source: requirement.sourceState,
    note: requirement.note,
    confiance: requirement.confidence,
    source: requirement.source,
    ligne: requirement.sheetRow && { feuille: requirement.sheetRow.sheet, ligne: requirement.sheetRow.row },
    scenarios: unlessEmpty(requirement.scenarios.map((scenario) => scenarioFile(scenario, requirement.id))),
  });
}

function scenarioFile(scenario: Scenario, requirement?: string): ScenarioFile {
  const implied =
    requirement === undefined ? [...new Set(scenario.steps.flatMap((step) => step.covers))] : [requirement];
  return compact<ScenarioFile>({
    id: scenario.id,
    id_imprime: scenario.printedId,
    nom: scenario.name,
    texte: scenario.text,
    obligatoire: scenario.mandatory ? undefined : false,
    profils: unlessEmpty(scenario.profiles),
    mode: scenario.mode === 'tous' ? undefined : scenario.mode,
    couvre: sameList(scenario.covers, implied) ? undefined : scenario.covers,
    references: scenario.references,
    id_derive: scenario.derivedId,
    etapes: unlessEmpty(scenario.steps.map(stepFile)),
    preuves: unlessEmpty(scenario.proofs.map(proofFile)),
  });
}

function stepFile(step: Step): string | StepFile {
  if (step.id === undefined && step.covers.length === 0) return step.text;
  return compact<StepFile>({ id: step.id, texte: step.text, couvre: unlessEmpty(step.covers) });
}

function proofFile(proof: ExpectedProof): ProofFile {
  return compact<ProofFile>({
    id: proof.id,
    id_imprime: proof.printedId,
    attendu: proof.expected === '' ? undefined : proof.expected,
    types: unlessEmpty(proof.types),
    cas: proof.case,
    selon_cas: proof.dependsOnCase,
    condition: proof.condition,
    cas_de_test: unlessEmpty(proof.testCases),
    id_atypique: proof.atypicalId,
    id_derive: proof.derivedId,
    etape: proof.step,
  });
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
