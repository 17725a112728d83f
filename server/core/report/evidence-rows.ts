import type { Analysis } from '../engine/analyse';
import type { ResolvedProof, ResolvedScenario } from '../dossier/dossier';
import type { EvidenceFile } from '../evidence/evidence-file';
import type { CdaControl } from '../evidence/cda-control';
import { examinedFileWords } from '../evidence/examined-words';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { ScenarioCompliance } from '../status/compliance';
import type { Status } from '../status/status';
import { safePiecePath } from '../evidence/evidence-path';
import type { ReportOptions } from './report';
import { reportedPath } from './reported-path';
import { words } from './words';

/**
 * Whether the file is the one that was cited. It says nothing of what the file is worth.
 * `notPinned`: the manifest has no digest to compare with · `notRead`: not known yet, or unreadable ·
 * `notAFile`: a link or an execution number.
 */
export type Integrity = 'intact' | 'changed' | 'notPinned' | 'missing' | 'notRead' | 'notAFile';

/** Whether someone judged it sufficient. `stale`: judged sufficient, but the file has changed since. */
export type Judgement = 'sufficient' | 'insufficient' | 'stale' | 'notReviewed';

/** What the team's review says of a piece. */
export interface ReviewOfPiece {
  readonly judgement: Judgement;
  /** Empty when it is not said. */
  readonly by: string;
  /** Likewise. */
  readonly on: string;
}

/** A piece of evidence, in the slot of its proof. */
export interface EvidenceRow {
  readonly chapter: string;
  readonly requirement: string;
  readonly scenario: string;
  readonly proof: string;
  /** Undefined when it counts for nothing: unknown proof, or a requirement declared not applicable. */
  readonly status: Status | undefined;
  readonly kind: 'fichier' | 'lien' | 'execution' | 'declaration' | 'inconnu';
  /** Path, link or number. */
  readonly value: string;
  readonly title: string;
  readonly date: string;
  readonly version: string;
  readonly testCase: string;
  readonly comment: string;
  /** Never in a report for ANS. */
  readonly internalNote?: string;
  /** Bytes. */
  readonly size?: number;
  /** Of the file as it is, else as pinned; lower-case hexadecimal, or empty. */
  readonly sha256: string;
  readonly integrity: Integrity;
  /** How far the tool looked into it; empty when nothing is known. Never in a report for ANS. */
  readonly examined?: string;
  /** CDA in it that were held against the team's schemas; absent where none was. Never in a report for ANS. */
  readonly controls?: readonly CdaControl[];
  /** Never in a report for ANS: who judged what is between the team's members. */
  readonly review?: ReviewOfPiece;
}

/** Every piece of evidence that the dossier cites: by chapter and proof, then what counts for nothing. */
export function evidenceRows(analysis: Analysis, options: ReportOptions): EvidenceRow[] {
  const { locale } = options;
  const rows: EvidenceRow[] = [];
  const listed = new Set<EvidenceItem>();
  const add = (item: EvidenceItem, slot: Slot) => {
    if (listed.has(item)) return;
    listed.add(item);
    rows.push({ ...slot, ...pieceOf(item, options) });
  };
  const addScenario = ({ scenario, proofs }: ScenarioCompliance, above: Pick<Slot, 'chapter' | 'requirement'>) => {
    for (const { proof, status, entry } of proofs) {
      const slot = { ...above, scenario: scenario.id, proof: proof.id, status };
      for (const item of entry?.value.facts.evidence ?? []) add(item, slot);
    }
  };
  const state = analysis.compliance();
  for (const { name, requirements } of state?.chapters ?? []) {
    for (const { requirement, scenarios } of requirements) {
      for (const one of scenarios) addScenario(one, { chapter: name, requirement: requirement.id });
    }
  }
  const core = { chapter: words.coreScenarios[locale], requirement: '' };
  for (const one of state?.coreScenarios ?? []) addScenario(one, core);

  const addRest = (scenario: ResolvedScenario, above: Pick<Slot, 'chapter' | 'requirement'>) => {
    for (const proof of scenario.proofs) {
      const slot = { ...above, scenario: scenario.facts.id.value, proof: idOf(proof), status: undefined };
      for (const item of proof.facts.evidence) add(item, slot);
    }
  };
  for (const { value } of analysis.dossier.requirements) {
    const above = { chapter: value.requirement?.chapter ?? '', requirement: value.facts.id.value };
    for (const scenario of value.scenarios) addRest(scenario, above);
  }
  for (const { value } of analysis.dossier.coreScenarios) addRest(value, core);
  return rows;
}

type Slot = Pick<EvidenceRow, 'chapter' | 'requirement' | 'scenario' | 'proof' | 'status'>;

function idOf({ proof, facts }: ResolvedProof): string {
  return proof?.id ?? facts.id.value;
}

function pieceOf(item: EvidenceItem, { forAns, evidenceFile, locale }: ReportOptions): Omit<EvidenceRow, keyof Slot> {
  const path = evidencePath(item)?.value;
  const safe = path === undefined ? undefined : safePiecePath(path);
  const file = safe === undefined ? undefined : evidenceFile(safe);
  const content = file?.state === 'file' ? file : undefined;
  const pinned = item.sha256?.value.toLowerCase();
  const note = forAns ? undefined : item.internalNote?.value;
  return {
    ...kindOf(item, forAns),
    title: item.title?.value ?? '',
    date: item.date?.value ?? '',
    version: item.version?.value ?? '',
    testCase: item.testCase?.value ?? '',
    comment: item.comment?.value ?? '',
    ...(note ? { internalNote: note } : {}),
    ...(content ? { size: content.size } : {}),
    sha256: content?.sha256 ?? pinned ?? '',
    integrity: path === undefined ? 'notAFile' : integrityOf(file, pinned),
    ...(forAns ? {} : { examined: examinedFileWords(file, locale) ?? '' }),
    ...(forAns || !content?.inspection?.cdaControls ? {} : { controls: content.inspection.cdaControls }),
    ...(forAns ? {} : { review: reviewOf(item, content?.sha256, pinned) }),
  };
}

function reviewOf(item: EvidenceItem, present: string | undefined, pinned: string | undefined): ReviewOfPiece {
  return {
    judgement: judgementOf(item, present, pinned),
    by: item.review?.by?.value ?? '',
    on: item.review?.on?.value ?? '',
  };
}

function kindOf(
  { file, link, execution, declaration }: EvidenceItem,
  forAns: boolean,
): Pick<EvidenceRow, 'kind' | 'value'> {
  if (file) return { kind: 'fichier', value: reportedPath(file.value, forAns) };
  if (link) return { kind: 'lien', value: link.value };
  if (execution) return { kind: 'execution', value: execution.value };
  return declaration
    ? { kind: 'declaration', value: reportedPath(declaration.value, forAns) }
    : { kind: 'inconnu', value: '' };
}

function integrityOf(file: EvidenceFile | undefined, pinned: string | undefined): Integrity {
  if (file?.state === 'absent') return 'missing';
  if (file?.state !== 'file') return 'notRead';
  if (pinned === undefined) return 'notPinned';
  return file.sha256 === pinned ? 'intact' : 'changed';
}

function judgementOf({ review }: EvidenceItem, present: string | undefined, pinned: string | undefined): Judgement {
  if (review?.opinion?.value === 'insuffisante') return 'insufficient';
  if (review?.opinion?.value !== 'suffisante') return 'notReviewed';
  const reviewed = review.sha256?.value.toLowerCase() ?? pinned;
  return reviewed !== undefined && present !== undefined && reviewed !== present ? 'stale' : 'sufficient';
}
