import { compact } from '../catalogue/compact';
import type { OffsetRange } from '../text/offset-range';
import type {
  ConformityFacts,
  EvidenceItem,
  NotApplicableFacts,
  ProofFacts,
  RequirementFacts,
  ReviewFacts,
  ScenarioFacts,
} from './facts';
import { followUpFacts, proofFollowUpFacts, stepsDoneFacts } from './follow-up-facts';
import { proofExaminations } from './instruction-facts';
import { entryOf, mapOf, scalarOf } from './node-parts';
import type { ReadEntry, ReadMap, ReadNode } from './read-node';

export function requirementFacts(entry: ReadEntry): RequirementFacts {
  const node = entry.value;
  return compact<RequirementFacts>({
    kind: 'requirement',
    id: entry.key,
    fingerprint: scalarOf(node, 'empreinte'),
    scenarios: (mapOf(node, 'scenarios')?.entries ?? []).map(scenarioFacts),
    notApplicable: notApplicable(node),
    followUp: followUpFacts(node),
    comment: scalarOf(node, 'commentaire'),
    internalNote: scalarOf(node, 'note_interne'),
    range: entry.range,
  });
}

export function scenarioFacts(entry: ReadEntry): ScenarioFacts {
  const node = entry.value;
  return compact<ScenarioFacts>({
    kind: 'scenario',
    id: entry.key,
    fingerprint: scalarOf(node, 'empreinte'),
    proofs: (mapOf(node, 'preuves')?.entries ?? []).map(proofFacts),
    instruction: entryOf(node, 'instruction') && proofExaminations(node),
    notApplicable: notApplicable(node),
    conformity: conformity(node),
    followUp: followUpFacts(node),
    proofFollowUps: proofFollowUpFacts(node),
    stepsDone: stepsDoneFacts(node),
    comment: scalarOf(node, 'commentaire'),
    internalNote: scalarOf(node, 'note_interne'),
    range: entry.range,
  });
}

function proofFacts(entry: ReadEntry): ProofFacts {
  const items = entry.value?.kind === 'list' ? entry.value.items : [];
  return {
    id: entry.key,
    evidence: items.flatMap((item) => (item.value?.kind === 'map' ? [evidenceItem(item.value, item.range)] : [])),
    range: entry.range,
  };
}

function evidenceItem(node: ReadMap, range: OffsetRange): EvidenceItem {
  const kind = node.entries.find((entry) => ['fichier', 'lien', 'execution', 'declaration'].includes(entry.key.value));
  const target = (key: string) => (kind?.key.value === key ? scalarOf(node, key) : undefined);
  return compact<EvidenceItem>({
    range,
    file: target('fichier'),
    link: target('lien'),
    access: scalarOf(node, 'acces'),
    execution: target('execution'),
    declaration: target('declaration'),
    title: scalarOf(node, 'titre'),
    sha256: scalarOf(node, 'sha256'),
    date: scalarOf(node, 'date'),
    version: scalarOf(node, 'version'),
    testCase: scalarOf(node, 'cas_de_test'),
    comment: scalarOf(node, 'commentaire'),
    internalNote: scalarOf(node, 'note_interne'),
    review: review(node),
  });
}

function review(node: ReadMap): ReviewFacts | undefined {
  const entry = entryOf(node, 'revue');
  if (entry?.value?.kind !== 'map') return undefined;
  return compact<ReviewFacts>({
    range: entry.range,
    by: scalarOf(entry.value, 'par'),
    on: scalarOf(entry.value, 'le'),
    opinion: scalarOf(entry.value, 'avis'),
    sha256: scalarOf(entry.value, 'sha256'),
  });
}

function conformity(node: ReadNode | undefined): ConformityFacts | undefined {
  const entry = entryOf(node, 'conformite');
  if (!entry) return undefined;
  return compact<ConformityFacts>({
    text: scalarOf(entry.value, 'texte'),
    writtenBy: scalarOf(entry.value, 'redige_par'),
  });
}

function notApplicable(node: ReadNode | undefined): NotApplicableFacts | undefined {
  const entry = entryOf(node, 'non_applicable');
  if (!entry) return undefined;
  return compact<NotApplicableFacts>({
    key: entry.key.range,
    justification: scalarOf(entry.value, 'justification'),
    declaration: scalarOf(entry.value, 'declaration'),
  });
}
