import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openFileOf } from '../../server/host/archive/node-file-operations';
import type { ArchiveEntry } from '../../server/host/archive/stored-zip-writer';
import { writeArchive, type WrittenArchive } from '../../server/host/archive/write-archive';
import type { Zip64Thresholds } from '../../server/host/archive/zip-format';
import { ZipReader } from '../../server/host/archive/zip-reader';
import { OtherTools, run } from '../kit/other-tools';

// The examiner's tools are not ours: what we write must be read by others, and theirs by us.

/** Lists and reads an archive as a stream, then by its directory: one line `name size crc32` an entry, each way. */
const javaSource = `
import java.io.*; import java.nio.charset.StandardCharsets; import java.util.*; import java.util.zip.*;
public class Lire {
  static String line(String name, InputStream in) throws IOException {
    CRC32 crc = new CRC32(); byte[] b = new byte[8192]; long size = 0; int n;
    while ((n = in.read(b)) > 0) { crc.update(b, 0, n); size += n; }
    return name + "\\t" + size + "\\t" + crc.getValue();
  }
  public static void main(String[] a) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    if (a[0].equals("write")) {
      try (ZipOutputStream z = new ZipOutputStream(new FileOutputStream(a[1]))) {
        z.putNextEntry(new ZipEntry("pi\\u00e8ces/")); z.closeEntry();
        z.putNextEntry(new ZipEntry("pi\\u00e8ces/\\u00e9t\\u00e9.txt"));
        z.write("contenu ".repeat(1000).getBytes(StandardCharsets.UTF_8)); z.closeEntry();
      }
      return;
    }
    try (ZipInputStream z = new ZipInputStream(new BufferedInputStream(new FileInputStream(a[1])))) {
      for (ZipEntry e; (e = z.getNextEntry()) != null; ) out.println(line(e.getName(), z));
    }
    out.println("--");
    try (ZipFile z = new ZipFile(a[1])) {
      for (ZipEntry e : Collections.list(z.entries())) out.println(line(e.getName(), z.getInputStream(e)));
    }
  }
}`;

const pythonSource = `
import io, sys, zipfile
if sys.argv[1] == 'write':
    with zipfile.ZipFile(sys.argv[2], 'w') as z:
        z.writestr('pi\\u00e8ces/\\u00e9t\\u00e9.txt', 'contenu ' * 1000, zipfile.ZIP_DEFLATED)
        z.writestr('vide', b'')
        with z.open(zipfile.ZipInfo('zip64'), 'w', force_zip64=True) as f: f.write(b'abc')
else:
    out = io.TextIOWrapper(sys.stdout.buffer, 'utf-8', newline='\\n')
    with zipfile.ZipFile(sys.argv[2]) as z:
        assert z.testzip() is None
        for i in z.infolist(): print(i.filename, i.file_size, i.CRC, sep='\\t', file=out)
    out.flush()
`;

const contents: readonly (readonly [string, Buffer])[] = [
  ['Identité nationale de santé/INS-va1.56.02.01 – consommation été.mp4', Buffer.alloc((1 << 20) + 3, 'vidéo')],
  ['vide.txt', Buffer.alloc(0)],
  ['preuves/日本/😀.png', Buffer.from('image')],
  ['SHA256SUMS', Buffer.from('liste')],
];

const forms: readonly (readonly [string, Zip64Thresholds | undefined])[] = [
  ['plain', undefined],
  ['zip64 sizes, offsets and counts', { bytes: 4, entries: 1 }],
  ['zip64 offsets', { bytes: (1 << 20) + 4, entries: 0xffff }],
  ['zip64 count', { bytes: 0xffffffff, entries: 4 }],
];

describe('archives and other tools', function () {
  this.timeout(60_000);
  let folder: string;
  const archives: WrittenArchive[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archive-readers-'));
    writeFileSync(join(folder, 'Lire.java'), javaSource);
    writeFileSync(join(folder, 'lire.py'), pythonSource);
    for (const [index, [, zip64]] of forms.entries()) {
      const entries = contents.map(([name, bytes]): ArchiveEntry => ({ name, source: { kind: 'bytes', bytes } }));
      const target = join(folder, `dossier-${index}.zip`);
      const timestamp = new Date('2026-12-15T10:20:30Z');
      archives.push(await writeArchive({ target, entries, timestamp, ...(zip64 ? { zip64 } : {}) }));
    }
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const lines = (archive: WrittenArchive): string =>
    archive.entries.map((entry) => `${entry.name}\t${entry.size}\t${entry.crc32}\n`).join('');
  const tools = new OtherTools();
  const python = (...args: string[]): string =>
    `${run(tools.python3 ?? 'python3', [join(folder, 'lire.py'), ...args])}\n`;

  for (const [index, [form]] of forms.entries()) {
    it(`unzip reads ours: ${form}`, function () {
      tools.need('unzip', this);
      assert.match(run('unzip', ['-t', archives[index]!.path]), /No errors detected/);
      const [name, bytes] = contents[0]!;
      const out = join(folder, `unzip-${index}`);
      run('unzip', ['-q', archives[index]!.path, '-d', out]);
      assert.ok(readFileSync(join(out, name)).equals(bytes));
    });

    it(`Python reads ours: ${form}`, function () {
      tools.need('Python 3', this);
      assert.equal(python('read', archives[index]!.path), lines(archives[index]!));
    });

    it(`Java reads ours, as a stream and by its directory: ${form}`, function () {
      tools.need('Java 11', this);
      const expected = lines(archives[index]!);
      assert.equal(
        run('java', [join(folder, 'Lire.java'), 'read', archives[index]!.path]),
        `${expected}--\n${expected}`.trim(),
      );
    });
  }

  const texts = async (path: string): Promise<Record<string, string>> => {
    const file = openFileOf(await open(path));
    try {
      const reader = await ZipReader.open(file);
      const all: Record<string, string> = {};
      for (const entry of reader.entries) all[entry.name] = Buffer.from(await reader.read(entry, 1e6)).toString();
      return all;
    } finally {
      await file.close();
    }
  };

  it('we read what Python writes', async function () {
    tools.need('Python 3', this);
    const path = join(folder, 'python.zip');
    python('write', path);
    assert.deepEqual(await texts(path), { 'pièces/été.txt': 'contenu '.repeat(1000), vide: '', zip64: 'abc' });
  });

  it('we read what Java writes, with sizes after the data', async function () {
    tools.need('Java 11', this);
    const path = join(folder, 'java.zip');
    run('java', [join(folder, 'Lire.java'), 'write', path]);
    assert.deepEqual(await texts(path), { 'pièces/': '', 'pièces/été.txt': 'contenu '.repeat(1000) });
  });
});
