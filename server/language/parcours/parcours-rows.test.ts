import assert from 'node:assert/strict';
import { analyse } from '../../../test/kit/dossier-kit';
import type { Locale } from '../../core/messages/say';
import { makePlan } from '../../core/parcours/plan/make-plan';
import { proofFacts } from '../../core/parcours/plan/proof-facts';
import { parcoursView, type ParcoursDeadline, type ParcoursView } from '../../core/parcours/plan/parcours-view';
import { watchAll } from '../../core/report/watch-of';
import { moment } from '../../core/time/moment';
import type { WatchedFact } from '../../core/parcours/watch/watched-fact';
import { parcoursAnswer } from './parcours-answer';
import { parcoursDossier } from './parcours-rows';
import { watchView } from './watch-view';

const now = moment('2026-04-20') ?? assert.fail('no day');
const bare = 'version: 1\ndossier: { dispositif: IMG-DB-Va2 }\n';
const named = `${bare}logiciel: { nom: MonImage, version: 2.0 }\n`;

async function shown(main: string, change: (view: ParcoursView) => ParcoursView, locale: Locale = 'fr') {
  const { analysis } = await analyse([], { main, catalogue: null });
  const { dossier } = analysis;
  const plan = makePlan(dossier.main.parsed, now, proofFacts(dossier, undefined), analysis.context.facts);
  return parcoursDossier(change(parcoursView(plan, locale, 0)), 'Nom', dossier.main, locale);
}

describe('rows of the way of a dossier', () => {
  const deadline: ParcoursDeadline = {
    id: 'x',
    kind: 'closing',
    label: 'Clôture',
    at: '2026-05-13',
    state: 'ahead',
    when: 'dans 23 jours',
    days: 23,
  };

  it('tell how each deadline stands, and that a date is only said', async () => {
    for (const [more, mood] of [
      [{ state: 'unknown' }, 'unknown'],
      [{ state: 'unknown', doubtful: true }, 'doubtful'],
      [{ state: 'met' }, 'done'],
      [{ state: 'passed' }, 'late'],
      [{ state: 'passed', kind: 'opening' }, 'done'],
      [{ days: 6 }, 'tight'],
      [{ days: 6, kind: 'opening' }, 'onTime'],
      [{ days: 7 }, 'onTime'],
    ] as const) {
      const { root } = await shown(bare, (view) => ({ ...view, deadlines: [{ ...deadline, ...more }] }));
      const row = root.children.find(({ id }) => id.endsWith('#echeances'))?.children[0];
      assert.equal(row?.mood, mood, JSON.stringify(more));
    }
    for (const [locale, word] of [
      ['fr', 'à confirmer'],
      ['en', 'to be confirmed'],
    ] as const) {
      const doubtful = { ...deadline, at: 'x', when: 'x', doubtful: true } as const;
      const { root } = await shown(bare, (view) => ({ ...view, deadlines: [doubtful] }), locale);
      const row = root.children.find(({ id }) => id.endsWith('#echeances'))?.children[0];
      assert.equal(row?.description, `x · ${word}`);
    }
  });

  it('lead to where the manifest writes a date, and to what it may write', async () => {
    const milestone = { id: 'cloture', range: { start: bare.indexOf('dossier'), end: bare.indexOf(':', 11) } };
    const { root } = await shown(bare, (view) => ({ ...view, deadlines: [{ ...deadline, milestone }] }));
    const row = root.children.find(({ id }) => id.endsWith('#echeances'))?.children[0];
    assert.deepEqual(row?.place?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
    assert.deepEqual(row.writes, { kind: 'milestone', id: 'cloture', uri: row.place.uri });
  });

  it('say of the dossier its dispositif beside its software, and what is noted', async () => {
    const { root } = await shown(named, (view) => ({ ...view, summary: 'Résumé', note: 'Une note' }));
    assert.equal(root.description, 'IMG-DB-Va2 · Résumé');
    assert.equal(root.tooltip, '**Nom**\n\nIMG-DB-Va2\n\nRésumé\n\nUne note');
    const alone = await shown(bare, (view) => ({ ...view, summary: 'Résumé' }));
    assert.equal(alone.root.description, 'Résumé');
    assert.equal(
      alone.root.children.some(({ id }) => id.endsWith('#commandes')),
      false,
    );
  });

  it('tell what comes soon with the software that it is of, and never press without a day', async () => {
    const { id, kind, label, at, state, when } = deadline;
    const undated = { id, kind, label, at, state, when };
    const { soon } = await shown(named, (view) => ({ ...view, soon: [undated, deadline] }), 'en');
    assert.equal(soon?.text, 'MonImage 2.0, IMG-DB-Va2: 2026-05-13, dans 23 jours (+1)');
    assert.equal(soon.pressing, false);
  });

  it('tell two dossiers of one software apart by their paths', async () => {
    const { analysis } = await analyse([], { main: named, catalogue: null });
    const { analysis: other } = await analyse([], { main: bare, catalogue: null });
    const names = (analyses: Parameters<typeof parcoursAnswer>[0]) =>
      parcoursAnswer(analyses, 'fr', now).dossiers.map(({ root }) => root.label);
    assert.deepEqual(names([analysis, other]), ['MonImage 2.0', 'IMG-DB-Va2']);
    const twice = 'MonImage 2.0 (main.preuves.yaml)';
    assert.deepEqual(names([analysis, analysis]), [twice, twice]);
  });
});

describe('the facts that are watched', () => {
  const fact: WatchedFact = {
    id: 'source/x',
    kind: 'source',
    label: { fr: 'Source', en: 'Source' },
    confidence: 'vu',
    addresses: [{ label: 'Page', url: 'https://example.org/a' }, { label: 'Papier' }],
    doubts: [{ kind: 'jamais' }],
  };

  it('say why somebody should look again, each language with its own stops', () => {
    for (const [locale, stop] of [
      ['fr', ' ; '],
      ['en', '; '],
    ] as const) {
      const whole = watchAll(undefined, '2026-04-20');
      const list = { ...whole.list, doubtful: [fact], sound: [{ ...fact, value: '1' }] };
      const { facts } = watchView({ ...whole, list }, '1.0', locale);
      assert.deepEqual(
        facts.map(({ isDoubtful, value }) => [isDoubtful, value]),
        [
          [true, undefined],
          [false, '1'],
        ],
      );
      assert.equal(facts[0]?.why.split(stop).length, 2);
      assert.deepEqual(facts[0].addresses, [{ label: 'Page', url: 'https://example.org/a' }]);
    }
  });
});
