import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../../test/kit/dossier-kit';
import { rules } from '../../rules/registry';
import { renderTasks, taskFormatOf, type TaskFormat } from './render-tasks';
import type { TaskList } from './task-list';
import { taskTables } from './task-table';
import { isUnknownPerson, lateOnly, tasksByPerson, tasksOf } from './tasks-of';

const body = `exigences:
  INS/va1.56:
    suivi: { responsable: AM, pour_le: 2026-11-19, travail: à faire }
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: preuves/a.png }
      INS/va1.56.02:
        suivi:
          pour_le: 2026-11-20
          preuves:
            INS/va1.56.02.01: { responsable: '=cmd|calc', pour_le: 2026-12-01, travail: en cours }
  PSC.01:
    suivi: { responsable: " am ", pour_le: 2026-11-01 }
  SSI/GEN.06:
    suivi: { responsable: Zoé, pour_le: 2026-02-31 }
`;
const evidence = { 'preuves/a.png': file() };
const listOf = async (person?: string, main = manifest(body), today = '2026-11-20') => {
  const { analysis } = await analyse(rules, { main, evidence, today });
  return { analysis, list: tasksOf(analysis, person) };
};
const render = (list: TaskList, format: TaskFormat, locale: 'fr' | 'en' = 'fr') => renderAll([list], format, locale);
const renderAll = (lists: readonly TaskList[], format: TaskFormat, locale: 'fr' | 'en' = 'fr') =>
  renderTasks({
    lists: lists.map((list) => ({ list, file: 'main.preuves.yaml', calendar: 'abcd' })),
    at: '2026-11-20',
    format,
    locale,
    csv: { separator: ',', byteOrderMark: false },
    stamp: Date.UTC(2026, 10, 20),
  });

