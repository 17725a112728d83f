import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { writeAdjustments } from './write-adjustments';
import { writeCatalogue } from './write-catalogue';

/** Texts that a reader of YAML 1.1 takes for something else where nothing is around them. */
const odd = ['no', 'y', '0o17', '0b1', '1_000', '2026-11-03', '12.10', '190:20:30', '1e3', '.inf', '~', 'null'];

describe('catalogues and adjustments for readers of YAML 1.1', () => {
  it('hold texts as texts', () => {
    for (const text of odd) {
      const requirements = smallCatalogue.requirements.slice(0, 1).map((one) => ({ ...one, text, note: text }));
      const catalogue = writeCatalogue({ ...smallCatalogue, version: text, requirements, coreScenarios: [] });
      const adjustments = writeAdjustments({ version: 1, preuves: { [text]: { condition: text } } });
      for (const version of ['1.1', '1.2'] as const) {
        const read = parse(catalogue, { version }) as { version_rem: unknown; exigences: Record<string, unknown>[] };
        const [first] = read.exigences;
        assert.deepEqual([read.version_rem, first?.['texte'], first?.['note']], [text, text, text], version);
        const adjusted = parse(adjustments, { version, mapAsMap: true }) as Map<
          string,
          Map<unknown, Map<string, unknown>>
        >;
        assert.equal(adjusted.get('preuves')?.get(text)?.get('condition'), text, `${text} ${version}`);
      }
    }
  });
});
