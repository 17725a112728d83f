import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An entry of an archive as a tool reads it: `name`, `size` and `crc32`, tab separated. */
export type EntryLine = string;

/** Reads archives as streams, front to back, then prints a line an entry; `== path` goes before each archive. */
const javaSource = `
import java.io.*; import java.util.zip.*;
public class Flux {
  public static void main(String[] a) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    byte[] b = new byte[1 << 20];
    for (String path : a) {
      out.println("== " + path);
      try (ZipInputStream z = new ZipInputStream(new BufferedInputStream(new FileInputStream(path)))) {
        for (ZipEntry e; (e = z.getNextEntry()) != null; ) {
          CRC32 crc = new CRC32(); long size = 0;
          for (int n; (n = z.read(b)) > 0; size += n) crc.update(b, 0, n);
          out.println(e.getName() + "\\t" + size + "\\t" + crc.getValue());
        }
      }
    }
  }
}`;

const pythonZip = `
import io, sys, zipfile
out = io.TextIOWrapper(sys.stdout.buffer, 'utf-8', newline='\\n')
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    for i in z.infolist(): print(i.filename, i.file_size, i.CRC, sep='\\t', file=out)
out.flush()
`;

const pythonBagit = 'import sys, bagit; bagit.Bag(sys.argv[1]).validate()';

/** Whether a command is there and ends well. */
export function runs(command: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { encoding: 'utf8' });
  return error === undefined && status === 0;
}

/** What a command that ends well prints, trimmed. */
export function run(command: string, args: readonly string[], cwd?: string): string {
  const { status, output } = outcomeOf(command, args, cwd);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${output}`);
  return output.trim();
}

function outcomeOf(
  command: string,
  args: readonly string[],
  cwd?: string,
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 2 ** 26,
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (error) throw error;
  return { status, output: (status === 0 ? stdout : stdout + stderr).replaceAll('\r\n', '\n') };
}

/** Single-file sources run since Java 11. */
function javaRuns(): boolean {
  const { stdout, stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = error === undefined ? /version "(\d+)/.exec(stdout + stderr) : null;
  return Number(version?.[1] ?? 0) >= 11;
}

/** A tool, by what a reader knows it as. */
export type Tool = 'unzip' | '7-Zip' | 'Python 3' | 'Java 11' | 'sha256sum' | 'bagit (Python)';

/** The programs of this machine that are not ours, by which an archive is read as the examiner would. */
export class OtherTools {
  /** The command, where it is there. */
  readonly python3 = ['python3', 'python'].find((command) =>
    runs(command, '-c', 'import sys; assert sys.version_info[0] == 3'),
  );
  readonly #sevenZip = ['7z', '7zz', '7za'].find((command) => runs(command, 'i'));
  readonly #present: Readonly<Record<Tool, boolean>> = {
    unzip: runs('unzip', '-v'),
    '7-Zip': this.#sevenZip !== undefined,
    'Python 3': this.python3 !== undefined,
    'Java 11': javaRuns(),
    sha256sum: runs('sha256sum', '--version'),
    'bagit (Python)': this.python3 !== undefined && runs(this.python3, '-c', 'import bagit'),
  };

  readonly #said = new Set<Tool>();

  has(tool: Tool): boolean {
    return this.#present[tool];
  }

  /** Skips the running test where a tool is not on this machine, and says so once. */
  need(tool: Tool, context: Mocha.Context): void {
    if (this.has(tool)) return;
    if (!this.#said.has(tool)) process.stdout.write(`      note: ${tool} is not on this machine: not tried\n`);
    this.#said.add(tool);
    context.skip();
  }

  /** Checks every entry with `unzip`, then unpacks all into a folder, which it makes. */
  unzip(archive: string, folder: string): void {
    assert.match(run('unzip', ['-t', archive]), /No errors detected/);
    run('unzip', ['-q', archive, '-d', folder]);
  }

  /** Checks every entry with 7-Zip. @returns the names, in the order of the archive */
  sevenZip(archive: string): string[] {
    const command = this.#sevenZip ?? '7z';
    run(command, ['t', archive]);
    const listing = run(command, ['l', '-slt', '-ba', archive]);
    return [...listing.matchAll(/^Path = (.*)$/gm)].map(([, name = '']) => name.replaceAll('\\', '/'));
  }

  /** Checks every entry with Python's `zipfile`. */
  python(archive: string): EntryLine[] {
    return run(this.python3 ?? 'python3', ['-c', pythonZip, archive]).split('\n');
  }

  /**
   * Reads every archive with Java's `ZipInputStream`, in one start of it.
   * @param folder where its program is written
   * @returns what it read, by path
   */
  java(archives: readonly string[], folder: string): ReadonlyMap<string, EntryLine[]> {
    const source = join(folder, 'Flux.java');
    writeFileSync(source, javaSource);
    const parts = run('java', [source, ...archives]).split(/^== /m);
    return new Map(
      parts.slice(1).map((part) => {
        const [path = '', ...lines] = part.trimEnd().split('\n');
        return [path, lines];
      }),
    );
  }

  /** What the BagIt validator of the Library of Congress has to say against an unpacked bag; empty when it is valid. */
  bagitFault(bag: string): string {
    const { status, output } = outcomeOf(this.python3 ?? 'python3', ['-c', pythonBagit, bag]);
    return status === 0 ? '' : output.trim();
  }

  /** Whether `sha256sum` finds every file that the lists of an unpacked bag name, as they say. */
  sumsAgree(bag: string): boolean {
    return ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].every(
      (list) => outcomeOf('sha256sum', ['--check', '--strict', '--quiet', list], bag).status === 0,
    );
  }
}
