import assert from 'node:assert/strict';
import { analyse, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import type { Finding } from '../findings/finding';
import { textOf } from '../fixes/manifest-text';
import { rules } from './registry';

/** What findings of the rules carry for their fixes, as it may be of a text that is no more. */
const data = [
  undefined,
  {},
  {
    ...{ requirement: 'INS/va9.99', scenario: 'INS/va9.99.01', proof: 'INS/va9.99.01.01', id: 'INS/va9.99' },
    ...{ present: 'b'.repeat(64), to: 'ailleurs.png', suggestion: 'x', key: 'x', missing: ['X.01'] },
  },
  { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va9.99.01.01', missing: ['INS/va1.56'] },
  { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' },
  { scenario: 'SCN_DB/CO.99', proof: 7 },
  { scenario: 'SCN_DB/CO.01', proof: 'SCN_DB/CO.01.01.01' },
];

const left: readonly (readonly [name: string, input: KitInput])[] = [
  ['nothing', { main: '' }],
  ['another head', { main: 'version: 1\n' }],
  ['a dossier without catalogue', { main: manifest(''), catalogue: null }],
  ['a whole dossier', { main: manifest('exigences:\n  PSC.01:\n    scenarios: { PSC.01.01: { preuves: {} } }\n') }],
  ['no YAML', { main: manifest('exigences: [\n') }],
];

describe('fixes of a finding whose text has changed since', () => {
  for (const [name, input] of left)
    it(`write in no other file, and past no end of one: ${name}`, async () => {
      const { analysis } = await analyse([], input);
      const { dossier } = analysis;
      const end = input.main.length;
      // Where the file was taken out of the dossier, where the place is another one by now, and where there is none.
      const places = [
        { uri: `${rootUri}/parti.preuves.yaml`, range: { start: 4, end: 9 } },
        { uri: mainUri, range: { start: 0, end: Math.min(7, end) } },
        { uri: mainUri, range: { start: end, end } },
      ];
      for (const rule of rules)
        for (const message of rule.fixes ? Object.keys(rule.meta.messages) : [])
          for (const place of places)
            for (const one of data) {
              const finding: Finding = {
                ...{ rule: rule.meta.id, severity: 'error', message, args: {}, ...place },
                ...(one ? { data: one } : {}),
              };
              for (const { edits } of rule.fixes?.(finding, dossier) ?? [])
                for (const { uri, range } of edits) {
                  const text = textOf(dossier, uri);
                  const told = `${rule.meta.id}, ${message}, ${JSON.stringify(one)}`;
                  assert.ok(text !== undefined, `${told} writes in ${uri}`);
                  assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, told);
                }
            }
    });
});
