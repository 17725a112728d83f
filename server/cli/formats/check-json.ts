import { countByKind } from '../../core/submission/gate';
import { examinedTally, type ExaminedPiece } from '../../core/report/examined-pieces';
import type { OpenRequest } from '../../core/instruction/open-requests';
import { statusWords } from '../../core/status/status-words';
import type { Counts, Status } from '../../core/status/status';
import type { ChapterFigures, CheckReport, DossierFigures } from '../check-report';

/** `check --format json`, version 1 (schemas/check.schema.json). Zero-based positions, status codes never translated. */
export function checkJson(report: CheckReport): string {
  return `${JSON.stringify(checkDocument(report), null, 2)}\n`;
}

/** The same on a line of its own, for a reader of many. */
export function checkJsonLine(report: CheckReport): string {
  return `${JSON.stringify(checkDocument(report))}\n`;
}

function checkDocument(report: CheckReport): object {
  const findings = report.findings.map(({ rule, severity, message, file, range, related }) => ({
    rule,
    severity,
    message,
    file,
    range,
    ...(related.length === 0 ? {} : { related }),
  }));
  const { error, warning, info, hint } = report.summary;
  const status = { dossiers: report.dossiers.map(dossierJson) };
  return { version: 1, at: report.at, findings, summary: { error, warning, info, hint }, status };
}

/** Figures of one dossier, as `check` and `status` give them. `status` is null when no catalogue can be read. */
export function dossierJson({
  file,
  dispositif,
  catalogue,
  requests,
  filing,
  late,
  threads,
  examined,
  figures,
}: DossierFigures) {
  return {
    file,
    dispositif: dispositif ?? null,
    catalogue: catalogue.kind,
    requests: requests.map(requestJson),
    filing: {
      possible: filing.isPossible,
      reasons: Object.fromEntries(countByKind(filing.blockers)),
      waived: filing.waived,
      editedCatalogue: filing.editedCatalogue,
      ...(filing.adjustments === undefined ? {} : { adjustments: filing.adjustments }),
    },
    late,
    ...(threads ? { threads } : {}),
    examined: examinedJson(examined),
    ...(figures
      ? {
          ...stateJson(figures),
          chapters: figures.chapters.map(chapterJson),
          coreScenarios: figures.coreScenarios.map((scenario) => ({ id: scenario.id, ...stateJson(scenario) })),
        }
      : { status: null }),
  };
}

/** The count, and what was left of each piece that was not read whole. */
function examinedJson(pieces: readonly ExaminedPiece[]) {
  return {
    ...examinedTally(pieces),
    left: pieces
      .filter(({ examined }) => examined.extent !== 'whole')
      .map(({ path, examined: { extent, left } }) => ({ path, extent, reasons: left.map(({ reason }) => reason) })),
  };
}

function chapterJson(chapter: ChapterFigures) {
  const { name, uncounted, requiredWithoutProof, said } = chapter;
  return {
    name,
    ...stateJson(chapter),
    requirements: uncounted,
    requiredWithoutProof,
    ans: said ? { status: said.state, on: said.on ?? null } : null,
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
