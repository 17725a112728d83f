import assert from 'node:assert/strict';
import { analyse, file, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import { reportOf } from '../../core/report/report-of';
import { rules } from '../../core/rules/registry';
import { moment } from '../../core/time/moment';
import { Places } from '../compliance/places';
import { EntryPlaces } from './entry-places';
import { reportView } from './report-view';

async function view(input: KitInput) {
  const { analysis } = await analyse(rules, input);
  const evidenceFile = (path: string) => analysis.evidenceFile(path);
  const now = moment('2026-11-20') ?? assert.fail('no day');
  const report = reportOf(analysis, { locale: 'fr', forAns: false, toolVersion: '1.0', now, evidenceFile });
  return reportView(analysis, report, { places: new Places(analysis.dossier), evidenceFile });
}

describe('the report in the editor', () => {
  it('has no figures and no charts without a catalogue, and leads to files that are there alone', async () => {
    const body = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [{ fichier: a.png }, { fichier: b.png }, { fichier: ../c.png }]
`;
    const evidence = { 'a.png': file(), 'b.png': { state: 'absent' } } as const;
    const measured = await view({ main: manifest(body), evidence });
    assert.equal(measured.counts?.length, measured.states.length);
    assert.ok(measured.charts.length > 0);
    const files = measured.tables.flatMap(({ rows }) =>
      rows.flatMap(({ links }) => Object.values(links).flatMap((link) => (link.kind === 'file' ? [link.uri] : []))),
    );
    assert.deepEqual([...new Set(files)], [`${rootUri}/a.png`]);
    const without = await view({ main: manifest(body), catalogue: null, evidence });
    assert.deepEqual([without.counts, without.charts], [undefined, []]);
  });

  it('draws the way where the dispositif has one', async () => {
    const main = 'version: 1\ndossier: { dispositif: IMG-DB-Va2 }\n';
    const drawn = await view({ main, catalogue: null });
    assert.equal(typeof drawn.timeline?.title, 'string');
    const none = await view({ main: manifest('').replace('MDV-LGC-Va2', 'AUTRE'), catalogue: null });
    assert.equal(none.timeline, undefined);
  });
});

describe('where the manifests speak of an entry', () => {
  it('is at it, else at what it stands under, else where it would go', async () => {
    const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: {}
  MAISON.01:
    scenarios: { MAISON.01.01: { preuves: { MAISON.P: [] } } }
scenarios:
  SCN_DB/CO.01:
    preuves: { SCN_DB/CO.01.01.01: [] }
`);
    const lineOf = (what: string) => main.split('\n').findIndex((line) => line.includes(what));
    for (const catalogue of [undefined, null]) {
      const { analysis } = await analyse([], catalogue === null ? { main, catalogue } : { main });
      const places = new EntryPlaces(analysis, new Places(analysis.dossier));
      const line = (...[requirement, scenario, proof]: readonly (string | undefined)[]) => {
        const place = places.of({
          kind: 'entry',
          ...(requirement === undefined ? {} : { requirement }),
          ...(scenario === undefined ? {} : { scenario }),
          ...(proof === undefined ? {} : { proof }),
        });
        assert.equal(place.uri, mainUri);
        return place.range.start.line;
      };
      assert.equal(line('INS/va1.56', 'INS/va1.56.01', 'INS/va1.56.01.01'), lineOf('INS/va1.56.01'));
      assert.equal(line('INS/va1.56', 'INS/va1.56.02'), lineOf('INS/va1.56:'));
      assert.equal(line('MAISON.01', 'MAISON.01.01', 'MAISON.P'), lineOf('MAISON.P'));
      assert.equal(line(undefined, 'SCN_DB/CO.01', 'SCN_DB/CO.01.01.01'), lineOf('SCN_DB/CO.01.01.01'));
      for (const again of [1, 2]) {
        assert.equal(line('PSC.01'), lineOf('exigences:'), `time ${again}`);
        assert.equal(line(undefined, 'SCN.2'), main.split('\n').indexOf('scenarios:'));
      }
    }
  });
});
