import { printedIds } from '../catalogue/printed-id';
import { sourceName } from '../catalogue/source-name';
import { examinedOf } from '../evidence/examined';
import { extentWords } from '../evidence/examined-words';
import { statusWords } from '../status/status-words';
import { answersIn } from './answered-requests';
import { filedTexts } from './filed-texts';
import { stateOfDossier } from './filed-state';
import { countByKind, filingOf, type Filing } from './gate';
import { blockerKindWords } from './gate/blocker-words';
import { chaptersInScope } from './scope';
import type { PackageFacts } from './package-content';
import type { PlannedEvidence, Slot } from './plan';

/**
 * The machine-readable record of a package (`depot.json`), version 1: schemas/depot.schema.json. Same facts as the
 * index page.
 */
export function depositRecord(facts: PackageFacts): string {
  const { analysis, plan, options } = facts;
  const { dossier } = analysis;
  const { parsed } = dossier.main;
  const state = analysis.compliance();
  const loaded = dossier.catalogue.kind === 'loaded' ? dossier.catalogue : undefined;
  const filed = stateOfDossier(analysis, () => undefined, options.scope);
  const files = [...plan.evidence, ...plan.statements];
  const texts = filedTexts(analysis, options.scope);
  const answers = answersIn(analysis, options.scope);
  const printed = loaded ? printedIds(loaded.catalogue) : new Map<string, string>();
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
    catalogue: loaded
      ? {
          origine: loaded.origin.kind === 'builtIn' ? 'intégré' : 'importé',
          dispositif: loaded.catalogue.dispositif.id,
          version: loaded.catalogue.version ?? null,
          date: loaded.catalogue.date ?? null,
          source: sourceName(loaded.catalogue) ?? null,
        }
      : null,
    // Only where the REM prints one id for several entries: everywhere else, keys are the printed ids.
    ...(printed.size === 0
      ? {}
      : { identifiants_imprimes: [...printed].map(([cle, imprime]) => ({ cle, identifiant: imprime })) }),
    chapitres_choisis: options.scope.chapters ?? null,
    depot: filingRecord(options.filing ?? filingOf(analysis, options.scope)),
    // Only in a package of answers.
    ...(answers
      ? {
          reponses: answers.map(({ request }) => ({
            chapitre: request.chapter ?? null,
            exigence: request.requirement ?? null,
            scenario: request.scenario ?? null,
            preuve: request.proof ?? null,
            demande_le: request.on ?? null,
            demande: request.comment ?? null,
            repondu_le: request.answeredOn ?? null,
          })),
        }
      : {}),
    totaux: {
      pieces: plan.evidence.length,
      declarations: plan.statements.length,
      liens: plan.references.filter(({ kind }) => kind === 'lien').length,
      executions: plan.references.filter(({ kind }) => kind === 'execution').length,
      octets: files.reduce((sum, one) => sum + (facts.written(one)?.size ?? 0), 0),
      absentes: files.filter((one) => facts.written(one) === undefined).length,
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
    preuves: filed.proofs
      .filter(({ status }) => status !== undefined)
      .map(({ chapter, requirement, scenario, proof, status }) => ({
        chapitre: chapter,
        exigence: requirement ?? null,
        scenario: scenario ?? null,
        preuve: proof ?? null,
        statut: status ? statusWords[status].fr : null,
      })),
    // Only where there is one: what is written for the examiner of scenarios and requirements.
    ...(texts.length === 0
      ? {}
      : {
          textes: texts.map(({ chapter, requirement, scenario, conformity, comment, justification }) => ({
            chapitre: chapter,
            exigence: requirement ?? null,
            scenario: scenario ?? null,
            conformite: conformity ?? null,
            commentaire: comment ?? null,
            justification: justification ?? null,
          })),
        }),
    pieces: plan.evidence.map((one) => ({ ...file(facts, one), ...slot(one.slot) })),
    declarations: plan.statements.map((one) => ({ ...file(facts, one), ...slot(one.slot) })),
    references: plan.references.map((one) => ({ [one.kind]: one.value, ...slot(one.slot) })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** What the gate said: whether this can be filed, how many reasons there are not to, and what is left out. */
function filingRecord({ isPossible, blockers, emptyChapters, leftOut, approvalPapers }: Filing): object {
  return {
    possible: isPossible,
    raisons: countByKind(blockers).map(([kind, count]) => ({ motif: blockerKindWords[kind].fr, nombre: count })),
    chapitres_sans_preuve: emptyChapters,
    preuves_non_jointes: [...new Set(leftOut.map(({ proof }) => proof))],
    justificatifs_non_joints: approvalPapers,
  };
}

function file(facts: PackageFacts, one: PlannedEvidence): object {
  const written = facts.written(one);
  const known = facts.analysis.evidenceFile(one.source);
  const examined = known?.state === 'file' ? examinedOf(known) : undefined;
  return {
    fichier: one.name,
    origine: one.source,
    taille: written?.size ?? null,
    sha256: written?.sha256 ?? null,
    // How far, and no more: places inside a piece may tell what is in it.
    ...(examined && { examen: extentWords[examined.extent].fr }),
  };
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
