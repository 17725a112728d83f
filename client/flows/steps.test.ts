import assert from 'node:assert/strict';
import { onlyWhen, runSteps, type Step, type StepEnd } from './steps';

/** Steps that end as told, one list of ends per step, and a record of what was asked. */
function scripted(...ends: readonly (readonly StepEnd[])[]): { steps: Step[]; asked: string[] } {
  const asked: string[] = [];
  const steps = ends.map((script, index): Step => {
    const left = [...script];
    return ({ step, total, canGoBack }) => {
      asked.push(`${index}:${step}/${total}${canGoBack ? '<' : ''}`);
      return Promise.resolve(left.shift() ?? 'next');
    };
  });
  return { steps, asked };
}

describe('steps', () => {
  it('run one after the other; the first has no Back', async () => {
    const { steps, asked } = scripted([], [], []);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ['0:1/3', '1:2/3<', '2:3/3<']);
  });

  it('stop when the person gives up', async () => {
    const { steps, asked } = scripted([], ['cancel'], []);
    assert.equal(await runSteps(steps), false);
    assert.equal(asked.length, 2);
  });

  it('go back over what was not asked', async () => {
    const { steps, asked } = scripted([], ['skip', 'skip'], ['back', 'next']);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(
      asked.map((line) => line.slice(0, 1)),
      ['0', '1', '2', '0', '1', '2'],
    );
  });

  it('offer no Back while nothing was asked before', async () => {
    const { steps, asked } = scripted(['skip'], []);
    await runSteps(steps);
    assert.deepEqual(asked, ['0:1/2', '1:1/1']);
  });

  it('go back several times', async () => {
    const { steps, asked } = scripted([], ['next', 'back', 'next'], ['back', 'next']);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(
      asked.map((line) => line.slice(0, 1)),
      ['0', '1', '2', '1', '0', '1', '2'],
    );
  });

  it('count those that ask, in a row, back and forth', async () => {
    const { steps, asked } = scripted([], [], [], ['back', 'next']);
    let wanted = true;
    const [first, second, third, last] = steps;
    assert.ok(first && second && third && last);
    const answersSecond: Step = async (position) => {
      const end = await second(position);
      wanted = false;
      return end;
    };
    await runSteps([first, onlyWhen(() => false, third), answersSecond, onlyWhen(() => wanted, third), last]);
    assert.deepEqual(asked, ['0:1/4', '1:2/4<', '3:3/3<', '1:2/3<', '3:3/3<']);
  });

  it('ask again, and end before the last when that is wanted', async () => {
    const { steps, asked } = scripted(['again', 'next'], ['finish'], []);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ['0:1/3', '0:1/3', '1:2/3<']);
  });

  it('have nothing to do without steps', async () => {
    assert.equal(await runSteps([]), true);
  });
});
