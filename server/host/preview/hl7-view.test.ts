import assert from 'node:assert/strict';
import { hl7View } from './hl7-view';

const header = 'MSH|^~\\&|LGC|CAB|DPI|HOP|20261102||ADT^A31^ADT_A05|42|P|2.5';

describe('hl7View', () => {
  it('names segments and fields as the standard does, and leaves out empty ones', () => {
    const { messages, isCut } = hl7View(
      `${header}\rPID|||279035121518989^^^ASIP&1.2.250.1.213.1.4.10&ISO^INS||PAT\rZFA||X`,
      'fr',
    );
    assert.equal(isCut, false);
    assert.equal(messages.length, 1);
    const [msh, pid, zfa] = messages[0]?.segments ?? [];
    assert.equal(messages[0]?.type, 'ADT^A31');
    assert.equal(msh?.label, 'En-tête du message');
    assert.deepEqual(msh.fields.find(({ number }) => number === 2)?.value, '^~\\&');
    assert.deepEqual(
      msh.fields.find(({ number }) => number === 12),
      { number: 12, label: 'Version', value: '2.5' },
    );
    assert.deepEqual(
      pid?.fields.map(({ number }) => number),
      [3, 5],
    );
    assert.equal(pid.line, 2);
    // Of a country or a vendor: nothing is invented.
    assert.deepEqual(zfa, { name: 'ZFA', line: 3, fields: [{ number: 2, value: 'X' }] });
  });

  it('undoes escapes, and shows what looks like markup as it is', () => {
    const { messages } = hl7View(`${header}\rNTE|1||a\\T\\b\\.br\\<script>alert(1)</script>`, 'en');
    assert.equal(messages[0]?.segments[1]?.fields[1]?.value, 'a&b\n<script>alert(1)</script>');
    assert.equal(messages[0].segments[1].label, 'Notes');
  });

  it('stops at its limits and says so', () => {
    assert.equal(hl7View(`${header}\r`.repeat(500), 'fr').isCut, true);
    assert.equal(hl7View(`${header}\r${'OBX|1\r'.repeat(5000)}`, 'fr').isCut, true);
    const long = hl7View(`${header}\rOBX|1|ED|||${'A'.repeat(50_000)}`, 'fr');
    assert.equal(long.isCut, true);
    assert.equal(long.messages[0]?.segments[1]?.fields.at(-1)?.value.length, 2001);
    assert.deepEqual(hl7View('Ceci parle de MSH.', 'fr'), { messages: [], isCut: false });
  });
});
