import assert from 'node:assert/strict';
import { analyse } from '../../../test/kit/dossier-kit';
import { makePlan } from '../parcours/plan/make-plan';
import { moment, type Moment } from '../time/moment';
import { planJson } from '../parcours/plan/plan-json';
import type { TimelineLane } from '../parcours/plan/timeline';
import { rules } from '../rules/registry';
import { journeyDrawing } from './html/journey-drawing';
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

  it('draws what is over on the one day that is known of it, what is past as past, and today at either edge', async () => {
    const done = (days: string) => `version: 1
dossier: { dispositif: AUTRE-Va2 }
parcours:
  calendrier: { avance: { date: 2026-02-02 }, solde: { date: 2026-06-01 } }
  etapes: { eligibilite: { etat: faite, ${days} } }
`;
    const drawn = async (text: string, now = paris('2026-04-20')) =>
      /<svg class="timeline"[^]*?<\/svg>/.exec((await journeyReport(text, { now })).html)?.[0] ??
      assert.fail('no chart');
    const [whole, ended, begun] = await Promise.all(
      ['debut: 2026-03-01, fin: 2026-04-01', 'fin: 2026-04-01', 'debut: 2026-03-01'].map((days) => drawn(done(days))),
    );
    const bar = /<rect class="t-done" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(whole ?? '');
    const [left, width] = [Number(bar?.[1]), Number(bar?.[2])];
    const dot = (svg = '') => Number(/<circle class="t-done" cx="([\d.]+)"/.exec(svg)?.[1]);
    assert.ok(width > 3);
    assert.ok(Math.abs(dot(begun) - left) < 0.2, 'begun, and nobody knows when it ended');
    assert.ok(Math.abs(dot(ended) - (left + width)) < 0.2, 'ended, and nobody knows when it began');
    assert.deepEqual(whole?.match(/class="t-flag( t-past)?"/g), ['class="t-flag t-past"', 'class="t-flag"']);
    const anchor = (svg: string) => /class="t-now"[^>]*text-anchor="(\w+)"/.exec(svg)?.[1];
    const closing = (date: string) => done('fin: 2026-04-01').replace('2026-02-02', date).replace('2026-06-01', date);
    const ids = (await journeyReport(main)).report.journey?.view.steps.map(({ id }) => id) ?? [];
    const over = ids.map((id) => `    ${id}: { etat: faite, fin: 2025-04-01 }\n`).join('');
    assert.equal(anchor(await drawn(`version: 1\nparcours:\n  etapes:\n${over}`)), 'end');
    assert.equal(anchor(await drawn(closing('2027-04-20'), paris('2026-04-01'))), 'start');
    assert.equal(anchor(await drawn(closing('2026-05-10'))), 'middle');
  });

  it('marks an order that is too old, in words too, and what a window left behind as past', async () => {
    const orders = main.replace('signee_le: 2026-01-20', 'signee_le: 2025-01-20');
    const { report, html } = await journeyReport(orders);
    const verdict = report.journey?.view.orders[0]?.verdict ?? assert.fail('no order');
    assert.equal(report.journey?.view.orders[0]?.late, true);
    assert.ok(html.includes(`<use href="#m-incomplete"/></svg>${verdict}`), verdict);
    assert.match(html, /class="t-order t-past"/);
    const open = await journeyReport(main);
    assert.equal(open.report.journey?.view.orders[0]?.late, false);
  });

  it('leads from a step and a date to what the manifest says of them, and nowhere where it says nothing', async () => {
    const { report } = await journeyReport(main);
    const [steps, dates] = reportTables(report).slice(-3);
    const text = (target: unknown, of = main) => {
      if (target === undefined) return undefined;
      const { range } = target as { readonly range: { readonly start: number; readonly end: number } };
      return of.slice(range.start, range.end);
    };
    assert.deepEqual(
      steps?.rows.flatMap((_, row) => text(steps.target(row, 1)) ?? []),
      ['eligibilite', 'preuves'],
    );
    assert.equal(dates?.target(0, 1), undefined);
    const own = `version: 1
dossier: { dispositif: AUTRE-Va2 }
parcours:
  calendrier: { solde: { date: 2026-06-01 } }
`;
    const told = reportTables((await journeyReport(own)).report).find(
      ({ columns }) => columns[3]?.header === 'Vérification',
    );
    const at = told?.rows.findIndex(([date]) => date === '2026-06-01') ?? -1;
    assert.equal(text(told?.target(at, 1), own), '2026-06-01');
  });

  it('says that nothing is known, and still lists the steps', async () => {
    const { report, html } = await journeyReport('version: 1\ndossier: { dispositif: AUTRE-Va2 }\n');
    assert.equal(report.journey?.timeline, undefined);
    assert.match(html, /Échéancier inconnu/);
    assert.doesNotMatch(html, /<svg class="timeline"/);
    assert.equal(journeyDrawing(report), undefined);
    assert.match(journeyDrawing((await journeyReport(main)).report)?.markup ?? '', /<svg class="timeline"/);
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
