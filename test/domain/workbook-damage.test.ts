import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { Workbook } from '../../server/core/workbook/workbook';
import { readWorkbook } from '../../server/host/workbook/read-workbook';
import { WorkbookError } from '../../server/host/workbook/workbook-error';

const fixture = (name: string): Uint8Array => readFileSync(join('test', 'fixtures', 'workbooks', name));

describe('reading a damaged workbook', () => {
  it('never takes a damaged workbook for another one', async () => {
    const sound = fixture('vague1.xlsx');
    const expected = await readWorkbook(sound, neverCancelled);
    const outcome = async (bytes: Uint8Array): Promise<Workbook | WorkbookError> => {
      try {
        return await readWorkbook(bytes, neverCancelled);
      } catch (error) {
        assert.ok(error instanceof WorkbookError, String(error));
        return error;
      }
    };
    for (let length = 1; length < sound.length; length += 97) {
      assert.ok((await outcome(sound.subarray(0, length))) instanceof WorkbookError, `cut at ${length}`);
    }
    let state = 4242;
    for (let run = 0; run < 400; run++) {
      state = (state * 48_271) % 2_147_483_647;
      const bytes = Uint8Array.from(sound);
      const at = state % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (state % 8));
      const read = await outcome(bytes);
      if (!(read instanceof WorkbookError)) assert.deepEqual(read, expected, `bit of byte ${at}`);
    }
  });
});
