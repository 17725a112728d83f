import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectStructuredText, inspectText } from './inspect-text';
import { defaultLimits, type InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';

const inspect = (content: string | Uint8Array, limits: Partial<InspectionLimits> = {}): Promise<Partial<Inspection>> =>
  inspectText(
    memorySource(Buffer.from(content), { name: 'journal.log' }),
    { ...defaultLimits, ...limits },
    neverCancelled,
  );

describe('inspectText', () => {
  it('takes for its dates those at which its lines were written', async () => {
    const span = async (content: string) => {
      const { text } = await inspect(content);
      return [text?.firstDate, text?.lastDate];
    };
    const day = '2026-11-10T10:00:00';
    for (const content of [
      '2026-11-10T10:00:00 TLS ok notAfter=2028-11-10T00:00:00Z\n',
      '2026-11-10 10:00:00 INFO CRL lue, prochaine édition le 2027-01-01 08:00:00\n',
      '{"ts":"2026-11-10T10:00:00","validUntil":"2028-01-01T00:00:00"}\n',
      '[INFO] 2026-11-10 10:00:00 rendez-vous du patient : 2027-03-02 09:30:00\n',
    ])
      assert.deepEqual(await span(content), [day, day], content);
    const far = `${'x'.repeat(60)} ${day}\n`;
    assert.deepEqual(await span(far), [day, day]);
  });

  it('opens what it carries at its line, without a look at all before it for each', async () => {
    const payload = (number: number) => Buffer.from(`{"sub":"essai numéro ${number}"}`).toString('base64url');
    const base64 = Buffer.from('{"sub":"essai, en base64, d’une ligne entière"}').toString('base64');
    const lines = Array.from({ length: 400 }, (_, number) => `eyJhbGciOiJSUzI1NiJ9.${payload(number)}.signature`);
    const text = `début\n${lines.slice(0, 200).join('\n')}\n${base64}\n${lines.slice(200).join('\n')}\n`;
    const opened: (readonly [string, number | undefined])[] = [];
    const slice = mock.method(String.prototype, 'slice');
    const source = memorySource(Buffer.from(text), { name: 'journal.log' });
    const open: PartOpener['open'] = (part) => {
      opened.push([part.name, part.line]);
      return closedParts.open(part);
    };
    await inspectText(source, defaultLimits, neverCancelled, { ...closedParts, open });
    const read = slice.mock.calls.reduce(
      (sum, { this: of, result }) => sum + (String(of) === text ? (result?.length ?? 0) : 0),
      0,
    );
    slice.mock.restore();
    const tokens = opened.filter(([name]) => name === 'JWT.json').map(([, line]) => line);
    assert.deepEqual([tokens.length, tokens[0], tokens[199], tokens[200], tokens[399]], [400, 2, 201, 203, 402]);
    assert.ok(opened.some(([name, line]) => name === 'base64' && line === 202));
    assert.ok(read < 20 * text.length, String(read));
  });

  it('tells a text of nothing but spaces', async () => {
    assert.equal((await inspect(' \n\t\r\n')).text?.blank, true);
    assert.equal((await inspect(' a\n')).text?.blank, undefined);
  });

  it('tells the encoding', async () => {
    const cases: readonly [Uint8Array, object][] = [
      [Buffer.from('abc'), { encoding: 'ascii' }],
      [Buffer.from('été'), { encoding: 'utf-8' }],
      [Buffer.from('\ufeffété'), { encoding: 'utf-8', bom: true }],
      [Buffer.from('été', 'latin1'), { encoding: 'windows-1252' }],
      [Buffer.from('\ufeffété', 'utf16le'), { encoding: 'utf-16le', bom: true }],
      [Buffer.from('\ufeffété', 'utf16le').swap16(), { encoding: 'utf-16be', bom: true }],
      [Buffer.from('un texte', 'utf16le'), { encoding: 'utf-16le' }],
      [Buffer.from('un texte', 'utf16le').swap16(), { encoding: 'utf-16be' }],
    ];
    for (const [content, expected] of cases) assert.deepEqual((await inspect(content)).text, { ...expected, lines: 1 });
  });

  it('gives nothing for content that is not text', async () => {
    assert.deepEqual(await inspect(Buffer.from([1, 0, 2, 3, 0xff])), {});
  });

  it('counts lines, whatever ends them', async () => {
    for (const [content, lines] of [
      ['', 0],
      ['a', 1],
      ['a\n', 1],
      ['a\r\nb\r\n', 2],
      ['MSH|\rPID|\r', 2],
      ['a\n\nb', 3],
    ] as const) {
      assert.equal((await inspect(content)).text?.lines, lines, JSON.stringify(content));
    }
  });

  it('gives the earliest and the latest date recorded', async () => {
    const span = async (...lines: string[]): Promise<(string | undefined)[]> => {
      const { text } = await inspect(lines.join('\n'));
      return [text?.firstDate, text?.lastDate];
    };
    assert.deepEqual(await span('2026-11-03T10:41:07.112+01:00 a', 'b', '2026-11-03 10:45:00,1 c'), [
      '2026-11-03T10:41:07',
      '2026-11-03T10:45:00',
    ]);
    assert.deepEqual(await span('[02/Nov/2026:10:11:12 +0100] GET', '03/11/2026 à 08:00'), [
      '2026-11-02T10:11:12',
      '2026-11-03T08:00:00',
    ]);
    assert.deepEqual(await span('2026-11-05;a', '04/11/2026;b'), ['2026-11-04', '2026-11-05']);
  });

  it('takes no other digits for a date', async () => {
    const lines = [
      'née le 28/03/1979, prochain=2028-11-06',
      '31/02/2026 10:00 jour impossible',
      '11/25/2026 10:00 mois en premier',
      '1970-01-01 00:00:00 compteur à zéro',
      'version 2026-11-03T25:00:00',
      'RPPS 99700218896',
    ];
    const { text } = await inspect(lines.join('\n'));
    assert.deepEqual([text?.firstDate, text?.lastDate], [undefined, undefined]);
  });

  it('names transactions, and what is left open', async () => {
    const { transactions, leftOpen } = await inspect('10:00 TD3.1 puis td0.2a\nResponsable : [à compléter]\n');
    assert.deepEqual([transactions, leftOpen], [['TD0.2', 'TD3.1'], ['à compléter']]);
    const nothing = await inspect('10:00 OK\n');
    assert.deepEqual([nothing.transactions, nothing.leftOpen], [[], undefined]);
  });

  it('finds identifiers and their line', async () => {
    const { identifiers } = await inspect('bonjour\npatient ins=279035121518989 ok\n');
    assert.deepEqual(identifiers, [{ value: '279035121518989', line: 2 }]);
  });

  it('reads a long text to its end, in pieces, with or without line ends', async () => {
    const ins = 'INS 269022A00400188';
    const lines = 'une ligne de journal\n'.repeat(300_000);
    assert.deepEqual(await inspect(`${lines}${ins}\n`), {
      text: { encoding: 'ascii', lines: 300_001 },
      identifiers: [{ value: '269022A00400188', line: 300_001 }],
      transactions: ['INS'],
    });
    // The cut falls in the number.
    const unbroken = ' é'.repeat(1_398_099) + ` ${ins} ${' é'.repeat(1_000_000)}`;
    assert.deepEqual((await inspect(unbroken)).identifiers, [{ value: '269022A00400188', line: 1 }]);
    const wide = Buffer.from(`\ufeff${lines}${ins}`, 'utf16le');
    const { identifiers, text } = await inspect(wide);
    assert.deepEqual(
      [text, identifiers],
      [{ encoding: 'utf-16le', bom: true, lines: 300_001 }, [{ value: '269022A00400188', line: 300_001 }]],
    );
  });

  it('reads around the NUL bytes of a journal', async () => {
    for (const text of [`${'\0'.repeat(40_000)}INS 269022A00400188`, `INS 269022A00400188\n${'\0'.repeat(9)}`]) {
      assert.deepEqual((await inspect(text)).identifiers, [{ value: '269022A00400188', line: 1 }]);
    }
  });
});

describe('inspectStructuredText', () => {
  it('leaves out the dates', async () => {
    const source = memorySource(Buffer.from('<time>2026-11-03T10:41:07</time>\n'), { name: 'a.xml' });
    assert.deepEqual(await inspectStructuredText(source, defaultLimits, neverCancelled), {
      text: { encoding: 'ascii', lines: 1 },
    });
  });
});
