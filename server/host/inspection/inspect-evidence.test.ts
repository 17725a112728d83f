import assert from 'node:assert/strict';

import type { Inspection } from '../../core/evidence/inspection';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import type { ContentKind } from './content-kind';
import { memorySource, type SourceDescription } from './evidence-source';
import { inspectEvidence, type InspectionSetting, type Inspector } from './inspect-evidence';

const kinds: readonly ContentKind[] = [
  ...([
    'image',
    'video',
    'pdf',
    'archive',
    'gzip',
    'tar',
    'xml',
    'json',
    'html',
    'mail',
    'mailbox',
    'hl7',
    'certificates',
    'csv',
    'text',
    'structured-text',
  ] as const),
];

function setting(inspectors: Partial<Record<ContentKind, readonly Inspector[]>>): InspectionSetting {
  const none = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as InspectionSetting['inspectors'];
  return { inspectors: { ...none, ...inspectors } };
}

/** Which kinds of inspector look at a content. */
async function lookedAs(content: string | Uint8Array, description: SourceDescription): Promise<string[]> {
  const looked: string[] = [];
  const each = kinds.map((kind) => {
    const inspector: Inspector = () => Promise.resolve((looked.push(kind), {}));
    return [kind, [inspector]];
  });
  const all = Object.fromEntries(each) as InspectionSetting['inspectors'];
  await inspectEvidence(memorySource(Buffer.from(content), description), setting(all), neverCancelled);
  return looked;
}

const giving =
  (facts: Partial<Inspection>): Inspector =>
  () =>
    Promise.resolve(facts);

describe('inspectEvidence', () => {
  const source = memorySource(Buffer.from('bonjour'), { name: 'a.txt' });

  it('goes by the signature, whatever the name', async () => {
    const detected = { extension: 'png', mime: 'image/png' };
    assert.deepEqual(await lookedAs('x', { name: 'a.pdf', detected }), ['image']);
    assert.deepEqual(await lookedAs('PK', { name: 'a.txt', detected: { extension: 'zip', mime: '' } }), ['archive']);
    assert.deepEqual(await lookedAs('<a/>', { name: 'a', detected: { extension: 'xml', mime: '' } }), [
      'xml',
      'structured-text',
    ]);
    assert.deepEqual(await lookedAs('\0\0', { name: 'a.bin', detected: { extension: 'exe', mime: '' } }), []);
  });

  it('goes by the name and the content without a signature', async () => {
    const cases: readonly [string, string, string[]][] = [
      ['a.png', 'texte', ['image']],
      ['a.txt', 'MSH|^~\\&|A\rPID|', ['hl7', 'text']],
      ['a.log', 'ligne\n12:00 MSH|^~\\&|A', ['hl7', 'text']],
      ['a.txt', '\ufeff<?xml version="1.0"?><a/>', ['xml', 'structured-text']],
      ['rapport.htm', '<!DOCTYPE html><p>', ['html', 'structured-text']],
      ['a.json', '{"status":"pass"}', ['json', 'structured-text']],
      ['a.eml', 'From: a@exemple.invalid\n\n', ['mail', 'structured-text']],
      ['a.txt', 'Received: x\nMIME-Version: 1.0\n\n', ['mail', 'structured-text']],
      ['a.csv', 'a;b', ['csv', 'text']],
      ['a.pem', 'x', ['certificates', 'structured-text']],
      ['a.cer', '\x30\x82\0', ['certificates']],
      ['a.java', 'class A {}', ['text']],
      ['a.dat', '\0\x01\x02', []],
    ];
    for (const [name, content, expected] of cases) assert.deepEqual(await lookedAs(content, { name }), expected, name);
  });

  it('puts together what several inspectors found, the most specific first', async () => {
    const facts = await inspectEvidence(
      memorySource(Buffer.from('a;b'), { name: 'a.csv' }),
      setting({
        csv: [giving({ damage: { code: 'first' }, identifiers: [{ value: '1', where: 'PID-3' }], partial: true })],
        text: [
          giving({
            damage: { code: 'second' },
            text: { encoding: 'ascii', lines: 1 },
            identifiers: [
              { value: '1', line: 4 },
              { value: '2', line: 5 },
            ],
          }),
        ],
      }),
      neverCancelled,
    );
    assert.deepEqual(facts, {
      damage: { code: 'first' },
      text: { encoding: 'ascii', lines: 1 },
      identifiers: [
        { value: '1', where: 'PID-3' },
        { value: '2', line: 5 },
      ],
      partial: true,
    });
  });

  it('finds the same whatever the clock says', async () => {
    const now = performance.now.bind(performance);
    let jump = 0;
    performance.now = () => (jump += 3_600_000);
    try {
      const csv = { delimiter: ';', columns: [], rows: 0, unevenRows: [] };
      const text = { encoding: 'ascii', lines: 1 } as const;
      const facts = await inspectEvidence(
        memorySource(Buffer.from('a;b'), { name: 'a.csv' }),
        setting({ csv: [giving({ csv })], text: [giving({ text })] }),
        neverCancelled,
      );
      assert.deepEqual(facts, { csv, text });
    } finally {
      performance.now = now;
    }
  });

  it('gives up when it is cancelled', async () => {
    const cancellation = { isCancellationRequested: false };
    const inspector: Inspector = () => {
      cancellation.isCancellationRequested = true;
      return Promise.reject(new CancelledError());
    };
    await assert.rejects(inspectEvidence(source, setting({ text: [inspector] }), cancellation), CancelledError);
    await assert.rejects(inspectEvidence(source, setting({}), cancellation), CancelledError);
  });

  it('reports an inspector that fails, and blames nobody else', async () => {
    const errors: unknown[] = [];
    const failure = new RangeError('defect');
    const failing = setting({ text: [() => Promise.reject(failure)] });
    const facts = await inspectEvidence(
      source,
      { ...failing, onFailure: (error) => errors.push(error) },
      neverCancelled,
    );
    assert.deepEqual([facts, errors], [{ partial: true, unread: [{ reason: 'stopped' }] }, [failure]]);
  });

  it('lets the system say that the content cannot be read', async () => {
    const refused = Object.assign(new Error('EIO'), { syscall: 'read', code: 'EIO' });
    const broken = { ...source, read: () => Promise.reject(refused) };
    await assert.rejects(inspectEvidence(broken, setting({}), neverCancelled), refused);
    await assert.rejects(
      inspectEvidence(source, setting({ text: [() => Promise.reject(refused)] }), neverCancelled),
      refused,
    );
  });

  it('reads the content once', async () => {
    let readings = 0;
    const counted = { ...source, readAll: (max: number) => ((readings += 1), source.readAll(max)) };
    const whole: Inspector = async (given) => (await given.readAll(100), {});
    const again: Inspector = async (given) => (await given.readAll(100), {});
    await inspectEvidence(counted, setting({ text: [whole, again] }), neverCancelled);
    assert.equal(readings, 1);
  });
});
