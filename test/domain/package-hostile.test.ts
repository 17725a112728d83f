import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { buildZip, type BuiltEnd, type BuiltEntry } from '../../server/host/archive/testing/build-zip';
import { packageDossier } from '../../server/host/operations/package-dossier';
import { verifyPackage } from '../../server/host/operations/verify-package';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';

// A package comes back from elsewhere: whatever is in it, checking it neither writes, nor hangs, nor believes it.

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a hostile package', function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-hostile-'));
  });
  afterEach(() => {
    assert.deepEqual(
      readdirSync(folder).filter((name) => name !== 'x.zip'),
      [],
      'nothing was written',
    );
    rmSync(folder, { recursive: true });
  });

  const bagit = { name: 'sac/bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' };

  async function verdict(bytes: Uint8Array): Promise<string[]> {
    const path = join(folder, 'x.zip');
    writeFileSync(path, bytes);
    const outcome = await verifyPackage({ path });
    return outcome.kind === 'refused' ? [outcome.error.code] : outcome.report.problems.map(({ code }) => code);
  }
  const of = (entries: readonly BuiltEntry[], end?: BuiltEnd) => verdict(buildZip(entries, end));

  for (const name of [
    '../evil',
    'sac/../../evil',
    '/etc/passwd',
    'C:\\evil',
    'sac\\..\\evil',
    'sac/\u0000',
    'sac/a\nb',
    'c:evil',
  ]) {
    it(`with the path ${JSON.stringify(name)}`, async () => {
      assert.deepEqual(await of([bagit, { name }]), ['unsafe-name']);
    });
  }

  it('with a symbolic link, a pipe or a device', async () => {
    for (const mode of [0o120777, 0o010644, 0o060644]) {
      assert.deepEqual(await of([bagit, { name: 'sac/data/a', content: '/etc/passwd', mode }]), ['unsafe-entry']);
    }
  });

  it('with a bomb: declared, hidden, or as many entries on one content', async () => {
    const zeros = deflateRawSync(Buffer.alloc(64 << 20));
    assert.deepEqual(await of([{ name: 'sac/a', data: zeros, method: 8, size: 2 ** 31 }]), ['corrupt']);
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `sac/${index}`,
      data: zeros,
      method: 8,
      size: 64 << 20,
    }));
    assert.deepEqual(await of(many), ['limit-exceeded']);
    const hidden = await of([bagit, { name: 'sac/data/a', data: zeros, method: 8, size: 1000 }]);
    assert.ok(hidden.includes('damaged'));
    const same = [bagit, { name: 'sac/a', content: 'x'.repeat(1000) }, { name: 'sac/b', offset: 200, content: '' }];
    assert.ok((await of(same)).some((code) => code === 'corrupt' || code === 'damaged'));
  });

  it('with two entries of one name, a local header that says otherwise, a wrong CRC', async () => {
    assert.deepEqual(await of([bagit, bagit]), ['duplicate-name']);
    assert.ok((await of([bagit, { name: 'sac/data/a', localName: 'sac/data/b', content: 'x' }])).includes('damaged'));
    assert.ok((await of([bagit, { name: 'sac/data/a', content: 'x', crc32: 1 }])).includes('damaged'));
  });

  it('encrypted, or compressed in an unknown way', async () => {
    assert.deepEqual(await of([{ name: 'sac/a', flags: 1 }]), ['unsupported']);
    assert.ok((await of([bagit, { name: 'sac/data/a', method: 99, content: 'x' }])).includes('damaged'));
  });

  it('that is no archive, cut short, or has something around it', async () => {
    assert.deepEqual(await verdict(Buffer.from('ceci n’est pas une archive')), ['not-a-zip']);
    assert.deepEqual(await verdict(Buffer.alloc(0)), ['not-a-zip']);
    const right = buildZip([bagit]);
    assert.deepEqual(await verdict(right.subarray(0, right.length - 30)), ['truncated']);
    assert.deepEqual(await of([bagit], { between: Buffer.from('x') }), ['corrupt']);
    assert.deepEqual(await of([]), ['not-a-bag']);
  });

  it('with tag files that are too large, or no text', async () => {
    const codes = await of([bagit, { name: 'sac/bag-info.txt', content: Uint8Array.of(0xff, 0xfe) }]);
    assert.ok(codes.includes('tag-unreadable'));
    const huge = { name: 'sac/manifest-sha256.txt', data: deflateRawSync(Buffer.alloc(33 << 20, 'x')), method: 8 };
    assert.ok((await of([bagit, { ...huge, size: 33 << 20 }])).some((code) => code !== 'not-a-bag'));
  });

  it('made of a right one by any change of one byte', async () => {
    const dossier = new DiskDossier(diskEvidence('fichier: a.txt'), { 'a.txt': 'contenu' });
    try {
      const target = join(dossier.out, 'depot.zip');
      const request = { draft: true, target, cancellation: neverCancelled } as const;
      await packageDossier({ ...request, analysis: await dossier.analyse() });
      const right = readFileSync(target);
      assert.deepEqual(await verdict(right), []);
      let seed = 1;
      for (let round = 0; round < 150; round++) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        const at = seed % right.length;
        const bytes = Buffer.from(right);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (seed >>> 29));
        const codes = await verdict(bytes);
        // Times, versions and attributes of headers are no content; a changed content never passes.
        if (codes.length === 0) assert.ok(sameContent(right, bytes), `byte ${at} of ${right.length}`);
      }
    } finally {
      dossier.remove();
    }
  });
});

/** Whether the contents of two archives of the same layout are the same: what is outside them are headers. */
function sameContent(a: Buffer, b: Buffer): boolean {
  const contents = (bytes: Buffer): string[] => {
    const found: string[] = [];
    for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
      const start = at + 30 + a.readUInt16LE(at + 26) + a.readUInt16LE(at + 28);
      const end = start + a.readUInt32LE(at + 18);
      found.push(sha256(bytes.subarray(start, end)), bytes.subarray(at + 30, start).toString());
      at = end;
    }
    return found;
  };
  return contents(a).join() === contents(b).join();
}
