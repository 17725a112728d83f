import { statusWords } from '../status/status-words';
import { chaptersInScope } from './gate';
import type { PackageFacts } from './package-content';
import type { PlannedEvidence, Slot } from './plan';

/** The machine-readable record of a package (`depot.json`), version 1. Same facts as the index page. */
export function depositRecord(facts: PackageFacts): string {
  const { analysis, plan, options } = facts;
  const { dossier } = analysis;
  const { parsed } = dossier.main;
  const state = analysis.compliance();
  const loaded = dossier.catalogue.kind === 'loaded' ? dossier.catalogue : undefined;
  const record = {
    version: 1,
    outil: { nom: 'Ségur Preuves', version: options.toolVersion },
    brouillon: options.draft,
    dispositif: parsed.dossier?.facts.dispositif?.value ?? null,
    editeur: {
      denomination: parsed.vendor?.facts.name?.value ?? null,
      siret: parsed.vendor?.facts.siret?.value ?? null,
    },
    logiciel: {
      nom: parsed.software?.facts.name?.value ?? null,
      version: parsed.software?.facts.version?.value ?? null,
    },
    catalogue: loaded && {
      origine: loaded.origin.kind === 'builtIn' ? 'intégré' : 'importé',
      dispositif: loaded.catalogue.dispositif.id,
      version: loaded.catalogue.version ?? null,
      date: loaded.catalogue.date ?? null,
      source: loaded.catalogue.imported?.file ?? loaded.catalogue.source ?? null,
    },
    chapitres: state
      ? chaptersInScope(state, options.scope).map(({ name, status, counts }) => ({
          nom: name,
          statut: statusWords[status].fr,
          preuves: {
            fournies: counts.provided,
            a_fournir: counts.toProvide,
            incompletes: counts.incomplete,
            a_revoir: counts.toReview,
          },
        }))
      : [],
    pieces: plan.evidence.map((one) => ({ ...file(facts, one), ...slot(one.slot) })),
    declarations: plan.statements.map((one) => ({ ...file(facts, one), ...slot(one.slot) })),
    references: plan.references.map((one) => ({ [one.kind]: one.value, ...slot(one.slot) })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function file(facts: PackageFacts, one: PlannedEvidence): object {
  const written = facts.written(one);
  return { fichier: one.name, origine: one.source, taille: written?.size ?? null, sha256: written?.sha256 ?? null };
}

function slot(one: Slot): object {
  return {
    chapitre: one.chapter,
    exigence: one.requirement ?? null,
    scenario: one.scenario === '' ? null : one.scenario,
    preuve: one.proof === '' ? null : one.proof,
    titre: one.title ?? null,
    date: one.date ?? null,
    version: one.version ?? null,
    commentaire: one.comment ?? null,
  };
}
