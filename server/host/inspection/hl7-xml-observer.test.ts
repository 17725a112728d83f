import assert from 'node:assert/strict';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectXml } from './inspect-xml';
import { defaultLimits } from './limits';

const read = (xml: string) =>
  inspectXml(memorySource(Buffer.from(xml), { name: 'a.xml' }), defaultLimits, neverCancelled);
const message = (event: string, more = '') =>
  `<ADT_A05 xmlns="urn:hl7-org:v2xml"><MSH><MSH.1>|</MSH.1><MSH.7><TS.1>20261102101500</TS.1></MSH.7><MSH.9><MSG.1>ADT</MSG.1><MSG.2>${event}</MSG.2><MSG.3>ADT_A05</MSG.3></MSH.9><MSH.11><PT.1>T</PT.1></MSH.11><MSH.12><VID.1>2.5</VID.1></MSH.12></MSH>${more}</ADT_A05>`;

describe('HL7 v2 in XML', () => {
  it('gives event, version, day and patient', async () => {
    const pid =
      '<PID><PID.3><CX.1>279035121518989</CX.1><CX.4><HD.1>A</HD.1><HD.2>1.2.250.1.213.1.4.10</HD.2></CX.4></PID.3><PID.3><CX.1>42</CX.1></PID.3><PID.5><XPN.1><FN.1>ECETINSI</FN.1></XPN.1><XPN.2>PIERRE</XPN.2></PID.5><PID.7><TS.1>19790304</TS.1></PID.7><PID.8>F</PID.8><PID.32>VALI</PID.32></PID>';
    const { hl7 } = await read(message('A31', pid));
    assert.deepEqual(hl7?.messages, [
      {
        type: 'ADT^A31',
        version: '2.5',
        date: '2026-11-02T10:15:00',
        segments: ['MSH', 'PID'],
        patient: {
          identifiers: [
            { value: '279035121518989', system: '1.2.250.1.213.1.4.10', line: 1 },
            { value: '42', line: 1 },
          ],
          family: 'ECETINSI',
          given: ['PIERRE'],
          birthDate: '1979-03-04',
          sex: 'F',
        },
        reliability: ['VALI'],
      },
    ]);
  });

  it('reads those of a batch and of an envelope, and acknowledgements', async () => {
    const { hl7 } = await read(`<lot><a>${message('A28')}</a>${message('A31')}</lot>`);
    assert.deepEqual(
      hl7?.messages.map(({ type }) => type),
      ['ADT^A28', 'ADT^A31'],
    );
    const answer = await read('<ACK><MSH><MSH.9>ACK</MSH.9><MSH.11>P</MSH.11></MSH><MSA><MSA.1>AE</MSA.1></MSA></ACK>');
    assert.deepEqual(answer.hl7?.messages, [
      { type: 'ACK', segments: ['MSH', 'MSA'], production: true, acknowledgement: 'AE' },
    ]);
  });

  it('takes nothing else for a message', async () => {
    for (const xml of ['<ADT_A05/>', '<ACK>ok</ACK>', '<a><ADT_A05><MSH/></ADT_A05></a>', '<Bundle/>'])
      assert.equal((await read(xml)).hl7, undefined, xml);
  });
});
