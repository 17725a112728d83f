import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { calendarEvents, calendarFile } from '../../server/core/parcours/calendar/calendar-file';
import { makePlan } from '../../server/core/parcours/plan/make-plan';
import { moment } from '../../server/core/time/moment';

/** What is used of ical.js, the parser of a widespread calendar. */
interface IcalComponent {
  getAllSubcomponents(name: string): IcalComponent[];
  getFirstPropertyValue(name: string): unknown;
}
interface Ical {
  parse(text: string): unknown;
  readonly Component: new (data: unknown) => IcalComponent;
}

const manifest = `version: 1
dossier: { dispositif: IMG-DB-Va2 }
commandes: [{ client: "Cabinet ; virgule, « guillemets » \\\\ et un nom assez long pour passer à la ligne, é à ç", signee_le: 2026-01-20 }]
`;

function text(now = '2026-01-25'): string {
  const at = moment(now);
  assert.ok(at);
  const plan = makePlan(parseManifest(manifest), at);
  return calendarFile(calendarEvents(plan, 'drimbox/main.preuves.yaml', '3f9a1c20', 'fr'), Date.UTC(2026, 0, 25, 8));
}

describe('the calendar file', () => {
  it('is read by a calendar’s own parser, hours and texts as they were', function () {
    let ical: Ical;
    try {
      // Looked up at run time: the product does not need it.
      ical = createRequire(join(process.cwd(), 'package.json'))('ical.js') as Ical;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
      this.skip();
    }
    const root = new ical.Component(ical.parse(text()));
    const events = new Map(
      root
        .getAllSubcomponents('vevent')
        .map((event) => [String(event.getFirstPropertyValue('uid')).split('@')[0], event]),
    );
    const start = (id: string) => String(events.get(id)?.getFirstPropertyValue('dtstart'));
    // 12:00 in Paris: 10:00 UTC in summer, 11:00 in winter.
    assert.equal(start('jalon-dossier_preuves_complet'), '2026-05-13T10:00:00Z');
    assert.equal(start('jalon-avance'), '2026-11-10T11:00:00Z');
    assert.equal(start('etape-referencement'), '2026-08-05');
    // 20 January + 120 days: 11 in January, 28, 31, 30, and 20 in May.
    const order = [...events.keys()].find((uid) => uid?.startsWith('commande-'));
    assert.ok(order);
    assert.equal(start(order), '2026-05-20');
    const summary = String(events.get(order)?.getFirstPropertyValue('summary'));
    assert.match(summary, /Cabinet ; virgule, « guillemets » \\ et un nom assez long pour passer à la ligne, é à ç/);
    for (const event of events.values()) {
      assert.equal(event.getAllSubcomponents('valarm').length, 1);
      assert.ok(event.getFirstPropertyValue('dtstamp'));
    }
  });

  it('has lines of 75 bytes at most, ended as the standard wants', () => {
    const file = text();
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.equal(file.replaceAll('\r\n', '').includes('\n'), false);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });

  it('names an order after what it is, wherever it stands', () => {
    const uids = (...orders: readonly string[]) => {
      const at = moment('2026-01-25');
      assert.ok(at);
      const head = 'version: 1\ndossier: { dispositif: IMG-DB-Va2 }\ncommandes:\n';
      const plan = makePlan(parseManifest(`${head}${orders.map((one) => `  - { ${one} }\n`).join('')}`), at);
      const events = calendarEvents(plan, 'a.preuves.yaml', 'x', 'fr').filter(({ uid }) => uid.startsWith('commande-'));
      assert.equal(new Set(events.map(({ uid }) => uid)).size, orders.length);
      return (client: string) => events.filter(({ summary }) => summary.includes(client)).map(({ uid }) => uid);
    };
    const [alpha, beta] = ['client: Alpha, signee_le: 2026-01-20', 'client: Beta, signee_le: 2026-01-20'];
    const alone = uids(alpha)('Alpha');
    assert.deepEqual(uids(beta, alpha)('Alpha'), alone);
    assert.deepEqual(uids('client: " ALPHA ", signee_le: 2026-01-20')('ALPHA'), alone);
    // Twice the same: one keeps the name, the other has one of its own.
    assert.ok(uids(alpha, alpha)('Alpha').includes(alone[0] ?? ''));
    // A reference stays when the date is corrected.
    const named = 'client: Alpha, reference: BC-1, signee_le: 2026-01-20';
    assert.deepEqual(uids(named.replace('-20', '-21'))('Alpha'), uids(beta, named)('Alpha'));
    assert.notDeepEqual(uids(named.replace('BC-1', 'BC-2'))('Alpha'), uids(named)('Alpha'));
  });

  it('gives the same events the same names on another day, and leaves out what is over', () => {
    const uids = (file: string) => [...file.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]?.trim());
    const before = new Set(uids(text()));
    const after = uids(text('2026-06-01'));
    assert.ok(after.length > 3 && after.every((uid) => before.has(uid)));
    assert.ok(!after.some((uid) => uid?.startsWith('jalon-dossier_preuves_complet')));
    assert.equal(text(), text());
  });
});
