import type { Analysis } from '../engine/analyse';
import type { NotApplicableFacts } from '../manifest/facts';
import { safePiecePath } from '../evidence/evidence-path';
import type { Compliance } from '../status/compliance';
import { requiredWithoutProof } from '../status/requirement-words';
import type { ApprovalRow, NotApplicableRow, ReportOptions, WithoutProofRow } from './report';
import { reportedPath } from './reported-path';

/** What the dossier declares not applicable, in the order of the files. */
export function notApplicableRows({ dossier }: Analysis, { evidenceFile, forAns }: ReportOptions): NotApplicableRow[] {
  const rows: NotApplicableRow[] = [];
  const add = (facts: NotApplicableFacts | undefined, id: string, text: string | undefined) => {
    if (!facts) return;
    const path = facts.declaration?.value ?? '';
    const safe = safePiecePath(path);
    const known = safe === undefined ? undefined : evidenceFile(safe);
    rows.push({
      id,
      text: text ?? '',
      justification: facts.justification?.value ?? '',
      declaration: reportedPath(path, forAns),
      declarationFound: known?.state !== 'absent',
    });
  };
  for (const { value } of dossier.requirements) {
    add(value.facts.notApplicable, value.requirement?.id ?? value.facts.id.value, value.requirement?.text);
    for (const one of value.scenarios) {
      add(one.facts.notApplicable, one.scenario?.id ?? one.facts.id.value, one.scenario?.name ?? one.scenario?.text);
    }
  }
  for (const { value } of dossier.coreScenarios) {
    add(value.facts.notApplicable, value.scenario?.id ?? value.facts.id.value, value.scenario?.name);
  }
  return rows;
}

/** Requirements that apply and of which the REM expects no proof, in its order. */
export function withoutProofRows({ chapters }: Compliance): WithoutProofRow[] {
  return chapters.flatMap(({ name, requirements }) =>
    requiredWithoutProof(requirements).map(({ requirement: { id, text } }) => ({
      chapter: name,
      id,
      text: text ?? '',
    })),
  );
}

/** Approvals by the CNDA, as the manifest states them. */
export function approvalRows({ dossier }: Analysis, { forAns }: ReportOptions): ApprovalRow[] {
  return dossier.main.parsed.approvals.map(({ facts }) => ({
    teleservice: facts.teleservice?.value ?? '',
    state: facts.state?.value ?? '',
    date: facts.date?.value ?? '',
    evidence: reportedPath(facts.evidence?.value ?? '', forAns),
  }));
}
