import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue, Requirement, Scenario } from '../catalogue/catalogue';
import { rules } from '../rules/registry';
import { countLate, lateSlots, owedTasks, type OwedTask } from './owed-tasks';
import { peopleOf } from './people';
import { proofKey } from './effect-map';

const today = '2026-11-20';
const plain = (id: string, more: Partial<Requirement> = {}) =>
  requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`)])], { chapter: 'C', ...more });

async function tasksOf(
  body: string,
  requirements: readonly Requirement[],
  coreScenarios: readonly Scenario[] = [],
): Promise<{
  tasks: readonly OwedTask[];
  late: ReadonlySet<string>;
  people: readonly string[];
  textAt: (task?: OwedTask) => string | undefined;
}> {
  const catalogue: Catalogue = { ...smallCatalogue, chapters: [{ name: 'C' }], requirements, coreScenarios };
  const { analysis, textOf } = await analyse(rules, { main: manifest(body), catalogue });
  const state = analysis.compliance();
  assert.ok(state);
  return {
    tasks: owedTasks(state, today),
    late: lateSlots(state, today),
    people: peopleOf(analysis.dossier),
    textAt: (task) => task?.dueAt && textOf(task.dueAt.uri).slice(task.dueAt.range.start, task.dueAt.range.end),
  };
}
const shown = (tasks: readonly OwedTask[]) =>
  tasks.map(({ proof: { proof: one }, status, oneOf }) => [one.id, status, ...(oneOf === undefined ? [] : [oneOf])]);

describe('what is owed', () => {
  it('is each proof that is to provide, complete or look at again, in the order of the catalogue', async () => {
    const two = requirement('A.01', [scenario('A.01.01', [proof('A.01.01.01'), proof('A.01.01.02')])], {
      chapter: 'C',
    });
    const core = scenario('S.01', [proof('S.01.01')]);
    const body = `exigences:
  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [ { execution: 1 } ] } } } }
  B.01: { scenarios: { B.01.01: { preuves: { B.01.01.01: [ { titre: rien } ] } } } }
  C.01: { scenarios: { C.01.01: { preuves: { C.01.01.01: [ { execution: 1 } ] } } } }
  E.01: { scenarios: { E.01.01: { preuves: { E.01.01.01: [ { execution: 1, version: 1.0.0 } ] } } } }
