import { neverCancelled } from '../../../../server/core/ports/cancellation';
import { jsonResults } from '../../../../server/host/collect/json-results';
import { junitResults } from '../../../../server/host/collect/junit-results';
import { WorkbookError } from '../../../../server/host/workbook/workbook-error';
import type { FuzzTarget } from '../fuzz-target';
import { mutateJson } from '../mutate-json';
import { mutateText } from '../mutate-text';

const junit = `<?xml version="1.0"?>
<testsuites>
<testsuite name="a" tests="2" timestamp="2026-11-03T10:00:00">
<properties><property name="segur" value="INS/va1.56.01.01"/></properties>
<testcase name="[INS/va1.56.01.01] b" classname="c" time="1">
<properties><property name="preuve" value="INS/va1.56.01.01"/></properties>
<system-out>[[ATTACHMENT|preuves/a.png]]</system-out>
</testcase>
<testcase name="d"><failure message="e">f</failure></testcase>
<testcase name="g"><skipped/></testcase>
</testsuite>
</testsuites>
`;

const reports: readonly unknown[] = [
  { config: { rootDir: '/x' }, suites: [{ title: 'a', specs: [{ title: 'INS/va1.56.01.01 b', tags: ['segur:INS/va1.56.01.01'], tests: [{ annotations: [{ type: 'segur', description: 'INS/va1.56.01.01' }], results: [{ status: 'passed', startTime: '2026-11-03T10:00:00Z', attachments: [{ name: 'a', contentType: 'image/png', path: 'a.png' }, { name: 'b', contentType: 'text/plain', body: 'YQ==' }] }] }] }], suites: [] }] },
  [{ keyword: 'Feature', name: 'a', elements: [{ type: 'scenario', name: 'b', tags: [{ name: '@INS/va1.56.01.01' }], steps: [{ result: { status: 'passed' }, embeddings: [{ mime_type: 'image/png', data: 'YQ==' }] }] }] }],
  { stats: { start: '2026-11-03T10:00:00Z' }, tests: [{ title: 'INS/va1.56.01.01', fullTitle: 'a INS/va1.56.01.01', err: {} }], passes: [], failures: [] },
  { stats: {}, results: [{ file: 'a.js', tests: [{ title: 'INS/va1.56.01.01', state: 'passed', context: '"a.png"' }], suites: [{ title: 'b', tests: [] }] }] },
];

export const testResultsTarget: FuzzTarget = {
  name: 'test-results',
  weight: 2,
  prepare: () => ({
    async run(random) {
      if (random.once(2)) return jsonResults('/x/a.json', mutateJson(random.pick(reports), random));
      const bytes = Buffer.from(mutateText(junit, [junit], random));
      return junitResults('/x/a.xml', bytes, neverCancelled).catch((error: unknown) => {
        if (error instanceof WorkbookError) return error.message;
        throw error;
      });
    },
  }),
};
