import assert from 'node:assert/strict';
import { EvidenceScans } from './evidence-scans';

describe('EvidenceScans', () => {
  const root = 'file:///d';
  const setUp = (fail = false) => {
    const scanned: string[][] = [];
    const watched: (readonly string[])[] = [];
    const errors: unknown[] = [];
    const evidence = {
      lookup: () => undefined,
      invalidate: () => undefined,
      onDidChange: () => undefined,
      scan: (_root: string, paths: readonly string[]) => {
        scanned.push([...paths]);
        return fail ? Promise.reject(new Error('disk')) : Promise.resolve();
      },
    };
    const editor = {
      watch: (_root: string, globs: readonly string[]) => watched.push(globs),
      logError: (error: unknown) => errors.push(error),
    };
    return { scans: new EvidenceScans(evidence, editor), scanned, watched, errors };
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
    scans.changed(root, 'other.png');
    await scans.idle();
    assert.deepEqual(scanned.slice(1), [['a/b.png'], ['a/b.png', 'a/c.png']]);
  });

  it('watches the folders that hold evidence, and nothing else', () => {
    const { scans, watched } = setUp();
    scans.cite(root, ['a/b.png', 'a/c/d.png', 'top.png', '[x]/e.png']);
    assert.deepEqual(watched, [['?x?/**', 'a/**', 'top.png']]);
    scans.cite(root, ['a/b.png']);
    assert.equal(watched.length, 1);
  });

  it('reports a failure and goes on', async () => {
    const { scans, errors } = setUp(true);
    scans.cite(root, ['a.png']);
    await scans.idle();
    scans.changed(root, 'a.png');
    await scans.idle();
    assert.equal(errors.length, 2);
  });
});