`;
    const all = [two, ...['B.01', 'C.01', 'D.01', 'E.01'].map((id) => plain(id))];
    const { tasks } = await tasksOf(body, all, [core]);
    assert.deepEqual(shown(tasks), [
      ['A.01.01.02', 'toProvide'],
      ['B.01.01.01', 'incomplete'],
      ['D.01.01.01', 'toProvide'],
      ['E.01.01.01', 'toReview'],
      ['S.01.01', 'toProvide'],
    ]);
    assert.deepEqual(
      tasks.map((task) => task.requirement?.id),
      ['A.01', 'B.01', 'D.01', 'E.01', undefined],
    );
  });

  it('is nothing of what other profiles do, unless the dossier speaks of it', async () => {
    const other = plain('A.01', { profiles: ['IAM'] });
    assert.deepEqual((await tasksOf('exigences:\n', [other])).tasks, []);
    const body = 'exigences:\n  A.01: { scenarios: { A.01.01: { preuves: { A.01.01.01: [ { titre: x } ] } } } }\n';
    assert.deepEqual(shown((await tasksOf(body, [other])).tasks), [['A.01.01.01', 'incomplete']]);
  });

  it('is each way of which one is enough, under the name of what they are ways of', async () => {
    const way = (id: string) => scenario(id, [proof(`${id}.01`)], { mode: 'au_moins_un' });
    const ways = requirement('A.01', [way('A.01.01'), way('A.01.02'), scenario('A.01.03', [])], { chapter: 'C' });
    assert.deepEqual(shown((await tasksOf('exigences:\n', [ways])).tasks), [
      ['A.01.01.01', 'toProvide', 'A.01'],
      ['A.01.02.01', 'toProvide', 'A.01'],
    ]);
    // What all have to show is owed beside the choice, and does not hide it.
    const beside = { ...ways, scenarios: [...ways.scenarios, scenario('A.01.04', [proof('A.01.04.01')])] };
    assert.deepEqual(shown((await tasksOf('exigences:\n', [beside])).tasks), [
      ['A.01.01.01', 'toProvide', 'A.01'],
      ['A.01.02.01', 'toProvide', 'A.01'],
      ['A.01.04.01', 'toProvide'],
    ]);
    const chosen =
      'exigences:\n  A.01: { scenarios: { A.01.02: { preuves: { A.01.02.01: [ { execution: 1 } ] } } } }\n';
    assert.deepEqual(shown((await tasksOf(chosen, [beside])).tasks), [['A.01.04.01', 'toProvide']]);
    // With one of them shown, nothing of the others is owed, whatever else the requirement waits for.
    const core = scenario('S.01', [proof('S.01.01')], { covers: ['A.01'] });
    assert.deepEqual(shown((await tasksOf(chosen, [ways], [core])).tasks), [['S.01.01', 'toProvide']]);
    const cases = ['CAS 1', 'CAS 2'].map((one, at) => proof(`B.01.01.0${String(at + 1)}`, [], { case: one }));
    const ofCases = requirement('B.01', [scenario('B.01.01', cases)], { chapter: 'C' });
    assert.deepEqual(shown((await tasksOf('exigences:\n', [ofCases])).tasks), [
      ['B.01.01.01', 'toProvide', 'B.01.01'],
      ['B.01.01.02', 'toProvide', 'B.01.01'],
    ]);
    const coreOfCases = scenario('S.01', cases);
    assert.deepEqual(shown((await tasksOf('exigences:\n', [], [coreOfCases])).tasks), [
      ['B.01.01.01', 'toProvide', 'S.01'],
      ['B.01.01.02', 'toProvide', 'S.01'],
    ]);
    // One that is begun is the one that is owed.
    const begun = 'exigences:\n  B.01: { scenarios: { B.01.01: { preuves: { B.01.01.02: [ { titre: x } ] } } } }\n';
    assert.deepEqual(shown((await tasksOf(begun, [ofCases])).tasks), [['B.01.01.02', 'incomplete']]);
  });
});

describe('who does what by when', () => {
  const follow = async (body: string) => {
    const { tasks, textAt } = await tasksOf(`exigences:\n  A.01:\n${body}`, [plain('A.01')]);
    const [task] = tasks;
    return { ...task?.follow, at: textAt(task) };
  };
  const above = '    suivi: { responsable: Bea, pour_le: 2026-12-01, travail: en cours }\n';

  it('is what is said of the requirement, where nothing nearer says otherwise', async () => {
    assert.deepEqual(await follow(above), {
      ...{ responsible: 'Bea', due: '2026-12-01', work: 'en cours', at: '2026-12-01' },
      inherited: ['responsible', 'due', 'work'],
    });
    assert.deepEqual(await follow('    scenarios: {}\n'), { inherited: [], at: undefined });
  });

  it('is each nearest word on its own, and its place: of the scenario, then of the proof; blank ones say nothing', async () => {
    const inScenario =
      '    scenarios:\n      A.01.01:\n        suivi:\n          pour_le: 2026-12-02\n          responsable: "  "\n';
    assert.deepEqual(await follow(above + inScenario), {
      ...{ responsible: 'Bea', due: '2026-12-02', work: 'en cours', at: '2026-12-02' },
      inherited: ['responsible', 'due', 'work'],
    });
    const ofProof = '          preuves:\n            A.01.01.01: { pour_le: 2026-12-03, travail: fait }\n';
    assert.deepEqual(await follow(above + inScenario + ofProof), {
      ...{ responsible: 'Bea', due: '2026-12-03', work: 'fait', at: '2026-12-03' },
      inherited: ['responsible'],
    });
    const blank = '          preuves:\n            A.01.01.01: { pour_le: " " }\n';
    assert.equal((await follow(above + inScenario + blank)).at, '2026-12-02');
  });

  it('names each person once, in the order of the alphabet, wherever they are named', async () => {
    const body = `exigences:
  A.01:
    suivi: { responsable: Zoé }
    scenarios:
      A.01.01: { suivi: { responsable: Éric, preuves: { A.01.01.01: { responsable: Bea } } } }
  B.01: { suivi: { responsable: Bea, travail: fait } }
  C.01: { suivi: { responsable: "" } }
  D.01: { suivi: { responsable: "  " } }
scenarios:
  S.01: { suivi: { responsable: Ali } }
`;
    const core = scenario('S.01', [proof('S.01.01')]);
    const { people } = await tasksOf(body, [plain('A.01'), plain('B.01'), plain('C.01')], [core]);
    assert.deepEqual(people, ['Ali', 'Bea', 'Éric', 'Zoé']);
  });
});

describe('what is late', () => {
  it('is what is owed and whose day is over: today is not', async () => {
    const body = (day: string) => `exigences:\n  A.01: { suivi: { pour_le: "${day}" } }\n  B.01: {}\n`;
    const of = async (day: string) => [...(await tasksOf(body(day), [plain('A.01'), plain('B.01')])).late];
    assert.deepEqual(await of('2026-11-19'), [proofKey('A.01.01', 'A.01.01.01')]);
    assert.deepEqual(await of('2026-11-20'), []);
    assert.deepEqual(await of('2026-11-31'), []);
    assert.deepEqual([...lateSlots(undefined, today)], []);
  });

  it('counts a choice of which one is enough as one', async () => {
    const way = (id: string) => scenario(id, [proof(`${id}.01`), proof(`${id}.02`)], { mode: 'au_moins_un' });
    const ways = requirement('A.01', [way('A.01.01'), way('A.01.02')], { chapter: 'C' });
    const body =
      'exigences:\n  A.01: { suivi: { pour_le: 2026-11-01 } }\n  B.01: { suivi: { pour_le: 2026-11-01 } }\n  C.01: {}\n';
    const { tasks } = await tasksOf(body, [ways, plain('B.01'), plain('C.01')]);
    assert.equal(tasks.filter(({ late }) => late).length, 5);
    assert.equal(countLate(tasks), 2);
  });
});