describe('who has to provide what by when', () => {
  it('inherits from scenario and requirement, the nearest word counting, the soonest day first', async () => {
    const { list } = await listOf();
    const named = list.tasks.filter(({ follow }) => follow.responsible !== undefined);
    assert.deepEqual(
      named.slice(0, 5).map(({ proof, follow }) => [proof, follow.responsible, follow.due]),
      [
        ['PSC.01.01.01', 'am', '2026-11-01'],
        ['PSC.01.01.02', 'am', '2026-11-01'],
        ['INS/va1.56.02.02', 'AM', '2026-11-20'],
        ['INS/va1.56.02.01', '=cmd|calc', '2026-12-01'],
        ['SSI/GEN.06.01.01', 'Zoé', '2026-02-31'],
      ],
    );
  });

  it('is late the day after, never on a day that the calendar does not have, and a choice counts once', async () => {
    const { list } = await listOf();
    const late = list.tasks.filter((one) => one.late);
    assert.deepEqual(late.map(({ proof, oneOf }) => [proof, oneOf]).slice(0, 2), [
      ['PSC.01.01.01', 'PSC.01'],
      ['PSC.01.01.02', 'PSC.01'],
    ]);
    assert.ok(late.every(({ follow }) => follow.due !== '2026-02-31' && follow.due !== '2026-11-20'));
    assert.equal(list.late, late.length - 1);
    assert.equal(lateOnly(list).tasks.length, late.length);
    const { list: before } = await listOf(undefined, manifest(body), '2026-11-01');
    assert.equal(before.late, 0);
  });

  it('is of one person however the name is written, and knows a name that stands nowhere', async () => {
    const { list, analysis } = await listOf('  Am');
    assert.equal(list.person?.toUpperCase(), 'AM');
    assert.ok(
      list.tasks.length > 0 && list.tasks.every(({ follow }) => follow.responsible?.trim().toUpperCase() === 'AM'),
    );
    assert.ok(!isUnknownPerson(analysis, 'zoé'));
    assert.ok(isUnknownPerson(analysis, 'Personne'));
    assert.ok(isUnknownPerson(analysis, ' '));
    const groups = tasksByPerson(tasksOf(analysis).tasks).map(({ person }) => person?.trim());
    assert.deepEqual(
      groups.map((one) => one?.toUpperCase()),
      ['=CMD|CALC', 'AM', 'ZOÉ', undefined],
    );
  });

  it('is no proof that is provided, nor one that is set aside', async () => {
    const done = manifest(`exigences:
  SSI/GEN.06:
    suivi: { responsable: AM, pour_le: 2026-11-01 }
    non_applicable: { justification: Sans objet ici. }
`);
    const { list } = await listOf('AM', done);
    assert.deepEqual(list.tasks, []);
    assert.match(render(list, 'text'), /Rien ne reste à fournir au 2026-11-20\./);
    assert.match(render(lateOnly(list), 'text', 'en'), /Nothing is late on 2026-11-20\./);
  });

  it('does not say that nothing is left where nothing is known', async () => {
    const { list } = await listOf(undefined, manifest(body).replace('MDV-LGC-Va2', 'AUTRE-1'));
    assert.equal(list.isKnown, false);
    for (const format of ['text', 'html'] as const) {
      assert.match(render(list, format), /n’est pas connu/);
      assert.doesNotMatch(render(list, format), /Rien ne reste/);
    }
  });

  it('runs no formula in a table, no escape in a terminal, no markup in a page', async () => {
    const nasty = manifest(body.replace("'=cmd|calc'", '"=cmd|calc\\u001b[31m<b>"'));
    const { list } = await listOf(undefined, nasty);
    const csv = render(list, 'csv');
    assert.match(csv, /,'=cmd\|calc/);
    assert.match(csv, /^Clé,Preuve,Intitulé,Responsable,Pour le,/);
    assert.equal(csv.split('\r\n').length, list.tasks.length + 2);
    for (const format of ['text', 'json', 'ics'] as const) assert.ok(!render(list, format).includes('\u001b'), format);
    assert.ok(!render(list, 'html').includes('<b>'));
    assert.ok(render(list, 'html').includes('il nomme des personnes'));
  });

  it('is a calendar of whole days, the same each time but for what changed', async () => {
    const { list } = await listOf();
    const calendar = render(list, 'ics');
    assert.equal(calendar, render(list, 'ics'));
    assert.match(calendar, /UID:preuve-[0-9a-f]{8}@abcd\.segur-preuves\.invalid\r\n/);
    assert.match(calendar, /DTSTART;VALUE=DATE:20261201\r\n/);
    assert.doesNotMatch(calendar, /20260231|20260303/);
    const uids = [...calendar.matchAll(/^UID:.*$/gm)].map(([uid]) => uid);
    assert.equal(new Set(uids).size, uids.length);
    const { list: put } = await listOf(undefined, manifest(body.replace('2026-12-01', '2026-12-09')));
    const moved = render(put, 'ics');
    assert.deepEqual([...moved.matchAll(/^UID:.*$/gm)].map(([uid]) => uid).sort(), uids.sort());
    assert.match(moved, /DTSTART;VALUE=DATE:20261209/);
  });

  it('is told for programs with null for what is not said', async () => {
    const { list } = await listOf();
    const { dossiers, at } = JSON.parse(render(list, 'json', 'en')) as {
      at: string;
      dossiers: { late: number; tasks: { responsible: string | null; status: string; oneOf: string | null }[] }[];
    };
    assert.equal(at, '2026-11-20');
    const last = dossiers[0]?.tasks.at(-1);
    assert.deepEqual([last?.responsible, last?.status], [null, 'à fournir']);
  });

  it('is one page, and one table, of several dossiers', async () => {
    const { list } = await listOf('am');
    const { list: other } = await listOf('am', manifest(body).replace('MonCabinet', 'AutreCabinet'));
    const { list: all } = await listOf();
    const page = (lists: readonly TaskList[], locale: 'fr' | 'en') => renderAll(lists, 'html', locale);
    const title = (text: string) => /<h1>(.*?)<\/h1>/.exec(text)?.[1];
    assert.equal(title(page([list, other], 'fr')), 'Preuves à la charge de am');
    assert.equal(title(page([list, other], 'en')), 'Proofs given to am');
    assert.equal(title(page([all, all], 'fr')), 'Qui fait quoi, pour quand');
    assert.equal(title(page([all, all], 'en')), 'Who does what by when');
    const both = page([list, other], 'fr');
    assert.deepEqual(
      [...both.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name),
      ['MDV-LGC-Va2 · MonCabinet', 'MDV-LGC-Va2 · AutreCabinet'],
    );
    assert.match(both, /<strong>2026-11-01 · En retard<\/strong>/);
    const lines = renderAll([list, other], 'csv').split('\r\n');
    assert.equal(lines.length, list.tasks.length + other.tasks.length + 2);
    assert.match(lines[1] ?? '', /,MDV-LGC-Va2 · MonCabinet$/);
    assert.match(lines.at(-2) ?? '', /,MDV-LGC-Va2 · AutreCabinet$/);
  });

  it('is called after the file where the manifest names nothing, and after the person who is asked for', async () => {
    assert.equal((await listOf(undefined, 'version: 1\n')).list.dossier, 'main.preuves.yaml');
    const { list } = await listOf(' Personne ');
    assert.deepEqual([list.person, list.tasks], ['Personne', []]);
  });

  it('says who in a calendar as each language sets a colon, and nobody where nobody is named', async () => {
    const { list } = await listOf(undefined, manifest(body.replace("responsable: '=cmd|calc', ", '')));
    assert.match(render(list, 'ics', 'fr'), /SUMMARY:am : PSC\.01\.01\.01\r\n/);
    assert.match(render(list, 'ics', 'en'), /SUMMARY:am: PSC\.01\.01\.01\r\n/);
    const { list: unnamed } = await listOf(undefined, manifest(body.replaceAll(/responsable: [^,]+, /g, '')));
    assert.match(render(unnamed, 'ics'), /SUMMARY:PSC\.01\.01\.01\r\n/);
  });

  it('is in a report without what only tools need, and leads to the proof', async () => {
    const { list } = await listOf();
    for (const [locale, headers] of [
      ['fr', ['Preuve', 'Intitulé', 'Responsable', 'Pour le']],
      ['en', ['Proof', 'Title', 'Responsible', 'Due']],
    ] as const) {
      const [only, ...more] = taskTables(list, locale);
      assert.deepEqual(more, []);
      assert.deepEqual(
        only?.columns.slice(0, 4).map(({ header }) => header),
        headers,
      );
      assert.equal(only.rows[0]?.[0], 'PSC.01.01.01');
      const slot = { requirement: 'PSC.01', scenario: 'PSC.01.01', proof: 'PSC.01.01.01' };
      assert.deepEqual(only.target(0, 0), { kind: 'entry', ...slot });
      assert.deepEqual([only.target(0, 1), only.target(0, 99)], [undefined, undefined]);
      assert.deepEqual(taskTables({ ...list, tasks: [] }, locale), []);
      assert.deepEqual(taskTables(undefined, locale), []);
    }
  });

  it('knows the form that a name asks for', () => {
    assert.deepEqual(['a.CSV', 'a.ics', 'a.html', 'a.txt', 'a.json', 'a', 'a.text.gz'].map(taskFormatOf), [
      ...['csv', 'ics', 'html', 'text', 'json'],
      undefined,
      undefined,
    ]);
  });
});
