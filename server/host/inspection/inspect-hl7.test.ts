import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../core/evidence/inspection';
import { memorySource } from './evidence-source';
import { hl7Messages, unescaped } from './hl7-message';
import { hl7Timestamp } from './hl7-timestamp';
import { inspectHl7 } from './inspect-hl7';
import { defaultLimits, type InspectionLimits } from './limits';
import { mutations } from './testing/mutations';
import { withParts } from './testing/with-parts';

const fixture = (name: string): Buffer => readFileSync(join('test', 'fixtures', 'evidence', name));
const message = fixture('adt-a31.er7').toString('utf8');
const inspect = (
  content: string | Uint8Array,
  limits: InspectionLimits = defaultLimits,
): Promise<Partial<Inspection>> => withParts(inspectHl7, memorySource(Buffer.from(content), { name: 'a.hl7' }), limits);

const facts = {
  type: 'ADT^A31',
  version: '2.5',
  date: '2026-11-02T10:41:07',
  segments: ['MSH', 'EVN', 'PID', 'ZFA'],
  patient: {
    identifiers: [
      { value: '12', line: 3 },
      { value: '279035121518989', system: '1.2.250.1.213.1.4.10', line: 3 },
    ],
    family: 'PAT-TROIS',
    given: ['DOMINIQUE', 'MARIE-LOUISE'],
    birthDate: '1979-03-28',
    sex: 'F',
  },
  reliability: ['VALI'],
};

describe('inspecting HL7 v2', () => {
  it('reads what an acknowledgement says, and whether a message is of production', async () => {
    const text = 'MSH|^~\\&|A|B|C|D|20261102||ACK^A31|1|P|2.5\rMSA|AE|7|Patient inconnu\r';
    const [found] = (await inspect(text)).hl7?.messages ?? [];
    assert.deepEqual([found?.acknowledgement, found?.production], ['AE', true]);
    const [other] = (await inspect(text.replace('|P|', '|T|').replace('MSA|AE', 'NTE|1'))).hl7?.messages ?? [];
    assert.deepEqual([other?.acknowledgement, other?.production], [undefined, undefined]);
  });

  it('reads a message and where its identifiers stand', async () => {
    assert.deepEqual(await inspect(message), {
      hl7: { messages: [facts] },
      identifiers: [{ value: '279035121518989', system: '1.2.250.1.213.1.4.10', where: 'PID-3', line: 3 }],
    });
  });

  for (const [name, written] of [
    ['LF', message.replaceAll('\r', '\n')],
    ['CR LF', message.replaceAll('\r', '\r\n')],
    ['MLLP framing', `\x0b${message}\x1c\r`],
    ['MLLP framing without a last CR', `\x0b${message.trimEnd()}\x1c`],
    ['the prefix of a journal', `2026-11-02 10:41:07 INFO envoi ${message}`],
    ['a byte order mark', `\ufeff${message}`],
    [
      'other encoding characters',
      message.replaceAll('^', '$').replaceAll('~', '!').replaceAll('&', '#').replaceAll('\\', '%'),
    ],
  ] as const) {
    it(`reads a message with ${name}`, async () => {
      assert.deepEqual((await inspect(written)).hl7?.messages, [facts]);
    });
  }

  it('reads several messages, with empty lines and other lines between', async () => {
    const { hl7 } = await inspect(`${message}\n\n${message}\x1c\rACK reçu\r\x0b${message}`);
    assert.deepEqual(
      hl7?.messages.map(({ type, segments }) => [type, segments.length]),
      [
        ['ADT^A31', 4],
        ['ADT^A31', 4],
        ['ADT^A31', 4],
      ],
    );
    assert.deepEqual(hl7.messages[1]?.patient?.identifiers[0]?.line, 8);
  });

  it('finds INS in any field, and in an embedded CDA', async () => {
    const cda = fixture('cda-n1.xml').toString('base64');
    const { identifiers } = await inspect(
      `MSH|^~\\&|A|B|C|D|20261102||ORU^R01|1|D|2.5\rPRT|1||269022A00400188@patient.mssante.fr\rOBX|1|ED|11490-0||^TEXT^XML^Base64^${cda}||||||F`,
    );
    assert.deepEqual(identifiers, [
      { value: '269022A00400188', where: 'PRT-3', line: 2 },
      { value: '279035121518989', system: '1.2.250.1.213.1.4.10', where: 'OBX-5/recordTarget/patientRole/id', line: 3 },
    ]);
  });

  it('reads what is there of a poor message, and nothing in other text', async () => {
    assert.deepEqual((await inspect('MSH|^~\\&|A\rPID|')).hl7?.messages, [
      { segments: ['MSH', 'PID'], patient: { identifiers: [] } },
    ]);
    for (const text of ['', 'bonjour', 'MSH', 'MSH|||||', 'xMSH|^~\\&|A|B']) {
      assert.deepEqual(await inspect(text), { hl7: { messages: [] } }, text);
    }
  });

  it('undoes escapes', () => {
    const [read] = hl7Messages(message);
    assert.ok(read);
    assert.equal(
      unescaped('a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g\\X0D0A\\h\\H\\', read.separators),
      'a|b^c&d~e\\f\ng\r\nh',
    );
  });

  it('reads dates with or without a time and a zone', () => {
    assert.equal(hl7Timestamp('20261102'), '2026-11-02');
    assert.equal(hl7Timestamp('202611021041'), '2026-11-02T10:41:00');
    assert.equal(hl7Timestamp('20261102104107.123+0100'), '2026-11-02T10:41:07');
    for (const none of ['', '2026', '202611', '20261302', '2026-11-02', '20261102254107']) {
      assert.equal(hl7Timestamp(none), undefined, none);
    }
  });

  it('stops at its limits, saying so', async () => {
    const many = await inspect(message.repeat(5), { ...defaultLimits, maxEntries: 2 });
    assert.deepEqual([many.hl7?.messages.length, many.partial], [2, true]);
    const cut = await inspect(message, { ...defaultLimits, maxBytes: 150 });
    assert.deepEqual([cut.hl7?.messages.length, cut.partial], [1, true]);
    const stopped = await inspectHl7(memorySource(Buffer.from(message), { name: 'a.hl7' }), defaultLimits, {
      isCancellationRequested: true,
    });
    assert.deepEqual(stopped, { hl7: { messages: [] }, partial: true });
  });

  it('gives a result for any damaged message, soon for a long one', async () => {
    for (const bytes of mutations(Buffer.from(message), 500)) await inspect(bytes);
    await inspect(`MSH|^~\\&|${'a^b~c|'.repeat(500_000)}`);
    await inspect(`MSH|^~\\&|A\r${'PID|'.repeat(500_000)}`);
    await inspect('MSH|^~\\&|A\r'.repeat(200_000));
  });
});
