import assert from 'node:assert/strict';
import { Flushes } from './flushes';

describe('questions to a page before a save', () => {
  it('are answered by their number', async () => {
    const asked: number[] = [];
    const flushes = new Flushes<string>((flush) => asked.push(flush));
    const [first, second] = [flushes.ask(), flushes.ask()];
    flushes.answer(asked[1]!, 'b');
    flushes.answer(asked[0]!, 'a');
    flushes.answer(99, 'c');
    assert.deepEqual(await Promise.all([first, second]), ['a', 'b']);
  });

  it('keep nobody waiting: without an answer there is none', async () => {
    const flushes = new Flushes<string>(() => undefined);
    assert.equal(await flushes.ask(), undefined);
  });

  it('end with the page', async () => {
    const flushes = new Flushes<string>(() => undefined);
    const asked = flushes.ask();
    flushes.dispose();
    assert.equal(await asked, undefined);
  });
});
