import assert from 'node:assert/strict';
import { analyse } from '../../../test/kit/dossier-kit';
import { makePlan } from '../parcours/plan/make-plan';
import { moment, type Moment } from '../time/moment';
import { planJson } from '../parcours/plan/plan-json';
import type { TimelineLane } from '../parcours/plan/timeline';
import { rules } from '../rules/registry';
import { htmlReport } from './html/page';
import { markdownReport } from './markdown';
import { reportOf } from './report-of';
import { reportTables } from './report-tables';

const main = `version: 1
dossier: { dispositif: IMG-DB-Va2, depot_vise: 2026-05-04 }
parcours:
  etapes:
    eligibilite: { etat: faite, debut: 2025-07-01, fin: 2025-09-17 }
    preuves: { etat: en cours, debut: 2026-04-01 }
commandes:
  - { client: Cabinet <A>, signee_le: 2026-01-20 }
`;

const paris = (date: string, time?: string): Moment => moment(date, time) ?? assert.fail(date);

async function journeyReport(
  text: string,
  {
    now = paris('2026-04-20', '10:00'),
    locale = 'fr',
    forAns = false,
  }: { now?: Moment; locale?: 'fr' | 'en'; forAns?: boolean } = {},
) {
  const { analysis } = await analyse(rules, { main: text });
  const report = reportOf(analysis, { locale, forAns, now, toolVersion: '0.0.0', evidenceFile: () => undefined });
  return { report, html: htmlReport(report), plan: makePlan(analysis.dossier.main.parsed, now) };
}

describe('the way in the report', () => {
  it('has the figures of `plan --format json`, in chart and tables alike', async () => {
    for (const at of [paris('2026-04-20', '10:00'), paris('2026-05-13', '12:00'), paris('2025-01-01')]) {
      const { report, plan } = await journeyReport(main, { now: at });
      const json = planJson(plan);
      const { view, timeline } = report.journey ?? assert.fail('no way');
      assert.ok(timeline);
      const [steps, dates, orders] = reportTables(report).slice(-3);
      const bare = (text: unknown) => String(text).replace(/^[≤≥] /, '');
      const shown = (value: { date: string; heure?: string } | null, hour = true) =>
        value === null
          ? undefined
          : [value.date, ...(hour && value.heure !== undefined ? [value.heure] : [])].join(' ');
      for (const [index, step] of json.etapes.entries()) {
        const cells = steps?.rows[index] ?? [];
        const none = step.etat === 'faite' ? '–' : 'inconnu';
        assert.equal(cells[0], step.numero);
        assert.equal(bare(cells[5]), shown(step.debut_au_plus_tot, false) ?? 'inconnu');
        assert.equal(bare(cells[6]), shown(step.fin_au_plus_tot, false) ?? 'inconnu');
        assert.equal(bare(cells[7]), shown(step.debut_au_plus_tard) ?? none);
        assert.equal(bare(cells[8]), shown(step.fin_au_plus_tard) ?? none);
        assert.equal(view.steps[index]?.slackDays, step.marge_jours ?? undefined);
        assert.equal(cells[10] !== undefined, step.id === json.etape_critique);
        const lane: TimelineLane | undefined = timeline.lanes[index];
        assert.equal(lane?.end, step.fin_au_plus_tot ? paris(step.fin_au_plus_tot.date).day : undefined);
        assert.equal(lane?.latestEnd, step.fin_au_plus_tard ? paris(step.fin_au_plus_tard.date).day : undefined);
      }
      assert.deepEqual(
        dates?.rows.map(([date]) => date),
        json.echeances.map(({ date, ...more }) => (date === null ? 'inconnu' : shown({ date, ...more }))),
      );
      assert.deepEqual(
        timeline.flags.map(({ id }) => id),
        json.echeances.flatMap(({ id, date }) => (date === null ? [] : [id])),
      );
      assert.deepEqual(
        orders?.rows.map((row) => row.slice(1, 3)),
        [['2026-01-20', '2026-05-20']],
      );
      assert.equal(timeline.today, at.day);
    }
  });

  it('draws steps, closings, today and the critical step, with a title, a description and tables beside', async () => {
    const { html } = await journeyReport(main);
    const svg = /<svg class="timeline"[^]*?<\/svg>/.exec(html)?.[0] ?? '';
    assert.match(svg, /role="img" aria-labelledby="parcours-t parcours-d"/);
    assert.match(svg, /<desc id="parcours-d">au 2026-04-20 10:00 \(heure de Paris\)\. étape critique 8,/);
    assert.equal(svg.match(/class="t-label/g)?.length, 15);
    assert.equal(svg.match(/class="t-letter"/g)?.length, 8);
    assert.match(svg, /class="t-today"[^]*aujourd’hui/);
    assert.match(svg, /t-label t-critical"[^>]*>8\. /);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    assert.match(html, /<span class="critical">étape critique<\/span>/);
    assert.match(html, /6 semaines[^]*non vérifié[^]*10 semaines[^]*non vérifié/);
    assert.match(html, /Cabinet &#60;A&#62;/);
    const english = (await journeyReport(main, { locale: 'en' })).html;
    assert.match(english, /<h2>Way to referencing<\/h2>[^]*today[^]*not checked/);
  });

  it('says that nothing is known, and still lists the steps', async () => {
    const { report, html } = await journeyReport('version: 1\ndossier: { dispositif: AUTRE-Va2 }\n');
    assert.equal(report.journey?.timeline, undefined);
    assert.match(html, /Échéancier inconnu/);
    assert.doesNotMatch(html, /<svg class="timeline"/);
    assert.equal(report.journey?.view.steps.length, 15);
    assert.ok(markdownReport(report).includes('| inconnu |'));
  });

  it('keeps its scale whatever is written, and draws beside each other closings of one day', async () => {
    const { report, html } = await journeyReport(`version: 1
dossier: { dispositif: AUTRE-Va2 }
parcours:
  calendrier:
    avance: { date: 0001-01-01 }
    solde: { date: 9999-12-31 }
    fin_prestations: { date: 2026-04-20 }
    fin_echanges_ans: { date: 2026-04-20, heure: '12:00' }
`);
    const { timeline } = report.journey ?? assert.fail('no way');
    assert.ok(timeline && timeline.to - timeline.from < 11 * 366 && timeline.ticks.length <= 14);
    assert.doesNotMatch(html, /NaN|Infinity/);
    const rows = [...html.matchAll(/class="t-letter" x="([\d.]+)" y="(\d+)"/g)].map(
      ([, x, y]) => `${x ?? ''};${y ?? ''}`,
    );
    assert.equal(new Set(rows).size, rows.length);
  });

  it('stays in the house: nothing of it is in a report for ANS', async () => {
    const { report, html } = await journeyReport(main, { forAns: true });
    assert.ok(!('journey' in report));
    for (const text of [html, markdownReport(report), JSON.stringify(reportTables(report))]) {
      assert.ok(!text.includes('Cabinet') && !text.includes('Parcours'));
    }
  });
});
