import { countByKind } from '../../core/submission/gate';
import type { OpenRequest } from '../../core/instruction/open-requests';
import { statusWords } from '../../core/status/status-words';
import type { Counts, Status } from '../../core/status/status';
import type { CheckReport, DossierFigures } from '../check-report';

/** `check --format json`, version 1 (schemas/check.schema.json). Zero-based positions, status codes never translated. */
export function checkJson(report: CheckReport): string {
  const findings = report.findings.map(({ rule, severity, message, file, range }) => ({
    rule,
    severity,
    message,
    file,
    range,
  }));
  const { error, warning, info, hint } = report.summary;
  const status = { dossiers: report.dossiers.map(dossierJson) };
  return `${JSON.stringify({ version: 1, findings, summary: { error, warning, info, hint }, status }, null, 2)}\n`;
}

/** Figures of one dossier, as `check` and `status` give them. `status` is null when no catalogue can be read. */
export function dossierJson({ file, dispositif, requests, filing, figures }: DossierFigures) {
  return {
    file,
    dispositif: dispositif ?? null,
    requests: requests.map(requestJson),
    filing: { possible: filing.isPossible, reasons: Object.fromEntries(countByKind(filing.blockers)) },
    ...(figures
      ? {
          ...stateJson(figures),
          chapters: figures.chapters.map((chapter) => ({ name: chapter.name, ...stateJson(chapter) })),
          coreScenarios: figures.coreScenarios.map((scenario) => ({ id: scenario.id, ...stateJson(scenario) })),
        }
      : { status: null }),
  };
}

/** What ANS waits for. Null for what is not written. */
function requestJson({ chapter, requirement, scenario, proof, on, comment, answerBy, overdue }: OpenRequest) {
  return {
    chapter: chapter ?? null,
    requirement: requirement ?? null,
    scenario: scenario ?? null,
    proof: proof ?? null,
    on: on ?? null,
    comment: comment ?? null,
    answerBy: answerBy ?? null,
    overdue,
  };
}

function stateJson({ status, counts }: { readonly status: Status; readonly counts: Counts }) {
  return { status: statusWords[status].fr, counts };
}
