import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { testReport } from './test-counts';

const point = /^(not )?ok\b(.*)$/;
const directive = /(?:^|[^\\])#[ \t]*(skip|todo)/i;
const plan = /^1\.\.(\d{1,7})(?:[ \t]*#.*)?$/;

/**
 * The Test Anything Protocol, version 12 to 14 (testanything.org): a version or a plan, and test points at the margin. A point
 * that is marked `TODO` may fail; those of subtests are indented, and told by the point that follows them. A plan that
 * promises more tests than were run, and « Bail out! », are failures.
 * @returns undefined for any other text: a line `ok` or `not ok` in prose makes none
 */
export function tapReport(text: string): ValidationReportFacts | undefined {
  if (!/^(?:TAP version 1[234]|1\.\.\d+|(?:not )?ok\b)/.test(text)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const versioned = /^TAP version 1[234]$/.test(lines[0]?.trimEnd() ?? '');
  let planned: number | undefined;
  let points = 0;
  let failed = 0;
  let skipped = 0;
  let others = 0;
  let isBailed = false;
  for (const line of lines) {
    const [, not, rest = ''] = point.exec(line) ?? [];
    const promised = plan.exec(line)?.[1];
    if (promised !== undefined) planned ??= Number(promised);
    else if (point.test(line)) {
      points++;
      const mark = directive.exec(rest)?.[1]?.toLowerCase();
      if (mark === 'skip') skipped++;
      else if (not !== undefined && mark === undefined) failed++;
    } else if (line.startsWith('Bail out!')) isBailed = true;
    else if (!/^(?:\s|#|$|TAP version|pragma )/.test(line)) others++;
  }
  // Only a version or a plan makes it one, and among the lines at the margin points are the most.
  if ((!versioned && planned === undefined) || others > points) return undefined;
  if (points === 0 && !isBailed)
    return planned === 0 ? testReport('tap', { failed: 0, run: 0, skipped: 0 }) : undefined;
  const missing = planned === undefined ? 0 : Math.max(planned - points, 0);
  const counts = { failed: failed + missing, run: points - skipped + missing, skipped };
  return testReport('tap', { ...counts, ...(isBailed && { declaredPassed: false }) });
}
