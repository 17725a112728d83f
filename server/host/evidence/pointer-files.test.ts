import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { neverCancelled } from '../../core/ports/cancellation';
import { NodeEvidenceFiles } from './node-evidence-files';
import { lfsPointer } from './lfs-pointer';
import { dvcPointer, dvcTracked } from './pointer-files';

const oid = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
const pointerText = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 123456789\n`;
const read = (text: string, name = 'film.mp4') => lfsPointer(Buffer.from(text), name);

describe('Git LFS pointers', () => {
  it('are read as their specification has them', () => {
    const fetch = 'git lfs pull --include="film.mp4"';
    const size = 123456789;
    assert.deepEqual(read(pointerText), { sha256: oid, size, pointer: { kind: 'git-lfs', fetch, size } });
    assert.ok(read(pointerText.replace('git-lfs.github', 'hawser.github')));
    assert.ok(read(pointerText.replace('oid', `ext-0-foo sha256:${oid}\noid`)));
    assert.ok(read(pointerText.trimEnd()));
  });

  it('stay pointers whatever tools did to their lines', () => {
    const crlf = pointerText.replaceAll('\n', '\r\n');
    const spaced = pointerText.replaceAll('\n', '  \n');
    for (const text of [
      crlf,
      pointerText.replaceAll('\n', '\r'),
      spaced,
      `\ufeff${crlf}`,
      `${pointerText}\r\n\n`,
      `${pointerText} \t`,
    ])
      assert.equal(read(text)?.sha256, oid, JSON.stringify(text));
    const wide = Buffer.from(`\ufeff${crlf}`, 'utf16le');
    assert.equal(lfsPointer(wide, 'film.mp4')?.sha256, oid);
    assert.ok(lfsPointer(wide.swap16(), 'film.mp4'));
  });

  it('fetch everything where the name would be read as a pattern', () => {
    assert.equal(read(pointerText, 'a,b*.mp4')?.pointer.fetch, 'git lfs pull');
    assert.equal(read(pointerText, '"$(rm).mp4')?.pointer.fetch, 'git lfs pull');
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      'version https://git-lfs.github.com/spec/v1\n',
      pointerText.replace('sha256:', 'md5:'),
      pointerText.replace('size 1', 'size -1'),
      pointerText.replace(oid, oid.toUpperCase()),
      `${pointerText}et du texte\n`,
      `# ${pointerText}`,
      pointerText.padEnd(1100, '\n'),
    ]) {
      assert.equal(read(text), undefined, JSON.stringify(text));
    }
  });
});

describe('contents kept elsewhere', () => {
  let root: string;
  const write = (name: string, text: string) => {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const factsOf = async (name: string) => {
    const evidence = new NodeEvidenceFiles();
    await evidence.scan(pathToFileURL(root).href, [name], neverCancelled);
    return evidence.lookup(pathToFileURL(root).href, name);
  };
  const stub = (path: string) =>
    `outs:\n- md5: a304afb96060aad90176268345e10355\n  size: 37891850\n  hash: md5\n  path: ${path}\n`;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'segur-pointers-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('by Git LFS: digest and size are those of the content, never those of the pointer', async () => {
    write('p/film.mp4', pointerText);
    assert.deepEqual(await factsOf('p/film.mp4'), {
      state: 'file',
      text: false,
      ...read(pointerText),
    });
  });

  it('by DVC: beside the file, or beside a folder it is in', async () => {
    write('p/film.mp4.dvc', stub('film.mp4'));
    assert.deepEqual(await factsOf('p/film.mp4'), {
      state: 'absent',
      pointer: { kind: 'dvc', fetch: 'dvc pull p/film.mp4.dvc', size: 37891850 },
    });
    write('p/essai.log.dvc', `\ufeff${stub('essai.log').replaceAll('\n', '\r\n')}`);
    assert.equal((await dvcPointer(root, 'p/essai.log'))?.size, 37891850);
    write('lourd.dvc', stub('lourd'));
    assert.deepEqual(await factsOf('lourd/a/b.mp4'), {
      state: 'absent',
      pointer: { kind: 'dvc', fetch: 'dvc pull lourd.dvc' },
    });
    write('été $(x).dvc', stub('été $(x)'));
    assert.equal((await dvcPointer(root, 'été $(x)'))?.fetch, 'dvc pull "été \\$(x).dvc"');
  });

  it('by DVC, of a file that is there: its MD5 beside the tracked one, read again only for what changed', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const storagePath = join(root, 'kept');
    const facts = async (name: string, mayOpen = true) => {
      const evidence = new NodeEvidenceFiles({ storagePath, mayOpen });
      await evidence.scan(pathToFileURL(root).href, [name], neverCancelled);
      const found = evidence.lookup(pathToFileURL(root).href, name);
      return found?.state === 'file' ? { md5: found.md5, tracked: found.tracked } : undefined;
    };
    const large = 'x'.repeat((1 << 20) + 1);
    write('p/film.mp4', large);
    assert.deepEqual(await facts('p/film.mp4'), { md5: undefined, tracked: undefined });
    write('p/film.mp4.dvc', stub('film.mp4'));
    const tracked = {
      stub: 'p/film.mp4.dvc',
      md5: 'a304afb96060aad90176268345e10355',
      add: 'dvc add p/film.mp4',
      fetch: 'dvc pull p/film.mp4.dvc',
    };
    assert.deepEqual(await facts('p/film.mp4'), { md5: md5(large), tracked });
    assert.deepEqual(await facts('p/FILM.mp4'), { md5: md5(large), tracked }, 'by the name on disk');
    write('p/film.mp4.dvc', stub('film.mp4').replace(tracked.md5, md5(large)));
    assert.deepEqual(await facts('p/film.mp4'), { md5: md5(large), tracked: { ...tracked, md5: md5(large) } });
    assert.deepEqual(
      await facts('p/film.mp4', false),
      { md5: md5(large), tracked: undefined },
      'no trust, no stub read',
    );
    write('a b.txt', 'é');
    write('a b.txt.dvc', stub('a b.txt'));
    assert.equal((await facts('a b.txt'))?.tracked?.add, 'dvc add "a b.txt"');
  });

  it('by DVC, with a digest that is not of the very content: nothing to compare', async () => {
    const known = stub('a.mp4');
    write('a.mp4.dvc', known);
    assert.ok(await dvcTracked(root, 'a.mp4.dvc'));
    for (const other of [
      known.replace('  hash: md5\n', ''),
      known.replace('hash: md5', 'hash: etag'),
      known.replace('10355', '10355.dir'),
      known.replace('md5: a304afb96060aad90176268345e10355', 'etag: a304afb96060aad90176268345e10355'),
      `${known}  cache: false\n`,
      `${known}wdir: ../b\n`,
      known.replace('a.mp4', 'b.mp4'),
      '<<<<<<< HEAD\n' + known,
      '',
    ]) {
      write('a.mp4.dvc', other);
      assert.equal(await dvcTracked(root, 'a.mp4.dvc'), undefined, other);
    }
    assert.equal(await dvcTracked(root, 'absent.mp4.dvc'), undefined);
  });

  it('nowhere: a stub of something else, or no stub at all', async () => {
    write('a.mp4.dvc', stub('b.mp4'));
    write('c.mp4.dvc', 'outs: [');
    write('d.mp4.dvc', 'outs: {}');
    write('e.mp4.dvc', '- a\n');
    write('f.mp4.dvc', 'outs: &x [*x, null, 1]\n');
    for (const name of ['a', 'c', 'd', 'e', 'f', 'g'])
      assert.equal(await dvcPointer(root, `${name}.mp4`), undefined, name);
  });
});
