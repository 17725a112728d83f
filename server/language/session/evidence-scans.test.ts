import assert from 'node:assert/strict';
import type { EvidenceFolder } from '../../core/evidence/evidence-folders';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { EvidenceScans } from './evidence-scans';

describe('EvidenceScans', () => {
  const root = 'file:///d';
  const setUp = (
    fails?: Error,
    urgent: ReadonlySet<string> = new Set(),
    controlFolderOf: () => string | undefined = () => undefined,
  ) => {
    const scanned: string[][] = [];
    const listed: string[][] = [];
    const watched: (readonly string[])[] = [];
    const errors: unknown[] = [];
    const evidence = {
      lookup: () => undefined,
      listed: () => undefined,
      list: (_root: string, folders: readonly EvidenceFolder[]) => {
        listed.push(folders.map(({ path, whole }) => (whole ? `${path}/**` : `${path}/*`)));
        return Promise.resolve();
      },
      controlFolderOf,
      invalidate: () => undefined,
      onDidChange: () => undefined,
      scan: (_root: string, paths: readonly string[]) => {
        scanned.push([...paths]);
        return fails ? Promise.reject(fails) : Promise.resolve();
      },
    };
    const editor = {
      watch: (_root: string, globs: readonly string[]) => watched.push(globs),
      logError: (error: unknown) => errors.push(error),
    };
    return { scans: new EvidenceScans(evidence, editor, (root) => urgent.has(root)), scanned, listed, watched, errors };
  };

  it('looks at each path once, never at one that is refused', async () => {
    const { scans, scanned } = setUp();
    scans.cite(root, ['a/b.png', './a//b.png', '../up.png', '/etc/passwd', 'c.png']);
    await scans.idle();
    scans.cite(root, ['a/b.png', 'd.png']);
    await scans.idle();
    assert.deepEqual(scanned, [['a/b.png', 'c.png'], ['d.png']]);
  });

  it('looks again at what changed, by name in any case, or with its folder', async () => {
    const { scans, scanned } = setUp();
    scans.cite(root, ['a/b.png', 'a/c.png', 'ab.png']);
    await scans.idle();
    scans.changed(root, 'A/B.PNG');
    await scans.idle();
    scans.changed(root, 'a');
    await scans.idle();
    scans.changed(root, 'a/c.png.dvc');
    await scans.idle();
    scans.changed(root, 'other.png');
    await scans.idle();
    assert.deepEqual(scanned.slice(1), [['a/b.png'], ['a/b.png', 'a/c.png'], ['a/c.png']]);
  });

  it('watches the folders that hold evidence, and nothing else', () => {
    const { scans, watched } = setUp();
    scans.cite(root, ['a/b.png', 'a/c/d.png', 'top.png', '[x]/e.png']);
    assert.deepEqual(watched, [['?x?/**', 'a/**', 'top.png']]);
    scans.cite(root, ['a/b.png']);
    assert.equal(watched.length, 1);
  });

  it('lists the folders of evidence once, and again when something in them comes or goes', async () => {
    const { scans, listed } = setUp();
    scans.cite(root, ['preuves/INS/a.png', 'preuves/b.png', 'docs/guide.pdf', 'top.png']);
    await scans.idle();
    scans.cite(root, ['preuves/DMP/c.png']);
    await scans.idle();
    assert.deepEqual(listed, [['preuves/**', 'docs/*']]);
    scans.changed(root, 'Preuves/INS/new.png');
    await scans.idle();
    scans.changed(root, 'docs');
    await scans.idle();
    scans.changed(root, 'preuves/b.png', true);
    scans.changed(root, 'other/b.png');
    await scans.idle();
    assert.deepEqual(listed.slice(1), [['preuves/**'], ['docs/*']]);
    scans.all();
    await scans.idle();
    assert.deepEqual(listed.at(-1), ['preuves/**', 'docs/*']);
  });

  it('looks at some files at a time, and first at those of a dossier that is open', async () => {
    const urgent = new Set<string>();
    const { scans, scanned } = setUp(undefined, urgent);
    const many = Array.from({ length: 1200 }, (_, index) => `a/${index}.png`);
    scans.cite(root, many);
    scans.cite('file:///other', ['b.png']);
    assert.equal(scans.remaining, 701);
    urgent.add('file:///other');
    await scans.idle();
    assert.deepEqual(
      scanned.map((paths) => paths.length),
      [500, 1, 500, 200],
    );
    assert.deepEqual(
      scanned.flat().filter((path) => path !== 'b.png'),
      many,
    );
    assert.equal(scans.remaining, 0);
  });

  it('reports a failure and goes on', async () => {
    const { scans, errors } = setUp(new Error('disk'));
    scans.cite(root, ['a.png']);
    await scans.idle();
    scans.changed(root, 'a.png');
    await scans.idle();
    assert.equal(errors.length, 2);
  });

  it('says nothing of what was given up', async () => {
    const { scans, errors } = setUp(new CancelledError());
    scans.cite(root, ['a.png']);
    await scans.idle();
    assert.deepEqual(errors, []);
  });

  it('waits for what it is told to look at again, of a dossier that cites nothing as well', async () => {
    const { scans, scanned, listed } = setUp();
    await scans.again(root, neverCancelled);
    scans.cite(root, ['preuves/a.png']);
    await scans.idle();
    await scans.again(root, neverCancelled);
    assert.deepEqual(scanned, [[], ['preuves/a.png'], ['preuves/a.png']]);
    assert.deepEqual(listed, [[], ['preuves/**'], ['preuves/**']]);
  });

  it('looks at everything again once it is held against other schemas', async () => {
    let control = 'file:///d/old';
    const { scans, scanned } = setUp(undefined, new Set(), () => control);
    scans.cite(root, ['a.png', 'b.png']);
    await scans.idle();
    scans.cite(root, ['a.png', 'b.png']);
    await scans.idle();
    control = 'file:///d/schemas';
    scans.cite(root, ['a.png', 'b.png']);
    await scans.idle();
    scans.cite(root, ['a.png', 'b.png']);
    await scans.idle();
    assert.deepEqual(scanned, [
      ['a.png', 'b.png'],
      ['a.png', 'b.png'],
    ]);
  });
});
