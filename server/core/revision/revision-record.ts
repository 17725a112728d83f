import type { Catalogue } from '../catalogue/catalogue';
import type {
  CatalogueRevision,
  Change,
  ListChange,
  ProofRevision,
  RequirementRevision,
  ScenarioRevision,
  ScenarioRevisions,
} from './revision';

/** A revision for other programs, version 1. Keys as in the catalogue's own format; what did not change is left out. */
export function revisionRecord(revision: CatalogueRevision): object {
  const { chapters, requirements, coreScenarios } = revision;
  return {
    version: 1,
    ancien: catalogue(revision.before),
    nouveau: catalogue(revision.after),
    chapitres: {
      ajoutes: chapters.added,
      retires: chapters.removed,
      renommes: [...chapters.renamed].map(([de, vers]) => ({ de, vers })),
    },
    exigences: {
      ajoutees: requirements.added.map(({ id }) => id),
      retirees: requirements.removed.map(({ id }) => id),
      modifiees: requirements.kept.filter((one) => one.changed).map(requirement),
      inchangees: requirements.kept.filter((one) => !one.changed).length,
    },
    scenarios: scenarios(coreScenarios),
  };
}

function catalogue({ dispositif, version, date }: Catalogue): object {
  return { dispositif: dispositif.id, version: version ?? null, date: date ?? null };
}

function requirement(one: RequirementRevision): object {
  return {
    ...names(one),
    ...change('chapitre', one.chapter),
    ...change('texte', one.text),
    ...change('nature', one.nature),
    ...list('profils', one.profiles),
    ...change('criticite', one.criticality),
    ...(anything(one.scenarios) ? { scenarios: scenarios(one.scenarios) } : {}),
  };
}

function scenarios({ added, removed, kept }: ScenarioRevisions): object {
  return {
    ajoutes: added.map(({ id }) => id),
    retires: removed.map(({ id }) => id),
    modifies: kept.filter((one) => one.changed).map(scenario),
  };
}

function scenario(one: ScenarioRevision): object {
  const { added, removed, kept } = one.proofs;
  const changed = kept.filter((proof) => proof.changed);
  const proofs = {
    ajoutees: added.map(({ id }) => id),
    retirees: removed.map(({ id }) => id),
    modifiees: changed.map(proof),
  };
  return {
    ...names(one),
    ...change('texte', one.text),
    ...change('mode', one.mode),
    ...change('obligatoire', one.mandatory),
    ...list('profils', one.profiles),
    ...list('couvre', one.covers),
    ...(added.length + removed.length + changed.length > 0 ? { preuves: proofs } : {}),
  };
}

function proof(one: ProofRevision): object {
  return {
    ...names(one),
    ...change('attendu', one.expected),
    ...list('types', one.types),
    ...list('cas_de_test', one.testCases),
    ...change('cas', one.case),
    ...change('condition', one.condition),
  };
}

function names(one: {
  readonly before: { readonly id: string };
  readonly after: { readonly id: string };
  readonly by: RequirementRevision['by'];
}): object {
  const id = one.after.id;
  if (one.before.id === id) return { id };
  return { id, ancien_id: one.before.id, apparie_par: matchedBy[one.by], probable: one.by === 'text' };
}

const matchedBy: Readonly<Record<RequirementRevision['by'], string>> = {
  id: 'id',
  spelling: 'graphie',
  printed: 'id_imprime',
  parent: 'parent',
  socle: 'id_socle',
  wave1: 'ids_vague1',
  text: 'texte',
};

function change(key: string, value: Change<string | boolean> | undefined): object {
  return value ? { [key]: { de: value.from ?? null, vers: value.to ?? null } } : {};
}

function list(key: string, value: ListChange | undefined): object {
  return value ? { [key]: { ajoutes: value.added, retires: value.removed } } : {};
}

function anything({ added, removed, kept }: ScenarioRevisions): boolean {
  return added.length + removed.length > 0 || kept.some((one) => one.changed);
}
