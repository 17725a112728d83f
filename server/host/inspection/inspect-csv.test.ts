import assert from 'node:assert/strict';

import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectCsv } from './inspect-csv';
import { defaultLimits, type InspectionLimits } from './limits';

const inspect = (content: string, limits: Partial<InspectionLimits> = {}): Promise<Partial<Inspection>> =>
  inspectCsv(memorySource(Buffer.from(content), { name: 'flux.csv' }), { ...defaultLimits, ...limits }, neverCancelled);

describe('inspectCsv', () => {
  it('finds delimiter, columns and rows', async () => {
    for (const delimiter of [';', ',', '\t', '|']) {
      const text = ['numero;source;port', '1;"a ; ""b""";443', '', '2;c;587'].join('\r\n').replaceAll(';', delimiter);
      assert.deepEqual(await inspect(text), {
        csv: { delimiter, columns: ['numero', 'source', 'port'], rows: 2, unevenRows: [] },
      });
    }
  });

  it('names the rows with another number of columns', async () => {
    const { csv } = await inspect('a;b\n1;2\n1\n1;2\n1;2;3\n');
    assert.deepEqual([csv?.rows, csv?.unevenRows], [4, [2, 4]]);
  });

  it('takes no line « sep= » for the names of the columns', async () => {
    for (const text of ['sep=;\r\na;b\r\n1;2\r\n', '"sep=;"\na;b\n1;2\n', 'SEP=|\na|b\n1|2\n']) {
      const { csv } = await inspect(text);
      assert.deepEqual([csv?.columns, csv?.rows, csv?.unevenRows], [['a', 'b'], 1, []], text);
    }
    assert.deepEqual((await inspect('sep=\ta;b\n1;2\n')).csv?.rows, 1);
  });

  it('takes a quote in tab-separated values for a character where it is none', async () => {
    for (const text of ['a\tb\n1\t"5 pouces" tube\n2\tHb\n', 'a\tb\n1\t"5 pouces\n2\tHb\n']) {
      const { csv, damage } = await inspect(text);
      assert.deepEqual([csv?.rows, csv?.unevenRows, damage], [2, [], undefined], text);
    }
    const { csv } = await inspect('a\tb\n1\t"deux\tmots"\n');
    assert.deepEqual([csv?.rows, csv?.unevenRows], [1, []]);
  });

  it('reads one column', async () => {
    const { csv } = await inspect('nom\nx\ny\n');
    assert.deepEqual([csv?.columns, csv?.rows, csv?.unevenRows], [['nom'], 2, []]);
  });

  it('finds a quote that is never closed', async () => {
    assert.equal((await inspect('a;b\n1;"2\n3;4\n')).damage?.code, 'not-well-formed');
  });

  it('says that only the beginning was read', async () => {
    const text = 'a;b\n' + '1;2\n'.repeat(100);
    const facts = await inspect(text, { maxTextLength: 101 });
    assert.equal(facts.partial, true);
    assert.deepEqual([facts.damage, facts.csv?.unevenRows], [undefined, []]);
  });

  it('stops when it is asked to', async () => {
    const source = memorySource(Buffer.from('a;b\n' + '1;2\n'.repeat(100)), { name: 'flux.csv' });
    const facts = await inspectCsv(source, defaultLimits, { isCancellationRequested: true });
    assert.equal(facts.partial, true);
  });

  it('gives nothing for an empty file', async () => {
    assert.deepEqual(await inspect(''), {});
    assert.deepEqual(await inspect(' \n'), {});
  });
});
