import type { Analysis } from '../engine/analyse';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { CdaControl } from '../evidence/cda-control';
import { controlReservation } from '../evidence/cda-control-words';
import { examinedOf } from '../evidence/examined';
import { evidenceRows, type EvidenceRow, type Judgement } from './evidence-rows';
import { safePiecePath } from '../evidence/evidence-path';
import { findingRecords, type FindingRecord } from '../submission/finding-records';
import type { PackageOptions, WrittenFile } from '../submission/package-content';
import { submissionPlan, type Slot } from '../submission/plan';

/**
 * What is known of the pieces of a package and stays in the house: who judged them, how far they were looked into, what was
 * found and what was accepted. Written beside the package: schemas/interne.schema.json, version 1.
 * @param file name of the package
 * @param written every file of the package
 */
export function internalRecord(
  analysis: Analysis,
  options: PackageOptions,
  file: string,
  written: readonly WrittenFile[],
): string {
  const bag = written[0]?.name.split('/')[0] ?? '';
  const evidenceFile = options.evidenceFile ?? (() => undefined);
  const findings = findingRecords(analysis, options.scope);
  const rows = rowsInPackage(analysis, options, evidenceFile);
  const record = {
    version: 1,
    outil: { nom: 'Ségur Preuves', version: options.toolVersion },
    paquet: {
      fichier: file,
      sac: bag,
      brouillon: options.draft,
      // It fixes every other digest of the package.
      sha256_tagmanifest: written.find(({ name }) => name === `${bag}/tagmanifest-sha256.txt`)?.sha256 ?? null,
    },
    verifie_le: analysis.context.today,
    pieces: rows.map((row) => ({
      chapitre: row.chapter,
      exigence: row.requirement || null,
      scenario: row.scenario,
      preuve: row.proof,
      nature: row.kind,
      valeur: row.value,
      sha256: row.sha256 || null,
      examen: examinationOf(row, evidenceFile),
      ...(row.controls && { controles_cda: row.controls.map(controlOf) }),
      revue: {
        conclusion: judgements[row.review?.judgement ?? 'notReviewed'],
        par: row.review?.by || null,
        le: row.review?.on || null,
      },
    })),
    // Only where something was held against schemas.
    ...(rows.some(({ controls }) => controls) && { reserve_controles_cda: controlReservation.fr }),
    constats: findings.filter(({ reason, setting }) => reason === undefined && setting === undefined).map(findingOf),
    constats_acceptes: findings
      .filter(({ reason }) => reason !== undefined)
      .map((one) => ({ ...findingOf(one), raison: one.reason })),
    constats_attenues: findings
      .filter(({ setting }) => setting !== undefined)
      .map((one) => ({ ...findingOf(one), reglage: one.setting })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** What a review concluded, in the words of the record. */
const judgements: Readonly<Record<Judgement, string>> = {
  sufficient: 'suffisante',
  insufficient: 'insuffisante',
  stale: 'à revoir',
  notReviewed: 'non relue',
};

/** How far a piece was looked into, in the words of the record. */
const examinations = {
  /** It was opened, and nothing of it was left. */
  whole: 'lue',
  /** Something of it was left; see `examinedOf`. */
  partly: 'en partie',
  /** Nobody opened it, or nothing of its content was read. */
  notRead: 'non lue',
  absent: 'absente',
  /** A link or an execution number: there is nothing to open here. */
  none: 'sans fichier',
} as const;

function rowsInPackage(
  analysis: Analysis,
  { scope, toolVersion }: PackageOptions,
  evidenceFile: (path: string) => EvidenceFile | undefined,
): EvidenceRow[] {
  const plan = submissionPlan(analysis, scope);
  const held = new Set([
    ...plan.evidence.map(({ source, slot }) => keyOf(slot, source)),
    ...plan.references.map(({ value, slot }) => keyOf(slot, value)),
  ]);
  const rows = evidenceRows(analysis, { locale: 'fr', forAns: false, toolVersion, evidenceFile });
  return rows.filter((row) => {
    const isFile = row.kind === 'fichier' || row.kind === 'declaration';
    return held.has(keyOf(row, (isFile ? safePiecePath(row.value) : undefined) ?? row.value));
  });
}

function keyOf(
  { requirement, scenario, proof }: Pick<Slot, 'requirement' | 'scenario' | 'proof'>,
  value: string,
): string {
  return JSON.stringify([requirement ?? '', scenario, proof, value]);
}

function examinationOf({ kind, value }: EvidenceRow, evidenceFile: (path: string) => EvidenceFile | undefined): string {
  if (kind !== 'fichier' && kind !== 'declaration') return examinations.none;
  const path = safePiecePath(value);
  const file = path === undefined ? undefined : evidenceFile(path);
  if (file?.state === 'absent') return examinations.absent;
  const examined = file?.state === 'file' ? examinedOf(file) : undefined;
  return examinations[examined?.extent ?? 'notRead'];
}

/** What a document was held against, with the digests that say which schemas these were. */
function controlOf({ where, folder, document, schema, volet, failures, unverified }: CdaControl): object {
  return {
    partie: where ?? null,
    sha256_document: document || null,
    sha256_schemas: folder || null,
    schema: schema ? { fichier: schema.file, sha256: schema.sha256, ecarts: schema.errors } : null,
    volet: volet
      ? {
          nom: volet.name,
          sha256: volet.sha256,
          assertions: volet.assertions,
          evaluees: volet.assertions - volet.notEvaluable,
          non_evaluables: volet.notEvaluable,
          appliquees: volet.applied,
          echecs: volet.failed,
        }
      : null,
    echecs: failures.map(({ by, message, pattern, test, path, line, column }) => ({
      de: by === 'schema' ? 'schéma' : 'volet',
      message,
      motif: pattern ?? null,
      xpath: test ?? null,
      noeud: path ?? null,
      ligne: line ?? null,
      colonne: column ?? null,
    })),
    non_verifie: unverified.map(({ reason, names }) => ({ raison: reason, noms: names })),
  };
}

function findingOf(one: FindingRecord): object {
  return {
    regle: one.rule,
    gravite: one.severity,
    message: one.message,
    manifeste: one.file,
    ligne: one.line,
    exigence: one.requirement ?? null,
    scenario: one.scenario ?? null,
    preuve: one.proof ?? null,
    piece: one.path ?? null,
  };
}
